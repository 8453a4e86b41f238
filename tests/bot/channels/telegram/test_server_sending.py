"""The fake Bot API server, asked by the real python-telegram-bot: what a bot says."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from tests.bot.channels.telegram.scenes import BUDI, SARI, bot_of, keyboard, picture, play
from tests.helpers.telegram_server import Limits, TelegramServer


def refused(ask: Callable[[TelegramServer, Bot], Awaitable[object]], words: str) -> None:
    """A call that the server refuses with these words (python-telegram-bot writes the first letter large)."""

    async def scene(server: TelegramServer, bot: Bot) -> None:
        with pytest.raises(BadRequest) as caught:
            await ask(server, bot)
        assert str(caught.value).casefold() == words.casefold()

    server = play(scene)
    (call,) = server.bad_requests
    assert call.description.startswith("Bad Request: ")


def test_a_message_stands_on_the_screen_as_it_was_formatted() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        sent = await bot.send_message(
            SARI,
            "  <b>Hati-hati</b> 🙏 &lt;tawaran&gt;\n",
            parse_mode="HTML",
            reply_markup=keyboard(),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        assert sent.text == "Hati-hati 🙏 <tawaran>"
        assert sent.parse_entities() == {sent.entities[0]: "Hati-hati"}
        assert server.person(SARI).answers()[0]["text"] == sent.text
        assert server.person(SARI).titles() == ["Lanjut"]

    assert play(scene).bad_requests == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("a <b>b", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a </b>", "Unexpected end tag at byte offset 2"),
        ("é <p>b</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        (
            "<a href>b</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<span>b</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_is_refused_as_the_real_server_refuses_it(html: str, words: str) -> None:
    refused(
        lambda server, bot: bot.send_message(SARI, html, parse_mode="HTML"),
        f"can't parse entities: {words}",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "message text is empty"), (" \n ", "text must be non-empty")],
)
def test_an_empty_text_is_refused(text: str, words: str) -> None:
    refused(lambda server, bot: bot.send_message(SARI, text), words)


@pytest.mark.parametrize("text", ["a" * 4097, "🙏" * 2049])
def test_a_text_is_measured_in_utf16_units(text: str) -> None:
    refused(lambda server, bot: bot.send_message(SARI, text), "message is too long")


def test_the_longest_text_and_caption_are_taken() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        await bot.send_message(SARI, f"<b>{'🙏' * 2048}</b>", parse_mode="HTML")
        await bot.send_photo(SARI, picture(), caption="a" * 1024)

    assert play(scene).bad_requests == []


@pytest.mark.parametrize("data", ["", "é" * 33])
def test_a_button_carries_at_most_64_bytes(data: str) -> None:
    markup = keyboard(data or "x")
    if not data:
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Lanjut", url="kosong")]])
    words = "BUTTON_DATA_INVALID" if data else "BUTTON_URL_INVALID"
    refused(lambda server, bot: bot.send_message(SARI, "a", reply_markup=markup), words)


def test_pictures_are_looked_at() -> None:
    refused(lambda server, bot: bot.send_photo(SARI, b"bukan gambar"), "IMAGE_PROCESS_FAILED")
    refused(lambda server, bot: bot.send_photo(SARI, picture(1, 30)), "PHOTO_INVALID_DIMENSIONS")
    refused(
        lambda server, bot: bot.send_photo(SARI, picture(), caption="a" * 1025),
        "message caption is too long",
    )


def test_a_chat_must_be_known_and_open() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(BUDI, "halo")
        budi = server.person(BUDI)
        with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
            await bot.send_message(BUDI, "halo")
        budi.says("halo")
        budi.blocks()
        with pytest.raises(Forbidden, match="Forbidden: bot was blocked by the user"):
            await bot.send_message(BUDI, "halo")
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_chat_action(BUDI, "typing")
        group = server.group(-1005)
        await bot.leave_chat(-1005)
        with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
            await bot.send_message(group.chat.id, "halo")

    play(scene)


def test_a_wrong_token_is_refused() -> None:
    async def run() -> None:
        async with TelegramServer() as server:
            with pytest.raises(InvalidToken):
                await bot_of(server, "123:salah").initialize()

    asyncio.run(run())


def test_a_chat_takes_a_burst_and_then_asks_for_patience() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        for number in range(5):
            await bot.send_message(SARI, str(number))
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(SARI, "terlalu banyak")
        assert caught.value._retry_after == timedelta(seconds=1)
        assert str(caught.value) == "Flood control exceeded. Retry in 1 seconds"
        server.person(BUDI).says("halo")
        await bot.send_message(BUDI, "chat lain tidak menunggu")

    server = play(scene, Limits())
    assert server.calls[-2].description == "Too Many Requests: retry after 1"
    assert server.governor.refused == 1
