"""What the channel makes of a turn: the conversation's words about itself were written for the terminal."""

from __future__ import annotations

from dataclasses import replace

from actions.forget import NAME as FORGET
from bot.messages import Reply, Turn

_PRIVACY = "utter_privasi"
# The button below what is said of privacy.
_DELETION = "/hapus_data"


def replies_to(turn: Turn, privacy: Reply) -> tuple[Reply, ...]:
    """The replies of a turn; somebody who asks what is kept hears what is kept here.

    Args:
        turn: what the conversation made of a message.
        privacy: what is kept here.
    """
    if _PRIVACY not in turn.actions:
        return turn.replies
    return tuple(
        replace(privacy, covers=reply.covers)
        if any(button.payload == _DELETION for button in reply.buttons)
        else reply
        for reply in turn.replies
    )


def has_forgotten(turn: Turn) -> bool:
    """Whether somebody asked in words to be forgotten, so that what the channel keeps of them has to go too."""
    return FORGET in turn.actions
