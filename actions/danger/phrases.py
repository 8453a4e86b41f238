"""Finds the dangers that the patterns of knowledge/crisis tell of."""

from __future__ import annotations

from collections.abc import Iterable

from actions.screening.model import Evidence
from actions.screening.phrases import PhraseRules, said_flags
from actions.screening.reading import Reading
from knowledge.model import Crisis

# Who is afraid denies much that is beside the danger ("tidak tahu harus bagaimana, dipukul terus"): only a word right before it counts.
REACH = 2


def rules_of(dangers: Iterable[Crisis]) -> PhraseRules:
    """Compile the patterns of all dangers.

    Raises:
        PatternError: a pattern cannot be read.
    """
    return PhraseRules.of(dangers)


def told_dangers(rules: PhraseRules, reading: Reading) -> dict[str, list[Evidence]]:
    """Dangers whose patterns match and are meant, with the matching words."""
    return said_flags(rules, reading, REACH)
