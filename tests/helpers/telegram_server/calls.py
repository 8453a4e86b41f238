"""What can be called, and what is remembered of a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.helpers.telegram_server.account import Account
from tests.helpers.telegram_server.editing import Editing
from tests.helpers.telegram_server.limits import Governor
from tests.helpers.telegram_server.params import Params
from tests.helpers.telegram_server.sending import Sending
from tests.helpers.telegram_server.updates import UpdateQueue
from tests.helpers.telegram_server.webhook import Webhook
from tests.helpers.telegram_server.world import World


@dataclass(frozen=True)
class Call:
    """One request of the bot.

    Attributes:
        at: when it was answered (s, monotonic).
        method: as it was spelled.
        values: its parameters.
        status: HTTP status; 0 for a connection that broke.
        description: of an error.
        result: of a success.
        heard: whether the answer reached the bot.
    """

    at: float
    method: str
    values: dict[str, str]
    status: int
    description: str = ""
    result: Any = None
    heard: bool = True


def methods(
    world: World, governor: Governor, account: Account, updates: UpdateQueue, webhook: Webhook
) -> dict[str, Callable[[Params], Any]]:
    """Every method by its name in small letters, but those for setting a webhook, whose answers have a description."""
    sending, editing = Sending(world, governor), Editing(world)
    return {
        "getme": account.me,
        "setmycommands": account.set_commands,
        "getmycommands": account.get_commands,
        "deletemycommands": account.delete_commands,
        "setmydescription": account.set_description,
        "getmydescription": account.get_description,
        "getmyshortdescription": account.get_short_description,
        "setmyshortdescription": account.set_short_description,
        "answercallbackquery": account.answer_callback,
        "getfile": account.file,
        "getchat": account.chat,
        "getchatmember": account.member,
        "getchatadministrators": account.administrators,
        "leavechat": account.leave,
        "sendmessage": sending.message,
        "sendphoto": sending.photo,
        "senddocument": sending.document,
        "sendchataction": sending.action,
        "editmessagetext": editing.text,
        "editmessagecaption": editing.caption,
        "editmessagereplymarkup": editing.markup,
        "deletemessage": editing.delete,
        "deletemessages": editing.delete_many,
        "getupdates": updates.get,
        "getwebhookinfo": lambda params: webhook.info(),
    }
