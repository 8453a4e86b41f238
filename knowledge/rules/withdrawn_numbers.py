"""A number that a channel's `conflict` quotes as wrong or old is shown nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.kinds import ALL_KINDS
from knowledge.numbers import LONG_ENOUGH, PHONE_TYPES, contacts, digits, phone_like, same_number

NAME = "withdrawn_numbers"
SCOPE = ALL_KINDS


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield contacts and texts that show a withdrawn number.

    A `conflict` also quotes the right number at times: what is a contact of the same channel
    is not withdrawn.
    """
    withdrawn: dict[str, list[tuple[str, str]]] = {}
    for number, owner in _withdrawn(documents):
        withdrawn.setdefault(_tail(number), []).append((number, owner))
    for document in documents:
        for path, shown in _shown(document):
            for number, owner in withdrawn.get(_tail(shown), ()):
                if same_number(number, shown):
                    message = f"nomor '{shown}' dicatat salah atau usang di conflict {owner}."
                    tip = "cocokkan ke sumber; hapus nomor ini, atau betulkan conflict itu."
                    yield document.finding(path, message, tip, NAME, value=shown)


def _tail(number: str) -> str:
    """Return the digits that all ways of writing a number share, to look it up by."""
    return digits(number)[-LONG_ENOUGH:]


def _withdrawn(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Yield number -> id of the channel whose conflict withdraws it."""
    for document in documents:
        conflict = document.get("conflict")
        if not isinstance(conflict, str):
            continue
        own = [contact["value"] for _, contact in contacts(document, PHONE_TYPES)]
        for number in phone_like(conflict):
            if not any(same_number(number, value) for value in own):
                yield number, document.stem


def _shown(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for path, contact in contacts(document, PHONE_TYPES):
        yield (*path, "value"), contact["value"]
        if isinstance(contact.get("display"), str):
            yield (*path, "display"), contact["display"]
    for path, text in document.prose:
        yield from ((path, number) for number in phone_like(text))
