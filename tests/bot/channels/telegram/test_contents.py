"""What cannot be read gets an honest answer; files and voices are read where they can be."""

from __future__ import annotations

import time

import pytest

from bot.channels.telegram import words
from bot.channels.telegram.model import Ask
from bot.messages import Unread
from tests.bot.channels.telegram.arrivals import (
    OFFER,
    FakeBot,
    asked,
    document,
    forwarded,
    hear,
    photo,
    said,
    update,
    voice,
)


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (document("kontrak.pdf", "application/pdf"), words.DOCUMENT),
        (document("Chat WhatsApp.zip", "application/zip"), words.CHAT_ARCHIVE),
        (document("daftar.apk", "application/octet-stream"), words.APP_FILE),
        (document("besar.png", "image/png", file_size=30_000_000), words.TOO_BIG),
        (voice(), words.NO_VOICE),
        ({"audio": {**voice()["voice"]}}, words.NO_VOICE),
        ({"contact": {"phone_number": "+62812", "first_name": "Bu Rina"}}, words.CONTACT),
        ({"dice": {"emoji": "🎲", "value": 3}}, words.STICKER),
        (
            {
                "sticker": {
                    "file_id": "x",
                    "file_unique_id": "x",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            words.STICKER,
        ),
        (
            {
                "video": {
                    "file_id": "x",
                    "file_unique_id": "x",
                    "width": 1,
                    "height": 1,
                    "duration": 1,
                }
            },
            words.VIDEO,
        ),
        (
            {"video_note": {"file_id": "x", "file_unique_id": "x", "length": 1, "duration": 1}},
            words.VIDEO,
        ),
        ({"story": {"chat": {"id": 1, "type": "private"}, "id": 1}}, words.OTHER_KIND),
        ({}, words.GONE),
    ],
)
def test_what_cannot_be_read_gets_an_honest_answer(content: dict[str, object], answer: str) -> None:
    assert said(hear(update(content))) == [answer]


def test_a_gif_is_told_to_be_a_film_and_not_a_document() -> None:
    clip = {"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1, "duration": 1}
    content = {"animation": clip, **document("lucu.mp4", "video/mp4")}
    assert said(hear(update(content))) == [words.VIDEO]


def test_the_words_below_a_film_are_answered() -> None:
    clip = {"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1, "duration": 1}
    incoming = asked(hear(update({"video": clip, "caption": "tolong saya disekap"})))
    assert incoming.text == "tolong saya disekap"
    assert incoming.parts == (Unread(words.VIDEO),)


def test_a_text_file_that_is_none_says_so() -> None:
    bot = FakeBot()
    bot.files["berkas"] = b"\x00\x01\x02"
    assert said(hear(update(document("a.txt", "text/plain")), bot=bot)) == [words.NO_TEXT_FILE]
    bot.files["berkas"] = b"a" * 1_000_001
    assert said(hear(update(document("a.txt", "text/plain")), bot=bot)) == [words.TEXT_TOO_BIG]


def test_a_voice_note_becomes_words_that_are_shown() -> None:
    bot = FakeBot()
    bot.files["suara"] = b"OggS"
    found = hear(update(voice()), bot=bot, listen=lambda sound: "paspor saya diambil majikan")
    assert asked(found).text == "paspor saya diambil majikan"
    assert isinstance(found, Ask)
    assert "paspor saya diambil majikan" in found.before[0].text


def test_a_forwarded_voice_note_is_the_words_of_others() -> None:
    bot = FakeBot()
    bot.files["suara"] = b"OggS"
    incoming = asked(hear(forwarded(voice()), bot=bot, listen=lambda sound: OFFER))
    assert (incoming.text, incoming.parts) == ("", (OFFER,))


def test_a_voice_note_that_is_too_long_is_not_fetched() -> None:
    bot = FakeBot()
    [answer] = said(hear(update(voice(181)), bot=bot, listen=lambda sound: "halo"))
    assert "paling lama 3 menit" in answer
    assert bot.fetched == []


def test_pictures_are_fetched_at_once_and_stay_in_order() -> None:
    bot = FakeBot()
    bot.files = {name: f"\x89PNG {name}".encode("latin-1") for name in "abcdefghij"}
    bot.delay = 0.1
    album = [update(photo(name, media_group_id="7")) for name in bot.files]
    start = time.monotonic()
    assert asked(hear(*album, bot=bot)).parts == tuple(bot.files.values())
    assert time.monotonic() - start < 0.5
