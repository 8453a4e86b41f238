from __future__ import annotations

import json

import pytest

from bot.messages import Button, Incoming, Reply, Turn
from tests.helpers.contract import assert_is_answer

TURN = Turn(
    text="kamboja aman?",
    intent="negara_rawan",
    confidence=0.123456,
    ranking=(("negara_rawan", 0.123456), ("info_negara", 0.1)),
    entities=({"entity": "negara", "value": "KH", "text": "kamboja", "start": 0, "end": 7},),
    crisis=("darurat_disekap", False),
    replies=(Reply("Hati-hati.", (Button("Ya", "/setuju"),)), Reply("Lagi.")),
    topics=("negara_rawan",),
    channels=("kemlu_pwni_hotline",),
    sources=("uu_18_2017",),
    actions=("action_answer_topic",),
    latency_ms=6.149,
)


def test_a_turn_is_printed_as_the_contract_says() -> None:
    assert TURN.as_dict() == {
        "text": "kamboja aman?",
        "intent": "negara_rawan",
        "confidence": 0.1235,
        "ranking": [
            {"id": "negara_rawan", "confidence": 0.1235},
            {"id": "info_negara", "confidence": 0.1},
        ],
        "entities": [{"entity": "negara", "value": "KH", "text": "kamboja", "start": 0, "end": 7}],
        "crisis": {"id": "darurat_disekap", "certain": False},
        "replies": [
            {"text": "Hati-hati.", "buttons": [{"title": "Ya", "payload": "/setuju"}]},
            {"text": "Lagi.", "buttons": []},
        ],
        "topics": ["negara_rawan"],
        "channels": ["kemlu_pwni_hotline"],
        "sources": ["uu_18_2017"],
        "screening": None,
        "latency_ms": 6.1,
    }
    assert_is_answer(TURN.as_dict())


def test_a_turn_survives_json() -> None:
    assert json.loads(json.dumps(TURN.as_dict())) == TURN.as_dict()


def test_a_picture_is_not_printed() -> None:
    reply = Reply("Kartu.", (Button("Ya", "/setuju"),), b"PNG")
    assert reply.as_dict() == {
        "text": "Kartu.",
        "buttons": [{"title": "Ya", "payload": "/setuju"}],
    }
    assert "PNG" not in repr(reply)


def test_messages_cannot_be_changed() -> None:
    for message in (Incoming("a", "b"), Button("a", "b"), Reply("a"), TURN):
        with pytest.raises(AttributeError):
            message.text = "lain"  # type: ignore[union-attr, misc]


def test_what_comes_in_is_typed_text_unless_it_says_otherwise() -> None:
    assert Incoming("a", "/kuis").kind == "text"
