"""Acting on danger."""

from __future__ import annotations

import pytest

from actions.context import (
    ASKED_DANGER,
    ASKED_QUIZ,
    COUNTRY,
    CRISIS,
    FOR_OTHER,
    GUIDE,
    PENDING,
    TOPIC,
)
from actions.crisis import RespondToCrisis, ask_about_danger, open_guide
from actions.guide import HOME, Guide
from knowledge.store import Store
from tests.actions.fakes import make_turn, run


@pytest.fixture
def action(store: Store) -> RespondToCrisis:
    return RespondToCrisis(store)


def test_the_intent_names_the_danger(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", text="saya dikurung")
    assert said.about["crisis"] == ("darurat_disekap", True)
    assert said.slots[CRISIS] == "darurat_disekap"
    assert len(said.bubbles) == 1


def test_a_danger_without_a_record_is_an_error(action: RespondToCrisis) -> None:
    with pytest.raises(LookupError, match="darurat_lain"):
        run(action, intent="darurat_lain")


def test_a_country_talked_about_before_is_not_taken_for_the_place(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", **{COUNTRY: "KH"})
    assert said.about["channels"][0] == "kemlu_pwni_hotline"
    assert said.slots[COUNTRY] is None


def test_the_country_of_the_message_decides_the_contacts(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", countries=["KH"])
    assert said.about["channels"][0] == "kbri_phnom_penh"
    assert said.slots[GUIDE]["country"] == said.slots[COUNTRY] == "KH"


def test_of_two_countries_in_one_message_mawas_asks_which(action: RespondToCrisis) -> None:
    text = "dijanjikan ke kamboja ternyata dibawa ke malaysia, saya dikurung"
    said = run(action, intent="darurat_disekap", text=text, countries=["KH", "MY"])
    assert said.about["channels"][0] == "kemlu_pwni_hotline"
    assert list(said.buttons)[:2] == ["Kamboja", "Malaysia"]


def test_who_says_to_be_in_indonesia_gets_its_lines(store: Store) -> None:
    answer, slots = open_guide(store, "darurat_disekap", make_turn(text="di Indonesia"))
    assert answer.channels[0] == "kp2mi_call_center"
    assert slots[GUIDE]["country"] == HOME
    assert slots[COUNTRY] is None


def test_somebody_elses_danger_gives_the_words_of_the_family(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", text="anak saya disekap")
    assert "1. Siapkan fotonya." in said.text
    assert said.slots[FOR_OTHER] is True


def test_who_asked_for_a_child_before_and_is_in_danger_now_gets_their_own_words(
    action: RespondToCrisis,
) -> None:
    said = run(action, intent="darurat_disekap", text="saya dikurung", **{FOR_OTHER: True})
    assert "1. Cari saat aman." in said.text
    assert said.slots[FOR_OTHER] is False


def test_what_the_danger_interrupts_is_remembered(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", **{TOPIC: "biaya", PENDING: ASKED_QUIZ})
    assert said.slots[TOPIC] is None
    assert (said.slots[GUIDE]["topic"], said.slots[GUIDE]["pending"]) == ("biaya", ASKED_QUIZ)


def test_a_suspected_danger_is_remembered_with_its_open_question(store: Store) -> None:
    _, slots = ask_about_danger(store, "darurat_disekap", make_turn())
    assert (slots[CRISIS], slots[PENDING]) == ("darurat_disekap", ASKED_DANGER)
    assert slots[GUIDE]["asked"] is True


def test_whose_danger_is_suspected_and_where_is_remembered(store: Store) -> None:
    turn = make_turn(text="anak saya tidak bisa keluar", countries=["KH"])
    _, slots = ask_about_danger(store, "darurat_disekap", turn)
    assert slots[FOR_OTHER] is True
    confirmed = make_turn(text="Y", **slots)
    answer, after = open_guide(store, "darurat_disekap", confirmed)
    assert answer.channels[0] == "kbri_phnom_penh"
    assert Guide(**after[GUIDE]).asked is False
