"""One message of the live chat and its answer, cut into the steps that a wall shows one by one."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.demo.part import Answered, Json, Mark
from bot.messages import Reply

if TYPE_CHECKING:
    from knowledge.store import Store


@dataclass
class Exchange:
    """One message and its answer.

    Attributes:
        said: the message without personal data, or the title of the button that was pressed.
        marks: evidence in it.
        steps: what is shown one by one: {"kind": "bubble", "text", "buttons": [title], "picture": data URL or None} or
            {"kind": "flag", "flag", "title", "severity", "why"}.
        payloads: of the buttons of each step, in order; empty after a restart, for the conversation is gone then.
        private: an answer to danger, or one that asks to be hidden: it is not kept on the disk.
    """

    said: str
    marks: tuple[Mark, ...]
    steps: list[Json]
    payloads: list[list[str]]
    private: bool = False


def exchange_of(answered: Answered, title: str | None, store: Store) -> Exchange:
    """The steps of an answer: its bubbles, and after the first the red flags of an offer.

    Args:
        answered: the message and its answer.
        title: of the button that was pressed; None when something was written.
        store: names the red flags.
    """
    steps: list[Json] = []
    payloads: list[list[str]] = []
    flags = _flags(answered, store)
    for number, reply in enumerate(answered.turn.replies):
        steps.append(_bubble(reply))
        payloads.append([button.payload for button in reply.buttons])
        if number == 0:
            steps += flags
            payloads += [[] for _ in flags]
    covers = any(reply.covers for reply in answered.turn.replies)
    private = answered.turn.crisis is not None or covers
    said = "" if covers else title or answered.shown
    return Exchange(said, answered.marks, steps, payloads, private)


def kept(exchange: Exchange) -> Json:
    """An exchange for the disk: without pictures, which can be asked for again, and buttons, which mean nothing to another process."""
    return {
        "said": exchange.said,
        "marks": [[mark.start, mark.end, mark.flag] for mark in exchange.marks],
        "steps": [
            {**step, "buttons": [], "picture": None} if step["kind"] == "bubble" else step
            for step in exchange.steps
        ],
    }


def restored(row: Json) -> Exchange:
    """What `kept` gave."""
    marks = tuple(Mark(start, end, flag) for start, end, flag in row["marks"])
    return Exchange(row["said"], marks, row["steps"], [[] for _ in row["steps"]])


def _flags(answered: Answered, store: Store) -> list[Json]:
    """A step for each red flag that has words in the message that is shown; the others stand in the bubbles."""
    lit = {mark.flag for mark in answered.marks}
    return [
        {
            "kind": "flag",
            "flag": flag["id"],
            "title": record.title if (record := store.red_flag(flag["id"])) else "",
            "severity": flag["severity"],
            "why": flag["why"],
        }
        for flag in (answered.turn.screening or {}).get("flags", ())
        if flag["id"] in lit
    ]


def _bubble(reply: Reply) -> Json:
    picture = reply.picture and base64.b64encode(reply.picture).decode("ascii")
    return {
        "kind": "bubble",
        "text": reply.text,
        "buttons": [button.title for button in reply.buttons],
        "picture": f"data:image/png;base64,{picture}" if picture else None,
    }
