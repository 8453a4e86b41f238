"""Invented messages for the tests of the scoreboard."""

from __future__ import annotations

from typing import Any

from bot.evaluation.answers import Answered
from bot.evaluation.groups import Groups
from bot.evaluation.sets import TWIN, Example
from bot.messages import Reply, Turn
from knowledge.catalogue import Catalogue

GROUPS = Groups(
    Catalogue(
        topics={"biaya": "", "visa": "", "gaji": ""},
        topic_groups={"biaya": "langkah", "visa": "waspada", "gaji": "langkah"},
        crisis={"darurat_disekap": ""},
        conversation={"sapa": "", "di_luar_topik": ""},
    )
)


def answered(
    intents: str,
    predicted: str = "",
    confidence: float = 0.9,
    name: str = TWIN,
    text: str = "",
    before: tuple[str, ...] = (),
    place: str = "",
    register: str = "",
    **turn: Any,
) -> Answered:
    """A message about these intents (separated by spaces), and what came of it; by default its first intent."""
    wanted = tuple(intents.split())
    best = predicted or wanted[0]
    example = Example(name, text or f"soal {intents}", wanted, register, "", before, place)
    values: dict[str, Any] = {
        "entities": (),
        "crisis": None,
        "replies": (Reply("Baik."),),
        "latency_ms": 10.0,
        **turn,
    }
    return Answered(example, Turn(example.text, best, confidence, ((best, confidence),), **values))
