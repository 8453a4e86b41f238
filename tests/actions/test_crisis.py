"""Acting on danger."""

from __future__ import annotations

import pytest

from actions.context import ASKED_DANGER, COUNTRY, CRISIS, FOR_OTHER, PENDING, TOPIC
from actions.crisis import RespondToCrisis, ask_about_danger
from knowledge.store import Store
from tests.actions.fakes import make_store, make_turn, run
from tests.knowledge.builders import make_channel


@pytest.fixture
def action(store: Store) -> RespondToCrisis:
    return RespondToCrisis(store)


def test_the_intent_names_the_danger(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", text="saya dikurung")
    assert said.about["crisis"] == ("darurat_disekap", True)
    assert said.slots[CRISIS] == "darurat_disekap"


def test_a_danger_without_a_record_is_an_error(action: RespondToCrisis) -> None:
    with pytest.raises(LookupError, match="darurat_lain"):
        run(action, intent="darurat_lain")


def test_a_country_talked_about_before_is_not_taken_for_the_place(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", **{COUNTRY: "KH"})
    assert said.about["channels"][0] == "kemlu_pwni_hotline"


def test_the_country_of_the_message_decides_the_contacts(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", countries=["KH"])
    assert said.about["channels"][0] == "kbri_phnom_penh"


@pytest.mark.parametrize("countries", [[], ["KH", "MY"]])
def test_a_country_that_is_only_assumed_is_not_taken_for_known_in_the_next_turn(
    action: RespondToCrisis, countries: list[str]
) -> None:
    said = run(action, intent="darurat_disekap", countries=countries, **{COUNTRY: "KH"})
    assert said.slots[COUNTRY] is None


def test_a_country_named_with_the_danger_is_remembered(action: RespondToCrisis) -> None:
    assert run(action, intent="darurat_disekap", countries=["KH"]).slots[COUNTRY] == "KH"


def test_of_two_countries_in_one_message_mawas_asks_which(action: RespondToCrisis) -> None:
    text = "dijanjikan ke kamboja ternyata dibawa ke malaysia, saya dikurung"
    said = run(action, intent="darurat_disekap", text=text, countries=["KH", "MY"])
    assert said.bubbles[-1] == "Anda di negara mana?"
    assert "Malaysia" in said.buttons


def test_indonesia_in_a_running_danger_is_where_somebody_is(action: RespondToCrisis) -> None:
    slots = {CRISIS: "darurat_disekap", COUNTRY: "KH"}
    said = run(action, intent="darurat_disekap", text="masih di Indonesia", **slots)
    assert "kbri_phnom_penh" not in said.about["channels"]
    assert said.slots[COUNTRY] is None


def test_somebody_elses_danger_gives_the_steps_of_the_family(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", text="anak saya disekap")
    assert "1. Catat kabar terakhir." in said.text


def test_that_somebody_else_is_in_danger_is_remembered(action: RespondToCrisis) -> None:
    said = run(action, intent="darurat_disekap", text="anak saya disekap")
    assert said.slots[FOR_OTHER] is True


def test_who_asked_for_a_child_before_and_is_in_danger_now_gets_their_own_steps(
    action: RespondToCrisis,
) -> None:
    said = run(action, intent="darurat_disekap", text="saya dikurung", **{FOR_OTHER: True})
    assert "1. Cari saat aman." in said.text
    assert said.slots[FOR_OTHER] is False


def test_the_danger_takes_the_place_of_the_topic(action: RespondToCrisis) -> None:
    assert run(action, intent="darurat_disekap", **{TOPIC: "biaya"}).slots[TOPIC] is None


def test_old_contacts_are_shown_with_a_warning() -> None:
    old = make_channel(id="kemlu_pwni_hotline", review_by="2020-01-01")
    action = RespondToCrisis(make_store(channel=[old]))
    said = run(action, intent="darurat_disekap")
    assert "⚠️ Terakhir dipastikan Desember 2025. Sudah lama, bisa jadi berganti." in said.text


def test_without_any_channel_the_steps_are_still_said() -> None:
    said = run(RespondToCrisis(make_store(channel=[])), intent="darurat_disekap")
    assert "1. Cari saat aman." in said.text


def test_a_suspected_danger_is_remembered_with_its_open_question(store: Store) -> None:
    _, slots = ask_about_danger(store, "darurat_disekap", make_turn())
    assert (slots[CRISIS], slots[PENDING]) == ("darurat_disekap", ASKED_DANGER)


def test_whose_danger_is_suspected_is_remembered(store: Store) -> None:
    turn = make_turn(text="anak saya tidak bisa keluar")
    _, slots = ask_about_danger(store, "darurat_disekap", turn)
    assert slots[FOR_OTHER] is True
