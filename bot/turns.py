"""Reads what happened in a turn off Rasa's tracker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from actions.answer_topic import AnswerTopic
from actions.confirm import Affirm
from actions.context import ANSWERS, LANGUAGE, MESSAGES
from actions.danger.noticed import DANGER
from actions.decision import OUT_OF_SCOPE, Kind, decide
from actions.explain import ExplainMore
from actions.said import SAID, earlier_languages, earlier_texts, whole_ranking
from actions.unsure import MENU, AnswerWhenUnsure
from bot.messages import Button, Reply, Turn

RANKING_LENGTH = 5
_FALLBACK_INTENT = "nlu_fallback"
_LISTEN = "action_listen"
# What these show first is what they mean most; elsewhere the buttons are answers to a question or as good as each other.
_OFFERING = {action.NAME for action in (AnswerTopic, AnswerWhenUnsure, ExplainMore, Affirm)}
_MENU_PAYLOADS = [button.payload for button in MENU]


def last_buttons(tracker: DialogueStateTracker | None) -> list[Button]:
    """The buttons that were shown last after the last message, in order."""
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, UserUttered):
            return []
        buttons = event.data.get("buttons") if isinstance(event, BotUttered) else None
        if buttons:
            return [Button(button["title"], button["payload"]) for button in buttons]
    return []


def offered(tracker: DialogueStateTracker | None, is_topic: Callable[[str], bool]) -> str | None:
    """Payload of the topic that was offered first after the last message, for a yes to take up.

    A menu and the answers to a question of ours are not offered, and the rest of an answer needs no button: yes asks for it anyway.
    """
    payloads = [button.payload for button in last_buttons(tracker)]
    actions = last_actions(tracker)
    if not payloads or payloads == _MENU_PAYLOADS or not _OFFERING.intersection(actions):
        return None
    return payloads[0] if is_topic(payloads[0].removeprefix("/")) else None


def greeting_for(tracker: DialogueStateTracker | None) -> str | None:
    """A greeting in the regional language of the last message and in what we answer, the first time that it is recognised."""
    if tracker is None:
        return None
    languages = (
        event.parse_data.get(LANGUAGE) or {}
        for event in reversed(tracker.events)
        if isinstance(event, UserUttered)
    )
    # Lazy: most messages are Indonesian, and then the earlier ones are not looked at.
    last = next(languages, None)
    if not last:
        return None
    earlier = earlier_languages(tracker.get_slot(SAID))
    known = chain((language.get("code") for language in languages), earlier)
    return None if last["code"] in known else str(last["greeting"])


def last_actions(tracker: DialogueStateTracker | None) -> tuple[str, ...]:
    """The actions that the last message led to, in order."""
    actions: list[str] = []
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, ActionExecuted) and event.action_name not in (None, _LISTEN):
            actions.append(str(event.action_name))
    return tuple(reversed(actions))


def describe(
    text: str,
    places: Sequence[int],
    message: dict[str, Any],
    actions: tuple[str, ...],
    replies: tuple[Reply, ...],
    about: dict[str, Any],
    screened: str,
) -> Turn:
    """Put a turn together. A message that was not understood well carries the best guess as its intent, if there is one.

    `places` says where each character that Rasa read stands in the text; `screened` is what `screened_text` returns.
    """
    ranking = ranking_of(message)
    intent = message.get("intent") or {}
    name, confidence = intent.get("name") or OUT_OF_SCOPE, float(intent.get("confidence") or 0.0)
    if name == _FALLBACK_INTENT:
        decision = decide(ranking)
        understood = decision.kind in (Kind.CANDIDATES, Kind.DANGER_QUESTION)
        name = decision.intents[0] if understood else OUT_OF_SCOPE
        confidence = dict(ranking).get(name, 0.0)
    crisis = about.get("crisis")
    return Turn(
        text=text,
        intent=name,
        confidence=confidence,
        ranking=tuple(ranking[:RANKING_LENGTH]),
        entities=tuple(_entity(row, text, places) for row in message.get("entities") or []),
        crisis=(crisis[0], crisis[1]) if crisis else None,
        replies=replies,
        topics=tuple(about.get("topics") or ()),
        channels=tuple(about.get("channels") or ()),
        sources=tuple(about.get("sources") or ()),
        actions=actions,
        language=(message.get(LANGUAGE) or {}).get("code"),
        screening=_screening(about.get("screening"), screened),
        danger=message.get(DANGER),
    )


def not_understood(text: str, replies: tuple[Reply, ...]) -> Turn:
    """The turn of a message that did not reach Rasa, or did not come back."""
    return Turn(
        text=text,
        intent=OUT_OF_SCOPE,
        confidence=0.0,
        ranking=(),
        entities=(),
        crisis=None,
        replies=replies,
    )


def screened_text(noted: dict[str, Any] | None, tracker: DialogueStateTracker | None) -> str:
    """The text that was screened, as the offsets count it: the messages of an offer, and below them the answers about it."""
    if not noted:
        return ""
    said = said_in(tracker)
    lines = [said.get(id_, "") for id_ in noted[MESSAGES]]
    answers = [said.get(id_, "") if id_ else words for id_, words in noted[ANSWERS]]
    return "\n".join([*lines, *answers])


def said_in(tracker: DialogueStateTracker | None) -> dict[str, str]:
    """Texts of the person's messages by their id."""
    if tracker is None:
        return {}
    texts = earlier_texts(tracker.get_slot(SAID))
    for event in tracker.events:
        # isinstance is slow for events, which have an abstract class; all are looked at in each turn.
        if type(event) is UserUttered:
            texts[event.message_id] = event.text or ""
    return texts


def _screening(noted: dict[str, Any] | None, text: str) -> dict[str, Any] | None:
    """What was noted of an offer with its text in its place, after the file."""
    if not noted:
        return None
    row = {key: value for key, value in noted.items() if key not in (MESSAGES, ANSWERS)}
    return {"file": row["file"], "text": text, **row}


def ranking_of(message: dict[str, Any]) -> list[tuple[str, float]]:
    """Intents of what Rasa understood with their probabilities, most probable first."""
    return [pair for pair in whole_ranking(message) if pair[0] != _FALLBACK_INTENT]


def _entity(row: dict[str, Any], text: str, places: Sequence[int]) -> dict[str, Any]:
    start, end = row.get("start"), row.get("end")
    quoted = ""
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(places):
        start, end = places[start], places[end - 1] + 1
        quoted = text[start:end]
    return {
        "entity": row["entity"],
        "value": row["value"],
        "text": quoted,
        "start": start,
        "end": end,
    }
