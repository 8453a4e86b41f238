"""Words of an offer as people see them: quoted exactly, short enough, and unable to disturb a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from actions.screening.model import Evidence

LONGEST_QUOTE = 80
# Some pictures are several characters held together by this invisible one.
_JOINER = "\u200d"
# What a sentence, a quote or a remark may follow.
_ENDS_BEFORE = frozenset('.!?:•*–—"“([/-')
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def quoted(words: str) -> str:
    """The words between quotation marks, shortened with "…" where they are long."""
    plain = visible(words)
    if len(plain) > LONGEST_QUOTE:
        start = plain[: LONGEST_QUOTE - 1]
        # Not in the middle of a word, unless it is one very long word.
        cut = start.rfind(" ")
        plain = (start[:cut] if cut > LONGEST_QUOTE // 2 else start).rstrip() + "…"
    return f"“{plain}”"


def quotable(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence that says something; not what stands where something is missing."""
    return tuple(each for each in evidence if not each.is_absence)


def quotes(evidence: Sequence[Evidence], most: int) -> tuple[str, ...]:
    """The first quotes that differ, at most so many; words inside other words that are quoted whole are not quoted again."""
    whole = [each for each in evidence if len(visible(each.text)) <= LONGEST_QUOTE] or evidence
    different: dict[str, str] = {}
    for each in whole:
        if any(_inside(each, other) for other in whole):
            continue
        quote = quoted(each.text)
        different.setdefault(quote.casefold(), quote)
    return tuple(different.values())[:most]


def _inside(inner: Evidence, outer: Evidence) -> bool:
    """True when one piece of evidence is a part of another, longer one."""
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def visible(words: str) -> str:
    """The words on one line, without control characters: a pasted text must not move the cursor or turn a line around."""
    shown = "".join(
        " " if char.isspace() or unicodedata.category(char) == "Cc" else char
        for char in words
        if char == _JOINER or unicodedata.category(char) not in ("Cf", "Cs", "Co", "Cn")
    )
    return " ".join(shown.split())


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    return _SENTENCE_END.split(text.strip(), maxsplit=1)[0]


def begins_sentence(text: str, place: int) -> bool:
    """Whether what stands at a place begins a text, a line, a sentence, a quote or a remark."""
    while place and text[place - 1].isspace():
        if text[place - 1] == "\n":
            return True
        place -= 1
    return not place or text[place - 1] in _ENDS_BEFORE
