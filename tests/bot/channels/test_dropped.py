"""Pictures dropped into the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.dropped import dropped_picture

PNG = b"\x89PNG\r\n\x1a\n and more"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "foto loker.png"
    path.write_bytes(PNG)
    return path


def test_a_path_as_terminals_paste_it(picture: Path) -> None:
    plain = str(picture)
    for line in (plain, f"  {plain} ", f"'{plain}'", f'"{plain}"', plain.replace(" ", "\\ ")):
        assert dropped_picture(line) == PNG
    assert dropped_picture(picture.as_uri()) == PNG


@pytest.mark.parametrize(
    "line", ["", "   ", "aman ga?", "'", "a\0b", "~tidak_ada/x", "." * 10_000, "/", "/dev/null"]
)
def test_any_other_line_is_none(line: str) -> None:
    assert dropped_picture(line) is None


def test_a_file_that_is_no_picture_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("loker", encoding="utf-8")
    assert dropped_picture(str(path)) is None
