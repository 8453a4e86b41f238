"""`mawas ask`: one message a line on standard input, answers on standard output, in order."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from bot.in_terminal import Answering
from bot.json_lines import json_line
from bot.messages import Incoming, Turn

CHANNEL = "ask"


def run(
    conversation: Answering,
    *,
    as_json: bool,
    dialogues: bool,
    source: BinaryIO | None = None,
    out: TextIO | None = None,
) -> int:
    """Answer every line.

    Args:
        conversation: who answers.
        as_json: one JSON object a message (contract), else the replies as text.
        dialogues: lines of a block are one conversation, a blank line starts the next; else each line is one of its own.
        source: bytes to read; broken UTF-8 is replaced, never an error.
        out: where answers go.

    Returns:
        The exit status, 0.
    """
    lines = _lines(source or sys.stdin.buffer)
    return asyncio.run(_answer(conversation, lines, as_json, dialogues, out or sys.stdout))


async def _answer(
    conversation: Answering, lines: Iterator[str], as_json: bool, dialogues: bool, out: TextIO
) -> int:
    number = 0
    for line in lines:
        if dialogues and not line.strip():
            await conversation.forget(_sender(number))
            number += 1
            continue
        turn = await conversation.turn(Incoming(_sender(number), line, channel=CHANNEL))
        print(
            json_line(turn.as_dict()) if as_json else _as_text(turn),
            file=out,
            flush=True,
        )
        if not dialogues:
            await conversation.forget(_sender(number))
            number += 1
    return 0


def _lines(source: BinaryIO) -> Iterator[str]:
    """Lines as text without their line end; only a line feed ends a line, so a message keeps any other separator."""
    for line in source:
        yield line.decode("utf-8", errors="replace").rstrip("\n").rstrip("\r")


def _sender(number: int) -> str:
    return f"{CHANNEL}-{number}"


def _as_text(turn: Turn) -> str:
    blocks = []
    for reply in turn.replies:
        blocks.append(reply.text)
        blocks += [f"  [{button.title}]" for button in reply.buttons]
    return "\n".join([f"> {turn.text.strip()}", *blocks, ""])
