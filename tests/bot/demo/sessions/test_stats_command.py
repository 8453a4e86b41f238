from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from bot import cli
from bot.demo.sessions.model import SessionNotebook
from bot.demo.sessions.stats import Stats, stats_of
from bot.demo.sessions.store import SessionStore
from bot.errors import MissingError, SettingsError
from bot.paths import ROOT
from bot.settings import Settings
from bot.stats_command import COLUMNS, run
from tests.bot.demo.sessions.made import counted, held


def _stats(store: SessionStore) -> Stats:
    return stats_of(store.sessions(), store.knowledge)


def _hold_some(store: SessionStore) -> None:
    held(store, counted(12, 24, 30), date="2026-09-03")
    held(store, counted(8, 16, 20), date="2026-09-20")
    held(store, counted(5, 9, 10), date="2026-11-02", district="Kota Malang")
    held(store, counted(6, 12, 15), date="2026-11-05", province=None, district=None)


def test_sessions_of_a_month_and_district_are_added_up(sessions: SessionStore) -> None:
    _hold_some(sessions)
    stats = _stats(sessions)
    told = [(each.month, each.where, each.sessions, each.people) for each in stats.groups]
    assert told == [
        ("2026-09", "Kabupaten Malang", 2, 50),
        ("2026-11", "Kota Malang", 1, 10),
        ("2026-11", "tidak dicatat", 1, 15),
    ]
    first = stats.groups[0]
    assert (first.before.right, first.before.of, first.after.right) == (20, 50, 40)
    # Who takes everything for a trick knows no genuine offer.
    assert (first.tricks.percent, first.genuine.percent) == (96, 8)
    assert (stats.total.sessions, stats.total.people) == (4, 75)


def test_few_people_are_not_shown_and_cannot_be_subtracted(sessions: SessionStore) -> None:
    _hold_some(sessions)
    few = counted(1, 4, 4)
    few.unanswered("pertanyaan seorang saja")
    held(sessions, few, date="2026-10-01", district="Kota Batu")
    stats = _stats(sessions)
    assert "Kota Batu" not in [each.district for each in stats.groups]
    assert (stats.left_out, stats.total.people, stats.open) == (1, 75, ())


def test_a_statement_that_few_answered_says_nothing(sessions: SessionStore) -> None:
    notebook = counted(2, 4, 4)
    crowd = SessionNotebook(30, notebook.dump())
    held(sessions, crowd)
    (group,) = _stats(sessions).groups
    assert (group.people, group.before.of, group.quiz.of) == (30, 0, 0)


def test_where_people_were_not_counted_the_largest_count_stands(sessions: SessionStore) -> None:
    notebook = SessionNotebook(None, counted(12, 24, 30).dump())
    held(sessions, notebook)
    (group,) = _stats(sessions).groups
    assert group.people == 30


def test_the_command_prints_writes_and_draws(
    hall: Settings,
    sessions: SessionStore,
    tmp_path: Path,
) -> None:
    _hold_some(sessions)
    notebook = counted(12, 24, 30)
    notebook.unanswered("berapa biaya paspor?")
    held(sessions, notebook, date="2026-12-01")
    out = io.StringIO()
    table, picture = tmp_path / "s.csv", tmp_path / "s.png"
    assert run(hall, csv=table, plot=picture, out=out) == 0
    lines = out.getvalue().splitlines()
    assert lines[0].split()[0] == "Bulan"
    assert next(line for line in lines if line.startswith("Jumlah")).split()[1:3] == ["5", "105"]
    assert "- berapa biaya paspor?" in lines
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["peserta"], rows[0]["sebelum_tepat"]) == ("50", "20")
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_a_plot_of_one_session_without_a_check_can_be_drawn(
    hall: Settings,
    sessions: SessionStore,
    tmp_path: Path,
    ending: str,
) -> None:
    held(sessions, SessionNotebook(30))
    file = tmp_path / f"s.{ending}"
    assert run(hall, plot=file, out=io.StringIO()) == 0
    assert file.stat().st_size > 0


def test_without_sessions_nothing_is_made(hall: Settings, home: Path) -> None:
    out = io.StringIO()
    assert run(hall, out=out) == 0
    assert "Belum ada pertemuan" in out.getvalue()
    assert not (home / "sessions.db").exists()


def test_only_small_groups_leave_an_empty_table_and_picture(
    hall: Settings,
    sessions: SessionStore,
    tmp_path: Path,
) -> None:
    held(sessions, counted(1, 2, 3))
    out = io.StringIO()
    assert run(hall, plot=tmp_path / "s.png", out=out) == 0
    assert "1 kelompok di bawah 5 orang" in out.getvalue()


def test_files_that_cannot_be_are_told(
    hall: Settings,
    sessions: SessionStore,
    tmp_path: Path,
) -> None:
    _hold_some(sessions)
    with pytest.raises(SettingsError, match="akhiri dengan"):
        run(hall, plot=tmp_path / "s.docx", out=io.StringIO())
    with pytest.raises(MissingError, match="tidak bisa ditulis"):
        run(hall, csv=tmp_path / "none" / "s.csv", out=io.StringIO())
    with pytest.raises(MissingError, match="tidak bisa ditulis"):
        run(hall, plot=tmp_path / "none" / "s.png", out=io.StringIO())


def test_a_broken_database_is_set_aside_and_told(
    hall: Settings, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "sessions.db").write_bytes(b"no database" * 100)
    out = io.StringIO()
    assert run(hall, out=out) == 0
    assert "Belum ada pertemuan" in out.getvalue()
    assert "disisihkan" in capsys.readouterr().err


def test_it_is_a_command(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(home))
    assert cli.main(["stats"]) == 0
    assert "Belum ada pertemuan" in capsys.readouterr().out


def test_the_columns_are_documented() -> None:
    page = (ROOT / "docs" / "laporan-pertemuan.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"| `{name}` |" not in page] == []
