"""`mawas knowledge check --stale` and `mawas knowledge confirm`."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from bot import cli, knowledge_fresh
from bot.errors import SettingsError
from tests.knowledge.builders import (
    TODAY,
    make_channel,
    make_emergency,
    make_mission,
    make_office,
    write_folder,
)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(knowledge_fresh, "today_in_jakarta", lambda: TODAY)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    late = make_channel(name="=Pusat", review_by="2026-01-01", confirmed_on="2025-01")
    return write_folder(tmp_path, channel=[late, make_mission(), make_emergency(), make_office()])


def test_the_work_list_is_printed_for_people(root: Path) -> None:
    out = io.StringIO()
    assert knowledge_fresh.stale(out=out, root=root) == 0
    assert out.getvalue().splitlines() == [
        "tinggi  2026-01-01  channels/kp2mi.yml, terakhir dipastikan 2025-01",
        "        =Pusat +622129244800",
        "1 rekaman perlu dicek ulang: 1 tinggi, 0 sedang, 0 rendah.",
        "Sesudah dicek: ./mawas knowledge confirm KANAL --source ALAMAT",
    ]


def test_the_work_list_is_a_table_that_runs_no_formula(root: Path) -> None:
    out = io.StringIO()
    knowledge_fresh.stale("-", out, root)
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert row["nama"] == "'=Pusat"
    assert row["kontak"] == "+622129244800"
    assert row["risiko"] == "tinggi"


def test_the_table_can_be_a_file(root: Path, tmp_path: Path) -> None:
    out = io.StringIO()
    knowledge_fresh.stale(str(tmp_path / "kerja.csv"), out, root)
    assert (tmp_path / "kerja.csv").read_text(encoding="utf-8-sig").startswith("risiko,rekaman,")
    assert out.getvalue() == f"1 rekaman ditulis ke {tmp_path / 'kerja.csv'}.\n"


def test_a_file_that_cannot_be_written_is_told(root: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="tidak bisa ditulis"):
        knowledge_fresh.stale(str(tmp_path / "tiada" / "kerja.csv"), io.StringIO(), root)


def test_a_check_is_noted_with_one_command(root: Path) -> None:
    out = io.StringIO()
    told = knowledge_fresh.note(
        "kp2mi", contact=None, on=None, source="telepon", by=None, out=out, root=root
    )
    assert told == 0
    assert out.getvalue() == (
        "channels/kp2mi.yml: confirmed_on 2026-11-22, checked_on 2026-11-22, review_by 2027-05-22,"
        " dan satu bukti baru.\n"
    )
    after = io.StringIO()
    knowledge_fresh.stale(out=after, root=root)
    assert after.getvalue() == "0 rekaman perlu dicek ulang: 0 tinggi, 0 sedang, 0 rendah.\n"


@pytest.mark.parametrize(
    ("channel", "on", "words"),
    [("kp2mi", "kemarin", "bukan tanggal"), ("tiada", None, "tidak ada")],
)
def test_what_cannot_be_noted_is_told(root: Path, channel: str, on: str | None, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        knowledge_fresh.note(channel, contact=None, on=on, source="telepon", by=None, root=root)


def test_words_on_the_command_line_arrive(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[object, ...]] = []
    monkeypatch.setattr(knowledge_fresh, "stale", lambda *words: called.append(words) or 0)
    monkeypatch.setattr(
        knowledge_fresh, "note", lambda *words, **named: called.append((*words, named)) or 0
    )
    assert cli.main(["knowledge", "check", "--stale"]) == 0
    assert cli.main(["knowledge", "check", "--stale", "--csv", "-"]) == 0
    assert cli.main(["knowledge", "confirm", "polri_110", "--contact", "110", "--by", "piket"]) == 0
    assert called == [
        (None,),
        ("-",),
        ("polri_110", {"contact": "110", "on": None, "source": "telepon", "by": "piket"}),
    ]


def test_a_table_of_nothing_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["knowledge", "check", "--csv", "-"]) == 2
    assert "--csv hanya bersama --stale" in capsys.readouterr().err
