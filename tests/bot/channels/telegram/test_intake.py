"""Every kind of message of a private chat leads to something, and nothing that was said is lost."""

from __future__ import annotations

import pytest
from telegram import Update

from bot.channels.telegram import words
from bot.channels.telegram.model import Ask, Delete, Ignore, instead_of
from bot.messages import Incoming, Unread
from tests.bot.channels.telegram import arrivals
from tests.bot.channels.telegram.arrivals import (
    OFFER,
    PNG,
    FakeBot,
    asked,
    document,
    forwarded,
    hear,
    photo,
    text,
    update,
)


def test_a_text_is_asked_as_it_is() -> None:
    assert hear(text("apa itu TPPO?")) == Ask(
        Incoming("samaran", "apa itu TPPO?", channel="telegram")
    )


def test_an_address_behind_words_is_read_too() -> None:
    link = {"type": "text_link", "offset": 0, "length": 6, "url": "https://wa.me/62812"}
    incoming = asked(hear(update({"text": "Daftar di sini", "entities": [link]})))
    assert incoming.text == "Daftar di sini\nhttps://wa.me/62812"


def test_a_photo_goes_with_its_caption_in_full_size() -> None:
    bot = FakeBot()
    bot.files["foto"] = PNG
    incoming = asked(hear(update(photo(caption="ini aman?")), bot=bot))
    assert (incoming.text, incoming.parts) == ("ini aman?", (PNG,))
    assert bot.fetched == ["foto"]


def test_an_album_is_one_case_in_the_order_in_which_it_was_sent() -> None:
    bot = FakeBot()
    bot.files = {"a": b"\x89PNG a", "b": b"\x89PNG b", "c": b"\x89PNG c"}
    album = [
        update(photo(name, "tolong cek" if name == "a" else None, media_group_id="7"))
        for name in "abc"
    ]
    incoming = asked(hear(*reversed(album), bot=bot))
    assert incoming.text == "tolong cek"
    assert incoming.parts == tuple(bot.files.values())


def test_a_cry_for_help_is_kept_when_its_picture_cannot_be_had() -> None:
    bot = FakeBot()
    incoming = asked(hear(update(photo(caption="tolong saya disekap")), bot=bot))
    assert incoming.text == "tolong saya disekap"
    assert incoming.parts == (Unread(words.NOT_FETCHED),)


def test_forwarded_posts_and_the_comment_with_them_are_told_apart() -> None:
    incoming = asked(
        hear(
            text("menurutmu gimana?"), forwarded({"text": OFFER}), forwarded({"text": "DP 2 juta"})
        )
    )
    assert incoming.text == "menurutmu gimana?"
    assert incoming.parts == (OFFER, "DP 2 juta")


def test_the_caption_of_a_forwarded_photo_is_the_words_of_others() -> None:
    bot = FakeBot()
    bot.files["foto"] = PNG
    incoming = asked(hear(forwarded(photo(caption=OFFER)), bot=bot))
    assert (incoming.text, incoming.parts) == ("", (PNG, OFFER))


def test_a_forwarded_command_orders_nothing() -> None:
    incoming = asked(hear(forwarded({"text": "/hapus"})))
    assert incoming.parts == ("/hapus",)


def test_an_edited_text_is_read_anew_and_told_so() -> None:
    found = hear(update({"text": "gaji 5 juta"}, "edited_message"))
    assert asked(found).text == "gaji 5 juta"
    assert isinstance(found, Ask)
    assert [reply.text for reply in found.before] == [words.EDITED]


def test_a_question_that_answers_an_older_offer_is_about_that_one() -> None:
    offer = arrivals.message({"text": OFFER})
    assert asked(hear(update({"text": "ini aman?", "reply_to_message": offer}))).parts == (OFFER,)
    other = asked(hear(update({"text": "apa itu visa kerja?", "reply_to_message": offer})))
    assert other.parts == ()


