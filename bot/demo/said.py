"""What a person wrote, as a wall may show it, and where a reply repeats it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from actions.screening.private import Hidden

_OPEN, _CLOSE, _CUT = "“", "”", "…"
# Sides of a word: "ya" is no part of "Wahyuni".
_BEFORE, _AFTER = r"(?<!\w)", r"(?!\w)"


@dataclass(frozen=True)
class _Piece:
    """Characters start..end of the old text, which stand at `at` of the new one; those of a label are all at its beginning."""

    start: int
    end: int
    at: int
    label: str | None


class Said:
    """A message, what is shown of it, and where its characters went."""

    def __init__(self, text: str, hidden: Sequence[Hidden]) -> None:
        """Put labels in place of what is hidden.

        Args:
            text: the message.
            hidden: in order, without overlap.
        """
        self._pieces: list[_Piece] = []
        self.shown = ""
        done = 0
        for start, end, label in [*hidden, (len(text), len(text), "")]:
            self._add(done, start, text[done:start], None)
            self._add(start, end, label, label)
            done = end
        self._line, self._places = _one_line(text)
        self.hidden_words = {
            words: label for start, end, label in hidden if (words := _one_line(text[start:end])[0])
        }

    def _add(self, start: int, end: int, words: str, label: str | None) -> None:
        if end > start:
            self._pieces.append(_Piece(start, end, len(self.shown), label))
            self.shown += words

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters start..end are now; a label that they touch is taken whole."""
        first = next(each for each in self._pieces if start < each.end)
        last = next(each for each in reversed(self._pieces) if each.start < end)
        return (
            first.at if first.label else first.at + start - first.start,
            last.at + (len(last.label) if last.label else end - last.start),
        )

    def repeated(self, quote: str, is_cut: bool) -> str | None:
        """A quote as it may be shown; None when it is not of this message.

        Args:
            quote: words between quotation marks, on one line.
            is_cut: the last word may go on in the message.
        """
        before = _BEFORE if quote[:1].isalnum() else ""
        after = _AFTER if quote[-1:].isalnum() and not is_cut else ""
        found = None
        for match in re.finditer(before + re.escape(quote) + after, self._line):
            start, end = self._places[match.start()], self._places[match.end() - 1] + 1
            begin, stop = self.place(start, end)
            found = _one_line(self.shown[begin:stop])[0]
            if found != quote:
                # The same words may be a name at one place only: better too much than too little.
                break
        return found


def quotes_masked(text: str, said: Sequence[Said]) -> str:
    """A reply with labels in the quotes of what was said; all else, quotes of our own too, stays as it is."""
    done, parts = 0, []
    for start, end, shown in _quotes(text, said):
        parts += [text[done:start], shown]
        done = end
    return "".join([*parts, text[done:]])


def words_masked(text: str, said: Iterable[Said]) -> str:
    """A text with labels in place of what was hidden in what was said, wherever it stands as a whole word."""
    known = {words: label for each in said for words, label in each.hidden_words.items()}
    # Longer words first, for they may hold shorter ones.
    for words in sorted(known, key=len, reverse=True):
        before = _BEFORE if words[0].isalnum() else ""
        after = _AFTER if words[-1].isalnum() else ""
        text = re.sub(before + re.escape(words) + after, known[words], text)
    return text


def _quotes(text: str, said: Sequence[Said]) -> Iterator[tuple[int, int, str]]:
    """Offsets of the words of each quote of what was said, and how they may be shown; the longest, for quotes may stand in it."""
    done = 0
    for opening in re.finditer(_OPEN, text):
        start = opening.end()
        if start < done:
            continue
        line_end = text.find("\n", start)
        line = text[start : line_end if line_end >= 0 else len(text)]
        for closing in reversed(list(re.finditer(_CLOSE, line))):
            words = line[: closing.start()]
            is_cut = words.endswith(_CUT)
            shown = _repeated(words, False, said)
            if shown is None and is_cut:
                shown = _repeated(words.removesuffix(_CUT), True, said)
                shown = None if shown is None else shown + _CUT
            if shown is not None:
                done = start + closing.start()
                yield start, done, shown
                break


def _repeated(words: str, is_cut: bool, said: Sequence[Said]) -> str | None:
    if not words:
        return None
    # Each message that holds them: in one of them they may be a name.
    found = [shown for each in said if (shown := each.repeated(words, is_cut)) is not None]
    return next((shown for shown in found if shown != words), found[0] if found else None)


def _one_line(text: str) -> tuple[str, list[int]]:
    """The text as a reply repeats it (`quoting.visible`), and for each of its characters its offset in the text."""
    line: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        category = unicodedata.category(char)
        if char.isspace() or category == "Cc":
            # One space, none at the beginning.
            if line and line[-1] != " ":
                line.append(" ")
                places.append(place)
        elif category not in ("Cf", "Cs", "Co", "Cn"):
            line.append(char)
            places.append(place)
    while line and line[-1] == " ":
        line.pop()
        places.pop()
    return "".join(line), places
