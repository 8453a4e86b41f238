"""Noting that a contact was checked: the dates, one more piece of evidence, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from knowledge.confirm import Confirmation, confirm
from knowledge.findings import KnowledgeError
from knowledge.lint import lint
from knowledge.load import load
from tests.knowledge.builders import TODAY, write_folder

FILE = """\
# Ditulis tangan.
id: kp2mi
name: "Pusat Panggilan"   # nama pendek
level: nasional
country: "ID"
serves: "Pengaduan"
contacts:
  - type: phone
    value: "+622129244800"
    label: "telepon"
    reach: semua
    confidence: tinggi   # dua sumber
  - type: whatsapp
    value: "+628118080141"
    label: "WhatsApp"
    reach: semua
    confidence: tinggi
handles: [tppo_laporan]
status: active
confidence: tinggi
confirmed_on: "2025-12"       # sumber terbaru
checked_on: "2026-01-21"
checked_by: "tim penyusun"
review_by: 2026-07-21
evidence:
  - url: null
    publisher: "A"
    date: "2025-12"
    says: "Nomornya."

# penutup
conflict: null
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = write_folder(tmp_path)
    channel = folder / "channels" / "kp2mi.yml"
    channel.write_text(FILE.replace("review_by: 2026-07-21", 'review_by: "2026-07-21"'), "utf-8")
    return folder


def text(root: Path) -> str:
    return (root / "channels" / "kp2mi.yml").read_text(encoding="utf-8")


def test_dates_and_evidence_change_and_nothing_else(root: Path) -> None:
    before = text(root).splitlines()
    confirm(root, "kp2mi", Confirmation(date(2026, 11, 20), "https://kp2mi.go.id/kontak"), TODAY)
    after = text(root).splitlines()
    assert [line for line in after if line not in before] == [
        'confirmed_on: "2026-11-20"       # sumber terbaru',
        'checked_on: "2026-11-22"',
        'review_by: "2027-05-22"',
        '  - url: "https://kp2mi.go.id/kontak"',
        '    publisher: "kp2mi.go.id"',
        '    date: "2026-11-20"',
        '    says: "Semua kontak kanal ini dicek."',
    ]
    assert len(after) == len(before) + 4
    assert after[-2:] == ["# penutup", "conflict: null"]


def test_the_file_still_passes_the_check(root: Path) -> None:
    confirm(root, "kp2mi", Confirmation(TODAY), TODAY)
    assert [each for each in lint(load(root, TODAY)) if each.level == "error"] == []


def test_a_call_is_evidence_without_an_address(root: Path) -> None:
    confirm(root, "kp2mi", Confirmation(TODAY, contact="0811-8080-141", by="relawan"), TODAY)
    assert "  - url: null\n" in text(root)
    assert '    says: "Dicek: +628118080141."\n' in text(root)
    assert 'checked_by: "relawan"\n' in text(root)


def test_a_channel_can_be_confirmed_twice(root: Path) -> None:
    for day in (date(2026, 11, 20), TODAY):
        confirm(root, "kp2mi", Confirmation(day), TODAY)
    record = load(root, TODAY).knowledge.channels["kp2mi"]
    assert record.confirmed_on == "2026-11-22"
    assert [each.date for each in record.evidence] == ["2025-12", "2026-11-20", "2026-11-22"]


def test_the_last_day_of_a_long_month_becomes_that_of_a_short_one(root: Path) -> None:
    changes = confirm(root, "kp2mi", Confirmation(date(2026, 8, 31)), date(2026, 8, 31))
    assert changes["review_by"] == "2027-02-28"


@pytest.mark.parametrize(
    ("channel", "found", "words"),
    [
        ("kp2m", Confirmation(TODAY), "mungkin maksudnya 'kp2mi'"),
        ("../channels/kp2mi", Confirmation(TODAY), "tidak ada"),
        ("kp2mi", Confirmation(date(2027, 1, 1)), "belum terjadi"),
        ("kp2mi", Confirmation(date(2025, 11, 30)), "sudah dipastikan pada 2025-12"),
        ("kp2mi", Confirmation(TODAY, contact="110"), "Yang ada: +622129244800, +628118080141"),
        ("kp2mi", Confirmation(TODAY, contact=""), "tidak ada di kanal ini"),
        ("kp2mi", Confirmation(TODAY, by="x" * 81), "Berkas ini salah"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    root: Path, channel: str, found: Confirmation, words: str
) -> None:
    before = text(root)
    with pytest.raises(KnowledgeError, match=re.escape(words)):
        confirm(root, channel, found, TODAY)
    assert text(root) == before
    assert [path.name for path in (root / "channels").iterdir() if path.name.startswith(".")] == []


def test_a_file_with_errors_is_left_alone(root: Path) -> None:
    path = root / "channels" / "kp2mi.yml"
    path.write_text(text(root).replace("status: active", "status: buka"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="Betulkan dulu"):
        confirm(root, "kp2mi", Confirmation(TODAY), TODAY)


def test_what_a_killed_program_left_is_no_record(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft that ended in .yml would be read as a second record, and no store could be built any more."""

    def killed(*_: object) -> None:
        raise SystemExit

    # As a kill: what would tidy up does not come to it.
    monkeypatch.setattr(Path, "replace", killed)
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    with pytest.raises(SystemExit):
        confirm(root, "kp2mi", Confirmation(date(2026, 3, 1)), TODAY)
    monkeypatch.undo()
    (left,) = (file for file in (root / "channels").iterdir() if file.name.startswith("."))
    before = lint(load(root, TODAY))
    left.unlink()
    assert before == lint(load(root, TODAY))
