"""Runs custom actions inside this process; Rasa 3.6 would post them to an HTTP server."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

logger = logging.getLogger(__name__)


class ActionFailedError(RuntimeError):
    """An action raised; names the action and the kind of error, never what the error quotes."""


class InProcessActions(EndpointConfig):
    """An action endpoint that hands each call to the rasa-sdk executor."""

    def __init__(self, actions: Iterable[Action]) -> None:
        """Register the actions (instances, so that the store can be handed to them)."""
        # selective_domain: the domain is not serialised for every action, none of ours needs it.
        super().__init__(url="in-process", selective_domain=True)
        self._executor = ActionExecutor()
        for action in actions:
            self._executor.register_action(action)

    async def request(self, method: str = "post", subpath: str | None = None, **kwargs: Any) -> Any:
        """Run the action that the call names; a rejection looks to Rasa as it would coming from a server.

        Raises:
            ClientResponseError: the action rejected its execution (status 400).
            ActionFailedError: the action raised.
        """
        call = kwargs["json"]
        try:
            result = await self._executor.run(call)
        except ActionExecutionRejection as rejection:
            body = json.dumps({"error": str(rejection), "action_name": rejection.action_name})
            raise ClientResponseError(400, "rejected", body) from rejection
        except Exception as error:
            # Rasa logs what comes out of here with its whole chain at ERROR, and a message may quote the user.
            logger.debug("action failed", exc_info=True)
            raise ActionFailedError(f"{call.get('next_action')}: {type(error).__name__}") from None
        slots = call["tracker"]["slots"]
        return {
            **result,
            "events": [event for event in result["events"] if not _changes_nothing(event, slots)],
        }


def _changes_nothing(event: Mapping[str, Any], slots: Mapping[str, Any]) -> bool:
    """True for a slot that is set to what it is: each event is stored, and read again every turn."""
    return event.get("event") == "slot" and slots.get(event["name"]) == event["value"]
