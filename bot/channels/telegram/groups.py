"""Groups: silent unless spoken to, or, where an admin has switched it on, when a posted offer is of high risk."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from telegram import Bot, ChatMemberUpdated, Message
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.channels.telegram import commands, words
from bot.channels.telegram.addressing import (
    command_in,
    is_answer_to,
    is_for,
    mentions,
    without_mention,
)
from bot.channels.telegram.contents import Contents, taken_apart
from bot.channels.telegram.group_settings import GroupSettings
from bot.channels.telegram.model import CHANNEL, Ask, Heard, Ignore, Say
from bot.channels.telegram.voice import Transcriber
from bot.messages import Incoming, Reply, Turn, Unread

_ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
_HIGH = "tinggi"
# Shorter posts are talk, not offers.
_LEAST_LETTERS = 40
_MOST_SIGNS = 3
_LONGEST_QUOTE = 60
# Posts that nobody asked about are judged apart from what their author talks about with the bot.
_APART = "-post"
_WATCH = "pantau"
_ON, _OFF = ("nyala", "on", "hidup"), ("mati", "off")


async def heard_in_group(
    messages: Sequence[Message],
    bot: Bot,
    sender: str,
    settings: GroupSettings,
    listen: Transcriber | None,
    *,
    edited: bool,
) -> Heard:
    """What a group's messages of one case lead to (see `intake.heard`).

    Args:
        messages: in the order in which they were sent.
        bot: who is spoken to.
        sender: conversation id of the member in this group.
        settings: what groups have switched on.
        listen: turns voice into words.
        edited: they were changed after they were answered or passed over.
    """
    head = messages[0]
    if head.migrate_from_chat_id:
        await settings.move(head.migrate_from_chat_id, head.chat.id)
        return Ignore()
    command = command_in(head)
    if command and not is_for(bot, command[1]):
        return Ignore()
    if command:
        return await _command(command[0], command[2], messages, bot, sender, settings, listen)
    named = any(mentions(bot, message) for message in messages)
    if named or is_answer_to(bot, head):
        return await _spoken_to(messages, bot, sender, listen)
    if edited or not await settings.is_on(head.chat.id):
        return Ignore()
    return await _posted(messages, bot, sender)


def added(change: ChatMemberUpdated, bot: Bot) -> Heard:
    """The bot's own standing in a chat changed: it introduces itself to a group that took it in."""
    was, now = change.old_chat_member.status, change.new_chat_member.status
    if change.chat.type not in ("group", "supergroup") or was not in _OUTSIDE or now in _OUTSIDE:
        return Ignore()
    return Say((_welcome(bot),))


def warning_of(turn: Turn, bot_name: str) -> tuple[Reply, ...]:
    """What a group hears of a posted offer: nothing unless its risk is high.

    Args:
        turn: the turn about the post.
        bot_name: the bot's user name.
    """
    screening = turn.screening
    if not screening or screening["risk"] != _HIGH:
        return ()
    signs = "\n".join(map(_sign, screening["flags"][:_MOST_SIGNS]))
    link = f"https://t.me/{bot_name}?start=cek"
    return (Reply(words.GROUP_WARNING.format(signs=signs, link=link)),)


def _sign(flag: Mapping[str, Any]) -> str:
    """The words that raised a flag, and in a sentence why."""
    why = re.split(r"(?<=[.!?])\s", flag["why"], maxsplit=1)[0]
    quoted = next(
        (row["text"] for row in flag["evidence"] if len(row["text"]) <= _LONGEST_QUOTE), ""
    )
    return f"• “{quoted}”: {why}" if quoted else f"• {why}"


