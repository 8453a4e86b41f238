"""What is written down of an update names nobody, and is read as if nothing were missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from telegram import Update

from bot.channels.telegram.bare import bare
from bot.channels.telegram.inbox import Inbox
from tests.bot.channels.telegram.test_inbox import with_inbox

PERSON = {
    "id": 7345678912,
    "is_bot": False,
    "first_name": "Kartini",
    "last_name": "Wulandari",
    "username": "kartini_4711",
    "language_code": "id",
}
CHAT = {**{k: PERSON[k] for k in ("id", "first_name", "last_name", "username")}, "type": "private"}
GROUP = {"id": -100777, "type": "supergroup", "title": "TKW Desa Mawar", "username": "tkw_mawar"}
PLACE = {"latitude": -8.5833, "longitude": 116.1167}
HIDDEN = ("Kartini", "Wulandari", "kartini_4711", "Mawar", "mawar", "0812975", "116.1167", "Jalan")


def _update(chat: dict[str, Any] = CHAT, **content: Any) -> dict[str, Any]:
    message = {"message_id": 5, "date": 1, "chat": chat, "from": PERSON, **content}
    return {"update_id": 9, "message": message}


UPDATES = {
    "text": _update(text="saya takut", entities=[{"type": "bold", "offset": 0, "length": 4}]),
    "group": _update(GROUP, text="apa ini"),
    "contact": _update(
        contact={**PERSON, "phone_number": "+62812975", "user_id": 5, "vcard": "Kartini"}
    ),
    "place": _update(location={**PLACE, "live_period": 60}),
    "venue": _update(venue={"location": PLACE, "title": "Rumah Kartini", "address": "Jalan Mawar"}),
    "forwarded": _update(
        text="lowongan",
        forward_origin={"type": "hidden_user", "date": 1, "sender_user_name": "Kartini"},
    ),
    "of a channel": _update(
        text="lowongan",
        forward_origin={
            **{"type": "channel", "date": 1, "message_id": 3},
            **{"chat": {**GROUP, "type": "channel"}, "author_signature": "Kartini"},
        },
    ),
    "named": _update(
        text="dia ini",
        entities=[{"type": "text_mention", "offset": 0, "length": 3, "user": PERSON}],
    ),
    "answer": _update(text="ini aman?", reply_to_message=_update(text="lowongan")["message"]),
    "pressed": {
        "update_id": 9,
        "callback_query": {
            **{"id": "1", "from": PERSON, "chat_instance": "x", "data": "m1"},
            **{"message": _update(text="pilih")["message"]},
        },
    },
}


@pytest.mark.parametrize("update", UPDATES.values(), ids=UPDATES)
def test_nothing_names_anybody_and_all_objects_are_there(update: dict[str, Any]) -> None:
    kept = bare(update)
    text = json.dumps(kept)
    assert [word for word in HIDDEN if word in text] == []
    read, whole = Update.de_json(kept, None), Update.de_json(update, None)
    assert read is not None
    assert read.effective_chat == whole.effective_chat  # the same id
    assert read.effective_user == whole.effective_user
    if whole.message:
        told = [name for name in whole.message.__slots__ if getattr(whole.message, name, None)]
        assert [name for name in told if not getattr(read.message, name, None)] == []
        assert read.message.text == whole.message.text


def test_files_keep_what_they_are_read_by() -> None:
    document = {"file_id": "a", "file_unique_id": "b", "file_name": "chat.txt", "mime_type": "x"}
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    update = _update(document=document, photo=photo, caption="ini apa")["message"]
    kept = bare(update)
    assert {key: kept[key] for key in ("document", "photo", "caption")} == {
        key: update[key] for key in ("document", "photo", "caption")
    }


def test_it_is_written_down_so(tmp_path: Path) -> None:
    async def receive(inbox: Inbox) -> None:
        (row,) = await inbox.receive([UPDATES["contact"]])
        assert row.chat == PERSON["id"]

    with_inbox(tmp_path, receive)
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"update_id" in kept
    assert [word for word in HIDDEN if word.encode() in kept] == []
