"""The bot itself and all that is neither said nor changed: getMe, commands, files, pressed buttons, members."""

from __future__ import annotations

import re
from typing import Any

from tests.helpers.telegram_server.errors import bad_request
from tests.helpers.telegram_server.params import Params
from tests.helpers.telegram_server.world import BOT, World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
LONGEST_COMMAND_DESCRIPTION = 256
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
LONGEST_NOTE = 200
LARGEST_FILE = 20 * 1024 * 1024


class Account:
    """Methods about the bot, its files and its chats.

    Attributes:
        commands: what setMyCommands set, by scope and language ("default", "" for none named).
        descriptions: "description" and "short_description", as far as they were set.
        open_queries: ids of pressed buttons that wait for an answer.
        answered: callback query id -> what was shown for it.
    """

    def __init__(self, world: World) -> None:
        """A bot that nobody has set up."""
        self._world = world
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.descriptions: dict[str, str] = {}
        self.open_queries: set[str] = set()
        self.answered: dict[str, str] = {}

    def me(self, params: Params) -> dict[str, Any]:
        """getMe."""
        return BOT

    def set_commands(self, params: Params) -> bool:
        """setMyCommands."""
        commands = params.json("commands", "commands")
        if not isinstance(commands, list):
            raise bad_request("expected an Array of BotCommand")
        if len(commands) > MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not _COMMAND.fullmatch(command.get("command", "").removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(command.get("description", "")) <= LONGEST_COMMAND_DESCRIPTION:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[self._scope(params)] = commands
        return True

    def get_commands(self, params: Params) -> list[dict[str, str]]:
        """getMyCommands."""
        return self.commands.get(self._scope(params), [])

    def delete_commands(self, params: Params) -> bool:
        """deleteMyCommands."""
        self.commands.pop(self._scope(params), None)
        return True

    @staticmethod
    def _scope(params: Params) -> tuple[str, str]:
        scope = params.json("scope", "bot command scope") or {}
        return scope.get("type", "default"), params.text("language_code")

    def set_description(self, params: Params) -> bool:
        """setMyDescription."""
        return self._described(params, "description", LONGEST_DESCRIPTION)

    def set_short_description(self, params: Params) -> bool:
        """setMyShortDescription."""
        return self._described(params, "short_description", LONGEST_SHORT_DESCRIPTION)

    def get_description(self, params: Params) -> dict[str, str]:
        """getMyDescription."""
        return {"description": self.descriptions.get("description", "")}

    def get_short_description(self, params: Params) -> dict[str, str]:
        """getMyShortDescription."""
        return {"short_description": self.descriptions.get("short_description", "")}

    def _described(self, params: Params, name: str, longest: int) -> bool:
        if len(params.text(name)) > longest:
            raise bad_request(f"BOT_{name.upper()}_TOO_LONG")
        self.descriptions[name] = params.text(name)
        return True

    def answer_callback(self, params: Params) -> bool:
        """answerCallbackQuery: once, and not for a query that nobody made."""
        query = params.text("callback_query_id")
        if query not in self.open_queries:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        if len(params.text("text")) > LONGEST_NOTE:
            raise bad_request("MESSAGE_TOO_LONG")
        self.answered[query] = params.text("text")
        return True

    def file(self, params: Params) -> dict[str, Any]:
        """getFile."""
        file_id = params.text("file_id")
        if not file_id:
            raise bad_request("file_id not specified")
        if file_id not in self._world.files:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        size = len(self._world.files[file_id])
        if size > LARGEST_FILE:
            raise bad_request("file is too big")
        path = next(path for path, owner in self._world.paths.items() if owner == file_id)
        return {
            "file_id": file_id,
            "file_unique_id": f"unik{file_id[-6:]}",
            "file_size": size,
            "file_path": path,
        }

    def chat(self, params: Params) -> dict[str, Any]:
        """getChat."""
        chat = self._world.chat_of(params)
        return {**chat.data, "accent_color_id": 0, "max_reaction_count": 11}

    def member(self, params: Params) -> dict[str, Any]:
        """getChatMember."""
        chat = self._world.chat_of(params)
        user_id = params.integer("user_id")
        if user_id not in chat.members:
            raise bad_request("PARTICIPANT_ID_INVALID")
        return member_of(user_id, chat.members[user_id])

    def administrators(self, params: Params) -> list[dict[str, Any]]:
        """getChatAdministrators."""
        chat = self._world.chat_of(params)
        if not chat.is_group:
            raise bad_request("there are no administrators in the private chat")
        return [
            member_of(user_id, status)
            for user_id, status in chat.members.items()
            if status in ("creator", "administrator")
        ]

    def leave(self, params: Params) -> bool:
        """leaveChat."""
        chat = self._world.chat_of(params)
        if not chat.is_group:
            raise bad_request("chat member status can't be changed in private chats")
        chat.kicked = True
        return True


_RIGHTS = (
    "can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members can_promote_members"
    " can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories can_pin_messages"
).split()


def member_of(user_id: int, status: str) -> dict[str, Any]:
    """The Bot API's `ChatMember`."""
    user = BOT if user_id == BOT["id"] else {"id": user_id, "is_bot": False, "first_name": "Warga"}
    member: dict[str, Any] = {"user": user, "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    if status == "administrator":
        member |= dict.fromkeys(_RIGHTS, True) | {"can_be_edited": False, "is_anonymous": False}
    if status == "kicked":
        member["until_date"] = 0
    return member
