"""Takes out of an update what answers nobody: names, contacts and places. It is written to the disk before it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Left out; no object of Telegram needs them.
_LEFT_OUT = frozenset(
    ("last_name", "username", "active_usernames", "vcard", "author_signature", "bio")
)
# Objects without these cannot be read: they are there, and empty.
_EMPTY: Mapping[str, Any] = {
    "first_name": "",
    "sender_user_name": "",
    "phone_number": "",
    "address": "",
    "latitude": 0.0,
    "longitude": 0.0,
}
# Of a chat and of a place; a button or a document may have a title too, which says nothing of a person.
_TITLE, _TITLED = "title", (("id", "type"), ("location", "address"))


def bare(value: Any) -> Any:
    """An update, or a part of one, as Telegram describes it: whoever reads it finds every object that was there."""
    if isinstance(value, list):
        return [bare(each) for each in value]
    if not isinstance(value, Mapping):
        return value
    is_titled = any(value.keys() >= set(keys) for keys in _TITLED)
    return {
        key: "" if key == _TITLE and is_titled else _EMPTY.get(key, bare(each))
        for key, each in value.items()
        if key not in _LEFT_OUT
    }
