"""Who is who, without their names: pseudonyms of chats, and of people in them."""

from __future__ import annotations

from telegram import Update

from bot.channels.telegram.model import CHANNEL
from bot.pseudonym import Pseudonyms


class People:
    """Pseudonyms of chats and senders."""

    def __init__(self, pseudonyms: Pseudonyms) -> None:
        """Keep the key."""
        self._pseudonyms = pseudonyms

    def chat(self, chat: int) -> str:
        """Under this the buttons and messages of a chat are noted; in a private chat it is the sender too."""
        return f"tg-{self._pseudonyms.of(CHANNEL, chat)}"

    def sender(self, chat: int, update: Update) -> str:
        """Whose conversation an update belongs to: the chat's, in a group the member's in this group."""
        if chat > 0:
            return self.chat(chat)
        message = update.effective_message
        # An admin may write in the name of the group.
        member = (message and message.sender_chat) or update.effective_user
        if update.callback_query:
            member = update.callback_query.from_user
        return f"tg-{self._pseudonyms.of(CHANNEL, chat, member.id if member else 0)}"