def test_what_the_bot_said_is_not_asked_about() -> None:
    verdict = arrivals.message({"text": "Risiko tinggi", "from": arrivals.BOT})
    assert asked(hear(update({"text": "ini aman?", "reply_to_message": verdict}))).parts == ()


def test_the_marked_part_of_an_answered_message_is_enough() -> None:
    offer = arrivals.message({"text": f"Halo semua. {OFFER}"})
    quote = {"text": OFFER, "position": 12}
    found = hear(update({"text": "ini aman?", "reply_to_message": offer, "quote": quote}))
    assert asked(found).parts == (OFFER,)


def test_a_check_command_below_a_photo_reads_the_photo() -> None:
    bot = FakeBot()
    bot.files["foto"] = PNG
    shown = arrivals.message(photo())
    found = hear(update({"text": "/cek", "reply_to_message": shown}), bot=bot)
    assert asked(found).parts == (PNG,)


def test_a_pasted_chat_is_read_from_its_file() -> None:
    bot = FakeBot()
    bot.files["berkas"] = f"12/03/26 08.00 - Rina: {OFFER}".encode()
    incoming = asked(hear(update(document("Chat WhatsApp.txt", "text/plain")), bot=bot))
    assert incoming.parts == (f"12/03/26 08.00 - Rina: {OFFER}",)


@pytest.mark.parametrize(
    ("name", "mime"), [("IMG.JPG", "image/jpeg"), ("loker.png", ""), ("a.webp", "image/webp")]
)
def test_a_picture_sent_as_a_file_is_a_picture(name: str, mime: str) -> None:
    bot = FakeBot()
    bot.files["berkas"] = PNG
    assert asked(hear(update(document(name, mime)), bot=bot)).parts == (PNG,)


@pytest.mark.parametrize("extra", [{}, {"venue": True}])
def test_a_place_is_declined_and_leads_to_people(extra: dict[str, bool]) -> None:
    place = {"latitude": 11.5, "longitude": 104.9}
    content: dict[str, object] = {"location": place}
    if extra:
        content["venue"] = {"location": place, "title": "Gedung", "address": "Jalan 1"}
    found = hear(update(content))
    assert asked(found) == Incoming("samaran", "/bicara_manusia", kind="button", channel="telegram")
    assert isinstance(found, Ask)
    assert [reply.text for reply in found.before] == [words.LOCATION]


def test_a_place_that_moves_is_answered_once() -> None:
    place = {"latitude": 11.5, "longitude": 104.9, "live_period": 900}
    assert hear(update({"location": place}, "edited_message")) == Ignore()


@pytest.mark.parametrize("kind", ["pinned_message", "message_auto_delete_timer_changed"])
def test_what_nobody_said_is_not_answered(kind: str) -> None:
    content = {
        "pinned_message": arrivals.message({"text": "x"}),
        "message_auto_delete_timer_changed": {"message_auto_delete_time": 60},
    }
    assert hear(update({kind: content[kind]})) == Ignore()


def test_a_channel_is_left_alone() -> None:
    post = {"chat": {"id": -9, "type": "channel", "title": "Loker"}, "text": "halo"}
    assert hear(update(post)) == Ignore()
    row = {"update_id": 1, "channel_post": arrivals.message(post)}
    found = Update.de_json(row, None)
    assert found is not None
    assert hear(found) == Ignore()


def test_the_harmless_screen_is_never_betrayed() -> None:
    empty = Incoming("samaran", "", kind="button", channel="telegram")
    assert instead_of(hear(text("/privasi")), "samaran") == Ask(empty)
    assert instead_of(Delete(), "samaran") == Ask(empty)
    assert instead_of(Ignore(), "samaran") == Ignore()
    edited = hear(update({"text": "halo"}, "edited_message"))
    assert instead_of(edited, "samaran") == Ask(asked(edited))
    post = Ask(Incoming("samaran-post", OFFER), only_warning=True)
    assert instead_of(post, "samaran") == post
