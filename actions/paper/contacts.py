"""Contacts as they stand on paper: name, number, what it is for, and when it was last confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actions.dates import in_words
from actions.render.channels import NARROW, confirmed_text, label_of, reachable, short_name
from actions.render.numbers import dialled
from knowledge.model import Channel, Contact
from knowledge.numbers import PHONE_TYPES

_SIGN = "⚠️"
_DOUBTFUL = "rendah"


@dataclass(frozen=True)
class PaperNumber:
    """One number or address.

    Attributes:
        shown: as it is dialled.
        label: what it is.
        picture: pictogram beside it.
    """

    shown: str
    label: str
    picture: str


@dataclass(frozen=True)
class PaperContact:
    """One place to call.

    Attributes:
        channel: id.
        name: short.
        numbers: the quickest first.
        dated: when it was confirmed, and what to doubt.
        warns: there is something to doubt.
        alert: what to know before calling; may be empty.
        review_by: after this day it is old.
    """

    channel: str
    name: str
    numbers: tuple[PaperNumber, ...]
    dated: str
    warns: bool
    alert: str
    review_by: date


def paper_contacts(
    channels: Sequence[Channel], today: date, *, abroad: bool, most: int = 1
) -> list[PaperContact]:
    """The contacts of channels that are open and can be reached from where the reader is, in the order given.

    Args:
        channels: where to call.
        today: decides what is old.
        abroad: the reader is abroad, where numbers that work in Indonesia only are of no use.
        most: numbers of a channel at most.
    """
    found = (_contact(channel, today, abroad, most) for channel in channels)
    return [contact for contact in found if contact]


def fresh_until(contacts: Sequence[PaperContact], words: date, today: date) -> date:
    """The day after which a sheet should be printed again; contacts that are old already say so themselves.

    Args:
        contacts: those on the sheet.
        words: when its sentences have to be checked again.
        today: the day of printing.
    """
    return min((day for each in contacts if (day := each.review_by) >= today), default=words)


def printed(today: date, until: date) -> str:
    """Says when a sheet was printed, and until when it should hang."""
    made = f"Dicetak {in_words(today)}."
    if until < today:
        return f"{made} Isinya sudah lama, tanyakan dulu sebelum dipakai."
    return f"{made} Sesudah {in_words(until)}, cetak lagi yang baru."


def _contact(channel: Channel, today: date, abroad: bool, most: int) -> PaperContact | None:
    chosen = _chosen(reachable(channel, abroad), most)
    if channel.status != "active" or not chosen:
        return None
    dated = confirmed_text(channel, today, brief=True)
    doubtful = _DOUBTFUL in (channel.confidence, *(each.confidence for each in chosen))
    return PaperContact(
        channel=channel.id,
        name=short_name(channel),
        numbers=tuple(_number(channel, contact) for contact in chosen),
        dated=" ".join(filter(None, ["Belum pasti benar." if doubtful else "", dated])).replace(f"{_SIGN} ", ""),
        warns=doubtful or dated.startswith(_SIGN),
        alert=channel.alert or "",
        review_by=channel.review_by,
    )  # fmt: skip


def _chosen(contacts: Sequence[Contact], most: int) -> list[Contact]:
    """Numbers before addresses; of several a telephone and a way to write, each value once."""
    wide = [each for each in contacts if each.purpose not in NARROW] or list(contacts)
    numbers = [each for each in wide if each.type in PHONE_TYPES] or wide
    unique = list({each.value: each for each in reversed(numbers)}.values())[::-1]
    first, others = unique[:1], unique[1:]
    # The other kind first: who cannot call can write, and the other way round.
    others.sort(key=lambda each: each.type == first[0].type)
    return [*first, *others][:most]


def _number(channel: Channel, contact: Contact) -> PaperNumber:
    picture = "pesan" if contact.type == "whatsapp" else "telepon"
    shown = dialled(contact)
    if contact.type == "web":
        # As it is typed.
        shown = shown.partition("://")[2] or shown
    return PaperNumber(shown, label_of(channel, contact), picture)
