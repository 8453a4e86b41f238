"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage(s): what a bot does to what stands there."""

from __future__ import annotations

from typing import Any

from tests.helpers.telegram_server import keyboards
from tests.helpers.telegram_server.errors import bad_request
from tests.helpers.telegram_server.formatted import units
from tests.helpers.telegram_server.params import Params
from tests.helpers.telegram_server.sending import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    checked_text,
    marked,
)
from tests.helpers.telegram_server.world import Chat, Message, World

# A message can be deleted for this long (s).
DELETABLE = 48 * 3600
MOST_AT_ONCE = 100
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


class Editing:
    """Methods that change or take away."""

    def __init__(self, world: World) -> None:
        """Change this world."""
        self._world = world

    def text(self, params: Params) -> Message:
        """editMessageText."""
        chat, message = self._own(params)
        if not params.text("text"):
            raise bad_request("message text is empty")
        text, entities = checked_text(params, "text", "entities")
        if not text:
            raise bad_request("text must be non-empty")
        if units(text) > LONGEST_TEXT:
            raise bad_request("message is too long")
        if "text" not in message:
            raise bad_request("there is no text in the message to edit")
        return self._changed(
            chat, message, params, {"text": text, **marked("entities", entities)}, "entities"
        )

    def caption(self, params: Params) -> Message:
        """editMessageCaption."""
        chat, message = self._own(params)
        caption, entities = checked_text(params, "caption", "caption_entities")
        if units(caption) > LONGEST_CAPTION:
            raise bad_request("message caption is too long")
        if "text" in message:
            raise bad_request("there is no caption in the message to edit")
        content = {"caption": caption, **marked("caption_entities", entities)}
        return self._changed(chat, message, params, content, "caption_entities")

    def markup(self, params: Params) -> Message:
        """editMessageReplyMarkup."""
        chat, message = self._own(params)
        return self._changed(chat, message, params, {}, "")

    def delete(self, params: Params) -> bool:
        """deleteMessage."""
        chat = self._world.chat_of(params)
        number = params.integer("message_id")
        if number not in chat.messages:
            raise bad_request("message to delete not found")
        if not self._deletable(chat, number):
            raise bad_request("message can't be deleted for everyone")
        chat.note("delete", chat.messages.pop(number))
        return True

    def delete_many(self, params: Params) -> bool:
        """deleteMessages: those that cannot be found are passed over."""
        chat = self._world.chat_of(params)
        numbers = params.json("message_ids", "message identifiers")
        if not isinstance(numbers, list) or not numbers:
            raise bad_request("message identifiers are not specified")
        if len(numbers) > MOST_AT_ONCE:
            raise bad_request("too many message identifiers specified")
        known = [number for number in numbers if number in chat.messages]
        if not all(self._deletable(chat, number) for number in known):
            raise bad_request("message can't be deleted for everyone")
        for number in known:
            chat.note("delete", chat.messages.pop(number))
        return True

    def _deletable(self, chat: Chat, number: int) -> bool:
        message = chat.messages[number]
        own = message["from"]["is_bot"]
        # In a private chat both sides may delete; in a group a plain member only its own.
        return (own or not chat.is_group) and self._world.now() - message["date"] < DELETABLE

    def _own(self, params: Params) -> tuple[Chat, Message]:
        if params.text("inline_message_id"):
            raise bad_request("MESSAGE_ID_INVALID")
        chat = self._world.chat_of(params, write=True)
        number = params.integer("message_id")
        if not number:
            raise bad_request("message identifier is not specified")
        if number not in chat.messages:
            raise bad_request("message to edit not found")
        message = chat.messages[number]
        if not message["from"]["is_bot"]:
            raise bad_request("message can't be edited")
        return chat, message

    def _changed(
        self,
        chat: Chat,
        message: Message,
        params: Params,
        content: dict[str, Any],
        entities: str,
    ) -> Message:
        markup = keyboards.checked(params.json("reply_markup", "reply keyboard markup"))
        changed = {
            key: value
            for key, value in message.items()
            if key not in ("reply_markup", "edit_date", entities)
        }
        changed |= content
        if markup:
            changed["reply_markup"] = markup
        if changed == {key: value for key, value in message.items() if key != "edit_date"}:
            raise bad_request(NOT_MODIFIED)
        changed["edit_date"] = self._world.now()
        chat.messages[message["message_id"]] = changed
        chat.note("edit", changed)
        return changed
