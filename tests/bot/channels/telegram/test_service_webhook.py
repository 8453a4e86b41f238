"""The running service with a webhook, alone and with several workers; its health page."""

from __future__ import annotations

import asyncio
import socket
import sys
import time
from dataclasses import replace
from pathlib import Path

import aiohttp

from tests.bot.channels.telegram.stage import BUDI, FAST, SARI, FakeTalk, direct, running, until
from tests.helpers.telegram_process import ServiceProcess
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer
from tests.helpers.telegram_traffic import Traffic

PUBLIC = "https://mawas.example"
HOOK = f"{PUBLIC}/kait"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def led_to(server: TelegramServer, port: int) -> dict[str, str]:
    """What an operator sets; the server finds the way as a reverse proxy would."""
    server.webhook.proxy = {PUBLIC: f"http://127.0.0.1:{port}"}
    server.webhook.retry = 0.05
    return {"MAWAS_WEBHOOK_URL": HOOK, "MAWAS_WEBHOOK_LISTEN": f"127.0.0.1:{port}"}


def test_delivered_updates_are_answered_and_wait_while_the_service_is_away(tmp_path: Path) -> None:
    async def scene(server: TelegramServer) -> None:
        more = led_to(server, free_port())
        sari, budi = server.person(SARI), server.person(BUDI)
        async with running(server, tmp_path, FakeTalk(), **more):
            for number in range(3):
                sari.says(str(number))
            budi.says("hai")
            said = [message["text"] for message in await sari.hears(3)]
            assert said == ["Jawaban: 0", "Jawaban: 1", "Jawaban: 2"]
            await budi.hears()
        sari.says("saat mati")
        await asyncio.sleep(0.2)
        async with running(server, tmp_path, FakeTalk(), **more):
            (late,) = await sari.hears()
            assert late["text"] == "Jawaban: saat mati"

    direct(scene)


def test_only_telegram_with_the_secret_is_let_in(tmp_path: Path) -> None:
    talk = FakeTalk()
    forged = {"update_id": 1, "message": {"chat": {"id": SARI, "type": "private"}, "text": "palsu"}}

    async def scene(server: TelegramServer) -> None:
        port = free_port()
        more = led_to(server, port)
        async with running(server, tmp_path, talk, **more), aiohttp.ClientSession() as client:
            place = f"http://127.0.0.1:{port}"
            for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "tebakan"}):
                async with client.post(f"{place}/kait", json=forged, headers=headers) as answer:
                    assert answer.status == 403
            async with client.post(f"{place}/lain", json=forged) as answer:
                assert answer.status == 404
            secret = {"X-Telegram-Bot-Api-Secret-Token": server.webhook.secret}
            assert len(server.webhook.secret) >= 16
            for broken in (b"{", b"[]", b'{"update_id": "x"}', b"null"):
                async with client.post(f"{place}/kait", data=broken, headers=secret) as answer:
                    assert answer.status == 200
            server.person(SARI).says("halo")
            await server.person(SARI).hears()
        assert [incoming.text for incoming in talk.heard] == ["halo"]

    direct(scene)


def test_a_delivery_that_cannot_be_taken_in_is_refused_a_few_times_and_then_put_aside(
    tmp_path: Path,
) -> None:
    of_no_chat = {"update_id": 1, "message": {"text": "palsu"}}

    async def scene(server: TelegramServer) -> None:
        port = free_port()
        more = led_to(server, port)
        async with (
            running(server, tmp_path, FakeTalk(), **more),
            aiohttp.ClientSession() as client,
        ):
            secret = {"X-Telegram-Bot-Api-Secret-Token": server.webhook.secret}
            statuses = []
            for _ in range(4):
                place = f"http://127.0.0.1:{port}/kait"
                async with client.post(place, json=of_no_chat, headers=secret) as answer:
                    statuses.append(answer.status)
            assert statuses == [503, 503, 200, 200]
            server.person(SARI).says("halo")
            await server.person(SARI).hears()

    direct(scene)


def test_several_workers_share_the_chats_and_one_that_is_killed_loses_nothing(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server:
            more = led_to(server, free_port())
            workers = [
                ServiceProcess(
                    server,
                    tmp_path / "home",
                    tmp_path / f"log-{number}",
                    *("--unlimited", "--number", str(number), "--workers", "2", "--think", "0.02"),
                    **more,
                )
                for number in range(2)
            ]
            try:
                # One log each: what is read there tells that a worker is ready.
                await asyncio.gather(*(worker.start() for worker in workers))
                traffic = Traffic(server, chats=10)
                writing = asyncio.create_task(traffic.write(60, rate=100))
                await until(lambda: len(traffic.sent) > 30)
                traffic.kills.append(time.monotonic())
                await workers[1].kill()
                await workers[1].start()
                await writing
                await traffic.answered(patience=10)
                verdict = traffic.verdict()
                assert verdict.faults() == {}
                assert len(verdict.waits) == 60
            finally:
                for worker in workers:
                    await worker.stop()

    asyncio.run(run())


def test_the_health_page_counts_and_says_when_telegram_is_silent(tmp_path: Path) -> None:
    port = free_port()
    # On Linux the loopback has more addresses than one.
    host = "127.0.0.2" if sys.platform == "linux" else "127.0.0.1"

    async def scene(server: TelegramServer) -> None:
        options = replace(FAST, health_port=port)
        async with (
            running(server, tmp_path, FakeTalk(), options, MAWAS_HEALTH_LISTEN=host),
            aiohttp.ClientSession() as client,
        ):
            server.person(SARI).says("halo")
            await server.person(SARI).hears()
            await asyncio.sleep(0.05)
            async with client.get(f"http://{host}:{port}/health") as answer:
                counts = await answer.json()
            assert answer.status == 200
            assert (counts["status"], counts["received"], counts["answered"]) == ("ok", 1, 1)
            assert counts["waiting"] == 0

    direct(scene)
