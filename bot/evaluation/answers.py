"""Answers unseen messages with the real assistant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.evaluation.sets import Example
from bot.messages import Incoming, Turn

if TYPE_CHECKING:
    from bot.conversation import Conversation

CHANNEL = "eval"


@dataclass(frozen=True)
class Answered:
    """A message, what should have come of it, and what came of it.

    Attributes:
        example: the message.
        turn: the answer.
        before: answers to the messages of the same conversation before it.
    """

    example: Example
    turn: Turn
    before: tuple[Turn, ...] = ()

    @property
    def intent(self) -> str:
        """The right intent, the first of two."""
        return self.example.intent

    @property
    def predicted(self) -> str:
        """The most probable intent, before it is decided whether to act on it."""
        return self.turn.ranking[0][0] if self.turn.ranking else self.turn.intent

    @property
    def confidence(self) -> float:
        """How probable that intent is."""
        return self.turn.ranking[0][1] if self.turn.ranking else self.turn.confidence

    @property
    def offered(self) -> set[str]:
        """Intents of the buttons that were shown last."""
        replies = self.before[-1].replies if self.before else ()
        payloads = [button.payload for reply in replies for button in reply.buttons]
        return {payload.removeprefix("/").partition("{")[0] for payload in payloads}

    @property
    def language(self) -> str:
        """Code of the language that was recognised; empty when none was, or when it is Indonesian."""
        code = self.turn.language or ""
        return "" if code == "id" else code


async def answer_all(
    conversation: Conversation,
    examples: Iterable[Example],
    advance: Callable[[], None] = lambda: None,
) -> list[Answered]:
    """Answer every message, each in a conversation of its own that is forgotten afterwards.

    Args:
        conversation: the assistant.
        examples: what is said to it.
        advance: called after each message.
    """
    answered = []
    for number, example in enumerate(examples):
        sender = f"{CHANNEL}-{number}"
        turns = [
            await conversation.turn(Incoming(sender, text, channel=CHANNEL))
            for text in (*example.before, example.text)
        ]
        answered.append(Answered(example, turns[-1], tuple(turns[:-1])))
        await conversation.forget(sender)
        advance()
    return answered
