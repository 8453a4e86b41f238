"""The held-out messages about danger: their form, and what is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.errors import MawasError
from bot.evaluation.danger_board import danger_board
from bot.evaluation.danger_sets import DangerExample, Judged, judged_twins, read_dangers
from bot.evaluation.tables import Table
from bot.messages import Reply
from tests.bot.evaluation.builders import answered

LOCKED, PASSPORT, SOMEBODY = "darurat_disekap", "darurat_paspor", "darurat_orang_lain"

FILE = """
- {id: darurat_disekap, also: [darurat_paspor], for_other: false, lang: id, style: bisik, text: "saya dikunci"}
- {id: darurat_paspor, also: darurat_disekap, for_other: true, lang: en, text: "they took her passport"}
- {id: null, lang: id, style: hukum, text: "berapa tahun hukumannya"}
"""


def test_a_file_is_read_with_what_is_right_besides(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(FILE, encoding="utf-8")
    first, second, third = read_dangers(tmp_path)
    assert first == DangerExample("a", "saya dikunci", (LOCKED, PASSPORT), False, "id", "bisik")
    assert (second.ids, second.for_other) == ((PASSPORT, LOCKED), True)
    assert (third.ids, third.message.intents) == ((), ("bukan_bahaya",))


def test_no_folder_is_no_message(tmp_path: Path) -> None:
    assert read_dangers(tmp_path / "tiada") == []


@pytest.mark.parametrize("text", ["- {id: darurat_jiwa}", "- teks", "- {text: tanpa id}"])
def test_another_form_is_told_with_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "rusak.yml").write_text(text, encoding="utf-8")
    with pytest.raises(MawasError, match=r"rusak\.yml.*also"):
        read_dangers(tmp_path)


def judged(
    ids: tuple[str, ...] = (LOCKED,),
    crisis: tuple[str, bool] | None = (LOCKED, True),
    how: str = "phrase",
    reply: str = "Hubungi 110.",
    seen_for_other: bool = False,
    **about: Any,
) -> Judged:
    example = DangerExample("kumpulan", "pesan", ids, **about)
    noted = {"id": crisis[0], "certain": crisis[1], "for_other": seen_for_other, "how": how} if crisis else None  # fmt: skip
    row = answered(
        " ".join(example.message.intents), crisis=crisis, danger=noted, replies=(Reply(reply),)
    )
    return Judged(example, row)


@pytest.mark.parametrize(
    ("row", "is_right"),
    [
        (judged(), True),
        (judged(crisis=(PASSPORT, True)), False),
        (judged((LOCKED, PASSPORT), (PASSPORT, False)), True),
        (judged(crisis=None), False),
        (judged((SOMEBODY,), (LOCKED, True), seen_for_other=True, for_other=True), True),
        (judged((SOMEBODY,), (LOCKED, True), for_other=True), False),
    ],
)
def test_the_right_protocol(row: Judged, is_right: bool) -> None:
    assert row.has_right_protocol is is_right


def table(rows: list[Judged], name: str) -> Table:
    (found,) = [each for each in danger_board(rows) if each.name == name]
    return found


def test_the_figures_of_a_set() -> None:
    rows = [
        judged(lang="id"),
        judged(crisis=(PASSPORT, False), reply="Apakah Anda dalam bahaya?", lang="en"),
        judged(crisis=None, lang="en"),
        judged((), style="hukum"),
        judged((), None, style="berita"),
    ]
    board = table(rows, "danger in sets of its own")
    figures = dict(zip(board.columns, board.rows["all"], strict=True))
    assert str(figures["noticed"]) == "66.7% (2/3)"
    assert str(figures["certain"]) == "33.3% (1/3)"
    assert str(figures["right protocol"]) == "50.0% (1/2)"
    assert str(figures["number at once"]) == "33.3% (1/3)"
    assert str(figures["false alarms"]) == "50.0% (1/2)"
    assert str(table(rows, "danger by language").rows["en"][0]) == "50.0% (1/2)"
    assert str(table(rows, "no danger").rows["hukum"][0]) == "100.0% (1/1)"
    assert str(table(rows, "danger by how").rows["phrase"][1]) == "66.7% (2/3)"


def test_nothing_measured_leaves_the_tables_empty() -> None:
    assert [each.rows for each in danger_board([])] == [{}] * 6


def test_messages_of_other_sets_are_judged_by_their_intent() -> None:
    rows = [answered(LOCKED, crisis=(LOCKED, True)), answered("biaya")]
    (only,) = judged_twins(rows, frozenset({LOCKED}))
    assert only.has_right_protocol
