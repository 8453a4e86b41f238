"""Reads a question of the quiz: the offer in quotation marks, and what is asked about it."""

from __future__ import annotations

import re

_OFFER = re.compile(r'^"(?P<offer>.+)"\s*(?P<ask>[^"]+)$', re.DOTALL)
_ASKED = re.compile(r"\s*(?:Asli atau tipu|Benar atau salah)\?$")


def parted(question: str) -> tuple[str | None, str]:
    """The offer, or None where nothing stands in quotation marks, and the rest."""
    found = _OFFER.match(question)
    return (found["offer"], found["ask"]) if found else (None, question)


def shortened(question: str) -> str:
    """The question in a list, without what is asked of all."""
    offer, ask = parted(question)
    return f"“{offer}”" if offer else _ASKED.sub("", ask)