async def _command(
    name: str,
    rest: str,
    messages: Sequence[Message],
    bot: Bot,
    sender: str,
    settings: GroupSettings,
    listen: Transcriber | None,
) -> Heard:
    head = messages[0]
    if name.casefold().startswith(_WATCH):
        # "/pantau_nyala" can be tapped, "/pantau nyala" is what people type.
        wish = name.casefold().removeprefix(_WATCH).strip("_") or rest.casefold()
        return await _switch(wish, head, bot, settings)
    if name.casefold() in ("start", "bantuan", "help"):
        return Say((_welcome(bot),))
    contents = await taken_apart(messages, bot, listen)
    about = await _answered(head, bot, listen)
    parts = (*about.parts, *contents.parts)
    return commands.done(name, rest, sender, parts)


async def _spoken_to(
    messages: Sequence[Message], bot: Bot, sender: str, listen: Transcriber | None
) -> Heard:
    contents = await taken_apart(messages, bot, listen)
    about = await _answered(messages[0], bot, listen)
    text = without_mention(bot, "\n".join(contents.own))
    parts = (*about.parts, *contents.parts)
    if not text and not parts:
        return Say((_welcome(bot),))
    if not text and all(isinstance(part, Unread) for part in parts):
        return Say(tuple(map(Reply, [*about.reasons, *contents.reasons])))
    before = (*about.before, *contents.before)
    return Ask(Incoming(sender, text, channel=CHANNEL, parts=parts), before=before)


async def _answered(message: Message, bot: Bot, listen: Transcriber | None) -> Contents:
    """What a message is an answer to, unless the bot said that."""
    first = message.reply_to_message
    # In a forum every message answers the one that opened its topic.
    if first is None or is_answer_to(bot, message) or first.forum_topic_created:
        return Contents()
    return await taken_apart([first], bot, listen, others=True)


async def _posted(messages: Sequence[Message], bot: Bot, sender: str) -> Heard:
    """A post that nobody asked about: texts long enough for an offer, and pictures."""
    looked_at = [
        message for message in messages if message.photo or message.text or message.caption
    ]
    contents = await taken_apart(looked_at, bot, None, others=True)
    parts = tuple(part for part in contents.parts if not isinstance(part, Unread))
    letters = sum(len(part) for part in parts if isinstance(part, str))
    if letters < _LEAST_LETTERS and not any(isinstance(part, bytes) for part in parts):
        return Ignore()
    incoming = Incoming(f"{sender}{_APART}", "", channel=CHANNEL, parts=parts)
    return Ask(incoming, only_warning=True)


async def _switch(wish: str, message: Message, bot: Bot, settings: GroupSettings) -> Heard:
    chat = message.chat.id
    if wish not in (*_ON, *_OFF):
        state = words.WATCH_STATES[await settings.is_on(chat)]
        return _said(words.WATCH_HOW.format(state=state))
    try:
        if not await _is_admin(message, bot):
            return _said(words.ADMINS_ONLY)
        sees_all = bot.can_read_all_group_messages or await _has_rank(bot.id, message, bot)
    except TelegramError:
        return _said(words.ADMIN_UNKNOWN)
    await settings.switch(chat, wish in _ON)
    if wish in _OFF:
        return _said(words.WATCH_OFF)
    return _said(words.WATCH_ON) if sees_all else _said(words.WATCH_ON, words.WATCH_BLIND)


async def _is_admin(message: Message, bot: Bot) -> bool:
    if message.sender_chat is not None:
        # An admin who stays anonymous writes in the name of the group.
        return message.sender_chat.id == message.chat.id
    user = message.from_user
    return user is not None and await _has_rank(user.id, message, bot)


async def _has_rank(user: int, message: Message, bot: Bot) -> bool:
    member = await bot.get_chat_member(message.chat.id, user)
    return member.status in _ADMINS


def _welcome(bot: Bot) -> Reply:
    name = bot.username
    text = words.GROUP_WELCOME.format(
        cek=f"/cek@{name}", pantau="/pantau_nyala", link=f"https://t.me/{name}?start=cek"
    )
    return Reply(text)


def _said(*texts: str) -> Say:
    return Say(tuple(map(Reply, texts)))
