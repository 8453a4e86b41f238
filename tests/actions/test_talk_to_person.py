"""People who answer."""

from __future__ import annotations

import pytest

from actions.context import ASKED_DANGER, CRISIS, PENDING, PROVINCE
from actions.talk_to_person import TalkToPerson
from knowledge.store import Store
from tests.actions.fakes import make_store, run


@pytest.fixture
def action(store: Store) -> TalkToPerson:
    return TalkToPerson(store)


def test_mawas_says_that_it_is_a_program(action: TalkToPerson) -> None:
    assert run(action).bubbles[0].startswith("Saya program komputer.")


def test_the_national_lines_are_shown(action: TalkToPerson) -> None:
    assert run(action).about["channels"] == ["kp2mi_call_center", "kemlu_pwni_hotline"]


def test_the_office_of_a_known_province_is_added(action: TalkToPerson) -> None:
    channels = run(action, **{PROVINCE: "Aceh"}).about["channels"]
    assert channels == ["kp2mi_call_center", "kemlu_pwni_hotline", "bp3mi_aceh"]


def test_an_unknown_province_adds_nothing(action: TalkToPerson) -> None:
    assert len(run(action, provinces=["Atlantis"]).about["channels"]) == 2


def test_every_line_shows_when_it_was_confirmed(action: TalkToPerson) -> None:
    assert run(action, **{PROVINCE: "Aceh"}).text.count("Terakhir dipastikan Desember 2025.") == 3


def test_wanting_a_person_does_not_end_a_danger(action: TalkToPerson) -> None:
    assert CRISIS not in run(action, **{CRISIS: "darurat_disekap"}).slots


def test_wanting_a_person_leaves_the_danger_question_open(action: TalkToPerson) -> None:
    slots = {CRISIS: "darurat_disekap", PENDING: ASKED_DANGER}
    assert run(action, **slots).slots[PENDING] == ASKED_DANGER


def test_without_channels_there_is_still_an_answer() -> None:
    assert run(TalkToPerson(make_store(channel=[]))).bubbles[0].startswith("Saya program komputer.")
