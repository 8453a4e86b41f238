from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

import aiohttp
import pytest
from prometheus_client import CONTENT_TYPE_LATEST

from bot.channels.telegram import health as health_module
from bot.channels.telegram.health import SILENT_SECONDS, Health, serve, write_lines
from bot.metrics import Metrics


def _asked(health: Health, polling: bool) -> tuple[int, dict[str, Any]]:
    async def run() -> tuple[int, dict[str, Any]]:
        runner = await serve(health, polling, "127.0.0.1", 0)
        port = runner.addresses[0][1]
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{port}/health") as answer,
            ):
                return answer.status, await answer.json()
        finally:
            await runner.cleanup()

    return asyncio.run(run())


def test_the_page_shows_counts_and_nothing_of_people() -> None:
    status, counts = _asked(Health(received=5, answered=4, waiting=1), polling=True)
    assert status == 200
    assert (counts["status"], counts["received"], counts["waiting"]) == ("ok", 5, 1)
    assert all(isinstance(value, int) for name, value in counts.items() if name != "status")


def test_a_poll_that_hears_nothing_is_ill_a_quiet_webhook_is_not() -> None:
    health = Health(heard_at=time.monotonic() - SILENT_SECONDS - 1)
    assert _asked(health, polling=True)[0] == 503
    assert _asked(health, polling=False)[0] == 200
    health.heard()
    assert _asked(health, polling=True)[0] == 200


def test_metrics_stand_beside_the_health_where_they_are_wanted() -> None:
    health = Health(received=5, waiting=1)

    async def run(metrics: Metrics | None) -> tuple[int, str, str]:
        runner = await serve(health, True, "127.0.0.1", 0, metrics)
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/metrics"
        try:
            async with aiohttp.ClientSession() as session, session.get(url) as answer:
                return answer.status, answer.headers["Content-Type"], await answer.text()
        finally:
            await runner.cleanup()

    assert asyncio.run(run(None))[0] == 404
    status, kind, text = asyncio.run(run(Metrics()))
    assert (status, kind) == (200, CONTENT_TYPE_LATEST)
    lines = text.splitlines()
    for line in (
        "mawas_telegram_received_total 5.0",
        "mawas_telegram_waiting 1.0",
        "mawas_telegram_up 1.0",
        'mawas_turns_total{kind="topic"} 0.0',
    ):
        assert line in lines


def test_a_line_is_written_again_and_again_whatever_happens(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(health_module, "LINE_SECONDS", 0.02)
    logger = logging.getLogger("mawas.telegram")
    monkeypatch.setattr(logger, "propagate", True)
    monkeypatch.setattr(logger, "level", logging.INFO)

    async def tidy() -> None:
        raise OSError("disk full: secret")

    async def run() -> None:
        task = asyncio.create_task(write_lines(Health(), True, tidy))
        await asyncio.sleep(0.15)
        task.cancel()

    with caplog.at_level(logging.INFO):
        asyncio.run(run())
    lines = [record.getMessage() for record in caplog.records]
    assert sum(line.startswith("event=health status=ok") for line in lines) >= 2
    assert "event=tidy_failed error=OSError" in lines
    assert "secret" not in "".join(lines)
