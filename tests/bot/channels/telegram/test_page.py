"""The page on which screens are looked at shows what stands on them, and nothing of it as HTML."""

from __future__ import annotations

from tests.bot.channels.telegram.arrivals import BOT, SARI, message, photo
from tests.helpers.telegram_page import page


def test_own_messages_stand_on_the_right_and_buttons_below_those_of_the_bot() -> None:
    keys = {"inline_keyboard": [[{"text": "Ya"}, {"text": "<Tidak>"}]]}
    shown = page(
        "Mawas",
        [
            message({"text": "a < b & c"}),
            message({"text": "Hubungi +62 812-9007-0027", "from": BOT, "reply_markup": keys}),
            message(photo()),
        ],
        SARI,
        {"foto": b"PNG"}.get,
    )
    assert shown.count('<div class="row me">') == 2
    assert "a &lt; b &amp; c" in shown
    assert "<a>+62 812-9007-0027</a>" in shown
    assert "&lt;Tidak&gt;" in shown
    assert "base64,UE5H" in shown


def test_in_groups_names_and_what_is_answered_are_shown() -> None:
    first = message({"text": "LOWONGAN"}, group=True)
    answer = message({"text": "Risiko tinggi", "from": BOT, "reply_to_message": first}, group=True)
    shown = page("Desa", [first, answer], SARI, {}.get)
    assert '<div class="name">Mawas</div>' in shown
    assert '<div class="quote">LOWONGAN</div>' in shown
