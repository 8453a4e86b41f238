"""A build is skipped when nothing changed, refused on errors, and never half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from knowledge import build as building
from knowledge.build import LEFTOVER_SECONDS, build, folder_digest, is_current
from knowledge.findings import KnowledgeError
from knowledge.store import Store
from tests.knowledge.builders import make_quiz, write_folder, write_record


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_folder(tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "store.db"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite:///{file}"


def question(url: str) -> str:
    store = Store(url)
    item = store.quiz_item("soal")
    store.close()
    assert item is not None
    return item.question


def test_the_digest_names_what_was_built(root: Path, url: str) -> None:
    digest = build(root, url)

    assert Store(url).digest() == digest == folder_digest(root)
    assert is_current(root, url)


def test_a_second_build_does_nothing(root: Path, url: str, file: Path) -> None:
    build(root, url)
    before = file.stat()

    steps: list[int] = []
    build(root, url, lambda done, total: steps.append(done))

    assert (file.stat().st_ino, steps) == (before.st_ino, [])


def test_a_changed_record_makes_a_new_store(root: Path, url: str) -> None:
    old = build(root, url)
    write_record(root, "quiz", make_quiz(question="Apa lagi?"))

    assert not is_current(root, url)
    assert build(root, url) != old
    assert question(url) == "Apa lagi?"


def test_changed_tables_make_a_new_store(
    root: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root, url)
    monkeypatch.setattr(building, "ddl", lambda: "CREATE TABLE other")

    assert not is_current(root, url)


def test_progress_counts_every_record(root: Path, url: str) -> None:
    steps: list[tuple[int, int]] = []

    build(root, url, lambda done, total: steps.append((done, total)))

    assert steps[-1] == (17, 17)
    assert [done for done, _ in steps] == list(range(1, 18))


def test_records_with_errors_are_refused_and_the_old_store_stays(root: Path, url: str) -> None:
    build(root, url)
    write_record(root, "quiz", make_quiz(question="Baru?", topic="tiada"))

    with pytest.raises(KnowledgeError, match="mawas knowledge check"):
        build(root, url)
    assert question(url) == "Bolehkah?"


def test_a_failure_in_the_middle_leaves_the_old_store(root: Path, url: str, file: Path) -> None:
    build(root, url)
    write_record(root, "quiz", make_quiz(question="Baru?"))

    def fail(done: int, total: int) -> None:
        raise OSError("disk penuh")

    with pytest.raises(OSError, match="disk penuh"):
        build(root, url, fail)
    assert question(url) == "Bolehkah?"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_a_kill_in_the_middle_leaves_the_old_store_and_the_next_build_works(
    root: Path, url: str
) -> None:
    build(root, url)
    write_record(root, "quiz", make_quiz(question="Baru?"))
    code = (
        "import os, signal, sys; from pathlib import Path; from knowledge.build import build\n"
        "kill = lambda done, total: done == 7 and os.kill(os.getpid(), signal.SIGKILL)\n"
        "build(Path(sys.argv[1]), sys.argv[2], kill)\n"
    )

    done = subprocess.run([sys.executable, "-c", code, str(root), url], check=False)

    assert done.returncode == -signal.SIGKILL
    assert question(url) == "Bolehkah?"
    build(root, url)
    assert question(url) == "Baru?"


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\x00" + bytes(80)])
def test_a_damaged_store_is_built_anew(root: Path, url: str, file: Path, damage: bytes) -> None:
    build(root, url)
    file.write_bytes(damage)
    assert not is_current(root, url)
    build(root, url)
    assert is_current(root, url)


def test_files_of_a_build_killed_long_ago_are_removed(root: Path, url: str, file: Path) -> None:
    file.parent.mkdir()
    old, running = (file.with_name(f"store.db.building-{pid}") for pid in (1, 2))
    for leftover in (old, running):
        leftover.write_bytes(b"half")
    past = time.time() - LEFTOVER_SECONDS - 1
    os.utime(old, (past, past))

    build(root, url)

    assert not old.exists()
    assert running.exists()


def test_another_database_is_written_in_its_one_transaction(
    root: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root, url)
    write_record(root, "quiz", make_quiz(question="Baru?"))
    monkeypatch.setattr(building, "sqlite_file", lambda url: None)

    build(root, url)

    assert question(url) == "Baru?"
