"""Contacts as people see them: what for, when, at what cost, and always with the date of the last confirmation.

Only `contacts[].value` is shown, and what no source says is said to be unknown.
"""

import datetime
import re
from collections.abc import Sequence

from actions.dates import in_words
from actions.render.numbers import dialled
from knowledge.model import Channel, Contact
from knowledge.numbers import ALWAYS, FREE, PHONE_TYPES

MAX_CONTACTS = 3

# The hotline in Jakarta is shown beside every mission: a mission's own line may be old or missing.
NATIONAL_HOTLINE = "kemlu_pwni_hotline"

# They help with one paper or appointment and with nothing else; somebody in need must not begin there.
NARROW = frozenset({"paspor", "kematian", "janji_temu"})

# What a full name says besides the name: "(Kementerian Luar Negeri)", ", kementerian pekerja migran".
_BESIDES_NAME = re.compile(r"\s*\([^)]*\)|,.*")

_COSTS = {FREE: "gratis", "berbayar": "kena pulsa"}


def channel_text(
    channel: Channel,
    today: datetime.date,
    limit: int = MAX_CONTACTS,
    abroad: bool = False,
    compact: bool = False,
) -> str:
    """One channel: name, what for, quickest contacts, hours, cost, and when it was last confirmed.

    Args:
        channel: what to show.
        today: decides whether the confirmation is old, which is said.
        limit: contacts at most.
        abroad: the reader is abroad, where numbers that work in Indonesia only are of no use.
        compact: the quickest contact alone, on a line of its own, with one line above and one below it.
    """
    contacts = reachable(channel, abroad)
    if compact:
        return compact_text(channel, contacts[:1], today)
    shown = _quickest(contacts, limit)
    lines = [channel.name, as_sentence(channel.serves)]
    lines += [_contact_line(channel, contact) for contact in shown]
    if channel.hours:
        lines.append(f"Jam: {channel.hours}")
    lines += [_unknown(channel, shown), _closed(channel), channel.alert or ""]
    if channel.confidence == "rendah":
        lines.append("⚠️ Kontak ini belum pasti benar. Cocokkan dulu bila sempat.")
    lines.append(confirmed_text(channel, today))
    return "\n".join(filter(None, lines))


def channel_texts(
    channels: Sequence[Channel],
    today: datetime.date,
    limit: int = MAX_CONTACTS,
    abroad: bool = False,
) -> list[str]:
    """One text a channel, in the order given."""
    return [channel_text(channel, today, limit, abroad) for channel in channels]


def usable(channels: Sequence[Channel], abroad: bool) -> list[Channel]:
    """Channels that the reader can reach from where they are."""
    return [channel for channel in channels if reachable(channel, abroad)]


def has_number(channel: Channel, abroad: bool = False) -> bool:
    """True when the channel can be called or written to from where the reader is, not only visited or looked up."""
    return any(contact.type in PHONE_TYPES for contact in reachable(channel, abroad))


def short_name(channel: Channel) -> str:
    """The name without what explains it: "Hotline Kemlu untuk WNI"."""
    return _BESIDES_NAME.sub("", channel.name)


def reachable(channel: Channel, abroad: bool) -> list[Contact]:
    """Contacts that work from there; those for one paper or appointment after all others."""
    # A mission's or a local emergency number belongs to the country where the reader is.
    domestic = abroad and channel.country == "ID"
    found = [
        contact for contact in channel.contacts if not (domestic and contact.reach == "indonesia")
    ]
    return sorted(found, key=lambda contact: contact.purpose in NARROW)


def _quickest(contacts: Sequence[Contact], limit: int) -> list[Contact]:
    """The first contacts; WhatsApp is always among them, most people have nothing else abroad."""
    shown = list(contacts[:limit])
    later = (each for each in contacts[limit:] if each.purpose not in NARROW)
    whatsapp = next((contact for contact in later if contact.type == "whatsapp"), None)
    if whatsapp and all(contact.type != "whatsapp" for contact in shown):
        shown[-1] = whatsapp
    return shown


