"""Takes personal data out of what a wall shows: of the message, and of the replies that repeat its words. Runs beside the assistant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from actions.decision import OUT_OF_SCOPE
from actions.screening.private import UNKNOWN, Hidden
from bot.demo.part import Answered, Mark
from bot.demo.sessions.redact import Redactor
from bot.messages import Incoming, Reply, Turn
from knowledge.store import Store

# A shorter word of the person's own is found inside ordinary words.
_SHORTEST = 4
_LABEL = re.compile(r"\[(?:[a-z]+|…)\]")
_QUOTED = re.compile(r"“[^”]*”")


class Masker:
    """Remembers what was hidden in each conversation: later replies may repeat it."""

    def __init__(self, store: Store) -> None:
        """Keep the store, which names the places."""
        self._redactor = Redactor(store)
        self._hidden: dict[str, dict[str, str]] = {}

    def forget(self, sender: str) -> None:
        """Forget what was hidden in a conversation."""
        self._hidden.pop(sender, None)

    def answered(self, incoming: Incoming, turn: Turn) -> Answered:
        """The message and its answer without personal data.

        Args:
            incoming: what was asked; the payload of a button holds no personal data.
            turn: its answer.
        """
        known = self._hidden.setdefault(incoming.sender, {})
        if incoming.kind == "button":
            return Answered(_with_labels(turn, known), "")
        text = turn.text
        masked = self._redactor(text)
        hidden = _hidden(text, masked)
        known.update(
            {text[start:end]: label for start, end, label in hidden if end - start >= _SHORTEST}
        )
        shown = _Moved(text, hidden)
        marks = {Mark(*shown.place(mark.start, mark.end), mark.flag) for mark in _marks(turn)}
        return Answered(
            _with_labels(turn, known),
            shown.text,
            tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.flag))),
            masked if _not_understood(turn) else None,
        )


def _not_understood(turn: Turn) -> bool:
    return turn.intent == OUT_OF_SCOPE and turn.crisis is None and turn.screening is None


def _hidden(text: str, masked: str) -> list[Hidden]:
    """What stands in the text where the masked text has labels: the words between the labels are the same in both, in order."""
    pieces = _LABEL.split(masked)
    labels = _LABEL.findall(masked)
    found: list[Hidden] = []
    done = len(pieces[0])
    for label, piece, is_last in zip(
        labels, pieces[1:], [*[False] * (len(labels) - 1), True], strict=False
    ):
        end = len(text) - len(piece) if is_last else text.find(piece, done + 1)
        if not piece and not is_last:
            end = done + 1  # two labels in a row: the second takes the rest
        if end < done:
            end = len(text)  # cannot be told apart: better too much than too little
        found.append((done, end, label))
        done = end + len(piece)
        if done >= len(text):
            break
    return found


def _marks(turn: Turn) -> list[Mark]:
    """Evidence of the screening, as far as it stands in this message and not in an earlier one that it was joined with."""
    return [
        Mark(each["start"], each["end"], flag["id"])
        for flag in (turn.screening or {}).get("flags", ())
        for each in flag["evidence"]
        if turn.text[each["start"] : each["end"]] == each["text"]
    ]


@dataclass(frozen=True)
class _Piece:
    """Characters start..end of the old text, which stand at `at` of the new one; those of a label are all at its beginning."""

    start: int
    end: int
    at: int
    label: str | None


class _Moved:
    """A text with labels in place of what is hidden, and where its characters went."""

    def __init__(self, text: str, hidden: list[Hidden]) -> None:
        self._pieces: list[_Piece] = []
        self.text = ""
        done = 0
        for start, end, label in [*hidden, (len(text), len(text), "")]:
            self._add(done, start, text[done:start], None)
            self._add(start, end, label, label)
            done = end

    def _add(self, start: int, end: int, words: str, label: str | None) -> None:
        if end > start:
            self._pieces.append(_Piece(start, end, len(self.text), label))
            self.text += words

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters start..end are now; a label that they touch is taken whole."""
        first = next(each for each in self._pieces if start < each.end)
        last = next(each for each in reversed(self._pieces) if each.start < end)
        return (
            first.at if first.label else first.at + start - first.start,
            last.at + (len(last.label) if last.label else end - last.start),
        )


def _with_labels(turn: Turn, known: dict[str, str]) -> Turn:
    """The turn with replies in which labels stand for the person's own data."""
    # Longer words first, for they may hold shorter ones.
    longest = sorted(known, key=len, reverse=True)

    def quoted(found: re.Match[str]) -> str:
        words = found.group()
        for each in longest:
            words = words.replace(each, known[each])
        return words

    def masked(reply: Reply) -> Reply:
        text = _QUOTED.sub(quoted, reply.text)
        for words in longest:
            # What is hidden because nobody knows the word may be the name of an office in the answer.
            if known[words] != UNKNOWN:
                text = text.replace(words, known[words])
        return replace(reply, text=text)

    return replace(turn, replies=tuple(map(masked, turn.replies)))
