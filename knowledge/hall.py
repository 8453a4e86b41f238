"""What the rules about scenes and role-plays share: reading lists that may be broken, and words that are quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge.yaml_reader import KeyPath


def listed(value: Any) -> list[dict[str, Any]]:
    """Return the mappings of a list; other shapes are reported by the schema.

    Positions stay those of the file: what is no mapping counts as an empty one.
    """
    items = value if isinstance(value, list) else []
    return [item if isinstance(item, dict) else {} for item in items]


def quotes(flags: Any) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield place, flag and words of everything that is quoted in a list of `Raised`."""
    for position, raised in enumerate(listed(flags)):
        words = raised.get("quotes")
        for number, quote in enumerate(words if isinstance(words, list) else ()):
            if isinstance(quote, str):
                yield (position, "quotes", number), str(raised.get("flag")), quote


def unquoted(flags: Any, text: str) -> Iterator[tuple[KeyPath, str]]:
    """Yield place and words of quotes that do not stand in `text` letter by letter."""
    for place, _, words in quotes(flags):
        if words not in text:
            yield place, words
