"""A contact as somebody in danger sees it on a small screen: who, the number on a line of its own, and how far to trust it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from actions.dates import in_words
from actions.render.channels import reachable
from knowledge.model import Channel, Contact

# They are called or written to at once; an address or a site takes longer.
_NUMBERS = frozenset(("phone", "whatsapp", "sms"))
_LOCAL = "darurat_setempat"
_AMBULANCE = "ambulans"
# So long is what is said about hours in one line; the whole stands under the other contacts.
_HOURS = 60
# Beside it, a screen over the shoulder shows nothing but an office.
_LOCAL_NAME = "Nomor setempat"


def compact(
    channel: Channel, today: datetime.date, abroad: bool, health: bool = False, count: int = 1
) -> str:
    """The quickest contacts of a channel, what to know before calling a local number, hours and trust; "" where none works from there.

    Args:
        channel: what to show.
        today: decides whether the confirmation is old, which is said.
        abroad: the reader is abroad.
        health: a doctor is needed rather than the police.
        count: contacts at most.
    """
    contacts = _quickest(channel, abroad, health)[:count]
    alert = [channel.alert] if channel.alert and (is_local(channel) or count > 1) else []
    trust = [_trust(channel, contacts[0], today)] if contacts else []
    return "\n".join([*_lines(channel, contacts), *alert, *trust]) if contacts else ""


def name_and_number(channel: Channel, abroad: bool, health: bool = False) -> str:
    """Name and number on two lines, to be said once more below something else; "" where none works from there."""
    contacts = _quickest(channel, abroad, health)
    return f"{_name(channel)}:\n{_shown(contacts[0])}" if contacts else ""


def is_local(channel: Channel) -> bool:
    """True for the emergency number of a country."""
    return channel.level == _LOCAL


def sends_doctor(channel: Channel) -> bool:
    """True for a local number that answers more than crimes."""
    return any(word in each.label for each in channel.contacts for word in (_AMBULANCE, "darurat"))


def has_number(channel: Channel, abroad: bool) -> bool:
    """True when it can be called or written to from there."""
    return any(contact.type in _NUMBERS for contact in reachable(channel, abroad))


def _quickest(channel: Channel, abroad: bool, health: bool) -> list[Contact]:
    """Contacts that work from there, numbers first, each value once."""
    contacts = reachable(channel, abroad)
    unique = {contact.value: contact for contact in reversed(contacts)}.values()

    def order(contact: Contact) -> tuple[bool, bool]:
        return (
            contact.type not in _NUMBERS,
            health and is_local(channel) and _AMBULANCE not in contact.label,
        )

    return sorted((contact for contact in contacts if contact in unique), key=order)


def _lines(channel: Channel, contacts: Sequence[Contact]) -> list[str]:
    lines = []
    for number, contact in enumerate(contacts):
        both = contact.type == "phone" and any(
            other.type == "whatsapp" and other.value == contact.value for other in channel.contacts
        )
        label = f"{contact.label} (juga WhatsApp)" if both else contact.label
        lead = f"{_name(channel)}: " if number == 0 else ""
        lines += [f"{lead}{label}", _shown(contact)]
    return lines


def _name(channel: Channel) -> str:
    """What it is called in few words: without what stands in brackets or after a comma."""
    if is_local(channel):
        return _LOCAL_NAME
    return channel.name.split(" (")[0].split(",")[0]


def _shown(contact: Contact) -> str:
    """The value, with the spaces of `display` where these are the only difference: easier to read out and still tappable."""
    display = contact.display or ""
    same = [char for char in display if char not in " -()"] == list(contact.value)
    return display if same else contact.value.removeprefix("https://").removeprefix("www.")


def _trust(channel: Channel, contact: Contact, today: datetime.date) -> str:
    """Hours, where they are known, and when the contact was last confirmed; what is doubtful is said."""
    hours = f"{channel.hours} " if channel.hours and len(channel.hours) <= _HOURS else ""
    doubt = " Belum pasti." if "rendah" in (contact.confidence, channel.confidence) else ""
    if channel.confirmed_on is None:
        return f"{hours}⚠️ Belum diketahui kapan dipastikan.{doubt}"
    confirmed = f"Dipastikan {in_words(channel.confirmed_on[:7])}."
    if channel.review_by < today:
        return f"{hours}⚠️ {confirmed} Bisa jadi berganti.{doubt}"
    return f"{hours}{'⚠️ ' if doubt else ''}{confirmed}{doubt}"
