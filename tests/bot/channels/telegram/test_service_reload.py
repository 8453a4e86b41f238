"""SIGHUP while people write: nobody is lost, nothing is said twice, the order stays; and one that fails changes nothing."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

from bot.paths import ROOT
from bot.settings import Settings
from tests.bot.channels.telegram.stage import SARI, until
from tests.bot.channels.telegram.test_service_webhook import free_port, led_to
from tests.helpers.telegram_process import ServiceProcess
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer
from tests.helpers.telegram_traffic import Traffic
from tests.helpers.telegram_worker import WORD

DONE, FAILED = "sudah dimuat ulang", "muat ulang gagal"


def texts(server: TelegramServer) -> list[str]:
    return [message["text"] for message in server.person(SARI).answers()]


def test_messages_during_reloads_are_all_answered_once_and_in_order(tmp_path: Path) -> None:
    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server:
            home, log = tmp_path / "home", tmp_path / "log"
            service = ServiceProcess(server, home, log, "--unlimited", "--think", "0.02")
            await service.start()
            try:
                traffic = Traffic(server, 10, seed=8)
                writing = asyncio.create_task(traffic.write(150, 60.0))
                for number in range(1, 3):
                    (home / WORD).write_text(f"Baru {number}", encoding="utf-8")
                    os.kill(service.pid, signal.SIGHUP)
                    await until(lambda n=number: log.read_text().count(DONE) >= n, patience=60)
                await writing
                await traffic.answered(60.0)
                assert traffic.verdict().faults() == {}
                server.person(SARI).says("halo #0-0")
                await until(lambda: bool(texts(server)), patience=20)
                assert texts(server) == ["#0-0 Baru 2: halo"]
            finally:
                await service.stop()

    asyncio.run(run())


def test_what_cannot_be_loaded_leaves_the_old_one_and_says_so(tmp_path: Path) -> None:
    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server:
            home, log = tmp_path / "home", tmp_path / "log"
            service = ServiceProcess(server, home, log, "--unlimited")
            await service.start()
            try:
                os.kill(service.pid, signal.SIGHUP)
                await until(lambda: FAILED in log.read_text(), patience=60)
                server.person(SARI).says("halo #0-0")
                await until(lambda: bool(texts(server)), patience=20)
                assert texts(server) == ["#0-0 Jawaban: halo"]
                status, _ = await service.terminate()
                assert status == 0
            finally:
                await service.stop()

    asyncio.run(run())


def test_two_workers_load_anew_one_after_the_other_with_the_trained_assistant(
    tmp_path: Path, settings: Settings
) -> None:
    """`mawas telegram --workers 2` itself; messages are written all the while, then its model breaks."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("models", "screening"):
        (home / name).symlink_to(getattr(settings, name))
    log = tmp_path / "log"

    def said(words: str) -> int:
        return log.read_text(encoding="utf-8").count(words)

    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server:
            environment = {
                **os.environ,
                "MAWAS_HOME": str(home),
                "MAWAS_DB_URL": "",
                "MAWAS_TELEGRAM_TOKEN": server.token,
                "MAWAS_TELEGRAM_API": server.url,
                **led_to(server, free_port()),
            }
            with log.open("wb") as file:
                parent = subprocess.Popen(
                    [sys.executable, "-W", "ignore", "-m", "bot", "telegram", "--workers", "2"],
                    cwd=ROOT,
                    env=environment,
                    stdout=file,
                    stderr=file,
                )
            try:
                await until(lambda: said("Mawas siap") == 2, patience=150)
                people = [server.person(SARI + number) for number in range(6)]
                parent.send_signal(signal.SIGHUP)
                for _ in range(3):
                    for person in people:
                        person.says("apa itu p3mi")
                    await asyncio.sleep(1)
                await until(lambda: said(DONE) == 2, patience=150)
                await until(lambda: all(len(p.answers()) >= 3 for p in people), patience=60)
                lines = [line for line in log.read_text().splitlines() if "muat ulang" in line]
                assert ["..." in line for line in lines] == [True, False, True, False]
                (home / "models").unlink()
                (home / "models").mkdir()
                (home / "models" / "mawas.tar.gz").write_bytes(b"rusak")
                parent.send_signal(signal.SIGHUP)
                await until(lambda: said("event=reload_stopped") == 1, patience=150)
                assert said(FAILED) == 1
                before = len(people[0].answers())
                people[0].says("apa itu p3mi")
                await until(lambda: len(people[0].answers()) > before, patience=60)
                assert "Maaf" not in people[0].answers()[-1]["text"][:10]
            finally:
                parent.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    await asyncio.to_thread(parent.wait, 30)
                parent.kill()
            assert parent.returncode == 0

    asyncio.run(run())
