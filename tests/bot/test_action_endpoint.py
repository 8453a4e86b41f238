from __future__ import annotations

import asyncio
import json
import traceback
from typing import Any

import pytest
from rasa.utils.endpoints import ClientResponseError
from rasa_sdk import Action
from rasa_sdk.events import SlotSet
from rasa_sdk.interfaces import ActionExecutionRejection

from bot.action_endpoint import ActionFailedError, InProcessActions


class Greet(Action):
    def name(self) -> str:
        return "action_greet"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        dispatcher.utter_message(text=f"Halo {tracker.sender_id}")
        return [SlotSet("topik", "sapa")]


class Reject(Action):
    def name(self) -> str:
        return "action_reject"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        raise ActionExecutionRejection(self.name(), "tidak mau")


class Fail(Action):
    def name(self) -> str:
        return "action_fail"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        raise ValueError(f"cannot read {tracker.latest_message['text']}")


def _call(name: str) -> dict[str, Any]:
    return {
        "next_action": name,
        "sender_id": "s",
        "domain": {},
        "tracker": {
            "sender_id": "s",
            "slots": {},
            "latest_message": {"text": "RAHASIA", "intent": {}, "entities": []},
            "events": [],
            "paused": False,
            "followup_action": None,
            "active_loop": {},
            "latest_action_name": None,
        },
    }


def _request(name: str) -> Any:
    endpoint = InProcessActions([Greet(), Reject(), Fail()])
    return asyncio.run(endpoint.request(json=_call(name)))


def test_an_action_answers_with_events_and_responses() -> None:
    result = _request("action_greet")
    assert result["responses"][0]["text"] == "Halo s"
    assert [event["name"] for event in result["events"]] == ["topik"]


def test_a_rejection_looks_like_one_of_a_server() -> None:
    with pytest.raises(ClientResponseError) as error:
        _request("action_reject")
    assert error.value.status == 400
    assert json.loads(error.value.text) == {"error": "tidak mau", "action_name": "action_reject"}


def test_rasa_takes_it_for_a_rejection() -> None:
    from rasa.core.actions.action import ActionExecutionRejection as RasasRejection
    from rasa.core.actions.action import RemoteAction
    from rasa.core.channels.channel import CollectingOutputChannel
    from rasa.core.nlg import TemplatedNaturalLanguageGenerator
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.trackers import DialogueStateTracker

    endpoint = InProcessActions([Reject()])
    run = RemoteAction("action_reject", endpoint).run(
        CollectingOutputChannel(),
        TemplatedNaturalLanguageGenerator({}),
        DialogueStateTracker.from_events("s", []),
        Domain.empty(),
    )
    with pytest.raises(RasasRejection):
        asyncio.run(run)


def test_an_error_names_the_action_and_never_what_was_said() -> None:
    with pytest.raises(ActionFailedError, match=r"^action_fail: ValueError$") as error:
        _request("action_fail")
    assert "RAHASIA" not in "".join(traceback.format_exception(error.value))


def test_an_action_that_nobody_registered_is_an_error() -> None:
    with pytest.raises(ActionFailedError, match="action_nosuch"):
        _request("action_nosuch")
