"""Pictures in the conversation: read, shown, screened; and plain words where they cannot be."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from actions.pictures.wording import READ_IN_PICTURE
from actions.render.bubbles import BUBBLE_LIMIT
from bot import phrases
from bot.evaluation.flyers.render import render
from bot.evaluation.flyers.styles import styles
from bot.messages import Incoming, Part, Turn, Unread

SCAM = """LOWONGAN ADMIN KAMBOJA
Gaji 15 juta, tiket dan mess ditanggung
Visa turis dulu, paspor dipegang kantor
Tanpa pengalaman. WA 0812-0000-1234"""
Send = Callable[..., Turn]
_NUMBERS = itertools.count()


def flyer(text: str) -> bytes:
    return render(text, styles()[1])


@pytest.fixture
def send(conversation: Any, loop: asyncio.AbstractEventLoop) -> Send:
    def one(picture: bytes, caption: str = "") -> Turn:
        incoming = Incoming(f"picture-{next(_NUMBERS)}", caption, channel="test", picture=picture)
        turn: Turn = loop.run_until_complete(conversation.turn(incoming))
        assert turn.replies
        return turn

    return one


def test_an_offer_in_a_picture_is_shown_as_read_and_screened(send: Send) -> None:
    turn = send(flyer(SCAM))
    first, verdict = turn.replies[0].text, turn.replies[1].text
    assert first.startswith(READ_IN_PICTURE)
    assert "LOWONGAN ADMIN KAMBOJA" in first
    assert phrases.MISREAD in first
    assert "Risiko tinggi" in verdict
    assert turn.screening is not None
    assert turn.screening["risk"] == "tinggi"


def test_a_corrected_text_is_judged_instead_of_what_was_misread(
    conversation: Any, loop: asyncio.AbstractEventLoop
) -> None:
    wrong = (
        "LOWONGAN OPERATOR PABRIK MALAYSIA\nGaji RM 17.000, mess ditanggung\nHubungi PT Karya Bakti"
    )
    sender = f"picture-{next(_NUMBERS)}"
    for incoming in (
        Incoming(sender, "tolong cek", channel="test", picture=flyer(wrong)),
        Incoming(sender, wrong.replace("17.000", "1.700"), channel="test"),
    ):
        turn: Turn = loop.run_until_complete(conversation.turn(incoming))
    said = "\n".join(reply.text for reply in turn.replies)
    assert "sebagai ganti yang sebelumnya" in said
    assert turn.screening is not None
    assert turn.screening["text"] == wrong.replace("17.000", "1.700")


def test_what_is_shown_of_a_long_text_fits_a_bubble(send: Send) -> None:
    turn = send(flyer("\n".join([SCAM, *(f"Fasilitas nomor {n} untuk semua" for n in range(25))])))
    assert len(turn.replies[0].text) <= BUBBLE_LIMIT
    assert " …\n" in turn.replies[0].text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "kosong"),
        (b"halo", "bukan gambar"),
        (b"\x89PNG\r\n\x1a\n", "rusak"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff" * (21 * 1024 * 1024), "20 MB"),
    ],
    ids=["empty", "text", "broken", "pdf", "huge"],
)
def test_what_cannot_be_read_gets_a_plain_answer(send: Send, data: bytes, words: str) -> None:
    [reply] = send(data).replies
    assert words in reply.text


def test_a_caption_is_answered_even_if_the_picture_cannot_be_read(send: Send) -> None:
    turn = send(b"halo", "apa ciri lowongan palsu?")
    assert "bukan gambar" in turn.replies[0].text
    assert turn.topics == ("ciri_lowongan_palsu",)


def test_a_broken_picture_is_not_answered_with_the_verdict_on_another_offer(send: Send) -> None:
    for caption in ("ini lowongannya aman?", "aman ga?", "tolong cek lowongan ini"):
        [reply] = send(b"\xff\xd8\xff", caption).replies
        assert "rusak" in reply.text


def test_danger_in_a_caption_comes_before_the_picture(send: Send) -> None:
    turn = send(
        flyer(SCAM), "tolong saya disekap di gedung ini, paspor diambil, tidak boleh keluar"
    )
    assert turn.crisis is not None
    assert READ_IN_PICTURE not in turn.replies[0].text


def enclosed(conversation: Any, loop: asyncio.AbstractEventLoop, text: str, *parts: Part) -> Turn:
    incoming = Incoming(f"picture-{next(_NUMBERS)}", text, channel="test", parts=parts)
    turn: Turn = loop.run_until_complete(conversation.turn(incoming))
    assert turn.replies
    return turn


def test_several_pictures_are_one_offer_and_each_is_shown(
    conversation: Any, loop: asyncio.AbstractEventLoop
) -> None:
    first, second = SCAM.split("\nVisa")
    turn = enclosed(conversation, loop, "", flyer(first), b"rusak", flyer(f"Visa{second}"))
    told = [reply.text for reply in turn.replies[:3]]
    assert told[0].startswith("Yang terbaca di gambar 1 dari 3:")
    assert told[1].startswith("Gambar 2: ")
    assert told[2].startswith("Yang terbaca di gambar 3 dari 3:")
    assert [phrases.MISREAD in text for text in told] == [False, False, True]
    assert turn.screening is not None
    assert turn.screening["risk"] == "tinggi"
    text = turn.screening["text"]
    assert text.index("LOWONGAN") < text.index("Visa turis")


def test_texts_of_others_are_one_offer_with_what_is_said_about_them(
    conversation: Any, loop: asyncio.AbstractEventLoop
) -> None:
    first, second = SCAM.split("\nVisa")
    turn = enclosed(conversation, loop, "tolong cek", first, f"Visa{second}")
    assert turn.screening is not None
    assert turn.screening["risk"] == "tinggi"
    assert "Risiko tinggi" in turn.replies[0].text


def test_danger_in_own_words_comes_before_the_texts_of_others(
    conversation: Any, loop: asyncio.AbstractEventLoop
) -> None:
    turn = enclosed(conversation, loop, "tolong saya disekap, paspor diambil", SCAM)
    assert turn.crisis is not None
    assert turn.screening is None


def test_danger_in_the_words_of_others_is_noticed(
    conversation: Any, loop: asyncio.AbstractEventLoop
) -> None:
    turn = enclosed(
        conversation, loop, "", "Tolong, saya disekap di gedung, paspor diambil, tidak boleh keluar"
    )
    assert turn.crisis is not None


def test_what_could_not_be_had_is_told_and_the_words_are_answered(
    conversation: Any, loop: asyncio.AbstractEventLoop
) -> None:
    gone = Unread("Video belum bisa saya lihat.")
    assert [reply.text for reply in enclosed(conversation, loop, "ini aman?", gone).replies] == [
        gone.why
    ]
    assert [reply.text for reply in enclosed(conversation, loop, "", gone).replies] == [gone.why]
    turn = enclosed(conversation, loop, "apa ciri lowongan palsu?", gone)
    assert turn.replies[0].text == gone.why
    assert turn.topics == ("ciri_lowongan_palsu",)


def test_parts_without_a_word_are_an_empty_message(
    conversation: Any, loop: asyncio.AbstractEventLoop
) -> None:
    assert enclosed(conversation, loop, "", "  ").replies[0].text == phrases.EMPTY
