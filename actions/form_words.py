"""What every form of ours does alike: a letter is an answer, and after some messages about something else the form waits."""

from __future__ import annotations

import re

# So many messages about something else, and a form waits until it is asked for.
MOST_ASIDES = 2
_LETTER = re.compile(r"(?:jawab\w*\s+)?([a-h])[\s.)!]*", re.IGNORECASE)


def letter_number(text: str) -> int | None:
    """Which choice a letter and nothing else means, from 0; numbers choose among all buttons already (bot/choosing.py)."""
    letter = _LETTER.fullmatch(text.strip())
    return ord(letter[1].casefold()) - ord("a") if letter else None
