"""The scenes, role-plays and checks of this repository: what the village hall was promised, proved with what was really trained."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from actions.hall.proof import wrong_in_hall
from actions.screening.screener import Screener
from bot.paths import KNOWLEDGE
from bot.settings import Settings
from knowledge.load import load
from knowledge.model_hall import Referral, Roleplay, Scene
from knowledge.store import Store

PROMISED = {
    "kamboja_admin", "tiktok_cs", "umrah_saudi", "abk_utang", "ferienjob", "uang_fit_ibu", "korea_dua_tawaran",
    "anak_tidak_menjawab",
}  # fmt: skip
_SAFE = re.compile(r"\baman\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def scenes(real_store: Store) -> list[Scene]:
    return real_store.scenes()


@pytest.fixture(scope="module")
def plays(real_store: Store) -> list[Roleplay]:
    return real_store.roleplays()


def test_the_screener_says_what_the_hall_is_told(settings: Settings) -> None:
    screener = Screener.load(settings.screening, KNOWLEDGE)

    assert [str(found) for found in wrong_in_hall(load(), screener)] == []


def test_there_is_what_was_promised(
    scenes: list[Scene], plays: list[Roleplay], real_store: Store
) -> None:
    assert {scene.id for scene in scenes} >= PROMISED
    assert len(scenes) >= 10
    assert len(plays) >= 3
    assert real_store.checks()


def test_places_in_the_lists_are_not_shared(scenes: list[Scene], plays: list[Roleplay]) -> None:
    for records in (scenes, plays):
        places = [record.position for record in records]
        assert len(set(places)) == len(places)


def test_every_referral_names_somebody_who_answers(
    scenes: list[Scene], plays: list[Roleplay], real_store: Store
) -> None:
    for referral in _referrals(scenes, plays):
        channels = real_store.channels(referral.channels)
        assert any(channel.status == "active" for channel in channels)
        if referral.country:
            assert real_store.missions_for(referral.country)


def test_a_son_who_does_not_answer_leads_to_the_state_and_the_police(scenes: list[Scene]) -> None:
    scene = next(scene for scene in scenes if scene.id == "anak_tidak_menjawab")
    [referral] = _referrals([scene], [])

    assert referral.channels[0] == "kemlu_pwni_hotline"
    assert {"polri_110", "bp3mi_direktori"} <= set(referral.channels)
    assert referral.country == "KH"


def test_no_offer_is_called_safe(scenes: list[Scene]) -> None:
    rests = [step.reveal.rest.text for scene in scenes for step in scene.steps if step.reveal]

    assert [text for text in rests if _SAFE.search(text)] == []


def test_a_genuine_offer_is_shown_without_flags_and_still_sent_to_be_checked(
    scenes: list[Scene],
) -> None:
    reveals = [step.reveal for scene in scenes for step in scene.steps if step.reveal]
    genuine = [reveal for reveal in reveals if not reveal.flags]

    assert genuine
    assert all("BP3MI" in reveal.rest.text for reveal in genuine)


def _referrals(scenes: list[Scene], plays: list[Roleplay]) -> Iterator[Referral]:
    yield from (step.referral for scene in scenes for step in scene.steps if step.referral)
    yield from (play.ending.now for play in plays)
