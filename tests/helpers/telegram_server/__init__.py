"""A strict Bot API server on loopback for tests, and for trying `mawas telegram` by hand (`python -m tests.helpers.telegram_server`).

It answers as tdlib/telegram-bot-api does (github.com/tdlib/telegram-bot-api, Client.cpp and Query.cpp; HTML as in
tdlib/td, MessageEntity.cpp): same wordings of errors, same rules for offsets, conflicts, limits and markup.
"""

from tests.helpers.telegram_server.faults import Fault, Plan
from tests.helpers.telegram_server.limits import NO_LIMITS, Limits
from tests.helpers.telegram_server.people import Group, Person, buttons_of
from tests.helpers.telegram_server.server import TOKEN, TelegramServer

__all__ = [
    "NO_LIMITS",
    "TOKEN",
    "Fault",
    "Group",
    "Limits",
    "Person",
    "Plan",
    "TelegramServer",
    "buttons_of",
]
