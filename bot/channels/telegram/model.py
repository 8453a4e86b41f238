"""What a message from Telegram is to the rest of the channel: something for the conversation, an answer at once, a deletion, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.messages import Incoming, Reply

CHANNEL = "telegram"


@dataclass(frozen=True)
class Ask:
    """A message for the conversation.

    Attributes:
        incoming: what `Conversation.turn` takes.
        before: said before what the conversation answers; left out when the turn is about danger (`Turn.crisis`), which comes first.
        only_warning: nobody asked: a group that has switched this on hears `groups.warning_of(turn)` or nothing, and the conversation is
            forgotten right after.
    """

    incoming: Incoming
    before: tuple[Reply, ...] = ()
    only_warning: bool = False


@dataclass(frozen=True)
class Say:
    """An answer that needs no conversation; behind the harmless screen (`Conversation.hides`) it is not said (see `instead_of`).

    Attributes:
        replies: at least one.
    """

    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Delete:
    """The person wants everything of theirs deleted: `deletion.delete_all`."""


@dataclass(frozen=True)
class Privacy:
    """The person wants to know what is kept of them: `commands.privacy`."""


@dataclass(frozen=True)
class Ignore:
    """Nothing to answer: a group talks among itself, or Telegram reports something that nobody said."""


Heard = Ask | Say | Delete | Privacy | Ignore


def instead_of(heard: Heard, sender: str) -> Heard:
    """What takes the place of something that would betray the harmless screen: the conversation chats on.

    Args:
        heard: what came in while the screen hides.
        sender: conversation id.
    """
    if isinstance(heard, Say | Delete | Privacy):
        return Ask(Incoming(sender, "", kind="button", channel=CHANNEL))
    return replace(heard, before=()) if isinstance(heard, Ask) else heard
