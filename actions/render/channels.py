"""Contacts as people see them: only `contacts[].value`, always with the date of the last confirmation."""

import datetime
from collections.abc import Sequence

from actions.dates import in_words
from knowledge.model import Channel

MAX_CONTACTS = 3


def channel_text(channel: Channel, today: datetime.date, limit: int = MAX_CONTACTS) -> str:
    """One channel: name, its quickest contacts, hours, when it was last confirmed, and a warning when that is long ago."""
    lines = [channel.name]
    for contact in channel.contacts[:limit]:
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
    channels: Sequence[Channel], today: datetime.date, limit: int = MAX_CONTACTS
) -> list[str]:
    """One text a channel, in the order given."""
    return [channel_text(channel, today, limit) for channel in channels]


def _confirmed(channel: Channel, today: datetime.date) -> str:
    if channel.confirmed_on is None:
        return "⚠️ Belum diketahui kapan kontak ini terakhir dipastikan."
    confirmed = f"Terakhir dipastikan {in_words(channel.confirmed_on)}."
    return (
        f"⚠️ {confirmed} Sudah lama, bisa jadi berganti." if channel.review_by < today else confirmed
    )
