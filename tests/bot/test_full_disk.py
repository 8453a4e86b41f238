"""What happens when the disk is really full: said, nothing half written, and gone on with when there is room again."""

from __future__ import annotations

import asyncio
import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cards import CardFolder
from bot.conversation import Conversation
from bot.errors import MawasError, MissingError
from bot.fallback.file import NAME, renew
from bot.keeping.backup import back_up
from bot.messages import Incoming
from bot.paths import ROOT
from bot.readiness import build_store
from bot.report_command import ReportCommand, Wanted
from bot.settings import Settings
from knowledge.store import Store
from tests.helpers.full_disk import Disk, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "disk", 8) as found:
        yield found


def _settings(disk: Disk) -> Settings:
    return Settings(disk.folder, f"sqlite:///{disk.folder / 'knowledge.db'}", 30)


def test_a_store_that_cannot_be_built_says_so_and_leaves_nothing_half(disk: Disk) -> None:
    disk.fill(left=300_000)
    with pytest.raises(MawasError, match="Saran: periksa MAWAS_DB_URL dan ruang disk"):
        build_store(_settings(disk))
    assert disk.files in ([], ["preparing.lock"])
    disk.empty()
    build_store(_settings(disk))
    assert Store(_settings(disk).db_url).channel("kemlu_pwni_hotline") is not None
    # What answers danger without it is not needed, but made while there is room.
    assert NAME in disk.files


def test_the_file_of_the_fallback_is_not_written_half(disk: Disk) -> None:
    disk.fill(left=100_000)
    with pytest.raises(OSError, match="No space"):
        renew(disk.folder)
    assert disk.files == []


def test_a_conversation_goes_on_and_is_stored_when_there_is_room_again(
    disk: Disk, settings: Settings, loop: asyncio.AbstractEventLoop
) -> None:
    for name in ("models", "screening"):
        (disk.folder / name).symlink_to(settings.home / name)
    kept = replace(settings, home=disk.folder)
    conversation = Conversation.load(kept, keeps=True)

    def said(text: str) -> str:
        turn = loop.run_until_complete(conversation.turn(Incoming("a", text)))
        assert not turn.failed
        return turn.replies[0].text

    try:
        said("halo")
        disk.fill()
        assert "+855" in said("saya dikurung di kamboja, tolong")
        for _ in range(3):
            said("terima kasih")
        disk.empty()
        said("apa ciri lowongan palsu?")
        # Whether there is room again is looked at now and then.
        end = time.monotonic() + 120
        while not loop.run_until_complete(conversation.hand_over()):
            assert time.monotonic() < end
            time.sleep(0.2)
    finally:
        conversation.close()
    again = Conversation.load(kept, keeps=True)
    try:
        assert loop.run_until_complete(again.remembered("a")) == 6
    finally:
        again.close()


def test_a_backup_that_does_not_fit_says_so_and_leaves_nothing(
    disk: Disk, settings: Settings, tmp_path: Path, loop: asyncio.AbstractEventLoop
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("models", "screening"):
        (home / name).symlink_to(settings.home / name)
    kept = replace(settings, home=home)
    conversation = Conversation.load(kept, keeps=True)
    loop.run_until_complete(conversation.turn(Incoming("a", "halo")))
    conversation.close()
    disk.fill()
    with pytest.raises(MissingError, match="ruang disk"):
        back_up(kept, disk.folder / "cadangan.mawas", 0)
    assert disk.files == []


def test_a_card_and_a_report_are_whole_or_not_there(disk: Disk, real_store: Store) -> None:
    disk.fill(left=4096)
    with pytest.raises(MissingError, match="Saran: periksa izin folder dan ruang disk"):
        CardFolder(disk.folder).save("kartu", os.urandom(50_000))
    path = disk.folder / "laporan.pdf"
    wanted = Wanted(answers="-", out=path)
    with pytest.raises(MissingError, match="Saran: periksa folder dan ruang disk"):
        ReportCommand(real_store).run(wanted, io.BytesIO(b"{}"), io.StringIO(), io.StringIO())
    assert disk.files == []


def test_a_log_on_a_full_disk_stops_no_answer(disk: Disk, settings: Settings) -> None:
    disk.fill()
    # A data folder of no use makes it say something.
    environment = {**os.environ, "MAWAS_HOME": str(disk.folder / "home")}
    with (disk.folder / "log").open("ab") as log:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "ask"],
            cwd=ROOT,
            env=environment,
            input=b"saya dikurung di kamboja, tolong\n",
            stdout=subprocess.PIPE,
            stderr=log,
            check=False,
            timeout=300,
        )
    assert "+855" in done.stdout.decode()
    assert done.returncode == 4
