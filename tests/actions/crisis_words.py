"""The words for somebody in danger, for tests of what they say."""

from __future__ import annotations

import datetime
from typing import Any

from actions.render.bubbles import Answer
from actions.render.crisis import CrisisAnswer
from actions.render.crisis_basis import Reader
from actions.render.crisis_channels import Place
from knowledge.store import Store
from tests.actions.fakes import make_store
from tests.knowledge.builders import TODAY, make_crisis

HOTLINE, CALL_CENTRE = "kemlu_pwni_hotline", "kp2mi_call_center"


def words(
    store: Store,
    code: str | None = None,
    *,
    family: bool = False,
    home: bool = False,
    town: str | None = None,
    named: tuple[str, ...] = (),
    id_: str = "darurat_disekap",
    today: datetime.date = TODAY,
) -> CrisisAnswer:
    crisis = store.crisis(id_)
    assert crisis is not None
    place = Place(store.country(code) if code else None, town, home)
    return CrisisAnswer(store, crisis, Reader(family, place, named), today)


def with_crisis(**changes: Any) -> Store:
    record = make_crisis(id="darurat_disekap", channels=[HOTLINE, CALL_CENTRE])
    return make_store(crisis=[record | changes])


def titles(answer: Answer) -> list[str]:
    return [button.title for button in answer.choices]
