from __future__ import annotations

import datetime
from typing import Any

import pytest

from bot.evaluation.entities import Score, score
from bot.evaluation.measured import Measured
from bot.evaluation.page import page
from bot.evaluation.scoreboard import scoreboard
from bot.evaluation.scores import Share
from bot.evaluation.tables import Table, markdown, plain
from bot.evaluation.words import INDONESIAN, in_indonesian
from bot.messages import Reply
from bot.phrases import TROUBLE
from tests.bot.evaluation.builders import GROUPS, answered

CRISIS = ("darurat_disekap", True)


def _entities() -> Score:
    class Doc:
        ents = ()

    return score(["di [kmboja](negara:KH)"], lambda text: Doc())


MEASURED = Measured(
    rows=(
        answered("biaya", topics=("biaya",), register="baku"),
        answered("visa", predicted="gaji", topics=("gaji",), register="suara", text="a | b\nc"),
        answered("darurat_disekap", crisis=CRISIS, register="suara"),
        answered("di_luar_topik", predicted="biaya", topics=("biaya",)),
        answered("visa", name="menakutkan", crisis=("darurat_disekap", False)),
        answered("biaya visa", name="dua_pertanyaan", topics=("visa", "biaya")),
        answered("biaya", name="satu_pertanyaan", topics=("biaya", "gaji")),
        answered("gaji", name="lanjutan", before=("x",), place="TW", topics=("gaji",)),
        answered(
            "gaji",
            name="lanjutan",
            before=("x",),
            place="TW",
            topics=("gaji",),
            replies=(Reply("Di Taiwan."),),
        ),
        answered("biaya", name="bahasa_id"),
        answered("biaya", name="bahasa_jv", replies=(Reply(f"{TROUBLE} x"),)),
    ),
    groups=GROUPS,
    places={"TW": "Taiwan"},
    entities=_entities(),
    overlap={"menakutkan": 1},
)
TABLES = {table.name: table.as_dict() for table in scoreboard(MEASURED)}


@pytest.mark.parametrize(
    ("table", "row", "column", "hits", "total"),
    [
        ("understanding", "all", "top-1", 2, 4),
        ("understanding", "topics", "top-1", 1, 2),
        ("understanding", "answered by its own topic", "top-1", 1, 2),
        ("danger", "danger, held-out twin", "noticed", 1, 1),
        ("danger", "no danger, but sounds like it", "noticed", 1, 1),
        ("danger", "no danger, but sounds like it", "certain", 0, 1),
        ("danger", "no danger, all sets", "asked", 1, 8),
        ("honesty", "wrong topic answered without asking back", "figure", 1, 6),
        ("honesty", "topic not answered or asked back", "figure", 3, 6),
        ("honesty", "out of scope answered from knowledge", "figure", 1, 1),
        ("several questions", "both topics answered", "figure", 1, 1),
        ("several questions", "one question answered twice", "figure", 1, 1),
        ("several questions", "follow up right", "figure", 1, 2),
        ("by group", "waspada", "top-1", 0, 1),
        ("by register", "suara", "top-1", 1, 2),
        ("by register", "suara", "danger noticed", 1, 1),
        ("languages", "jv", "recognised", 0, 1),
        ("languages", "id (recognised as another)", "recognised", 0, 1),
        ("answers", "bubbles too long", "figure", 0, 7),
        ("answers", "failed turns", "figure", 1, 11),
    ],
)
def test_shares(table: str, row: str, column: str, hits: int, total: int) -> None:
    assert TABLES[table][row][column] == {"share": hits / total, "hits": hits, "of": total}


def test_other_figures() -> None:
    assert TABLES["by set"]["menakutkan"]["trained on"] == 1
    assert TABLES["entities"]["negara"]["F1 with value"] == 0.0
    assert TABLES["answers"]["median time"]["figure"] == 10.0
    assert TABLES["calibration"]["expected calibration error"]["figure"] == pytest.approx(0.4)
    assert TABLES["reliability"]["0.9 to 1.0"]["messages"] == 4


def test_sets_are_right_by_what_they_ask_for() -> None:
    hits = {name: figures["right"]["hits"] for name, figures in TABLES["by set"].items()}
    assert hits == {
        "nlu": 2,
        "menakutkan": 1,
        "dua_pertanyaan": 1,
        "satu_pertanyaan": 1,
        "lanjutan": 1,
        "bahasa_id": 1,
        "bahasa_jv": 1,
    }


def test_nothing_measured_makes_empty_figures() -> None:
    empty = Measured(rows=(), groups=GROUPS)
    for table in scoreboard(empty):
        assert "%" not in plain(table)


TABLE = Table("understanding", ("top-1", "asked"), {"topics": (Share(1, 2), 3)})


def test_a_table_in_markdown() -> None:
    assert markdown(TABLE) == "|  | top-1 | asked |\n|---|---|---|\n| topics | 50.0% (1/2) | 3 |"


def test_a_table_for_the_terminal_is_indonesian() -> None:
    assert plain(TABLE, in_indonesian).splitlines() == [
        "PEMAHAMAN        top-1  ditanyakan",
        "topik      50.0% (1/2)           3",
    ]


def _ids() -> set[str]:
    """Names that are the same in every language: of sets, groups, registers, languages and kinds."""
    shown = (
        "by group", "by register", "by region", "by set", "danger by protocol", "languages", "entities",
    )  # fmt: skip
    return {label for name in shown for label in TABLES[name]} | {"top-1", "macro F1"}


def test_every_name_on_the_terminal_is_indonesian() -> None:
    names: set[Any] = set()
    for table in scoreboard(MEASURED):
        if not table.is_detail:
            names |= {table.name, *table.columns, *table.rows}
    assert sorted(names - set(INDONESIAN) - _ids()) == []


def test_the_page_holds_every_table_and_the_confusions() -> None:
    boards = {"held_out": scoreboard(MEASURED)}
    text = page({"held_out": MEASURED}, boards, 1234, datetime.date(2026, 11, 28))
    assert "Measured on 2026-11-28 with a model of 1,234 training sentences." in text
    assert "| visa | gaji | a \\| b c |" in text
    for name in ("Understanding", "Danger", "Reliability", "By region", "Worst confusions"):
        assert (f"### {name}\n" in text) is (name != "By region")
