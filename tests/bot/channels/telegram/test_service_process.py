"""The service in a process of its own: stopped kindly, killed, started again."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from bot.paths import ROOT
from tests.bot.channels.telegram.stage import SARI, left_in, until
from tests.helpers.telegram_process import ServiceProcess
from tests.helpers.telegram_server import NO_LIMITS, TOKEN, TelegramServer


def texts(server: TelegramServer) -> list[str]:
    return [message["text"] for message in server.person(SARI).answers()]


def test_sigterm_finishes_what_is_in_hand_and_the_rest_waits_for_the_next_start(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server:
            home, log = tmp_path / "home", tmp_path / "log"
            service = ServiceProcess(server, home, log, "--think", "0.25")
            await service.start()
            try:
                sari = server.person(SARI)
                for number in range(3):
                    sari.says(f"pesan #{number}-0")
                await until(lambda: not server.updates.pending)
                status, _ = await service.terminate()
                assert status == 0
                # The first was being answered; nobody may be answered twice or left out.
                assert texts(server) == ["#0-0 Jawaban: pesan"]
                assert left_in(home) == 2
                await service.start()
                await until(lambda: len(texts(server)) == 3)
                assert texts(server) == [f"#{number}-0 Jawaban: pesan" for number in range(3)]
            finally:
                await service.stop()

    asyncio.run(run())


def test_a_killed_service_answers_what_it_had_received_after_its_next_start(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server:
            home, log = tmp_path / "home", tmp_path / "log"
            service = ServiceProcess(server, home, log, "--think", "0.2")
            await service.start()
            try:
                sari = server.person(SARI)
                for number in range(4):
                    sari.says(f"kata rahasia #{number}-0")
                await until(lambda: len(texts(server)) == 1)
                await service.kill()
                # Telegram has nothing left to deliver: what is answered now was kept.
                assert not server.updates.pending
                await service.start()
                await until(lambda: "#3-0 Jawaban: kata rahasia" in texts(server))
                seen = list(dict.fromkeys(texts(server)))
                assert seen == [f"#{number}-0 Jawaban: kata rahasia" for number in range(4)]
                assert len(texts(server)) <= 5
            finally:
                await service.stop()
            assert "rahasia" not in log.read_text()
            assert TOKEN.split(":")[1] not in log.read_text()

    asyncio.run(run())


def mawas(**settings: str) -> subprocess.CompletedProcess[str]:
    """`mawas telegram` with nothing set but this."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAWAS_")}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot", "telegram"],
        cwd=ROOT,
        env={**kept, **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_without_a_token_three_lines_say_how_to_get_one(tmp_path: Path) -> None:
    done = mawas(MAWAS_HOME=str(tmp_path))
    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 3
    assert "@BotFather" in done.stderr


def test_with_a_refused_token_it_says_who_refused_it(tmp_path: Path) -> None:
    async def run() -> subprocess.CompletedProcess[str]:
        async with TelegramServer() as server:
            return await asyncio.to_thread(
                mawas,
                MAWAS_HOME=str(tmp_path),
                MAWAS_TELEGRAM_TOKEN="7000000001:AAsalah",
                MAWAS_TELEGRAM_API=server.url,
            )

    done = asyncio.run(run())
    assert done.returncode == 4
    assert "Telegram menolak token" in done.stderr
    assert "AAsalah" not in done.stderr
