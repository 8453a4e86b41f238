"""What is left out of a stored message."""

from __future__ import annotations

from rasa.shared.core.events import UserUttered

from bot.tracker.unlikely import drop_unlikely

RANKING = [
    {"name": "kuis", "confidence": 0.99},
    {"name": "halo", "confidence": 0.001},
    {"name": "darurat_disekap", "confidence": 1e-9},
    {"name": "pamit", "confidence": 1e-9},
]


def test_dangers_stay_however_unlikely() -> None:
    event = UserUttered("x", parse_data={"intent": RANKING[0], "intent_ranking": RANKING})
    drop_unlikely([event])
    assert event.parse_data["intent_ranking"] == RANKING[:3]
    assert event.parse_data["intent"] == RANKING[0]


def test_a_message_without_a_ranking_stays() -> None:
    event = UserUttered("/kuis", parse_data={"intent": RANKING[0]})
    drop_unlikely([event])
    assert event.parse_data["intent"] == RANKING[0]
