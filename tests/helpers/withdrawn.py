"""Finds in a text what nobody may be told: withdrawn numbers, and numbers that no fact confirms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.paths import KNOWLEDGE
from knowledge.load import load
from knowledge.numbers import LONG_ENOUGH, digits, phone_like, same_number

FACTS = Path(__file__).parents[1] / "knowledge" / "facts"
_DIGITS = re.compile(r"[+(]?\d[\d ().-]{4,}\d")


@cache
def facts(name: str) -> Any:
    """One of the files copied from the facts."""
    return yaml.safe_load((FACTS / f"{name}.yml").read_text(encoding="utf-8"))


def withdrawn_in(text: str) -> list[str]:
    """The withdrawn numbers, e-mails, sites and names in a text."""
    lower, without_numbers = text.casefold(), _DIGITS.sub(" ", text)
    numbers = {digits(found)[-LONG_ENOUGH:]: digits(found) for found in _DIGITS.findall(text)}
    found = []
    for value in _withdrawn():
        number = digits(value)
        if len(number) >= LONG_ENOUGH and not value[-1].isalpha():
            shown = numbers.get(number[-LONG_ENOUGH:])
            hit = shown is not None and same_number(shown, number)
        elif value.isdigit():
            hit = re.search(rf"(?<!\d){value}(?!\d)", without_numbers) is not None
        else:
            hit = value.casefold() in lower
        found += [value] if hit else []
    return found


def unconfirmed_in(text: str) -> list[str]:
    """The telephone numbers in a text that are no contact of the facts."""
    return [
        found
        for found in phone_like(text)
        if not any(same_number(found, value) for value in _confirmed(digits(found)[-4:]))
    ]


@cache
def _withdrawn() -> tuple[str, ...]:
    return tuple(row["value"] for row in facts("withdrawn"))


@cache
def _confirmed(ending: str) -> tuple[str, ...]:
    every = (value for values in facts("numbers").values() for value in values)
    return tuple(value for value in every if digits(value).endswith(ending))


def assert_clean(said: Iterator[tuple[str, str]]) -> None:
    """Every (place, text) holds confirmed numbers only, and there was something to look at."""
    looked_at: set[str] = set()
    wrong: list[str] = []
    for place, text in said:
        # The same contacts come again and again.
        for part in set(text.split("\n\n")) - looked_at:
            looked_at.add(part)
            # An address has a postal code.
            numbers = unconfirmed_in(_addresses().sub(" ", part))
            wrong += [f"{place}: {each}" for each in (*withdrawn_in(part), *numbers)]
    assert wrong == []
    assert looked_at


@cache
def _addresses() -> re.Pattern[str]:
    every = load(KNOWLEDGE).knowledge.channels.values()
    found = (each.value for channel in every for each in channel.contacts if each.type == "address")
    return re.compile("|".join(map(re.escape, found)))
