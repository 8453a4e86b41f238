"""On the disk a conversation holds no number that leads to somebody, and nothing that Mawas said; in memory it goes on as it was said."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered

from bot.keeping.identifiers import COVER
from bot.tracker.minimal import minimal
from bot.tracker.shorten import MOST_TURNS
from bot.tracker.store import ConversationStore
from tests.bot.tracker.talks import DOMAIN, Make, texts

NUMBER, NIK, MAIL = "081234567890", "3273012345670001", "budi@contoh.id"
SAID = f"Budi minta transfer, telp {NUMBER}, NIK {NIK}, {MAIL}"
HIDDEN = (NUMBER, NIK, MAIL)


async def _say(store: ConversationStore, *said: str) -> None:
    """Turns as Rasa makes them, with its ids, which say nothing of a message."""
    for text in said:
        tracker = await store.get_or_create_tracker("x")
        tracker.update(UserUttered(text, message_id=uuid.uuid4().hex), DOMAIN)
        tracker.update(SlotSet("a", {"kata": [text]}), DOMAIN)
        await store.save(tracker)


def _on_disk(file: Path) -> bytes:
    return b"".join(each.read_bytes() for each in file.parent.iterdir())


@pytest.mark.asyncio
async def test_numbers_are_on_no_disk_and_still_in_memory(make: Make, file: Path) -> None:
    store = make()
    await _say(store, SAID)
    kept = _on_disk(file)
    assert b"Budi minta transfer" in kept
    assert [secret for secret in HIDDEN if secret.encode() in kept] == []
    assert texts(await store.retrieve("x")) == [SAID]
    (read,) = texts(await make().retrieve("x"))
    assert read.startswith("Budi minta transfer, telp ••••••••••••, NIK ••••")
    assert len(read) == len(SAID)


@pytest.mark.asyncio
async def test_they_stay_covered_when_the_conversation_is_shortened(make: Make, file: Path) -> None:
    store = make()
    await _say(store, SAID, *(f"pesan {number}" for number in range(2 * MOST_TURNS)))
    kept = _on_disk(file)
    assert [secret for secret in HIDDEN if secret.encode() in kept] == []
    assert COVER * 12 in str(
        [event.as_dict() for event in (await make().retrieve("x")).events]  # type: ignore[union-attr]
    )


def test_of_an_answer_only_its_buttons_are_kept() -> None:
    buttons = [{"title": "Ya", "payload": "/setuju"}]
    data = {"buttons": buttons, "custom": {"kata": SAID}, "image": None}
    about = {"mawas": {"card": {"kata": SAID}}, "model_id": "m", "assistant_id": "mawas"}
    kept = minimal(BotUttered(f"Kata Anda: {SAID}", data, about, timestamp=1.0))
    assert kept == {
        "event": "bot",
        "timestamp": 1.0,
        "text": None,
        "data": {"buttons": buttons},
        "metadata": {"model_id": "m", "assistant_id": "mawas"},
    }


def test_places_of_evidence_stay_right() -> None:
    evidence = [f"telp {NUMBER}", SAID.index("telp"), SAID.index(", NIK"), False]
    text, start, end, _ = minimal(SlotSet("tawaran", {"flags": [evidence]}))["value"]["flags"][0]
    assert minimal(UserUttered(SAID))["text"][start:end] == text


def test_what_was_understood_of_a_message_stays() -> None:
    parsed = {
        "intent": {"name": "kirim_lowongan", "confidence": 0.9},
        "entities": [{"entity": "negara", "value": "KH", "start": 1, "end": 3}],
        "intent_ranking": [{"name": "kirim_lowongan", "confidence": 0.9}],
        "text": SAID,
    }
    kept = minimal(UserUttered(SAID, parsed["intent"], parsed["entities"], parsed))  # type: ignore[arg-type]
    understood = kept["parse_data"]
    assert understood["intent_ranking"] == parsed["intent_ranking"]
    assert understood["entities"] == parsed["entities"]
    assert understood["text"] == kept["text"] != SAID
