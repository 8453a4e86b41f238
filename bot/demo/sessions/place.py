"""The place of a session as everybody may read it: on the wall, in windows and in reports."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from actions.screening.called_people import TITLES_BEFORE, called_in
from actions.screening.contacts import ACCOUNT, EMAIL, LINK, PHONE, contacts_in
from actions.screening.lookalikes import plain
from actions.screening.number_forms import numbers_in

NUMBER, PERSON, CONTACT = "[nomor]", "[nama]", "[kontak]"
# Years and numbers of houses, schools and hamlets are shorter: "SMKN 2 Gang 14 RT 03/02 2026".
_NUMBER = re.compile(r"\+?\d(?:[\s.()-]*\d){6,}")
_FEWEST = 9
_WORD = re.compile(r"[^\W\d_]+")
# Whose it is, even without "Pak".
_HOMES = frozenset("rumah rmh kediaman tempat warung kios toko halaman teras kontrakan kos".split())
# Public places that are called by somebody's name are no home of theirs: "Masjid Haji Ahmad", "Aula KH Hasyim".
_PUBLIC = frozenset(
    """masjid musala mushola musholla langgar surau gereja pura vihara gedung aula jalan jl jln sd sdn smp smpn sma sman
    smk smkn mi min mts mtsn ma man madrasah pondok ponpes pesantren yayasan stadion lapangan taman museum rs rsud
    puskesmas universitas kampus pasar hotel wisma graha bandara terminal pelabuhan gor""".split()
)


def shown_place(typed: str, places: Collection[str]) -> str:
    """A place without numbers, addresses on the net, and names of people: "Rumah Pak [nama]".

    Args:
        typed: what a facilitator wrote.
        places: words of names of places, in small letters (`known_places.place_words`).
    """
    read = plain(" ".join(typed.split()))
    text = read.text
    for start, end, label in sorted(_found(text, places), reverse=True):
        start += len(text[start:end]) - len(text[start:end].lstrip(" ("))
        text = text[:start] + label + text[end:]
    return text


def _found(text: str, places: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Spans without overlap."""
    taken: list[tuple[int, int]] = []
    for start, end, label in (*_contacts(text), *_numbers(text), *_people(text, places)):
        if not any(start < last and first < end for first, last in taken):
            taken.append((start, end))
            yield start, end, label


def _contacts(text: str) -> Iterator[tuple[int, int, str]]:
    labels = {PHONE: NUMBER, ACCOUNT: CONTACT, EMAIL: CONTACT, LINK: CONTACT}
    for contact in contacts_in(text):
        yield contact.evidence.start, contact.evidence.end, labels[contact.kind]


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _NUMBER.finditer(text):
        yield *match.span(), NUMBER
    for start, end in numbers_in(text):
        if sum(char.isalnum() for char in text[start:end]) >= _FEWEST:
            yield start, end, NUMBER


def _people(text: str, places: Collection[str]) -> Iterator[tuple[int, int, str]]:
    done = -1
    for start, end in sorted(called_in(text, places), key=lambda span: (span[0], -span[1])):
        titled = TITLES_BEFORE.search(text, 0, start)
        words = _WORD.findall(text[: titled.start() if titled else start])
        at = words[-1].casefold() if words else ""
        goes_on = start <= done + 1
        if goes_on or ((titled or at in _HOMES) and at not in _PUBLIC):
            yield start, end, PERSON
            done = end
