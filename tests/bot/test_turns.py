"""What was shown last, read off Rasa's tracker."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from actions.unsure import MENU
from bot.turns import last_buttons, offered, screened_text

TOPICS = frozenset({"biaya", "visa"})


def shown(action: str, *payloads: str) -> DialogueStateTracker:
    """A conversation in which an action has just shown buttons."""
    buttons = [{"title": payload, "payload": payload} for payload in payloads]
    return DialogueStateTracker.from_events(
        "somebody",
        [UserUttered("halo"), ActionExecuted(action), BotUttered("ini", {"buttons": buttons})],
    )


def test_the_first_topic_that_was_offered_is_what_a_yes_means() -> None:
    tracker = shown("action_unsure", "/biaya", "/visa")
    assert offered(tracker, TOPICS.__contains__) == "/biaya"


@pytest.mark.parametrize(
    ("action", "payloads"),
    [
        ("action_unsure", ["/setuju", "/tolak"]),
        ("action_unsure", ["/batal"]),
        ("action_unsure", [button.payload for button in MENU]),
        ("action_unsure", []),
        ("action_answer_topic", ["/selengkapnya", "/biaya"]),
        ("action_answer_topic", ['/lanjutan{"negara": "MY"}']),
        ("action_acknowledge_worry", ["/biaya", "/visa"]),
        ("action_crisis", ["/biaya"]),
    ],
)
def test_a_menu_and_answers_to_a_question_of_ours_are_no_offer(
    action: str, payloads: list[str]
) -> None:
    topics = TOPICS | {button.payload.removeprefix("/") for button in MENU}
    assert offered(shown(action, *payloads), topics.__contains__) is None


def test_nothing_was_offered_before_a_conversation_begins() -> None:
    assert offered(None, TOPICS.__contains__) is None
    assert last_buttons(None) == []


def test_the_text_that_was_screened_is_put_together_from_messages_and_answers() -> None:
    said = [
        ("m1", "Butuh orang"),
        ("m2", "gaji berapa"),
        ("m3", "visanya turis"),
        ("m4", "wa saja"),
    ]
    tracker = DialogueStateTracker.from_events(
        "somebody", [UserUttered(text, message_id=id_) for id_, text in said]
    )
    noted = {"messages": ["m1", "m4"], "answers": [["m3", ""], [None, "Tidak bayar"]]}
    whole = "Butuh orang\nwa saja\nvisanya turis\nTidak bayar"
    assert screened_text(noted, tracker) == whole
    assert screened_text(None, tracker) == ""
