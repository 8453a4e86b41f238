from __future__ import annotations

import csv
import io
import re
import zlib
from datetime import date

import pytest

from bot.demo.sessions.figures import Share
from bot.demo.sessions.model import SessionNotebook
from bot.demo.sessions.report import Report, report_of
from bot.demo.sessions.report_csv import COLUMNS, csv_of
from bot.demo.sessions.report_pdf import pdf_of
from bot.demo.sessions.store import SessionStore
from bot.paths import ROOT
from tests.bot.demo.sessions.made import CHECK, GENUINE, STATEMENT, TRICK, counted, held

MADE = date(2026, 11, 28)


def _report(store: SessionStore, notebook: SessionNotebook, **about: object) -> Report:
    session = store.session(held(store, notebook, **about))
    assert session is not None
    return report_of(session, store.knowledge, MADE)


@pytest.fixture
def report(sessions: SessionStore) -> Report:
    notebook = counted(12, 24, 30)
    notebook.unanswered("berapa biaya paspor sekarang?")
    return _report(sessions, notebook)


def _pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def _drawn(data: bytes) -> bytes:
    """The instructions of all pages."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    found = b""
    for stream in streams:
        try:
            found += zlib.decompress(stream)
        except zlib.error:
            continue
    return found


def test_figures_are_of_those_who_were_counted(report: Report) -> None:
    assert (report.before, report.after) == (Share(12, 30), Share(24, 30))
    assert (report.before.percent, report.after.percent) == (40, 80)
    assert report.quiz == Share(31, 60)
    assert [(row.item, row.share.right) for row in report.questions] == [(TRICK, 29), (GENUINE, 2)]
    assert report.province == "Jawa Timur"
    assert report.shown == ("Kuis: Asli atau tipu? 1",)


def test_a_statement_of_one_round_alone_is_not_compared(sessions: SessionStore) -> None:
    notebook = counted(12, 24, 30)
    notebook.count(f"cek/sebelum/{CHECK}/izin_bisa_dicek", {"benar": 30, "salah": 0})
    report = _report(sessions, notebook)
    assert len(report.statements) == 2
    assert (report.before, report.after) == (Share(12, 30), Share(24, 30))


def test_records_that_are_gone_are_no_trouble(sessions: SessionStore) -> None:
    notebook = SessionNotebook(30)
    notebook.count("kuis/gone", {"tipu": 20})
    notebook.count("cek/sebelum/gone/gone", {"benar": 20})
    report = _report(sessions, notebook)
    assert (report.statements, report.questions[0].share) == ((), Share(0, 0))
    assert pdf_of(report).startswith(b"%PDF")
    assert b"gone" in csv_of(report)


def test_the_paper_has_a_page_to_hand_in_and_an_annex(report: Report) -> None:
    data = pdf_of(report)
    assert data.startswith(b"%PDF")
    assert _pages(data) == 2


def test_many_questions_run_on_and_none_is_lost(sessions: SessionStore) -> None:
    few, many = counted(12, 24, 30), counted(12, 24, 30)
    for number in range(90):
        many.unanswered(f"pertanyaan nomor {number}")
    assert _pages(pdf_of(_report(sessions, many))) > _pages(pdf_of(_report(sessions, few)))


def test_a_session_in_which_nothing_was_counted_has_its_paper_too(sessions: SessionStore) -> None:
    data = pdf_of(_report(sessions, SessionNotebook(), province=None, district=None))
    assert data.startswith(b"%PDF")
    assert len(_drawn(data)) > 0


def test_letters_that_the_font_lacks_are_no_trouble(sessions: SessionStore) -> None:
    notebook = counted(12, 24, 30)
    notebook.unanswered("gaji 工厂 berapa 😀?")
    assert pdf_of(_report(sessions, notebook)).startswith(b"%PDF")


def test_the_table_says_each_count_once(report: Report) -> None:
    data = csv_of(report)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["bagian"] for row in rows] == [
        "pertemuan", "acara", "cek", "cek", "kuis", "kuis", "belum_terjawab",
    ]  # fmt: skip
    before = rows[2]
    assert (before["id"], before["putaran"]) == (f"{CHECK}/{STATEMENT}", "sebelum")
    assert (before["tepat"], before["dijawab"], before["persen"]) == ("12", "30", "40")
    assert {row["kabupaten_kota"] for row in rows} == {"Kabupaten Malang"}


@pytest.mark.parametrize("typed", ["=1+1", "+cmd", "-2", "@SUM(A1)"])
def test_no_cell_is_run_by_a_spreadsheet(sessions: SessionStore, typed: str) -> None:
    notebook = counted(12, 24, 30)
    notebook.unanswered(typed)
    rows = csv.DictReader(
        io.StringIO(csv_of(_report(sessions, notebook, place=typed)).decode("utf-8-sig"))
    )
    cells = [row[name] for row in rows for name in ("tempat", "teks")]
    assert f"'{typed}" in cells
    assert not [cell for cell in cells if cell.startswith(typed)]


def test_the_columns_are_documented() -> None:
    page = (ROOT / "docs" / "laporan-pertemuan.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"| `{name}` |" not in page] == []


def test_a_file_says_when_and_not_where(report: Report) -> None:
    assert report.file_name.startswith("laporan-pertemuan-2026-11-21-")
    assert "sukamaju" not in report.file_name.casefold()
