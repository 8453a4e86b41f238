"""The commands print what an editor needs and return the exit statuses of the contract."""

from __future__ import annotations

import io
from pathlib import Path

from knowledge import cli
from tests.knowledge.builders import make_mission, make_quiz, whole_folder, write_folder


def run(root: Path) -> tuple[int, list[str]]:
    out = io.StringIO()
    return cli.check(root, out), out.getvalue().splitlines()


def test_a_clean_check_ends_with_a_count_and_0(tmp_path: Path) -> None:
    assert run(write_folder(tmp_path)) == (0, ["20 berkas diperiksa: 0 kesalahan, 0 peringatan."])


def test_errors_are_all_printed_and_end_with_1(tmp_path: Path) -> None:
    root = write_folder(tmp_path, quiz=[make_quiz(topic="tiada", answer="ya")])

    status, lines = run(root)

    assert status == 1
    assert len(lines) == 3
    assert all("Saran:" in line for line in lines[:-1])


def test_a_warning_alone_ends_with_0(tmp_path: Path) -> None:
    old = make_mission(checked_on="2025-01-01", review_by="2025-07-01")
    others = [each for each in whole_folder()["channel"] if each["id"] != "kbri"]

    status, lines = run(write_folder(tmp_path, channel=[old, *others]))

    assert status == 0
    assert "peringatan:" in lines[0]
    assert lines[-1].endswith("0 kesalahan, 1 peringatan.")


def test_export_says_what_it_did_or_why_not(tmp_path: Path) -> None:
    good, bad = io.StringIO(), io.StringIO()
    root = write_folder(tmp_path)

    assert cli.export(root, tmp_path / "out", good) == 0
    write_folder(tmp_path, quiz=[make_quiz(topic="tiada")])
    assert cli.export(root, tmp_path / "out", bad) == 1

    assert "berkas ditulis ke" in good.getvalue()
    assert "mawas knowledge check" in bad.getvalue()
