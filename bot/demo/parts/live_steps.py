"""One message of the live chat and its answer, cut into the steps that a wall shows one by one."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from actions.render.channels import channel_text
from bot.demo.hall_words import (
    SIGNS_PAYLOAD,
    hall_text,
    hall_title,
    without_reasons,
    without_signs,
)
from bot.demo.part import Answered, Json, Mark
from bot.demo.sourcing import source_line
from bot.messages import Reply

if TYPE_CHECKING:
    from knowledge.store import Store

FIRST_CONTACTS = 2


@dataclass
class Exchange:
    """One message and its answer.

    Attributes:
        said: the message without personal data, or the title of the button that was pressed.
        marks: evidence in it.
        steps: what is shown one by one: {"kind": "bubble", "text", "buttons": [title], "picture": data URL or None} or
            {"kind": "flag", "flag", "title", "severity", "why", "source"}.
        payloads: of the buttons of each step, in order; empty once the conversation is gone.
        private: an answer to danger, or one that asks to be hidden: it is not kept on the disk.
        pressed: title of the button that was pressed below an offer, which still stands as `said`; "" otherwise.
        told_signs: all signs of the offer were shown one by one: nothing offers to show them again.
        danger: {"certain", "contacts": [{"name", "numbers"}]} for the facilitator; None where none was noticed.
    """

    said: str
    marks: tuple[Mark, ...]
    steps: list[Json]
    payloads: list[list[str]]
    private: bool = False
    pressed: str = ""
    told_signs: bool = False
    danger: Json | None = None


@dataclass(frozen=True)
class Steps:
    """Makes the steps of answers.

    Attributes:
        store: names red flags, sources and contacts.
        today: the date, for what goes stale.
    """

    store: Store
    today: Callable[[], date]

    def exchange(
        self, answered: Answered, title: str | None, before: Exchange | None = None
    ) -> Exchange:
        """The steps of an answer: its bubbles, and after the first the red flags of an offer.

        Args:
            answered: the message and its answer.
            title: of the button that was pressed; None when something was written.
            before: what stood there when it was pressed.
        """
        # Below an offer the hall goes on looking at the offer.
        offer = before if title and before and before.marks else None
        flags = self._flags(answered)
        all_flags = (answered.turn.screening or {}).get("flags", ())
        told_signs = offer.told_signs if offer else bool(flags) and len(flags) == len(all_flags)
        steps: list[Json] = []
        payloads: list[list[str]] = []
        replies = (
            map(_without_signs_button, answered.turn.replies)
            if told_signs
            else answered.turn.replies
        )
        for number, reply in enumerate(replies):
            text = without_signs(hall_text(reply.text), len(flags))
            text = without_reasons(text) if offer else text
            if text or reply.buttons or reply.picture:
                steps.append(_bubble(reply, text))
                payloads.append([button.payload for button in reply.buttons])
            if number == 0:
                steps += flags
                payloads += [[] for _ in flags]
        covers = any(reply.covers for reply in answered.turn.replies)
        return Exchange(
            said="" if covers else offer.said if offer else title or answered.shown,
            marks=offer.marks if offer else answered.marks,
            steps=steps or [{"kind": "bubble", "text": "", "buttons": [], "picture": None}],
            payloads=payloads or [[]],
            private=answered.turn.crisis is not None or covers or bool(offer and offer.private),
            pressed=title if offer and title else "",
            told_signs=told_signs,
            danger=self._danger(answered),
        )

    def _flags(self, answered: Answered) -> list[Json]:
        """A step for each red flag that has words in the message that is shown; the others stand in the bubbles."""
        lit = {mark.flag for mark in answered.marks}
        flags = (answered.turn.screening or {}).get("flags", ())
        return [self._flag(flag) for flag in flags if flag["id"] in lit]

    def _flag(self, flag: Json) -> Json:
        record = self.store.red_flag(flag["id"])
        source = ""
        if record is not None:
            dates = (record.checked_on, record.review_by, self.today())
            source = source_line(self.store, record.why.sources, *dates)
        return {
            "kind": "flag",
            "flag": flag["id"],
            "title": record.title if record else "",
            "severity": flag["severity"],
            "why": flag["why"],
            "source": source,
        }

    def _danger(self, answered: Answered) -> Json | None:
        if answered.turn.crisis is None:
            return None
        contacts = []
        for channel in self.store.channels(answered.turn.channels)[:FIRST_CONTACTS]:
            name, *lines = channel_text(channel, self.today(), compact=True).split("\n")
            contacts.append({"name": name, "numbers": lines[:-1]})
        return {"certain": answered.turn.crisis[1], "contacts": contacts}


def closed(exchange: Exchange) -> Exchange:
    """An exchange of a conversation that is gone: its buttons would be read by another one."""
    steps = [{**step, "buttons": []} if "buttons" in step else step for step in exchange.steps]
    return replace(exchange, steps=steps, payloads=[[] for _ in steps])


def kept(exchange: Exchange) -> Json:
    """An exchange for the disk: without pictures, which can be asked for again, and buttons, which mean nothing to another process."""
    return {
        "said": exchange.said,
        "pressed": exchange.pressed,
        "marks": [[mark.start, mark.end, mark.flag] for mark in exchange.marks],
        "steps": [
            {**step, "buttons": [], "picture": None} if step["kind"] == "bubble" else step
            for step in exchange.steps
        ],
    }


def restored(row: Json) -> Exchange:
    """What `kept` gave."""
    marks = tuple(Mark(start, end, flag) for start, end, flag in row["marks"])
    steps = row["steps"]
    return Exchange(
        row["said"], marks, steps, [[] for _ in steps], pressed=row.get("pressed") or ""
    )


def _without_signs_button(reply: Reply) -> Reply:
    return replace(
        reply, buttons=tuple(each for each in reply.buttons if each.payload != SIGNS_PAYLOAD)
    )


def _bubble(reply: Reply, text: str) -> Json:
    picture = reply.picture and base64.b64encode(reply.picture).decode("ascii")
    return {
        "kind": "bubble",
        "text": text,
        "buttons": [hall_title(button) for button in reply.buttons],
        "picture": f"data:image/png;base64,{picture}" if picture else None,
    }
