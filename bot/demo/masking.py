"""Takes personal data out of what a wall shows: of the message, and of the replies that repeat its words. Runs beside the assistant.

Of a reply only the words of the person are touched: what stands between “ and ” and was written by them, and a report's lines. Official
contacts, advice and quotes of our own stay byte for byte as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.decision import OUT_OF_SCOPE
from actions.unsure import AnswerWhenUnsure
from bot.demo.part import Answered, Mark
from bot.demo.said import Said, quotes_masked, words_masked
from bot.demo.sessions.redact import Redactor
from bot.messages import Incoming, Reply, Turn
from knowledge.store import Store

_LETTER = re.compile(r"[^\W\d_]")


class Masker:
    """Remembers what was said in each conversation: later replies may repeat it."""

    def __init__(self, store: Store) -> None:
        """Keep the store, which names the places."""
        self._redactor = Redactor(store)
        self._said: dict[str, list[Said]] = {}

    def forget(self, sender: str) -> None:
        """Forget what was said in a conversation."""
        self._said.pop(sender, None)

    def answered(self, incoming: Incoming, turn: Turn) -> Answered:
        """The message and its answer without personal data.

        Args:
            incoming: what was asked; the payload of a button holds no personal data.
            turn: its answer.
        """
        said = self._said.setdefault(incoming.sender, [])
        if incoming.kind == "button":
            return Answered(_as_shown(turn, said), "")
        now = Said(turn.text, self._redactor.hidden(turn.text))
        said.append(now)
        marks = {Mark(*now.place(mark.start, mark.end), mark.flag) for mark in _marks(turn)}
        return Answered(
            _as_shown(turn, said),
            now.shown,
            tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.flag))),
            now.shown if _not_understood(turn) else None,
        )


def _not_understood(turn: Turn) -> bool:
    """Whether a question was left without an answer: outside the subject, asked back, or with a choice of what it may have meant."""
    missed = turn.intent == OUT_OF_SCOPE or AnswerWhenUnsure.NAME in turn.actions
    # Such a message may still have answered a question of ours, told of danger, or come in behind the harmless screen.
    led_on = (
        turn.topics or turn.crisis or turn.screening or any(each.covers for each in turn.replies)
    )
    return missed and not led_on and _LETTER.search(turn.text) is not None


def _marks(turn: Turn) -> list[Mark]:
    """Evidence of the screening, as far as it stands in this message and not in an earlier one that it was joined with."""
    return [
        Mark(each["start"], each["end"], flag["id"])
        for flag in (turn.screening or {}).get("flags", ())
        for each in flag["evidence"]
        if turn.text[each["start"] : each["end"]] == each["text"]
    ]


def _as_shown(turn: Turn, said: Sequence[Said]) -> Turn:
    """The turn with replies in which labels stand for the person's own data; every other word is as the assistant said it."""
    return replace(turn, replies=tuple(_masked(reply, said) for reply in turn.replies))


def _masked(reply: Reply, said: Sequence[Said]) -> Reply:
    text = quotes_masked(reply.text, said)
    if reply.repeats:
        text = words_masked(text, said)
    return reply if text == reply.text else replace(reply, text=text)
