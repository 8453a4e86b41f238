"""Several talks in one, in order: the first that takes a message answers it, and all add to the answers of actions."""

from __future__ import annotations

from typing import Any

from actions.base import Talk
from actions.context import TurnContext
from actions.render.bubbles import Answer


class Talks:
    """A chain of talks."""

    def __init__(self, *talks: Talk) -> None:
        """Keep them, the most urgent first."""
        self._talks = talks

    def before(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]] | None:
        """The answer of the first that takes the message (see Talk)."""
        answers = (talk.before(turn) for talk in self._talks)
        return next((answer for answer in answers if answer), None)

    def after(
        self, turn: TurnContext, answer: Answer, slots: dict[str, Any]
    ) -> tuple[Answer, dict[str, Any]]:
        """The answer with what each adds (see Talk)."""
        for talk in self._talks:
            answer, slots = talk.after(turn, answer, slots)
        return answer, slots
