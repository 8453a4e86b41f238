from __future__ import annotations

from telegram import Update

from bot.channels.telegram.buttons import short_id
from bot.channels.telegram.keyboard import keyboard, marks
from bot.messages import Button
from tests.bot.channels.telegram.updates import CHAT, message, press


def _rows(*titles: str) -> list[list[str]]:
    made = keyboard([Button(title, title) for title in titles])
    assert made
    return [[button.text for button in row] for row in made.inline_keyboard]


def test_two_short_buttons_stand_beside_each_other() -> None:
    assert _rows("Ya", "Tidak", "Sumbernya", "Langkah resmi ke luar negeri", "Batal") == [
        ["Ya", "Tidak"],
        ["Sumbernya"],
        ["Langkah resmi ke luar negeri"],
        ["Batal"],
    ]
    assert keyboard([]) is None


def test_an_id_is_short_whatever_the_payload_and_the_same_for_the_same() -> None:
    payload = "/lanjutan" + '{"lihat": "é"}' * 50
    assert len(short_id(payload).encode()) <= 64
    assert short_id(payload) == short_id(payload)
    assert short_id(payload) != short_id(payload + " ")


def test_the_pressed_button_is_marked_once() -> None:
    mark = marks(Update.de_json(press(1, "m1"), None))
    assert mark
    assert (mark.chat, mark.message) == (CHAT, 11)
    rows = [[(b.text, b.callback_data) for b in row] for row in mark.keyboard.inline_keyboard]
    assert rows == [[("✓ Ya", "m1")], [("Tidak", "m2")]]
    again = press(2, "m1")
    again["callback_query"]["message"]["reply_markup"] = mark.keyboard.to_dict()
    assert marks(Update.de_json(again, None)) is None


def test_nothing_is_marked_where_nothing_stands() -> None:
    assert marks(Update.de_json(message(1), None)) is None
    old = press(1, "m1")
    old["callback_query"]["message"] = {
        "chat": {"id": 5, "type": "private"},
        "message_id": 1,
        "date": 0,
    }
    assert marks(Update.de_json(old, None)) is None
