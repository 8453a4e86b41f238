"""The one door to Rasa: a message in, replies out; never empty, never an exception at a channel."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from actions import forget
from actions.dates import today
from actions.decision import OUT_OF_SCOPE, Kind, decide
from actions.registry import all_actions
from actions.render.bubbles import ABOUT
from actions.render.channels import channel_text
from actions.render.contacts import NATIONAL_HOTLINE
from bot import phrases
from bot.action_endpoint import InProcessActions, trust_own_actions
from bot.clean import clean, origins, shorten
from bot.errors import ConversationError
from bot.logs import quiet_structlog
from bot.messages import Button, Incoming, Reply, Turn
from bot.settings import Settings
from bot.training import model_path
from knowledge.store import Store

logger = logging.getLogger(__name__)

RANKING_LENGTH = 5
_FALLBACK_INTENT = "nlu_fallback"
_LISTEN = "action_listen"


class _ReplyCollector(OutputChannel):
    """Collects what Rasa says, with what the actions noted about it."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.about: dict[str, Any] = {}

    @classmethod
    def name(cls) -> str:
        return "mawas"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        buttons = tuple(
            Button(row["title"], row["payload"]) for row in message.get("buttons") or []
        )
        text = (message.get("text") or "").strip()
        if text:
            self.replies.append(Reply(text, buttons))
        self.about.update(message.get(ABOUT) or {})


class Conversation:
    """Talks with many people at once; one instance a process."""

    def __init__(self, agent: Agent, store: Store) -> None:
        """Keep a loaded agent; `load` is the usual way."""
        self._agent = agent
        self._store = store
        self._trouble = self._trouble_reply()

    @classmethod
    def load(cls, settings: Settings) -> Conversation:
        """Load the store and the trained model. `bot.rasa_environment.prepare` must have run before this module was imported.

        Raises:
            MissingError: there is no model.
            ConversationError: the model cannot be read.
        """
        quiet_structlog()
        trust_own_actions()
        store = Store(settings.db_url)
        path = model_path(settings)
        try:
            agent = Agent.load(path, action_endpoint=InProcessActions(all_actions(store)))
        except Exception as error:
            raise ConversationError(
                f"Model tidak bisa dimuat ({type(error).__name__}). Saran: jalankan ./mawas train --force."
            ) from error
        return cls(agent, store)

    async def reply(self, incoming: Incoming) -> list[Reply]:
        """The replies to a message: at least one, whatever happens inside."""
        return list((await self.turn(incoming)).replies)

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""
        started = time.perf_counter()
        try:
            turn = await self._turn(incoming)
        except Exception as error:
            # The text of the message must not reach the log, and an exception's message may quote it.
            logger.error("turn failed: %s", type(error).__name__)
            turn = self._nothing_understood(incoming.text, self._trouble)
        return replace(turn, latency_ms=(time.perf_counter() - started) * 1000)

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""
        tracker = await self._agent.tracker_store.retrieve(sender)
        if tracker is not None:
            tracker.events.clear()
            await self._agent.tracker_store.save(DialogueStateTracker.from_events(sender, []))

    async def _turn(self, incoming: Incoming) -> Turn:
        text, shortened = shorten(
            incoming.text if incoming.kind == "button" else clean(incoming.text)
        )
        if not text:
            return self._nothing_understood(incoming.text, Reply(phrases.EMPTY))
        collector = _ReplyCollector()
        await self._agent.handle_message(
            UserMessage(text, collector, incoming.sender, input_channel=incoming.channel)
        )
        tracker = await self._agent.tracker_store.retrieve(incoming.sender)
        message, actions = _last_turn(tracker)
        replies = tuple(collector.replies)
        if not replies:
            logger.error("no reply to intent %s", (message.get("intent") or {}).get("name"))
            replies = (self._trouble,)
        if shortened:
            replies = (Reply(phrases.SHORTENED), *replies)
        if forget.NAME in actions:
            await self.forget(incoming.sender)
        places = range(len(text)) if incoming.kind == "button" else origins(incoming.text)
        return _describe(incoming.text, places, message, actions, replies, collector.about)

    def _nothing_understood(self, text: str, reply: Reply) -> Turn:
        return Turn(
            text=text,
            intent=OUT_OF_SCOPE,
            confidence=0.0,
            ranking=(),
            entities=(),
            crisis=None,
            replies=(reply,),
        )

    def _trouble_reply(self) -> Reply:
        """What is said when something fails; made beforehand, so that it does not depend on what failed."""
        hotline = self._store.channel(NATIONAL_HOTLINE)
        contact = f"\n\n{channel_text(hotline, today())}" if hotline else ""
        return Reply(phrases.TROUBLE + contact)


def _last_turn(tracker: DialogueStateTracker | None) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What was understood of the last message, and the actions that it led to, in order."""
    actions: list[str] = []
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, UserUttered):
            return dict(event.parse_data), tuple(reversed(actions))
        if isinstance(event, ActionExecuted) and event.action_name not in (None, _LISTEN):
            actions.append(str(event.action_name))
    return {}, tuple(reversed(actions))


def _describe(
    text: str,
    places: Sequence[int],
    message: dict[str, Any],
    actions: tuple[str, ...],
    replies: tuple[Reply, ...],
    about: dict[str, Any],
) -> Turn:
    """Put a turn together. A message that was not understood well carries the best guess as its intent, if there is one.

    `places` says where each character that Rasa read stands in the text.
    """
    ranking = [
        (row["name"], row["confidence"])
        for row in message.get("intent_ranking") or []
        if row["name"] != _FALLBACK_INTENT
    ]
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
    )


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
