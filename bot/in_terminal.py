"""Who answers in the terminal: the assistant, or the fallback where that cannot be made or loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.errors import MawasError, MissingError, told_os_error
from bot.fallback import words
from bot.fallback.conversation import FallbackConversation
from bot.fallback.start import fallback_answers
from bot.messages import Incoming, Turn
from bot.saying import say
from bot.settings import Settings


class Answering(Protocol):
    """Part of `bot.conversation.Conversation`."""

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""


@dataclass(frozen=True)
class Answers:
    """Who answers.

    Attributes:
        conversation: answers.
        status: exit status of the program: 0, or that of what was wrong.
    """

    conversation: Answering
    status: int = 0

    @property
    def is_whole(self) -> bool:
        """False where only who is in danger is answered."""
        return not self.status


def answers(settings: Settings, told_meanwhile: bool = False) -> Answers:
    """Make what is missing, and load the assistant; what is wrong is said on standard error.

    Args:
        settings: where everything is.
        told_meanwhile: say first whom to call, where making takes minutes: somebody sits there and reads.
    """
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    try:
        from bot import readiness

        if told_meanwhile and not readiness.is_ready(settings):
            said = fallback_answers(settings).answer("", words.PREPARING)
            say("\n\n".join(said.bubbles) + "\n")
        readiness.get_ready(settings)
        from bot.conversation import Conversation

        return Answers(Conversation.load(settings))
    except Exception as error:
        status, told = _told(error)
        say(f"mawas: {told}\n{words.ONLY_DANGER}")
        return Answers(FallbackConversation(fallback_answers(settings)), status)


def _told(error: Exception) -> tuple[int, str]:
    """Exit status and words. An error of a library may quote a URL with its password."""
    # Not before the process is prepared.
    from sqlalchemy.exc import SQLAlchemyError

    if isinstance(error, MawasError):
        return error.exit_status, str(error)
    kind = type(error).__name__
    if isinstance(error, SQLAlchemyError):
        hint = "periksa MAWAS_DB_URL dan ruang disk"
        return MissingError.exit_status, f"Basis data tidak bisa dipakai ({kind}). Saran: {hint}."
    if isinstance(error, OSError):
        return MissingError.exit_status, told_os_error(error)
    return MissingError.exit_status, f"Mawas gagal dimuat ({kind}). Saran: jalankan ./mawas doctor."
