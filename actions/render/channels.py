"""Contacts as people see them: only `contacts[].value`, always with the date of the last confirmation."""

import datetime
from collections.abc import Sequence

from actions.dates import in_words
from knowledge.model import Channel, Contact

MAX_CONTACTS = 3


def channel_text(
    channel: Channel, today: datetime.date, limit: int = MAX_CONTACTS, abroad: bool = False
) -> str:
    """One channel: name, quickest contacts, hours, and when it was last confirmed.

    Args:
        channel: what to show.
        today: decides whether the confirmation is old, which is said.
        limit: contacts at most.
        abroad: the reader is abroad, where numbers that work in Indonesia only are of no use.
    """
    lines = [channel.name]
    for contact in _quickest(_reachable(channel, abroad), limit):
        doubt = " (belum pasti)" if contact.confidence == "rendah" else ""
        lines.append(f"• {contact.label}: {contact.value}{doubt}")
    if channel.hours:
        lines.append(f"Jam: {channel.hours}")
    if channel.status != "active":
        lines.append("Kanal ini sedang tidak aktif.")
    if channel.alert:
        lines.append(channel.alert)
    lines.append(_confirmed(channel, today))
    return "\n".join(lines)


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
    return [channel for channel in channels if _reachable(channel, abroad)]


def first_contact(channel: Channel, abroad: bool) -> Contact | None:
    """The quickest contact that works from where the reader is."""
    return next(iter(_reachable(channel, abroad)), None)


def _reachable(channel: Channel, abroad: bool) -> list[Contact]:
    # A mission's or a local emergency number belongs to the country where the reader is.
    domestic = abroad and channel.country == "ID"
    return [
        contact for contact in channel.contacts if not (domestic and contact.reach == "indonesia")
    ]


def _quickest(contacts: Sequence[Contact], limit: int) -> list[Contact]:
    """The first contacts; WhatsApp is always among them, most people have nothing else abroad."""
    shown = list(contacts[:limit])
    whatsapp = next((contact for contact in contacts[limit:] if contact.type == "whatsapp"), None)
    if whatsapp and all(contact.type != "whatsapp" for contact in shown):
        shown[-1] = whatsapp
    return shown


def _confirmed(channel: Channel, today: datetime.date) -> str:
    if channel.confirmed_on is None:
        return "⚠️ Belum diketahui kapan kontak ini terakhir dipastikan."
    confirmed = f"Terakhir dipastikan {in_words(channel.confirmed_on)}."
    return (
        f"⚠️ {confirmed} Sudah lama, bisa jadi berganti." if channel.review_by < today else confirmed
    )
