"""Comparing phone numbers that are written in different ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from knowledge.document import Document
from knowledge.yaml_reader import KeyPath

PHONE_TYPES = frozenset({"phone", "whatsapp", "sms"})
"""Types of contact whose value is dialled."""

FREE, ALWAYS = "gratis", "24/7"
"""What `cost` and `opening` of a contact say of one that costs nothing, and of one that answers day and night."""

CLOSED = "inactive"
"""`status` of a channel that is closed for good."""

LONG_ENOUGH = 7
"""Digits from which a run counts as a phone number and not as a year or a short code."""

_DIGIT_RUN = re.compile(r"\d[\d ().-]{5,}\d")
_PHONE = re.compile(
    r"(?<![\w.,/])(?:\+|\(?0)\d{0,3}\)?[\d .-]{5,}\d"  # + or 0 in front: any separators
    r"|(?<![\w.,/$€£¥+-])(?!(?:19|20)\d\d )\d[\d -]{5,}\d(?![\w.,]\d)"  # else: no dots
)
_EXTENSION = re.compile(r"\b(?:ext|ekst|ekstensi|pesawat)\b.*", re.IGNORECASE)
_NOT_A_NUMBER = re.compile(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_AMOUNT_BEFORE = re.compile(r"(?:Rp|NT|HK|US|S|RM|SAR|USD|IDR|Pasal|pukul) ?$", re.IGNORECASE)


def digits(value: str) -> str:
    """Return the digits of a number, without leading zeros and without its extension."""
    return re.sub(r"\D", "", _EXTENSION.sub("", value)).lstrip("0")


def same_number(one: str, other: str) -> bool:
    """Tell whether two ways of writing mean one number, with or without the country code."""
    shorter, longer = sorted((digits(one), digits(other)), key=len)
    if len(shorter) < LONG_ENOUGH:
        return shorter == longer
    return longer.endswith(shorter) and len(longer) - len(shorter) <= 3


def phone_like(text: str) -> Iterator[str]:
    """Yield the parts of `text` that look like phone numbers of at least seven digits.

    Amounts with dots (`Rp15.000.000`), year ranges and dates are not phone numbers.
    """
    if not _DIGIT_RUN.search(text):
        return  # most texts: one quick look instead of a slow one
    for match in _PHONE.finditer(text):
        found = match.group().strip(" .-")
        if _NOT_A_NUMBER.fullmatch(found) or _AMOUNT_BEFORE.search(text[: match.start()]):
            continue
        if len(re.sub(r"\D", "", found)) >= LONG_ENOUGH:
            yield found


def contacts(document: Document, types: frozenset[str]) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield path and content of the contacts of these types that carry a string value."""
    found = document.get("contacts")
    for position, contact in enumerate(found if isinstance(found, list) else ()):
        if not isinstance(contact, dict) or contact.get("type") not in types:
            continue
        if isinstance(contact.get("value"), str):
            yield ("contacts", position), contact
