"""Others on the computer get nothing of the data folder; one that was looser is closed at the next command, and doctor tells."""

from __future__ import annotations

import fnmatch
import os
import stat
import sys
from pathlib import Path

import pytest

from bot import doctor, private_home
from bot.cards import CardFolder
from bot.cli import main
from bot.keeping.inventory import IN_HOME, entries
from bot.private_home import PEOPLE, close, open_to_others
from bot.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes of files are POSIX's")
FILES = (
    *("secret", "conversations.db", "conversations.db-wal", "conversations.db-shm", "telegram.db"),
    *("sessions.db-journal", "kartu/kartu.png", "cadangan/mawas-20260101-000000.jsonl.gz"),
)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    """A data folder of an earlier Mawas, or one that was copied."""
    home = tmp_path / "mawas"
    for name in (*FILES, "knowledge.db"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).touch(mode=0o644)
        (home / name).chmod(0o644)
    for folder in (home, home / "kartu", home / "cadangan"):
        folder.chmod(0o755)
    return home


def test_a_new_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "baru" / "mawas"
    close(home)
    assert _mode(home) == 0o700


def test_what_was_looser_is_closed(loose: Path) -> None:
    close(loose)
    assert list(open_to_others(loose)) == []
    assert {_mode(loose / name) for name in FILES} == {0o600}
    assert {_mode(folder) for folder in (loose, loose / "kartu", loose / "cadangan")} == {0o700}
    # Nobody gets to it through the closed folder.
    assert _mode(loose / "knowledge.db") == 0o644


def test_a_command_closes_and_doctor_only_tells(
    loose: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(loose))
    monkeypatch.setattr(doctor, "CHECKS", (doctor._private,))
    assert main(["doctor"]) == 4
    told = capsys.readouterr().out
    assert "bisa dibaca orang lain" in told
    assert str(loose) in told
    assert _mode(loose) == 0o755
    assert main(["stats"]) == 0
    assert _mode(loose) == 0o700
    assert main(["doctor"]) == 0
    assert "hanya pemiliknya" in capsys.readouterr().out


def test_doctor_makes_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path / "belum"))
    monkeypatch.setattr(doctor, "CHECKS", (doctor._private,))
    assert main(["doctor"]) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_others_use_too_keeps_its_mode(loose: Path) -> None:
    """MAWAS_HOME=/tmp must not shut everybody out of it; the files of people are closed all the same."""
    loose.chmod(0o1777)
    close(loose)
    assert _mode(loose) == 0o1777
    assert _mode(loose / "secret") == 0o600


def test_the_persons_own_folder_keeps_its_mode(
    loose: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private_home.Path, "home", lambda: loose)
    close(loose)
    assert _mode(loose) == 0o755
    assert _mode(loose / "secret") == 0o600


def test_a_link_leads_to_nothing_that_is_changed(loose: Path, tmp_path: Path) -> None:
    outside = tmp_path / "luar"
    outside.touch()
    outside.chmod(0o644)
    (loose / "secret.x").symlink_to(outside)
    close(loose)
    assert _mode(outside) == 0o644


def test_a_folder_that_cannot_be_made_is_told_later(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    close(tmp_path / "berkas" / "mawas")
    assert list(open_to_others(tmp_path / "berkas" / "mawas")) == []


def test_cards_are_for_their_owner_alone_from_the_start(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        card = CardFolder(tmp_path / "kartu").save("kartu", b"PNG")
    finally:
        os.umask(before)
    assert (_mode(card.parent), _mode(card)) == (0o700, 0o600)


def test_what_is_closed_is_what_the_inventory_says_holds_something_of_people() -> None:
    of_people = {e.name for e in entries() if e.kind == IN_HOME and e.whose == "user"}
    assert of_people - {"secret*"} == set(PEOPLE) - {"secret*"}
    assert "secret*" in PEOPLE


def test_every_database_of_people_is_closed_with_what_sqlite_puts_beside_it(
    settings_of_nothing: Settings,
) -> None:
    from bot.keeping.sets import SETS

    for kept in SETS:
        name = Path(kept.url(settings_of_nothing)).name
        for file in (name, f"{name}-wal", f"{name}-shm", f"{name}-journal"):
            assert any(fnmatch.fnmatch(file, pattern) for pattern in PEOPLE)


@pytest.fixture
def settings_of_nothing(tmp_path: Path) -> Settings:
    return Settings.from_environment({"MAWAS_HOME": str(tmp_path)})


def test_a_folder_that_its_owner_may_only_read_stays_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    close(home)
    assert stat.S_IMODE(home.stat().st_mode) == 0o500
    home.chmod(0o700)
