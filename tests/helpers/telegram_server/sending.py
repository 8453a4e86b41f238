"""sendMessage, sendPhoto, sendDocument, sendChatAction: what a bot says."""

from __future__ import annotations

import io
import json
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.helpers.telegram_server import keyboards
from tests.helpers.telegram_server.errors import bad_request
from tests.helpers.telegram_server.formatted import Entity, read_text, units
from tests.helpers.telegram_server.limits import Governor
from tests.helpers.telegram_server.params import Params
from tests.helpers.telegram_server.world import BOT, Chat, Message, World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_PHOTO_BYTES = 10 * 1024 * 1024
_SIDES, _RATIO = 10_000, 20
ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker"
    " find_location record_video_note upload_video_note".split()
)


class Sending:
    """Methods that put something new on a screen."""

    def __init__(self, world: World, governor: Governor) -> None:
        """Write into this world as far as the limits allow."""
        self._world = world
        self._governor = governor

    def message(self, params: Params) -> Message:
        """sendMessage."""
        chat = self._world.chat_of(params, write=True)
        if not params.text("text"):
            raise bad_request("message text is empty")
        text, entities = checked_text(params, "text", "entities")
        if not text:
            raise bad_request("text must be non-empty")
        if units(text) > LONGEST_TEXT:
            raise bad_request("message is too long")
        return self._new(chat, params, {"text": text, **marked("entities", entities)})

    def photo(self, params: Params) -> Message:
        """sendPhoto."""
        chat = self._world.chat_of(params, write=True)
        data = self._upload(params, "photo")
        if data is None:
            raise bad_request("there is no photo in the request")
        if len(data) > MOST_PHOTO_BYTES:
            raise bad_request(f"file of size {len(data)} bytes is too big for a photo")
        try:
            width, height = Image.open(io.BytesIO(data)).size
        except (UnidentifiedImageError, OSError):
            raise bad_request("IMAGE_PROCESS_FAILED") from None
        if width + height > _SIDES or max(width, height) > _RATIO * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        size = {**self._world.file(data, "photo.jpg"), "width": width, "height": height}
        return self._new(chat, params, {"photo": [size], **self._caption(params)})

    def document(self, params: Params) -> Message:
        """sendDocument."""
        chat = self._world.chat_of(params, write=True)
        data = self._upload(params, "document")
        if data is None:
            raise bad_request("there is no document in the request")
        return self._new(
            chat,
            params,
            {"document": self._world.file(data, "berkas"), **self._caption(params)},
        )

    def action(self, params: Params) -> bool:
        """sendChatAction."""
        chat = self._world.chat_of(params, write=True)
        if params.text("action") not in ACTIONS:
            raise bad_request("wrong parameter action in request")
        chat.note("action", {"action": params.text("action")})
        return True

    def _caption(self, params: Params) -> dict[str, Any]:
        caption, entities = checked_text(params, "caption", "caption_entities")
        if units(caption) > LONGEST_CAPTION:
            raise bad_request("message caption is too long")
        return {"caption": caption, **marked("caption_entities", entities)} if caption else {}

    def _upload(self, params: Params, name: str) -> bytes | None:
        named = params.text(name)
        if named.startswith("attach://"):
            return params.files.get(named.removeprefix("attach://"))
        return params.files.get(name) or self._world.files.get(named)

    def _new(self, chat: Chat, params: Params, content: dict[str, Any]) -> Message:
        markup = keyboards.checked(params.json("reply_markup", "reply keyboard markup"))
        reply = params.json("reply_parameters", "reply parameters") or {}
        answered = reply.get("message_id") or params.integer("reply_to_message_id")
        if answered and answered not in chat.messages and not _may_stand_alone(params, reply):
            raise bad_request("message to be replied not found")
        if answered in chat.messages:
            quoted = {
                key: value
                for key, value in chat.messages[answered].items()
                if key != "reply_to_message"
            }
            content["reply_to_message"] = quoted
        if markup:
            content["reply_markup"] = markup
        preview = params.json("link_preview_options", "link preview options") or {}
        if preview.get("is_disabled"):
            content["link_preview_options"] = {"is_disabled": True}
        # What is refused does not count, so the limit comes last.
        self._governor.admit(chat.id, chat.is_group)
        return self._world.message(chat, BOT, json.loads(json.dumps(content)))


def _may_stand_alone(params: Params, reply: dict[str, Any]) -> bool:
    return bool(reply.get("allow_sending_without_reply")) or params.flag(
        "allow_sending_without_reply"
    )


def checked_text(params: Params, name: str, entities: str) -> tuple[str, list[Entity]]:
    """A text with its formatting, from a mode or from entities beside it."""
    given = params.json(entities, "entities") or []
    return read_text(params.text(name), params.text("parse_mode"), given)


def marked(name: str, entities: list[Entity]) -> dict[str, Any]:
    """Entities as a message carries them: not at all when there are none."""
    return {name: entities} if entities else {}
