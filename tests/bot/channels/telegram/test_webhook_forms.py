"""What is delivered by whoever knows the secret, in whatever form: confirmed or refused, never an error that comes again for a day."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.telegram.webhook import SECRET_HEADER, webhook_app

SECRET = "rahasia-penguji-yang-panjang"


def delivered(body: bytes, headers: Mapping[str, str]) -> tuple[int, list[Any]]:
    """The status, and what was received."""
    received: list[Any] = []

    async def receive(updates: Sequence[Mapping[str, Any]]) -> None:
        received.extend(updates)

    async def run() -> int:
        app = webhook_app("https://mawas.example/kait", SECRET, receive)
        async with TestClient(TestServer(app)) as client:
            json_type = {"Content-Type": "application/json"}
            async with client.post("/kait", data=body, headers={**json_type, **headers}) as answer:
                return answer.status

    return asyncio.run(run()), received


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b'{"update_id": null}',
        b'{"update_id": "x"}',
        b'{"update_id": 1e999}',
        b'{"update_id": NaN}',
        b'{"update_id": ' + b"9" * 5_000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_update_is_confirmed_and_forgotten(body: bytes) -> None:
    assert delivered(body, {SECRET_HEADER: SECRET}) == (200, [])


@pytest.mark.parametrize("given", ["", "salah", "\xe9\xff", SECRET + "x"])
def test_another_secret_is_refused_whatever_its_letters(given: str) -> None:
    assert delivered(b'{"update_id": 1}', {SECRET_HEADER: given}) == (403, [])


def test_an_update_is_received() -> None:
    assert delivered(b'{"update_id": 1}', {SECRET_HEADER: SECRET}) == (200, [{"update_id": 1}])
