"""Runs custom actions inside this process; Rasa 3.6 would post them to an HTTP server.

The HTTP action server stays possible: `./mawas rasa run actions --actions actions.server`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection


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
        """Run the action that the call names; a rejection looks to Rasa as it would coming from a server."""
        try:
            return await self._executor.run(kwargs["json"])
        except ActionExecutionRejection as rejection:
            body = json.dumps({"error": str(rejection), "action_name": rejection.action_name})
            raise ClientResponseError(400, "rejected", body) from rejection