def _contact_line(channel: Channel, contact: Contact) -> str:
    # The words of the record say more of the hours: how old that is, which number it holds for.
    hours = "" if channel.hours else _hours(contact)
    doubt = "belum pasti" if contact.confidence == "rendah" else ""
    marks = (_COSTS.get(contact.cost or "", ""), hours, doubt)
    told = ", ".join(mark for mark in marks if mark and mark not in contact.label)
    return f"• {contact.label}: {dialled(contact)}{f' ({told})' if told else ''}"


def _hours(contact: Contact) -> str:
    return "24 jam" if contact.opening == ALWAYS else ""


def _unknown(channel: Channel, shown: Sequence[Contact]) -> str:
    """What nobody knows of a number: its hours, its cost."""
    numbers = [contact for contact in shown if contact.type in PHONE_TYPES]
    known = {
        "jam": bool(channel.hours) or any(contact.opening for contact in numbers),
        "biaya": any(contact.cost for contact in numbers),
    }
    unknown = " dan ".join(name for name in known if not known[name])
    return f"{unknown.capitalize()} belum diketahui." if numbers and unknown else ""


def compact_text(
    channel: Channel, contacts: Sequence[Contact], today: datetime.date, name: str | None = None
) -> str:
    """Name and use, the number alone, then hours, cost, date and doubt in one line.

    Args:
        channel: what to show.
        contacts: those of its contacts that are shown, each on a line of its own; may be empty.
        today: decides whether the confirmation is old, which is said.
        name: stands in place of its short name.
    """
    confirmed = confirmed_text(channel, today, brief=True)
    heading = name or short_name(channel)
    if not contacts:
        return f"{heading}\n{confirmed}"
    first, *others = contacts
    lines = [f"{heading}: {label_of(channel, first)}", dialled(first)]
    for contact in others:
        lines += [label_of(channel, contact), dialled(contact)]
    cost = _COSTS.get(first.cost or "", "")
    told = [channel.hours or _hours(first), "" if cost in first.label else cost.capitalize()]
    doubtful = "rendah" in (first.confidence, channel.confidence)
    rest = [
        _closed(channel),
        *map(as_sentence, filter(None, told)),
        _unknown(channel, contacts),
        "⚠️ Belum pasti benar." if doubtful else "",
        confirmed,
    ]
    return "\n".join([*lines, " ".join(filter(None, rest))])


def label_of(channel: Channel, contact: Contact) -> str:
    """What a contact is; that the same number has WhatsApp is said here, for it is shown once."""
    both = contact.type == "phone" and any(
        other.type == "whatsapp" and other.value == contact.value for other in channel.contacts
    )
    return f"{contact.label} (juga WhatsApp)" if both else contact.label


def _closed(channel: Channel) -> str:
    return "" if channel.status == "active" else "Kanal ini sedang tidak aktif."


def as_sentence(words: str) -> str:
    """Words with a full stop, unless they end with one, as "KBRI Washington D.C." does."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def confirmed_text(channel: Channel, today: datetime.date, brief: bool = False) -> str:
    """When a channel was last confirmed, and that this is long ago.

    Args:
        channel: whose contacts are shown.
        today: decides whether that is long ago.
        brief: in few words.
    """
    date = in_words(channel.confirmed_on) if channel.confirmed_on else None
    old = channel.review_by < today
    if brief:
        told = f"Dipastikan {date}." if date else "⚠️ Belum diketahui kapan dipastikan."
        return f"⚠️ {told} Bisa sudah berganti." if date and old else told
    if date is None:
        return "⚠️ Belum diketahui kapan kontak ini terakhir dipastikan."
    told = f"Terakhir dipastikan {date}."
    return f"⚠️ {told} Sudah lama, bisa jadi berganti." if old else told
