"""Updates as Telegram sends them, for tests of what lies behind the door."""

from __future__ import annotations

from typing import Any

CHAT = 1001
SECRET = "rahasia-sekali"


def message(number: int, chat: int = CHAT, text: str = "halo") -> dict[str, Any]:
    """A message; the same number is the same update."""
    kind = "private" if chat > 0 else "supergroup"
    person = {"id": abs(chat), "is_bot": False, "first_name": "Sari"}
    return {
        "update_id": number,
        "message": {
            "message_id": 10 + number,
            "date": 1_790_000_000,
            "chat": {"id": chat, "type": kind},
            "from": person,
            "text": text,
        },
    }


def press(number: int, data: str, chat: int = CHAT) -> dict[str, Any]:
    """A button that is pressed below a message with that button and another."""
    keyboard = [[{"text": "Ya", "callback_data": data}], [{"text": "Tidak", "callback_data": "m2"}]]
    shown = {
        **message(number, chat)["message"],
        "reply_markup": {"inline_keyboard": keyboard},
    }
    query = {
        "id": "1",
        "from": shown["from"],
        "chat_instance": "1",
        "message": shown,
        "data": data,
    }
    return {"update_id": number, "callback_query": query}
