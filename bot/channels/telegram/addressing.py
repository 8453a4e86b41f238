"""Who a message is meant for: the commands in it, and whether a group speaks to the bot."""

from __future__ import annotations

import re

from telegram import Bot, Message

_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?:\s+(.*))?", re.ASCII | re.DOTALL)


def command_in(message: Message) -> tuple[str, str | None, str] | None:
    """Name, named bot, and the words after it; None for a message that is no command.

    What somebody else wrote and was forwarded orders nothing.
    """
    if message.forward_origin is not None:
        return None
    found = _COMMAND.match((message.text or message.caption or "").strip())
    return (found[1], found[2], (found[3] or "").strip()) if found else None


def is_for(bot: Bot, name: str | None) -> bool:
    """Whether a command that names a bot, or none, is for this one."""
    return name is None or name.casefold() == bot.username.casefold()


def is_answer_to(bot: Bot, message: Message) -> bool:
    """Whether a message answers one of the bot."""
    first = message.reply_to_message
    return bool(first and first.from_user and first.from_user.id == bot.id)


def mentions(bot: Bot, message: Message) -> bool:
    """Whether a message names the bot."""
    if message.forward_origin is not None:
        return False
    entities = {**message.parse_entities(), **message.parse_caption_entities()}
    return any(
        words.casefold() == f"@{bot.username}".casefold()
        or (entity.user is not None and entity.user.id == bot.id)
        for entity, words in entities.items()
    )


def without_mention(bot: Bot, text: str) -> str:
    """The words without the bot's name."""
    return re.sub(rf"@{re.escape(bot.username)}\b", "", text, flags=re.IGNORECASE).strip(" ,:\n")
