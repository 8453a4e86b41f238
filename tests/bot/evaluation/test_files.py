from __future__ import annotations

import csv
from pathlib import Path

from bot.evaluation import files
from bot.evaluation.entities import Entity, Mistake, Score
from bot.evaluation.measured import Measured
from bot.evaluation.picture import Confused
from tests.bot.evaluation.builders import GROUPS, answered

MEASURED = Measured(
    rows=(
        answered("biaya", predicted="visa", text="berapa, kak?", crisis=("darurat_disekap", True)),
        answered("gaji", name="lanjutan", before=("gaji?",), text="taiwan", topics=("gaji",)),
    ),
    groups=GROUPS,
    entities=Score(
        mistakes=[
            Mistake("di kmboja", (Entity(3, 9, "negara", "KH"),), (Entity(0, 2, "umur", "1"),))
        ]
    ),
)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_measured_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    written = files.write(MEASURED, folder)
    assert sorted(written) == sorted(folder.iterdir())
    first, second = _rows(folder / files.MESSAGES)
    assert (first["text"], first["intent"], first["predicted"]) == ("berapa, kak?", "biaya", "visa")
    assert (first["right"], first["crisis"], first["certain"]) == ("0", "darurat_disekap", "1")
    assert (second["text"], second["topics"], second["certain"]) == ("gaji? / taiwan", "gaji", "")
    assert _rows(folder / files.CONFUSIONS) == [
        {"count": "1", "intent": "biaya", "predicted": "visa", "text": "berapa, kak?"}
    ]
    mistakes = _rows(folder / files.ENTITY_MISTAKES)
    assert [(row["error"], row["entity"]) for row in mistakes] == [
        ("missed", "kmboja"),
        ("wrong", "di"),
    ]
    for name in (files.GROUP_PICTURE, files.INTENT_PICTURE):
        assert (folder / name).read_bytes().startswith(b"\x89PNG")


def test_confusions_are_shares_of_the_right_name() -> None:
    confused = Confused.of([("a", "a"), ("a", "b"), ("b", "b")], ["a", "b", "c"])
    assert confused.counts == [[1, 1, 0], [0, 1, 0], [0, 0, 0]]
    assert confused.shares == [[0.5, 0.5, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]


def test_intents_are_ordered_as_in_the_catalogue() -> None:
    assert GROUPS.ordered({"sapa", "z", "visa", "a"}) == ["visa", "sapa", "a", "z"]
    assert GROUPS.names == ["langkah", "waspada", "darurat", "percakapan", "lanjutan"]
    assert GROUPS.of("selengkapnya") == "lanjutan"
