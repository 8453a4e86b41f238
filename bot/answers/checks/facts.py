"""Facts: sources with their date, contacts with theirs, numbers and addresses that stand in a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from actions.dates import MONTHS
from bot.answers.checks.known import TAIL, Known
from bot.answers.said import Said
from knowledge.numbers import digits, phone_like, same_number

_CHECKED = re.compile(rf"\b[Dd]icek (?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) 20\d\d\b")
_SOURCE = re.compile(r"\bSumber(?: langkah)?: \S|\bdisusun dari:")
_CONFIRMED = re.compile(r"[Dd]ipastikan")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s«»\"]+", re.IGNORECASE)
# A name and a number alone, said once more below something else.
_REPEATED_LINES = 3


def sources(said: Said, known: Known) -> Iterator[str]:
    """A statement names what it rests on, and when that was checked."""
    if not said.states_facts or said.is_first_aid:
        return
    if not said.sources and not said.is_heard:
        yield "menyatakan fakta tanpa sumber"
    if said.sources and not _SOURCE.search(said.text):
        yield "sumbernya tidak terlihat"
    if not _CHECKED.search(said.text):
        yield "tanggal pengecekan tidak terlihat"


def dated_contacts(said: Said, known: Known) -> Iterator[str]:
    """A number stands beside the day on which it was confirmed."""
    blocks = said.text.split("\n\n")
    for channel in said.channels:
        for number, alone in known.shown.get(channel, {}).items():
            # Paragraphs of other channels may hold the same short number.
            showing = [block for block in blocks if number in block and alone.search(block)]
            if showing and not any(_CONFIRMED.search(block) for block in showing):
                if all(block.count("\n") < _REPEATED_LINES for block in showing):
                    continue
                yield f"nomor {number} tanpa tanggal dipastikan"


def numbers(said: Said, known: Known) -> Iterator[str]:
    """Every number is a contact of a record, as it stands there now."""
    for line in said.text.split("\n"):
        if known.is_name(line):
            continue
        for found in _phones(line):
            values = known.numbers.get(digits(found)[-TAIL:], ())
            if not any(same_number(found, value) for value in values):
                yield f"nomor {found} bukan kontak yang tercatat"


def addresses(said: Said, known: Known) -> Iterator[str]:
    """Every web address stands in a record, and is encrypted unless it is that of a source, which is only read."""
    for bubble in said.bubbles:
        for address in _addresses(bubble):
            if not address.startswith("https://") and address not in known.recorded:
                yield f"alamat {address} bukan https"
            elif address.rstrip("/") not in known.addresses:
                yield f"alamat {address} tidak tercatat"


@cache
def _addresses(bubble: str) -> tuple[str, ...]:
    return tuple(each.rstrip(".,;)") for each in _ADDRESS.findall(bubble))


@cache
def _phones(line: str) -> tuple[str, ...]:
    return tuple(phone_like(line))
