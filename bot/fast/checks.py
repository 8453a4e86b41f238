"""Checks and searches that Rasa makes in every turn, and whose results never change here."""

from __future__ import annotations

from functools import lru_cache

from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.shared.core.events import Event


def trust_own_parts(agent: Agent) -> None:
    """Leave out two checks of a loaded assistant, and a search.

    What actions answer is checked against a JSON schema, which is built and checked itself every time (150 of 210 ms a turn); the
    answers here do not come over a network, their shape is made by rasa-sdk in this process. And before each message an empty domain
    is put together to see whether ours is empty; it was loaded with a model. The class of each event that an action returns is looked for
    among all classes of events.
    """
    RemoteAction._validate_action_result = _is_valid
    agent.domain.is_empty = _is_not_empty
    Event.resolve_by_type = staticmethod(resolved)


def _is_valid(action: RemoteAction, result: object) -> bool:
    return True


def _is_not_empty() -> bool:
    return False


# Names that nothing is found for raise, and are not kept.
resolved = lru_cache(maxsize=64)(Event.resolve_by_type)
