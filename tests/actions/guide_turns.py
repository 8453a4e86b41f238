"""Messages inside the guide for somebody in danger."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import CRISIS, FOR_OTHER, GUIDE
from actions.crisis_talk import CrisisTalk
from actions.guide import Guide
from actions.render.crisis_pages import HEALTH_CRISIS
from actions.unsure import AnswerWhenUnsure
from knowledge.store import Store
from tests.actions.fakes import Said, make_store, run
from tests.knowledge.builders import make_crisis

HELD = "darurat_disekap"
OTHER = "darurat_kekerasan"
UNCLEAR = "nlu_fallback"


def store_of_dangers() -> Store:
    """A store with three dangers."""
    dangers = [
        make_crisis(id=id_, channels=["kemlu_pwni_hotline", "kp2mi_call_center"])
        for id_ in (HELD, OTHER, HEALTH_CRISIS)
    ]
    return make_store(crisis=dangers)


def inside(**guide: Any) -> dict[str, Any]:
    return {CRISIS: HELD, GUIDE: Guide(**({"page": "awal"} | guide)).to_slot(), FOR_OTHER: False}


def say(
    store: Store, text: str = "", action: type[StoreAction] = AnswerWhenUnsure, **turn: Any
) -> Said:
    return run(action(store, CrisisTalk(store)), **({"intent": UNCLEAR, "text": text} | turn))
