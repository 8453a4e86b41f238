"""A knowledge store in memory, small but whole, and one call that runs an action as Rasa would."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.engine import Connection

from actions.context import TurnContext
from actions.render.bubbles import ABOUT
from knowledge.convert import RECORD_CLASSES, to_record
from knowledge.kinds import FOLDERS
from knowledge.model import Knowledge
from knowledge.store import Store
from knowledge.store_write import write
from tests.knowledge import builders as build

Record = dict[str, Any]


class MemoryStore(Store):
    """The store's own methods over records in a database in memory, written when a query needs it."""

    def __init__(self, records: dict[str, list[Record]]) -> None:
        super().__init__("sqlite://")
        self._records = {
            kind: {
                record["id"]: to_record(RECORD_CLASSES[kind], record)
                for record in records.get(kind, [])
            }
            for kind in RECORD_CLASSES
        }

    def _kind(self, kind: str) -> dict[str, Any]:
        return self._records[kind]

    def connect(self) -> Connection:
        if not self._is_built:
            rows = {FOLDERS[kind]: records for kind, records in self._records.items()}
            write(self._engine, Knowledge(**rows), "in memory", None)
            self._is_built = True
        return self._engine.connect()


def make_topic(id_: str, **changes: Any) -> Record:
    """A topic whose texts tell which topic and which form they are."""
    part = {"heading": "Bagian satu", **build.make_text(f"Rinci {id_} satu.")}
    texts = {
        "short": build.make_text(f"Pendek {id_}."),
        "next_step": build.make_text(f"Langkah {id_}."),
        "simpler": build.make_text(f"Mudah {id_}."),
        "for_other": build.make_text(f"Orang lain {id_}."),
        "longer": [
            part,
            part | {"heading": "Bagian dua", "text": f"Rinci {id_} dua."},
        ],
        "related": [],
        "channels": ["kp2mi_call_center"],
    }
    return build.make_topic(id=id_, title=f"Judul {id_}", **texts) | changes


def make_question(id_: str, **changes: Any) -> Record:
    texts = {"question": f"Soal {id_}?", "explanation": build.make_text(f"Sebab {id_}.")}
    return build.make_quiz(id=id_, topic="biaya", **texts) | changes


def small_world() -> dict[str, list[Record]]:
    """Records of every kind with the ids that the actions ask for by name."""
    return {
        "source": [build.make_source(), build.make_source(id="iom", label="IOM 2024")],
        "channel": [
            build.make_channel(id="kp2mi_call_center", name="Pusat Panggilan"),
            build.make_channel(id="kemlu_pwni_hotline", name="Hotline Kemlu"),
            build.make_mission(id="kbri_phnom_penh", name="KBRI Phnom Penh"),
            build.make_emergency(),
            build.make_office(),
        ],
        "province": [build.make_province()],
        "country": [
            build.make_country(
                missions=[{"channel": "kbri_phnom_penh", "area": "seluruh negara"}], note=None
            ),
            build.make_country(id="my", country="MY", name="Malaysia", missions=[], emergency=None),
        ],
        "topic": [
            make_topic("biaya", countries=[{"country": "KH", **build.make_text("Biaya di sana.")}]),
            make_topic("visa"),
            make_topic("ciri_lowongan_palsu", group="waspada"),
            make_topic("info_negara", country_section="status"),
            make_topic("kontak_kbri", group="bantuan", lookup="mission"),
            make_topic("kontak_bp3mi", group="bantuan", lookup="bp3mi"),
        ],
        "crisis": [
            build.make_crisis(
                id="darurat_disekap", channels=["kemlu_pwni_hotline", "kp2mi_call_center"]
            )
        ],
        "destination": [build.make_destination()],
        "quiz": [make_question("soal_a"), make_question("soal_b")],
    }


def make_store(**records: list[Record]) -> Store:
    """A store of the small world, in which the kinds given are replaced."""
    return MemoryStore(small_world() | records)


def make_turn(
    intent: str = "",
    text: str = "",
    countries: Iterable[str] = (),
    provinces: Iterable[str] = (),
    ranking: Sequence[tuple[str, float]] = (),
    questions: Sequence[str] = (),
    **slots: Any,
) -> TurnContext:
    return TurnContext(intent, text, tuple(countries), tuple(provinces), tuple(ranking), slots)


def make_tracker(
    intent: str = "",
    text: str = "",
    countries: Iterable[str] = (),
    provinces: Iterable[str] = (),
    ranking: Sequence[tuple[str, float]] = (),
    questions: Sequence[str] = (),
    events: Sequence[dict[str, Any]] = (),
    part: str | None = None,
    **slots: Any,
) -> Tracker:
    """A tracker whose latest message was understood as told; `part` is what a button asks for."""
    message = {
        "text": text,
        "intent": {"name": intent, "confidence": 1.0},
        "entities": [
            *({"entity": "negara", "value": value} for value in countries),
            *({"entity": "provinsi", "value": value} for value in provinces),
            *([{"entity": "lihat", "value": part}] if part else []),
        ],
        "intent_ranking": [{"name": name, "confidence": share} for name, share in ranking],
        "questions": list(questions),
    }
    return Tracker("test", slots, message, list(events), False, None, {}, None)


@dataclass
class Said:
    """What a user sees after an action, and what is remembered."""

    bubbles: list[str]
    buttons: dict[str, str]
    about: dict[str, Any]
    slots: dict[str, Any]
    events: list[dict[str, Any]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(self.bubbles)


def run(action: Action, **turn: Any) -> Said:
    """Run an action on one message; keywords as in `make_tracker`."""
    return run_on(action, make_tracker(**turn))


def run_on(action: Action, tracker: Tracker) -> Said:
    """Run an action on a tracker."""
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker, {}))
    messages = dispatcher.messages
    buttons = [button for message in messages for button in message["buttons"]]
    about: dict[str, Any] = {}
    for message in messages:
        about.update(message.get(ABOUT) or message.get("custom", {}).get(ABOUT) or {})
    return Said(
        bubbles=[message["text"] for message in messages],
        buttons={button["title"]: button["payload"] for button in buttons},
        about=about,
        slots={event["name"]: event["value"] for event in events if event["event"] == "slot"},
        events=events,
    )
