"""Conversations of events in any order, also such as ours never have."""

from __future__ import annotations

import random

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    ConversationPaused,
    DefinePrevUserUtteredFeaturization,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)

# Events that hardly ever come, and change much.
_RARE = (
    ActionReverted,
    UserUtteranceReverted,
    Restarted,
    SessionStarted,
    AllSlotsReset,
    ConversationPaused,
    lambda: ActiveLoop("action_unsure"),
    lambda: ActiveLoop(None),
)


def said(intent: str, *entities: str) -> UserUttered:
    """A message that was understood."""
    found = [{"entity": name, "value": "x"} for name in entities]
    return UserUttered("x", intent={"name": intent, "confidence": 1.0}, entities=found)


def random_talk(seed: int, domain: Domain) -> list[Event]:
    """Turns of an assistant; every third conversation has rare events among them, every fifth has events in no order."""
    chance = random.Random(seed)
    slots = [slot.name for slot in domain.slots]
    intents, entities = sorted(domain.intents), sorted(domain.entities)
    events: list[Event] = []
    if seed % 2:
        events += [ActionExecuted("action_session_start"), SessionStarted()]
    for _ in range(chance.randrange(9)):
        events += [
            ActionExecuted("action_listen"),
            said(chance.choice(intents), *chance.sample(entities, chance.randrange(3))),
            DefinePrevUserUtteredFeaturization(chance.random() < 0.2),
        ]
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            events += [
                ActionExecuted(chance.choice(domain.action_names_or_texts)),
                BotUttered("y"),
                *(SlotSet(chance.choice(slots), "z") for _ in range(chance.randrange(3))),
            ]
    if seed % 3 == 0:
        for _ in range(chance.randrange(1, 4)):
            events.insert(chance.randrange(len(events) + 1), chance.choice(_RARE)())
    if seed % 5 == 0:
        chance.shuffle(events)
    return events
