"""A backup is whole or not there; what is restored from it is what was there, on the same kind of database or the other."""

from __future__ import annotations

import asyncio
import gzip
import os
import signal
import stat
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import MawasError, MissingError
from bot.keeping import backup
from bot.keeping.backup import back_up, last_backup
from bot.keeping.restore import examine, restore
from bot.keeping.snapshot import snapshot
from bot.messages import Incoming
from bot.paths import ROOT
from bot.pseudonym import Pseudonyms
from bot.settings import Settings
from tests.bot.keeping.conftest import Place
from tests.bot.keeping.rows import all_rows, converse, filled, store_of
from tests.bot.tracker.talks import say, texts

KINDS = ("sqlite", "postgresql")
BOTH = pytest.mark.parametrize("kind", KINDS)
KEY = "kunci-operator-yang-panjang"


@pytest.mark.parametrize("source", KINDS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_restored_is_what_was_there(
    source: str, kind: str, place: Place, tmp_path: Path
) -> None:
    old, new, file = filled(place(source)), place(kind), tmp_path / "c.jsonl.gz"
    written = back_up(old, file)
    assert written.has_secret
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    told = restore(new, file)
    assert told.rows == written.rows > 10
    assert all_rows(new) == all_rows(old)
    assert Pseudonyms.load(new).of("a", 1) == Pseudonyms.load(old).of("a", 1)
    assert stat.S_IMODE((new.home / "secret").stat().st_mode) == 0o600

    async def go_on() -> list[str]:
        await say(store_of(new), "x", "tiga")
        return texts(await store_of(new).retrieve("x"))

    assert asyncio.run(go_on())[1:] == ["dua", "tiga"]


def test_the_real_assistant_goes_on_where_it_was(
    settings: Settings, place: Place, tmp_path: Path
) -> None:
    from bot.conversation import Conversation

    def at(home: Path) -> Settings:
        for folder in (settings.models, settings.screening):
            (home / folder.name).symlink_to(folder)
        return replace(settings, home=home)

    old, new = at(place("sqlite").home), at(place("sqlite").home)

    async def scene() -> None:
        await Conversation.load(old, keeps=True).turn(Incoming("x", "berapa gaji di malaysia?"))
        back_up(old, tmp_path / "c")
        restore(new, tmp_path / "c")
        turn = await Conversation.load(new, keeps=True).turn(Incoming("x", "kalau taiwan?"))
        assert turn.topics == ("gaji_negara",)

    asyncio.run(scene())


@BOTH
def test_a_bot_writes_on_and_the_backup_shows_one_instant(
    kind: str, place: Place, tmp_path: Path
) -> None:
    settings = filled(place(kind))
    before = all_rows(settings)

    async def scene() -> None:
        bot = store_of(settings)
        with snapshot(settings):
            await say(bot, "baru", "halo")
        assert texts(await bot.retrieve("baru")) == ["halo"]
        await bot.delete(["baru"])
        bot.engine.dispose()

    asyncio.run(scene())
    back_up(settings, tmp_path / "c")
    new = place("sqlite")
    restore(new, tmp_path / "c")
    assert all_rows(new) == before


def test_the_operators_own_key_does_not_travel(place: Place, tmp_path: Path) -> None:
    old = replace(place("sqlite"), secret=KEY)
    asyncio.run(converse(old, {"x": 0}))
    assert not back_up(old, tmp_path / "c").has_secret
    assert KEY not in gzip.decompress((tmp_path / "c").read_bytes()).decode()
    for wrong in (place("sqlite"), replace(place("sqlite"), secret=KEY + "x")):
        with pytest.raises(MissingError, match="MAWAS_SECRET"):
            restore(wrong, tmp_path / "c")
        assert list(wrong.home.iterdir()) == []
    right = replace(place("sqlite"), secret=KEY)
    restore(right, tmp_path / "c")
    assert all_rows(right) == all_rows(old)


def test_a_backup_that_fails_leaves_nothing(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = filled(place("sqlite"))
    folder = tmp_path / "cadangan"
    folder.mkdir()

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(backup, "rows", full)
    with pytest.raises(MissingError, match="ruang disk"):
        back_up(settings, folder)
    assert list(folder.iterdir()) == []
    assert last_backup(settings.home) is None


def test_old_backups_in_a_folder_go_and_the_last_is_noted(place: Place, tmp_path: Path) -> None:
    settings = filled(place("sqlite"))
    folder = tmp_path / "cadangan"
    folder.mkdir()
    (folder / "lain.txt").touch()
    for day in range(3):
        (folder / f"mawas-2020010{day}-000000.jsonl.gz").touch()
    left = folder / ".mawas-backup-x.part"
    left.touch()
    os.utime(left, (1, 1))
    done = back_up(settings, folder, keep=2)
    assert done.dropped == 2
    assert {file.name for file in folder.iterdir()} == {
        "lain.txt", "mawas-20200102-000000.jsonl.gz", done.file.name,
    }  # fmt: skip
    at, where = last_backup(settings.home) or (0.0, "")
    assert time.time() - at < 60
    assert where == str(done.file)
    assert examine(done.file).rows == done.rows
    with pytest.raises(MawasError, match="sudah ada"):
        back_up(settings, done.file)


_KILLED = """
import sys, time
from pathlib import Path
from bot.keeping import restore
from bot.settings import Settings
inner = restore._fill
def slow(place, path, table):
    inner(place, path, table)
    if table.name == "telegram_waiting":
        Path(sys.argv[2]).touch()
        time.sleep(60)
restore._fill = slow
restore.restore(Settings.from_environment(), Path(sys.argv[1]))
"""


@BOTH
def test_killed_in_the_middle_it_restored_nothing(kind: str, place: Place, tmp_path: Path) -> None:
    old, new = filled(place("sqlite")), place(kind)
    file, sign = tmp_path / "c", tmp_path / "tengah"
    back_up(old, file)
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _KILLED, str(file), str(sign)],
        cwd=ROOT,
        env={**os.environ, "MAWAS_HOME": str(new.home), "MAWAS_DB_URL": new.db_url},
    )
    try:
        while not sign.exists():
            assert process.poll() is None
            time.sleep(0.02)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert not any(all_rows(new).values())
    assert not (new.home / "secret").exists()
    # A server notices a little later that nobody is there any more.
    for _ in range(100):
        try:
            restore(new, file)
            break
        except MissingError:
            time.sleep(0.1)
    assert all_rows(new) == all_rows(old)
    assert [path.name for path in new.home.glob("secret*")] == ["secret"]


