"""What Telegram shows of the bot: its commands and what it is for. Changed only where it differs, for Telegram takes few such changes."""

from __future__ import annotations

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.channels.telegram.backoff import Patience
from bot.channels.telegram.commands import ABOUT, COMMANDS, DESCRIPTION
from bot.channels.telegram.connect import patiently
from bot.channels.telegram.log_lines import event


async def present(bot: Bot, patience: Patience | None = None) -> None:
    """Show the commands in Telegram's menu, and what the bot is for; it works without.

    Args:
        bot: whose.
        patience: how long is waited when Telegram cannot be reached.
    """
    patience = patience or Patience()
    for show in (_commands, _description, _about):
        try:
            await show(bot, patience)
        except TelegramError as error:
            event("not_presented", error=error)


async def _commands(bot: Bot, patience: Patience) -> None:
    shown = await patiently(bot.get_my_commands, patience)
    if list(shown) != [BotCommand(*command) for command in COMMANDS]:
        await patiently(lambda: bot.set_my_commands(COMMANDS), patience)


async def _description(bot: Bot, patience: Patience) -> None:
    shown = await patiently(bot.get_my_description, patience)
    if shown.description != DESCRIPTION:
        await patiently(lambda: bot.set_my_description(DESCRIPTION), patience)


async def _about(bot: Bot, patience: Patience) -> None:
    shown = await patiently(bot.get_my_short_description, patience)
    if shown.short_description != ABOUT:
        await patiently(lambda: bot.set_my_short_description(ABOUT), patience)
