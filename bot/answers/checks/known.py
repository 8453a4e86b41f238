"""What the checks look things up in: contacts, sources, names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.render.numbers import dialled
from actions.render.sources import source_texts
from bot.answers.world import World
from knowledge.numbers import PHONE_TYPES, digits

TAIL = 4


# What stands before a contact or a source in a list, and what follows the title of a source.
_BEFORE = re.compile(r"^(?:• [^:]+: |\d+\. )")
_SOURCES = ("Sumber", "Dicek ")


# Compared by identity: there is one, and checks remember by it what they found in a text.
@dataclass(frozen=True, eq=False)
class Known:
    """Everything that answers may name.

    Attributes:
        numbers: digits of every number that is a contact now, by their last four.
        shown: channel id -> its numbers as they are shown -> where such a number stands by itself.
        recorded: addresses of sources as they were read, some before sites were encrypted.
        addresses: every web address of a source or a contact, without a slash at its end.
        names: whole lines that are no sentences and need not be Indonesian: addresses of offices, titles of sources.
    """

    numbers: dict[str, tuple[str, ...]]
    shown: dict[str, dict[str, re.Pattern[str]]]
    recorded: frozenset[str]
    addresses: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, world: World) -> Known:
        """What the records say."""
        records = world.knowledge
        numbers: dict[str, set[str]] = {}
        shown: dict[str, dict[str, re.Pattern[str]]] = {}
        others: set[str] = set()
        for channel in records.channels.values():
            dialed = [each for each in channel.contacts if each.type in PHONE_TYPES]
            shown[channel.id] = {each: _alone(each) for each in map(dialled, dialed)}
            for contact in dialed:
                numbers.setdefault(digits(contact.value)[-TAIL:], set()).add(contact.value)
            others |= {each.value for each in channel.contacts if each not in dialed}
        titles = {
            _BEFORE.sub("", source_texts([source])[0].split("\n")[0])
            for source in records.sources.values()
        }
        urls = {each.url for each in records.sources.values() if each.url}
        return cls(
            {tail: tuple(sorted(values)) for tail, values in numbers.items()},
            shown,
            frozenset(urls),
            frozenset(each.rstrip("/") for each in (*others, *urls)),
            frozenset(others | titles | urls),
        )

    def is_name(self, line: str) -> bool:
        """True for a line that names a source, or is nothing but an address."""
        return line.startswith(_SOURCES) or _BEFORE.sub("", line) in self.names


def _alone(number: str) -> re.Pattern[str]:
    # Lines that are called by their number are named more often than they are shown.
    return re.compile(rf"(?<!Polisi )(?<!SAPA )(?<![\w+-]){re.escape(number)}(?![\d-])")