@BOTH
@pytest.mark.parametrize("replace", [False, True])
def test_killed_between_the_rows_and_their_key_the_next_start_brings_the_key(
    kind: str, replace: bool, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, file = filled(place("sqlite")), place(kind), tmp_path / "c"
    if replace:
        filled(new)
    back_up(old, file)
    finished: list[None] = []

    def killed(settings: Settings) -> None:
        finished.append(None)
        if len(finished) == 2:
            raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("bot.keeping.restore.finish", killed)
        with pytest.raises(SystemExit):
            restore(new, file, replace)
    assert Pseudonyms.load(new).of("a", 1) == Pseudonyms.load(old).of("a", 1)
    # What said that the key was still to come is gone.
    assert all_rows(new) == all_rows(old)
    assert [path.name for path in new.home.glob("secret*")] == ["secret"]


def test_killed_before_the_rows_came_the_old_key_stays(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, file = filled(place("sqlite")), filled(place("sqlite")), tmp_path / "c"
    back_up(old, file)
    key, rows_before = Pseudonyms.load(new).of("a", 1), all_rows(new)

    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("bot.keeping.restore.note", killed)
        # As a kill: what would tidy up does not come to it.
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(SystemExit):
            restore(new, file, replace=True)
    assert (new.home / "secret.restore").exists()
    assert Pseudonyms.load(new).of("a", 1) == key
    assert all_rows(new) == rows_before
