"""The one door for what Telegram delivers: updates of one case in, what they lead to out."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import Bot, Message, Update
from telegram.constants import ChatType

from actions.asking import is_about_verdict
from bot.channels.telegram import commands, words
from bot.channels.telegram.addressing import command_in, is_answer_to, is_for
from bot.channels.telegram.contents import Contents, taken_apart
from bot.channels.telegram.group_settings import GroupSettings
from bot.channels.telegram.groups import added, heard_in_group
from bot.channels.telegram.model import CHANNEL, Ask, Heard, Ignore, Say
from bot.channels.telegram.voice import Transcriber
from bot.messages import Incoming, Part, Reply, Unread

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
# Lines where people answer, for somebody who sent a place.
_TO_PEOPLE = "/bicara_manusia"

# The service messages of a private chat that nobody said.
_UNSAID = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "successful_payment",
    "refunded_payment",
    "proximity_alert_triggered",
    "boost_added",
    "users_shared",
    "chat_shared",
    "gift",
    "unique_gift",
    "paid_message_price_changed",
)


async def heard(
    updates: Sequence[Update],
    bot: Bot,
    sender: str,
    groups: GroupSettings,
    listen: Transcriber | None = None,
) -> Heard:
    """What updates of one case (see cases.py) lead to.

    Args:
        updates: of one chat; messages, edited messages or a change of the bot's standing, never a pressed button.
        bot: initialised, so that it knows its name.
        sender: conversation id, a pseudonym.
        groups: what groups have switched on.
        listen: turns voice into words, if that is set up.
    """
    change = updates[0].my_chat_member
    if change:
        return added(change, bot)
    messages = [message for message in (u.message or u.edited_message for u in updates) if message]
    messages = sorted(messages, key=lambda message: message.message_id)
    edited = updates[0].edited_message is not None
    if not messages or (edited and messages[0].location):
        # A place that is shared for a while is sent again and again.
        return Ignore()
    if messages[0].chat.type in _GROUPS:
        return await heard_in_group(messages, bot, sender, groups, listen, edited=edited)
    if messages[0].chat.type != ChatType.PRIVATE or _is_unsaid(messages[0]):
        return Ignore()
    return await _in_private(messages, bot, sender, listen, edited=edited)


async def _in_private(
    messages: Sequence[Message], bot: Bot, sender: str, listen: Transcriber | None, *, edited: bool
) -> Heard:
    command = command_in(messages[0])
    about = await _answered(messages[0], bot, listen, asked=bool(command))
    contents = await taken_apart(messages, bot, listen)
    parts = (*about.parts, *contents.parts)
    if command and is_for(bot, command[1]):
        return commands.done(command[0], command[2], sender, parts)
    if contents.has_location and not contents.own:
        return Ask(
            Incoming(sender, _TO_PEOPLE, kind="button", channel=CHANNEL),
            before=(Reply(words.LOCATION),),
        )
    before = [*contents.before]
    if edited and not before:
        before.append(Reply(words.EDITED))
    return _with_words(sender, "\n".join(contents.own), parts, before)


def _with_words(sender: str, text: str, parts: tuple[Part, ...], before: list[Reply]) -> Heard:
    if text or any(not isinstance(part, Unread) for part in parts):
        incoming = Incoming(sender, text, channel=CHANNEL, parts=parts)
        return Ask(incoming, before=tuple(before))
    reasons = dict.fromkeys(part.why for part in parts if isinstance(part, Unread))
    return Say(tuple(map(Reply, reasons or [words.GONE])))


async def _answered(
    message: Message, bot: Bot, listen: Transcriber | None, *, asked: bool
) -> Contents:
    """What a message asks about by answering it: "ini aman?" below an offer of last week.

    Args:
        message: the answer.
        bot: its own words are not asked about.
        listen: turns voice into words.
        asked: a command, which is about what it answers.
    """
    first = message.reply_to_message
    if not (asked or is_about_verdict(message.text or "")):
        return Contents()
    if message.quote and not is_answer_to(bot, message):
        return Contents(parts=[message.quote.text])
    if first is None or is_answer_to(bot, message):
        return Contents()
    return await taken_apart([first], bot, listen, others=True)


def _is_unsaid(message: Message) -> bool:
    return any(getattr(message, name, None) is not None for name in _UNSAID)
