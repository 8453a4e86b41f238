"""Files appear whole under their name, or not at all, whenever the program ends."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.paths import ROOT
from knowledge import whole_file
from knowledge.whole_file import ABANDONED_SECONDS, DRAFT, PART, whole, write_csv, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_stands_there_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("lama")
    with whole(file) as out:
        out.write(b"ba")
        assert file.read_text() == "lama"
        out.write(b"ru")
    assert file.read_text() == "baru"
    assert names(tmp_path) == ["a.txt"]


def test_an_error_leaves_what_stood_there(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("lama")

    def half() -> None:
        with whole(file) as out:
            out.write(b"ba")
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        half()
    assert file.read_text() == "lama"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_new_file_takes_nobodys_place(
    tmp_path: Path, has_links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    if not has_links:
        # As on most sticks.
        monkeypatch.setattr(whole_file.os, "link", refused)
    file = tmp_path / "a.txt"
    write_whole(file, b"satu", is_new=True)
    with pytest.raises(FileExistsError):
        write_whole(file, b"dua", is_new=True)
    (tmp_path / "b.txt").symlink_to(tmp_path / "tiada")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "b.txt", b"dua", is_new=True)
    assert file.read_bytes() == b"satu"
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_only_the_owner_may_read_what_is_written_for_them(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"x", 0o600)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_link_stays_one_and_a_pipe_is_written_into(tmp_path: Path) -> None:
    (tmp_path / "jauh").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "jauh" / "b")
    write_whole(tmp_path / "a", b"x")
    assert (tmp_path / "a").is_symlink()
    assert (tmp_path / "jauh" / "b").read_bytes() == b"x"
    read, write = os.pipe()
    write_whole(Path(f"/dev/fd/{write}"), b"lewat")
    assert os.read(read, 10) == b"lewat"
    os.close(read)
    os.close(write)


def test_a_table_is_utf_8_with_its_head(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [("nama", "n"), ("Ende, “NTT”", 2)])
    assert (tmp_path / "a.csv").read_bytes() == 'nama,n\r\n"Ende, “NTT”",2\r\n'.encode()


def test_drafts_of_killed_programs_go_and_those_of_running_ones_stay(tmp_path: Path) -> None:
    old, young = tmp_path / f"{DRAFT}1{PART}", tmp_path / f"{DRAFT}2{PART}"
    for draft in (old, young):
        draft.touch()
    long_ago = time.time() - 2 * ABANDONED_SECONDS
    os.utime(old, (long_ago, long_ago))
    write_whole(tmp_path / "a", b"x")
    assert not old.exists()
    assert young.exists()


_KILLED = """
import sys
from pathlib import Path
from knowledge.whole_file import whole
with whole(Path(sys.argv[1])) as out:
    out.write(b"x" * 100_000)
    out.flush()
    print("setengah", flush=True)
    sys.stdin.read()
"""


def test_a_killed_program_leaves_a_draft_under_another_name(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    process = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"setengah\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(DRAFT)
    assert left.stat().st_size == 100_000
