"""A contact as somebody in danger sees it on a small screen: who, the number on a line of its own, and how far to trust it."""

from __future__ import annotations

import datetime

from actions.render.channels import compact_text, reachable, short_name
from actions.render.numbers import dialled
from knowledge.model import Channel, Contact
from knowledge.numbers import PHONE_TYPES

_LOCAL = "darurat_setempat"
_AMBULANCE = "ambulans"
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
    if not contacts:
        return ""
    text = compact_text(channel, contacts, today, _name(channel))
    alert = channel.alert if channel.alert and (is_local(channel) or count > 1) else ""
    return "\n".join(filter(None, [text, alert]))


def name_and_number(channel: Channel, abroad: bool, health: bool = False) -> str:
    """Name and number on two lines, to be said once more below something else; "" where none works from there."""
    contacts = _quickest(channel, abroad, health)
    return f"{_name(channel)}:\n{dialled(contacts[0])}" if contacts else ""


def is_local(channel: Channel) -> bool:
    """True for the emergency number of a country."""
    return channel.level == _LOCAL


def sends_doctor(channel: Channel) -> bool:
    """True for a local number that answers more than crimes."""
    return any(word in each.label for each in channel.contacts for word in (_AMBULANCE, "darurat"))


def _quickest(channel: Channel, abroad: bool, health: bool) -> list[Contact]:
    """Contacts that work from there, numbers first, each value once."""
    contacts = reachable(channel, abroad)
    unique = {contact.value: contact for contact in reversed(contacts)}.values()

    def order(contact: Contact) -> tuple[bool, bool]:
        return (
            # Called or written to at once; an address or a site takes longer.
            contact.type not in PHONE_TYPES,
            health and is_local(channel) and _AMBULANCE not in contact.label,
        )

    return sorted((contact for contact in contacts if contact in unique), key=order)


def _name(channel: Channel) -> str:
    return _LOCAL_NAME if is_local(channel) else short_name(channel)
