"""The live chat in a hall: each message is somebody else's, what is private stays off the wall, and a cry for help hides it."""

from __future__ import annotations

import json
from typing import cast

import pytest

from actions.harmless import SWITCH_PAYLOAD
from bot.demo.part import Answered, Mark, PartError, Services
from bot.demo.parts.live import KIND, LONGEST, Live
from bot.demo.sessions.model import SessionNotebook
from bot.messages import Button, Reply
from knowledge.store import Store
from tests.bot.demo.stages import TODAY, NoVotes, SetAssistant, turn_of
from tests.bot.demo.test_live_part import bubbles, do, part, step

MORE = Button("Semua tanda", "/semua")
DANGER = {"crisis": ("darurat_disekap", True)}


def hiding(*answers: Answered, store: Store | None = None) -> tuple[Live, list[str]]:
    """A chat, and how often it hid the wall."""
    hidden: list[str] = []
    _, _, services = part()
    made = Services(
        store or services.store,
        SetAssistant(list(answers)),
        SessionNotebook(30),
        NoVotes(),
        lambda: TODAY,
        lambda: hidden.append("hidden"),
    )
    return cast("Live", KIND.make({}, None, made)), hidden


def test_each_message_is_a_conversation_of_its_own_and_the_one_before_is_forgotten() -> None:
    live, assistant, _ = part(bubbles("satu"), bubbles("dua"))
    do(live, "ask", "tanya")
    assert assistant.forgotten == []
    do(live, "ask", "orang lain")
    first, second = assistant.asked
    assert first.sender != second.sender
    assert assistant.forgotten == [first.sender]


def test_the_same_person_goes_on_with_a_button_or_when_it_is_said() -> None:
    live, assistant, _ = part(bubbles("satu", buttons=(MORE,)), bubbles("dua"), bubbles("tiga"))
    assert not live.view()["goes_on"]
    do(live, "ask", "tanya")
    assert live.view()["goes_on"]
    do(live, "press", 0)
    do(live, "go_on", "lalu?")
    assert len({asked.sender for asked in assistant.asked}) == 1
    assert assistant.forgotten == []


def test_buttons_of_somebody_before_are_gone_and_their_danger_is_not_turned_back_to() -> None:
    live, _, _ = part(
        bubbles("satu", buttons=(MORE,)), bubbles("Hotline", **DANGER), bubbles("tiga")
    )
    for text in ("tanya", "saya disekap", "orang lain"):
        do(live, "ask", text)
    do(live, "back")
    assert (step(live)["text"], step(live)["buttons"]) == ("satu", [])
    with pytest.raises(PartError):
        do(live, "press", 0)


def test_what_was_pasted_is_seen_in_the_notes_only_until_it_is_masked() -> None:
    live, assistant, _ = part(bubbles("satu"))
    do(live, "put", " Gaji besar\nhub Budi 081234567890 ")
    assert live.view()["draft"] == {"lines": 2}
    assert "0812" not in json.dumps([live.view(), live.dump()])
    assert live.notes()["draft"] == "Gaji besar\nhub Budi 081234567890"
    do(live, "send")
    assert assistant.asked[0].text == "Gaji besar\nhub Budi 081234567890"
    assert live.view()["draft"] is None
    with pytest.raises(PartError):
        do(live, "send")


def test_what_was_pasted_can_be_taken_away_or_sent_in_the_same_conversation() -> None:
    live, assistant, _ = part(bubbles("satu"), bubbles("dua"))
    do(live, "put", "salah tempel")
    do(live, "put", "")
    assert live.view()["draft"] is None
    do(live, "ask", "tanya")
    do(live, "put", "tawarannya")
    do(live, "send", True)
    assert len({asked.sender for asked in assistant.asked}) == 1


def test_a_certain_danger_hides_the_wall_once_and_tells_whom_to_call(real_store: Store) -> None:
    cry = bubbles("Hotline", channels=("kemenpppa_sapa129",), **DANGER)
    live, hidden = hiding(cry, bubbles("Langkah", **DANGER), store=real_store)
    do(live, "ask", "saya disekap")
    danger = live.notes()["danger"]
    assert (danger["certain"], hidden) == (True, ["hidden"])
    assert "129" in danger["contacts"][0]["numbers"]
    # What follows is shown when the facilitator shows it.
    do(live, "go_on", "lalu?")
    assert hidden == ["hidden"]


def test_a_danger_that_is_not_certain_is_told_in_the_notes_and_hides_nothing() -> None:
    live, hidden = hiding(bubbles("Apakah ada bahaya?", crisis=("darurat_disekap", False)))
    do(live, "ask", "takut")
    assert live.notes()["danger"] == {"certain": False, "contacts": []}
    assert hidden == []


def test_the_button_that_hides_a_screen_hides_the_wall() -> None:
    live, hidden = hiding(bubbles("satu", buttons=(Button("S Sembunyikan", SWITCH_PAYLOAD),)))
    do(live, "ask", "tanya")
    assert step(live)["buttons"] == ["Sembunyikan"]
    do(live, "press", 0)
    assert hidden == ["hidden"]
    assert step(live)["text"] == "satu"


def test_the_word_that_hides_a_screen_hides_the_wall_and_shows_no_recipe() -> None:
    live, hidden = hiding(Answered(turn_of("kopi", Reply("Kopi tubruk", covers=True)), "kopi"))
    do(live, "ask", "kopi")
    assert hidden == ["hidden"]
    assert live.view()["exchange"] is None


def test_an_offer_stays_beside_the_answer_to_a_button() -> None:
    marks = (Mark(0, 4, "gaji"),)
    signs = Reply("1. Gaji\n\nMengapa: umpan.\n\nSeharusnya: tertulis.")
    offer = Answered(turn_of("x", Reply("Risiko.", (MORE,))), "gaji besar", marks)
    live, _, _ = part(offer, Answered(turn_of("", signs), ""))
    do(live, "ask", "gaji besar")
    do(live, "press", 0)
    shown = live.view()["exchange"]
    assert (shown["said"], shown["pressed"]) == ("gaji besar", "Semua tanda")
    assert shown["marks"] == [vars(marks[0])]
    assert shown["step"]["text"] == "1. Gaji\n\nSeharusnya: tertulis."
    again, _, _ = part(state=json.loads(json.dumps(live.dump())))
    assert again.view()["exchange"]["pressed"] == "Semua tanda"


def test_a_scene_may_put_a_message_into_the_field() -> None:
    live, _, services = part()
    made = KIND.make({"draft": "Cek tawaran ini"}, None, services)
    assert (made.view()["draft"], made.notes()["draft"]) == ({"lines": 1}, "Cek tawaran ini")
    for draft in (7, "x" * (LONGEST + 1)):
        with pytest.raises(PartError):
            KIND.make({"draft": draft}, None, services)
    assert live.phone() is None
    assert live.notes() == {"next": None, "draft": "", "danger": None}


def test_a_message_of_a_scene_that_was_sent_does_not_come_back() -> None:
    _, _, services = part(bubbles("satu"))
    given = {"draft": "Cek tawaran ini"}
    live = cast("Live", KIND.make(given, None, services))
    again = KIND.make(given, json.loads(json.dumps(live.dump())), services)
    assert again.notes()["draft"] == "Cek tawaran ini"
    do(live, "ask", "Cek tawaran ini")
    assert KIND.make(given, live.dump(), services).notes()["draft"] == ""
    # Cleared, the scene may hand it over once more.
    do(live, "clear")
    assert KIND.make(given, live.dump(), services).notes()["draft"] == "Cek tawaran ini"
