"""The fake Bot API server, asked by the real python-telegram-bot: what a bot changes, and what it may ask."""

from __future__ import annotations

import pytest
from telegram import Bot, BotCommand, ReplyParameters
from telegram.error import BadRequest

from tests.bot.channels.telegram.scenes import SARI, keyboard, picture, play
from tests.helpers.telegram_server import TelegramServer
from tests.helpers.telegram_server.world import BOT_ID


def test_an_edit_changes_the_message_and_must_change_something() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        sent = await bot.send_message(SARI, "satu", reply_markup=keyboard())
        await bot.edit_message_text("dua", SARI, sent.message_id, reply_markup=keyboard())
        with pytest.raises(BadRequest, match="Message is not modified"):
            await bot.edit_message_text("dua", SARI, sent.message_id, reply_markup=keyboard())
        await bot.edit_message_reply_markup(SARI, sent.message_id)
        with pytest.raises(BadRequest, match="Message is not modified"):
            await bot.edit_message_reply_markup(SARI, sent.message_id)
        (shown,) = server.person(SARI).answers()
        assert (shown["text"], shown.get("reply_markup")) == ("dua", None)
        with pytest.raises(BadRequest, match="Message to edit not found"):
            await bot.edit_message_text("tiga", SARI, 999)
        with pytest.raises(BadRequest, match="Message can't be edited"):
            await bot.edit_message_text("tiga", SARI, sent.message_id - 1)
        photo = await bot.send_photo(SARI, picture(), caption="foto")
        with pytest.raises(BadRequest, match="There is no text in the message to edit"):
            await bot.edit_message_text("tiga", SARI, photo.message_id)
        await bot.edit_message_caption(SARI, photo.message_id, caption="lain")

    play(scene)


def test_a_message_can_be_deleted_for_two_days() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        first, second = [(await bot.send_message(SARI, word)).message_id for word in ("1", "2")]
        await bot.delete_message(SARI, first)
        with pytest.raises(BadRequest, match="Message to delete not found"):
            await bot.delete_message(SARI, first)
        server.world.days_passed = 2.1
        with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
            await bot.delete_message(SARI, second)
        with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
            await bot.delete_messages(SARI, [first, second])
        third = (await bot.send_message(SARI, "3")).message_id
        await bot.delete_messages(SARI, [first, third])
        assert [message["text"] for message in server.person(SARI).answers()] == ["2"]

    play(scene)


def test_a_reply_needs_the_message_that_it_answers() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        sent = await bot.send_message(SARI, "ya", reply_parameters=ReplyParameters(1))
        assert sent.reply_to_message is not None
        assert sent.reply_to_message.text == "halo"
        with pytest.raises(BadRequest, match="Message to be replied not found"):
            await bot.send_message(SARI, "ya", reply_parameters=ReplyParameters(99))
        alone = ReplyParameters(99, allow_sending_without_reply=True)
        await bot.send_message(SARI, "ya", reply_parameters=alone)

    play(scene)


def test_a_pressed_button_is_answered_and_only_a_real_one() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        await bot.send_message(SARI, "pilih", reply_markup=keyboard("b1"))
        server.person(SARI).presses("Lanjut")
        *_, update = await bot.get_updates()
        assert update.callback_query is not None
        assert update.callback_query.data == "b1"
        await bot.answer_callback_query(update.callback_query.id)
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
            await bot.answer_callback_query("123")

    play(scene)


def test_commands_files_members_and_typing() -> None:
    async def scene(server: TelegramServer, bot: Bot) -> None:
        await bot.set_my_commands([BotCommand("cek", "periksa tawaran")])
        assert [command.command for command in await bot.get_my_commands()] == ["cek"]
        with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
            await bot.set_my_commands([BotCommand("Cek", "x")])
        server.person(SARI).sends_photo(b"isi")
        *_, update = await bot.get_updates()
        assert update.message is not None
        file = await bot.get_file(update.message.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == b"isi"
        with pytest.raises(BadRequest, match="Wrong file_id or the file is temporarily unavail"):
            await bot.get_file("AgAC")
        group = server.group(-1005)
        group.joins(server.person(SARI), "administrator")
        assert (await bot.get_chat_member(-1005, SARI)).status == "administrator"
        assert (await bot.get_chat_member(-1005, BOT_ID)).status == "member"
        await bot.send_chat_action(SARI, "typing")
        with pytest.raises(BadRequest, match="Wrong parameter action in request"):
            await bot.send_chat_action(SARI, "menari")

    play(scene)
