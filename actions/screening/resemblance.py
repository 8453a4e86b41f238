"""How much two texts are the same text: a picture that was misread and what was meant, or an offer that was sent again with a change."""

from __future__ import annotations

import re
from collections import Counter

_LETTERS = 3


def resemblance(one: str, other: str) -> float:
    """The share of groups of three letters that two texts have in common (Dice), from 0 to 1.

    A misread letter costs three groups only, a line that was read in another place hardly any, and a text that is much longer has
    most of its groups for itself. Both matter: misread words are no words any more, and pictures have columns.
    """
    groups = [_groups(text) for text in (one, other)]
    together = sum(group.total() for group in groups)
    return 2 * (groups[0] & groups[1]).total() / together if together else 0.0


def _groups(text: str) -> Counter[str]:
    letters = " ".join(re.findall(r"\w+", text.casefold()))
    return Counter(letters[i : i + _LETTERS] for i in range(len(letters) - _LETTERS + 1))
