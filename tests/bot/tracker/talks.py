"""Conversations as Rasa makes them, for tests of their store."""

from __future__ import annotations

from collections.abc import Callable

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from actions.said import SAID
from bot.tracker.store import ConversationStore

DOMAIN = Domain.from_dict(
    {"slots": {name: {"type": "any", "mappings": [{"type": "custom"}]} for name in ("a", SAID)}}
)
Make = Callable[..., ConversationStore]


async def say(store: ConversationStore, sender: str, *texts: str) -> DialogueStateTracker:
    """Turns as Rasa makes them."""
    for text in texts:
        tracker = await store.get_or_create_tracker(sender)
        tracker.update(UserUttered(text, message_id=text), DOMAIN)
        tracker.update(SlotSet("a", text), DOMAIN)
        tracker.update(ActionExecuted("action_listen"), DOMAIN)
        await store.save(tracker)
    return tracker


def texts(tracker: DialogueStateTracker | None) -> list[str]:
    return (
        [event.text for event in tracker.events if isinstance(event, UserUttered)]
        if tracker
        else []
    )
