"""Whole conversations with the trained model: what is understood, and that nothing typed is ever taken for an intent."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from tests.fuzz.inputs import text
from tests.fuzz.material import offers, sentences
from tests.fuzz.target import Take, Target
from tests.fuzz.targets.checks import must

_PAYLOADS = (
    "/kuis",
    "/setuju",
    "/tolak",
    "/lanjutan",
    "/batal",
    "/cek_tawaran",
    "/tidak_ada",
    "/",
    "",
)
_SAID = frozenset("1 2 3 ya tidak batal keluar lewati lanjut".split())


def _message(random: Random) -> str:
    return text(random, sentences())


def _messages(random: Random) -> list[tuple[str, str, tuple[str, ...]]]:
    """Messages of one conversation: kind, words, texts of others that came with them."""
    found = []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        kind = "button" if random.random() < 0.15 else "text"
        said = text(random, offers() if random.random() < 0.3 else sentences())
        if kind == "button" and random.random() < 0.7:
            said = random.choice(_PAYLOADS) + random.choice(("", "{}", '{"negara":"KH"}', said))
        elif random.random() < 0.1:
            said = random.choice(sorted(_SAID))
        parts = (text(random, offers(), 5_000),) if random.random() < 0.1 else ()
        found.append((kind, said, parts))
    return found


def _lines(random: Random) -> bytes:
    lines = [
        text(random, sentences(), 5_000).encode("utf-8", "surrogatepass")
        for _ in range(random.randint(0, 6))
    ]
    return random.choice((b"\n", b"\r\n", b"\n\n", b"\x00\n")).join(lines)


@contextlib.contextmanager
def _understanding(_: Path) -> Iterator[Take]:
    with _loaded() as (conversation, loop):

        def take(given: str) -> None:
            ranking = loop.run_until_complete(conversation.ranking(given))
            shares = [share for _, share in ranking]
            must(shares == sorted(shares, reverse=True), "ranking out of order")
            must(all(0 <= share <= 1 for share in shares), "shares")

        yield take


@contextlib.contextmanager
def _conversation(_: Path) -> Iterator[Take]:
    from bot.messages import Incoming

    with _loaded() as (conversation, loop):

        def take(given: list[Any]) -> None:
            for kind, said, parts in given:
                turn = loop.run_until_complete(
                    conversation.turn(Incoming("fuzz", said, kind, "fuzz", parts=parts))
                )
                must(not turn.failed, "an apology instead of an answer")
                must(turn.replies and all(each.text for each in turn.replies), "no reply")
                must(turn.text == said, "other words")
                if kind == "text":
                    # Rasa gives an intent that was typed all of its confidence, and nothing else a chance.
                    is_typed = turn.confidence == 1.0 and len(turn.ranking) == 1
                    must(not is_typed or not said.lstrip().startswith("/"), "an intent was typed")
            loop.run_until_complete(conversation.forget("fuzz"))

        yield take


@contextlib.contextmanager
def _ask_lines(_: Path) -> Iterator[Take]:
    from bot.channels.lines import run
    from tests.bot.channels.rest.scenes import Echo

    class Forgetful(Echo):
        async def forget(self, _: str) -> None:
            """Nothing is remembered."""

    def take(given: bytes) -> None:
        for dialogues in (False, True):
            out = io.StringIO()
            echo: Any = Forgetful()
            run(echo, as_json=True, dialogues=dialogues, source=io.BytesIO(given), out=out)
            rows = [json.loads(line) for line in out.getvalue().splitlines()]
            must(len(rows) == len(echo.heard), "lines and answers")
            must([row["text"] for row in rows] == [each.text for each in echo.heard], "other words")
            must(all(each.kind == "text" for each in echo.heard), "a button was typed")
            out.getvalue().encode("utf-8")

    yield take


@contextlib.contextmanager
def _loaded() -> Iterator[tuple[Any, asyncio.AbstractEventLoop]]:
    from bot.conversation import Conversation
    from bot.settings import Settings

    loop = asyncio.new_event_loop()
    yield Conversation.load(Settings.from_environment()), loop
    loop.close()


TARGETS = (
    Target(
        "understanding",
        "the trained model: intents and danger of a message",
        8_000,
        _message,
        _understanding,
    ),
    Target(
        "conversation",
        "whole conversations: text, buttons, texts of others",
        4_000,
        _messages,
        _conversation,
        seconds=6,
    ),
    Target(
        "ask_lines",
        "`mawas ask --json`: bytes in, one object a line out",
        2_000,
        _lines,
        _ask_lines,
    ),
)
