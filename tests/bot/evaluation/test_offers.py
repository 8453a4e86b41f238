"""Reading, screening, tables, files and page of the labelled offers, with a screener that is told what to find."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from actions.screening.labelled_offers import Pay
from bot.errors import MawasError, MissingError
from bot.evaluation.offer_board import offer_board
from bot.evaluation.offer_files import FIGURES, MISTAKES, write_offers
from bot.evaluation.offer_page import offer_sections
from bot.evaluation.offer_sets import read_offers
from bot.evaluation.offers import OPEN, UNSEEN, MeasuredOffers, measure_offers, screen_all
from bot.evaluation.tables import plain
from bot.evaluation.words import INDONESIAN
from tests.bot.evaluation.offer_builders import (
    RUPIAH,
    TEXT,
    FakeScreener,
    offer,
    screened,
    screening,
)

ROW = """
- id: {id}
  kind: tipu
  form: chat
  risk: [tinggi]
  flags: [visa_kunjungan]
  arguable: [berangkat_cepat]
  country: KH
  pay: {{min: 8000000, max: null, currency: IDR, period: bulan}}
  stage: umpan
  text: |-
    {text}
"""


def _half(folder: Path, name: str, text: str) -> Path:
    folder.mkdir()
    (folder / "a.yml").write_text(ROW.format(id=name, text=text), encoding="utf-8")
    return folder


def test_an_offer_is_read_with_its_labels(tmp_path: Path) -> None:
    (read,) = read_offers(_half(tmp_path / "x", "t_1", "Kerja!"))
    assert read == offer(
        flags="visa_kunjungan",
        arguable="berangkat_cepat",
        form="chat",
        country="KH",
        pay=Pay(8e6, None, "IDR", "bulan"),
        stage="umpan",
        text="Kerja!",
    )
    assert read.is_chat


def test_a_folder_without_offers_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="Tidak ada contoh"):
        read_offers(tmp_path)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("- {id: t_1, kind: tipu}", "t_1"),
        ("- ya", "a.yml"),
        ("- {kind: tipu}", "a.yml"),
        ("- [", "a.yml"),
        ("ya", "a.yml"),
    ],
)
def test_a_file_of_another_form_is_named(tmp_path: Path, content: str, named: str) -> None:
    (tmp_path / "a.yml").write_text(content, encoding="utf-8")
    with pytest.raises(MawasError, match=named):
        read_offers(tmp_path)


def test_each_offer_is_screened_and_timed() -> None:
    screener = FakeScreener({TEXT: screening("tinggi")})
    steps: list[int] = []
    (row,) = screen_all(screener, [offer()], lambda: steps.append(1))
    assert screener.seen == ["", TEXT]
    assert row.screening.risk == "tinggi"
    assert row.ms >= 0
    assert steps == [1]


SHARED = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"


def test_the_unseen_half_is_measured_only_when_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = _half(tmp_path / "open", "t_1", SHARED)
    second = _half(tmp_path / "unseen", "u_1", f"{SHARED} sebelas")
    assert list(measure_offers(FakeScreener({}), first, None)) == [OPEN]
    both = measure_offers(FakeScreener({}), first, second)
    assert list(both) == [OPEN, UNSEEN]
    assert both[OPEN].shared == ()
    assert both[UNSEEN].shared == ("u_1",)
    assert "Menyaring" in capsys.readouterr().err


MEASURED = MeasuredOffers(
    rows=(
        screened(offer(flags="visa_kunjungan", country="KH", pay=RUPIAH), ms=4.0),
        screened(offer(id="t_2"), screening("rendah"), ms=6.0),
        screened(offer(id="t_3", risks=("sedang",)), screening("sedang")),
        screened(offer("asli", id="s_1"), screening("tinggi", "uang_fit", "TW", RUPIAH)),
        screened(
            offer("asli", id="s_2", pay=RUPIAH),
            screening("rendah", pay=Pay(10e6, None, "IDR", None)),
        ),
        screened(offer("abu", id="g_1", form="chat", stage="umpan")),
        screened(offer("bukan", id="n_1", form="berita")),
    ),
    shared=("n_1",),
)
BOARD = offer_board(MEASURED)
TABLES = {table.name: table.as_dict() for table in BOARD}


@pytest.mark.parametrize(
    ("table", "row", "column", "hits", "total"),
    [
        ("offers", "scam called tinggi", "figure", 1, 3),
        ("offers", "the same, where only tinggi is accepted", "figure", 1, 2),
        ("offers", "false reassurance", "figure", 1, 3),
        ("offers", "genuine called tinggi", "figure", 1, 2),
        ("offers", "no offer, recognised as none", "figure", 1, 1),
        ("offers", "risk accepted", "figure", 5, 7),
        ("offers", "flag recall", "figure", 1, 1),
        ("offers", "flag precision", "figure", 1, 2),
        ("offers", "evidence in its place", "figure", 7, 7),
        ("risk by kind", "tipu", "rendah", 1, 3),
        ("risk by kind", "abu", "sedang", 1, 1),
        ("risk by kind", "tipu", "accepted", 2, 3),
        ("facts of offers", "country", "all", 5, 6),
        ("facts of offers", "country", "where it is stated", 1, 1),
        ("facts of offers", "country", "where it is not", 4, 5),
        ("facts of offers", "pay", "all", 4, 6),
        ("facts of offers", "pay", "where it is stated", 1, 2),
        ("facts of offers", "pay, smallest amount and currency", "where it is stated", 2, 2),
        ("facts of offers", "stage of a chat", "all", 1, 1),
        ("flags", "visa_kunjungan", "recall", 1, 1),
        ("flags", "uang_fit", "precision", 0, 1),
        ("flags", "semua", "precision", 1, 2),
        ("offers by form", "berita", "risk accepted", 1, 1),
    ],
)
def test_shares(table: str, row: str, column: str, hits: int, total: int) -> None:
    assert TABLES[table][row][column] == {"share": hits / total, "hits": hits, "of": total}


def test_other_figures() -> None:
    assert TABLES["offers"]["texts shared with the other half"]["figure"] == 1
    assert TABLES["time of screening"]["an offer"] == {
        "median time": 10.0,
        "time of 95 in 100": 10.0,
    }
    assert TABLES["time of screening"]["1,000 characters"]["median time"] is None
    assert list(TABLES["flags"]) == ["visa_kunjungan", "uang_fit", "semua"]
    assert set(TABLES["offers by form"]) == {"iklan_fb", "chat", "berita"}


def test_nothing_screened_makes_empty_figures() -> None:
    for table in offer_board(MeasuredOffers(())):
        assert "%" not in plain(table)


def test_every_name_on_the_terminal_is_indonesian() -> None:
    ids = {label for name in ("risk by kind", "flags", "offers by form") for label in TABLES[name]}
    ids |= {"tinggi", "sedang", "rendah", "bukan_lowongan"}
    names = {name for table in BOARD for name in (table.name, *table.columns, *table.rows)}
    assert sorted(names - set(INDONESIAN) - ids) == []


def test_mistakes_and_figures_are_written_without_any_text(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert write_offers(MEASURED, BOARD, folder) == [folder / MISTAKES, folder / FIGURES]
    with (folder / MISTAKES).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {
        "id": "t_2",
        "kind": "tipu",
        "what": "risk",
        "expected": "tinggi",
        "came": "rendah",
    }
    assert {row["id"] for row in rows} == {"t_2", "s_1", "s_2"}
    assert json.loads((folder / FIGURES).read_text(encoding="utf-8")) == TABLES
    assert all(TEXT not in file.read_text(encoding="utf-8") for file in folder.iterdir())


def test_the_page_names_mistakes_by_id_only() -> None:
    page = "\n".join(offer_sections({UNSEEN: MEASURED}, {UNSEEN: BOARD}))
    assert "## Offers, unseen half (`tests/offers/`)" in page
    assert "7 texts" in page
    assert "| scam called tinggi | 33.3% (1/3) |" in page
    assert "- false reassurance: t_2\n- genuine called tinggi: s_1\n" in page
    assert TEXT not in page
    empty = "\n".join(offer_sections({OPEN: MeasuredOffers(())}, {OPEN: []}))
    assert "- false reassurance: none" in empty
