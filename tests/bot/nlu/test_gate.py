"""The components that overrule the classifier: messages too short for it, and answers too unsure."""

from __future__ import annotations

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language

from bot.nlu.gate import FollowUpDetector, IntentGate
from bot.nlu.reader import SPACY_DOC

FALLBACK = "nlu_fallback"
CONTEXT = ExecutionContext(GraphSchema({}))


def read(nlp: Language, text: str) -> Message:
    """A message as it comes from the extractor."""
    return Message({TEXT: text, SPACY_DOC: nlp(text)})


def ranked(*rows: tuple[str, float]) -> Message:
    ranking = [{"name": name, "confidence": share} for name, share in rows]
    return Message({TEXT: "x", INTENT: ranking[0], INTENT_RANKING_KEY: ranking})


def gate() -> IntentGate:
    return IntentGate.create({}, None, None, CONTEXT)


def detector() -> FollowUpDetector:
    return FollowUpDetector.create({}, None, None, CONTEXT)


def test_a_place_alone_is_a_follow_up_whatever_was_guessed(nlp: Language) -> None:
    message = read(nlp, "kalau ke Taiwan?")
    message.set(INTENT, {"name": "visa", "confidence": 0.9})
    assert detector().process([message])[0].get(INTENT) == {"name": "lanjutan", "confidence": 1.0}


def test_a_follow_up_stands_alone_in_the_ranking(nlp: Language) -> None:
    message = detector().process([read(nlp, "Taiwan")])[0]
    assert [row["name"] for row in message.get(INTENT_RANKING_KEY)] == ["lanjutan"]


def test_a_place_with_a_cry_for_help_is_no_follow_up(nlp: Language) -> None:
    message = read(nlp, "tolong saya disekap di Kamboja")
    message.set(INTENT, {"name": "darurat_disekap", "confidence": 0.9})
    assert detector().process([message])[0].get(INTENT)["name"] == "darurat_disekap"


def test_a_message_that_nobody_read_is_no_follow_up() -> None:
    assert detector().process([Message({TEXT: "Taiwan"})])[0].get(INTENT) is None


def test_a_sure_intent_passes_the_gate() -> None:
    message = gate().process([ranked(("biaya", 0.9), ("visa", 0.1))])[0]
    assert message.get(INTENT)["name"] == "biaya"


def test_an_unsure_intent_is_handed_to_the_fallback() -> None:
    message = gate().process([ranked(("biaya", 0.15), ("visa", 0.14))])[0]
    assert message.get(INTENT) == {"name": FALLBACK, "confidence": 0.15}


def test_a_sure_intent_beside_suspected_danger_is_handed_to_the_fallback() -> None:
    message = gate().process([ranked(("biaya", 0.6), ("darurat_disekap", 0.4))])[0]
    assert message.get(INTENT)["name"] == FALLBACK


def test_a_certain_danger_passes_the_gate() -> None:
    message = gate().process([ranked(("darurat_disekap", 0.8), ("biaya", 0.2))])[0]
    assert message.get(INTENT)["name"] == "darurat_disekap"


def test_the_ranking_stays_for_the_fallback_to_read() -> None:
    message = gate().process([ranked(("biaya", 0.15), ("visa", 0.14))])[0]
    assert [row["name"] for row in message.get(INTENT_RANKING_KEY)] == ["biaya", "visa"]


def test_a_button_without_a_ranking_passes_the_gate() -> None:
    message = Message({TEXT: "/kuis", INTENT: {"name": "kuis", "confidence": 1.0}})
    assert gate().process([message])[0].get(INTENT)["name"] == "kuis"
