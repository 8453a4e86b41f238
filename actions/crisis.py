"""Acts on danger: one bubble with contacts at once, or one closed question when it is not certain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.base import StoreAction
from actions.context import (
    ASKED_DANGER,
    COUNTRY,
    CRISIS,
    FOR_OTHER,
    GUIDE,
    PENDING,
    PROVINCE,
    TOPIC,
    TurnContext,
)
from actions.crisis_reading import country_told, town_told
from actions.dates import today
from actions.guide import HOME, Guide
from actions.render.bubbles import Answer
from actions.render.contacts import province_named
from actions.render.crisis import CrisisAnswer
from actions.render.crisis_basis import Reader
from actions.render.crisis_channels import Place
from actions.render.crisis_pages import FIRST
from actions.yes_no import begins_with_yes
from knowledge.store import Store

Result = tuple[Answer, dict[str, Any]]


class RespondToCrisis(StoreAction):
    """The intent names the danger."""

    NAME = "action_crisis"

    def answer(self, turn: TurnContext) -> Result:
        """The first reply to the danger (see parent class)."""
        return open_guide(self.store, turn.intent, turn)


def crisis_words(
    store: Store, crisis_id: str, turn: TurnContext, guide: Guide, for_family: bool
) -> CrisisAnswer:
    """What is said about a danger, for the one who reads and the place that is known.

    Args:
        store: where records are read.
        crisis_id: the danger.
        turn: the message.
        guide: says where the one in danger is.
        for_family: somebody else reads for them.

    Raises:
        LookupError: there is no such danger.
    """
    crisis = store.crisis(crisis_id)
    if crisis is None:
        raise LookupError(f"no crisis record {crisis_id}")
    home = guide.country == HOME
    province = province_named(
        store, turn.provinces[0] if turn.provinces else turn.slots.get(PROVINCE)
    )
    place = Place(
        country=store.country(guide.country) if guide.country and not home else None,
        town=guide.town,
        home=home,
        province=province.id if home and province else None,
    )
    named = turn.countries if len(turn.countries) > 1 else ()
    return CrisisAnswer(store, crisis, Reader(for_family, place, named), today())


def open_guide(
    store: Store, crisis_id: str, turn: TurnContext, for_family: bool | None = None
) -> Result:
    """The first reply to a danger that is certain; it takes the place of the topic that was talked about.

    A country that was only talked about before may be where somebody wanted to go, so it does not count.

    Args:
        store: where records are read.
        crisis_id: the danger.
        turn: the message.
        for_family: somebody else reads for the one in danger; by default as the message tells.
    """
    family = turn.danger_to_other if for_family is None else for_family
    guide = with_place(store, Guide.begin(turn), turn)
    unclear = guide.asked and turn.intent != crisis_id and not _says_yes(turn)
    guide = replace(guide, asked=False, doubted=unclear, page=FIRST)
    answer = crisis_words(store, crisis_id, turn, guide, family).first()
    return answer, guide_slots(crisis_id, guide, family)


def _says_yes(turn: TurnContext) -> bool:
    return turn.intent == "setuju" or begins_with_yes(turn.text)


def ask_about_danger(store: Store, crisis_id: str, turn: TurnContext) -> Result:
    """The closed question, and the danger it is about."""
    family = turn.danger_to_other
    guide = replace(with_place(store, Guide.begin(turn), turn), asked=True)
    slots = {
        CRISIS: crisis_id,
        GUIDE: guide.to_slot(),
        PENDING: ASKED_DANGER,
        FOR_OTHER: family,
    }
    return crisis_words(store, crisis_id, turn, guide, family).question(), slots


def with_place(store: Store, guide: Guide, turn: TurnContext) -> Guide:
    """The guide with the place that the message tells, if it does; several countries leave it open."""
    code = country_told(turn)
    if code:
        country = store.country(code)
        town = town_told(turn, country) if country else None
        known = guide.town if guide.country == code else None
        return replace(guide, country=code, town=town or known)
    return replace(guide, country=None, town=None) if turn.countries else guide


def guide_slots(crisis_id: str, guide: Guide, for_family: bool) -> dict[str, Any]:
    """What is remembered once a page was shown."""
    return {
        CRISIS: crisis_id,
        GUIDE: guide.to_slot(),
        FOR_OTHER: for_family,
        TOPIC: None,
        # Answers to other questions are about where the one in danger is, not where they once wanted to go.
        COUNTRY: guide.country if guide.country != HOME else None,
    }
