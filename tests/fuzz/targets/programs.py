"""What comes over HTTP: deliveries of Telegram, and requests of other programs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, cast

from bot.channels.telegram.careful import MOST_TRIES
from tests.fuzz.inputs import text
from tests.fuzz.material import sentences
from tests.fuzz.target import Take, Target
from tests.fuzz.targets import deliveries
from tests.fuzz.targets.checks import must
from tests.fuzz.targets.http import JSON, client, posted
from tests.fuzz.values import body


def _request(random: Random) -> tuple[str, bytes]:
    row = {"sender": "budi", "message": text(random, sentences())}
    if random.random() < 0.2:
        row["kind"] = random.choice(("text", "button"))
    if random.random() < 0.2:
        row["message"] = random.choice(("/sapa", "/lanjutan", "/sapa{}", '/sapa{"a": 1}', "/sapa{"))
    path = random.choice(
        (
            "/webhooks/rest/webhook",
            "/webhooks/mawas/webhook",
            "/webhooks/rest/webhook?stream=true",
            "/model/parse",
        )
    )
    if path == "/model/parse":
        row = {"text": row["message"]}
    return path, body(random, row, sentences())


@contextlib.contextmanager
def _serve(_: Path) -> Iterator[Take]:
    from bot.channels.rest.app import Front
    from bot.channels.rest.model_endpoints import ModelEndpoints
    from bot.pseudonym import Pseudonyms
    from tests.bot.channels.rest.scenes import INTENTS, Echo

    class Parsing:
        async def parse(self, said: str) -> dict[str, Any]:
            return {"text": said}

    echo = Echo()
    front = Front(echo, INTENTS.__contains__, Pseudonyms("kunci-penguji"))
    app = front.app()
    ModelEndpoints(
        lambda: cast("Any", Parsing()), front.sender, "token-penguji-yang-panjang"
    ).add_to(app)
    headers = {**JSON, "Authorization": "Bearer token-penguji-yang-panjang"}

    with client(app) as (http, loop):

        def take(given: tuple[str, bytes]) -> None:
            path, sent = given
            echo.heard.clear()
            status, answer = loop.run_until_complete(posted(http, path, sent, headers))
            must(status in (200, 400, 413), f"status {status}")
            must(status == 200 or "Saran: " in answer, "an error without advice")
            for each in echo.heard:
                each.text.encode()
                must(
                    each.kind == "text" or each.text.startswith(("/sapa", "/lanjutan")),
                    "a button that is none",
                )
                must("budi" not in each.sender, "the program's name for a person")

        yield take


@contextlib.contextmanager
def _webhook(folder: Path) -> Iterator[Take]:
    with deliveries.opened(folder) as (app, heard), client(app) as (http, loop):

        def take(given: tuple[bytes, bool]) -> None:
            sent, is_whole = given
            heard.clear()
            headers = {**JSON, "X-Telegram-Bot-Api-Secret-Token": deliveries.SECRET}
            # What is refused comes again; what cannot be taken in is put aside, or Telegram would deliver it for a day.
            for _ in range(MOST_TRIES):
                status, _ = loop.run_until_complete(posted(http, "/kabar", sent, headers))
                if status != 503:
                    break
            must(status in (200, 413), f"status {status}")
            loop.run_until_complete(heard.answered(is_whole))

        yield take


TARGETS = (
    Target(
        "telegram",
        "deliveries: inbox, reading, what was meant, what is sent",
        8_000,
        deliveries.delivery,
        _webhook,
    ),
    Target("serve", "requests of programs to `mawas serve`", 5_000, _request, _serve),
)
