"""The live chat: step by step, with what is private kept off the disk."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.demo.hall_words import SIGNS_PAYLOAD
from bot.demo.part import Answered, Mark, PartError, Services
from bot.demo.parts.live import KIND, LONGEST, Live
from bot.demo.parts.live_pages import MOST_EXCHANGES
from bot.demo.sessions.model import SessionNotebook
from bot.messages import Button, Reply
from knowledge.store import Store
from tests.bot.demo.stages import TODAY, NoVotes, SetAssistant, turn_of

FLAGS = [
    {
        "id": "visa_kunjungan",
        "severity": 3,
        "why": "Visa turis bukan untuk bekerja.",
        "evidence": [],
    },
    {"id": "desakan", "severity": 1, "why": "Tidak ada kata di pesan ini.", "evidence": []},
]


class Flagged:
    """Knows one red flag and no contacts."""

    def red_flag(self, id_: str) -> Any:
        why = SimpleNamespace(sources=("uu",))
        dates = {"checked_on": TODAY, "review_by": TODAY}
        return SimpleNamespace(title="Kerja dengan visa turis", why=why, **dates) if id_ else None

    def sources(self, ids: Any) -> list[Any]:
        return [SimpleNamespace(label=f"UU {id_}") for id_ in ids]

    def channels(self, ids: Any) -> list[Any]:
        return []


def part(*answers: Answered | PartError, state: Any = None) -> tuple[Live, SetAssistant, Services]:
    assistant = SetAssistant(list(answers))
    services = Services(
        cast("Store", Flagged()), assistant, SessionNotebook(30), NoVotes(), lambda: TODAY
    )
    return cast("Live", KIND.make({}, state, services)), assistant, services


def do(live: Live, word: str, value: Any = None) -> None:
    work = live.act(word, value)
    if work is not None:
        asyncio.run(work)


def bubbles(*texts: str, buttons: tuple[Button, ...] = (), **more: Any) -> Answered:
    replies = [Reply(text) for text in texts[:-1]] + [Reply(texts[-1], buttons)]
    return Answered(turn_of("tanya", *replies, **more), "tanya")


def step(live: Live) -> Any:
    return live.view()["exchange"]["step"]


def test_an_answer_is_gone_through_bubble_by_bubble_and_back() -> None:
    live, _, _ = part(bubbles("satu", "dua"), bubbles("tiga"))
    do(live, "ask", "tanya")
    assert (step(live)["text"], live.view()["exchange"]["steps"]) == ("satu", 2)
    with pytest.raises(PartError):
        do(live, "back")
    do(live, "next")
    assert step(live)["text"] == "dua"
    with pytest.raises(PartError):
        do(live, "next")
    do(live, "ask", "lagi")
    assert step(live)["text"] == "tiga"
    do(live, "back")
    assert step(live)["text"] == "dua"
    do(live, "next")
    assert step(live)["text"] == "tiga"


def test_the_flags_of_an_offer_are_shown_one_by_one_with_their_words() -> None:
    marks = (Mark(10, 20, "visa_kunjungan"),)
    turn = turn_of("x", Reply("Risiko tinggi."), Reply("Ada 2 tanda."), screening={"flags": FLAGS})
    live, _, _ = part(Answered(turn, "berangkat visa turis", marks))
    do(live, "ask", "berangkat visa turis")
    assert live.view()["exchange"]["marks"] == [{"start": 10, "end": 20, "flag": "visa_kunjungan"}]
    do(live, "next")
    assert step(live) == {
        "kind": "flag",
        "flag": "visa_kunjungan",
        "title": "Kerja dengan visa turis",
        "severity": 3,
        "why": "Visa turis bukan untuk bekerja.",
        "source": "Sumber: UU uu. Dicek 28 November 2026.",
    }
    do(live, "next")
    # A flag without words in this message has no step: there is nothing to light up.
    assert step(live)["text"] == "Ada 2 tanda."


def test_a_button_sends_its_payload_and_shows_its_title() -> None:
    button = Button("Semua tanda", '/cek_lowongan{"lihat": "tanda"}')
    live, assistant, _ = part(bubbles("satu", buttons=(button,)), bubbles("semua"))
    do(live, "ask", "tanya")
    assert step(live)["buttons"] == ["Semua tanda"]
    do(live, "press", 0)
    assert (assistant.asked[-1].text, assistant.asked[-1].kind) == (button.payload, "button")
    assert live.view()["exchange"]["said"] == "Semua tanda"


@pytest.mark.parametrize(("flags", "offered"), [(FLAGS[:1], []), (FLAGS, ["Semua tanda"])])
def test_signs_that_were_all_shown_are_not_offered_again(flags: Any, offered: list[str]) -> None:
    replies = (Reply("Risiko tinggi."), Reply("Cek dulu.", (Button("Semua tanda", SIGNS_PAYLOAD),)))
    turn = turn_of("berangkat visa turis", *replies, screening={"flags": flags})
    live, _, _ = part(Answered(turn, "berangkat visa turis", (Mark(10, 20, "visa_kunjungan"),)))
    do(live, "ask", "berangkat visa turis")
    do(live, "next")
    do(live, "next")
    assert step(live)["buttons"] == offered


@pytest.mark.parametrize("value", [1, -1, "0", None, 0.0, True])
def test_a_button_that_is_not_there_is_refused(value: Any) -> None:
    live, _, _ = part(bubbles("satu"))
    do(live, "ask", "tanya")
    with pytest.raises(PartError):
        do(live, "press", value)


@pytest.mark.parametrize("value", ["", " \n", None, 7, ["x"], "x" * (LONGEST + 1)])
def test_a_message_that_is_none_is_refused(value: Any) -> None:
    live, assistant, _ = part()
    with pytest.raises(PartError):
        do(live, "ask", value)
    assert assistant.asked == []


def test_unknown_acts_and_steps_without_a_message_are_refused() -> None:
    live, _, _ = part()
    for word in ("next", "back", "press", "count"):
        with pytest.raises(PartError):
            do(live, word)


def test_one_message_at_a_time_and_nothing_unmasked_while_it_is_read() -> None:
    live, _, _ = part(bubbles("satu"))
    work = live.act("ask", "nomor saya 081234567890")
    assert live.view()["waiting"]
    assert "0812" not in json.dumps(live.view())
    with pytest.raises(PartError, match="masih membaca"):
        live.act("ask", "lagi")
    assert work is not None
    asyncio.run(work)
    assert not live.view()["waiting"]


def test_a_message_that_failed_stands_in_the_field_again_and_can_be_sent_again() -> None:
    live, _, _ = part(PartError("Mawas berhenti."), bubbles("satu"))
    do(live, "ask", "tanya ini")
    view = live.view()
    assert (view["trouble"], view["draft"], view["exchange"]) == (
        "Mawas berhenti.",
        {"lines": 1},
        None,
    )
    # Unmasked as it is, it stands in the facilitator's window only.
    assert live.notes()["draft"] == "tanya ini"
    assert "tanya ini" not in json.dumps(view)
    assert "tanya ini" not in json.dumps(live.dump())
    do(live, "ask", "tanya ini")
    assert live.view()["trouble"] is None


def test_a_question_that_was_not_understood_is_noted_as_the_assistant_masked_it() -> None:
    answered = Answered(turn_of("x", intent="di_luar_topik"), "x", question="di mana [nama]")
    live, _, services = part(answered)
    do(live, "ask", "di mana Siti")
    assert cast("SessionNotebook", services.notebook).dump()["questions"] == ["di mana [nama]"]


def test_it_goes_on_after_a_restart_where_it_was_but_without_buttons() -> None:
    button = Button("Ya", "/ya")
    live, _, _ = part(bubbles("satu", "dua", buttons=(button,)))
    do(live, "ask", "tanya")
    do(live, "next")
    again, _, _ = part(state=json.loads(json.dumps(live.dump())))
    assert step(again)["text"] == "dua"
    assert step(again)["buttons"] == []
    with pytest.raises(PartError):
        do(again, "press", 0)


def test_answers_to_danger_are_shown_and_never_kept() -> None:
    live, _, _ = part(bubbles("satu"), bubbles("Hotline", crisis=("darurat_disekap", True)))
    do(live, "ask", "tanya")
    do(live, "ask", "saya disekap")
    assert step(live)["text"] == "Hotline"
    dumped = json.dumps(live.dump())
    assert "Hotline" not in dumped
    assert "disekap" not in dumped
    again, _, _ = part(state=live.dump())
    assert step(again)["text"] == "satu"


def test_an_answer_that_covers_takes_everything_else_off_the_wall() -> None:
    covering = Answered(turn_of("samar", Reply("Cuaca hari ini cerah.", covers=True)), "samar")
    live, _, _ = part(bubbles("rahasia"), covering)
    do(live, "ask", "tanya")
    do(live, "ask", "samar")
    shown = json.dumps(live.view())
    assert "rahasia" not in shown
    assert "samar" not in shown
    assert live.dump()["exchanges"] == []


def test_a_picture_is_shown_and_not_kept() -> None:
    turn = turn_of("kartu", Reply("Kartu", picture=b"\x89PNG"))
    live, _, _ = part(Answered(turn, "kartu"))
    do(live, "ask", "kartu")
    assert step(live)["picture"].startswith("data:image/png;base64,")
    assert "base64" not in json.dumps(live.dump())


def test_clearing_forgets_the_conversation_of_the_assistant_too() -> None:
    live, assistant, _ = part(bubbles("satu"), bubbles("dua"))
    do(live, "ask", "tanya")
    do(live, "clear")
    assert live.view()["exchange"] is None
    assert assistant.forgotten == [assistant.asked[0].sender]
    do(live, "ask", "tanya")
    assert assistant.asked[1].sender != assistant.asked[0].sender


def test_a_long_evening_keeps_the_last_messages_only() -> None:
    live, _, _ = part(*[bubbles(f"jawab {number}") for number in range(MOST_EXCHANGES + 2)])
    for _ in range(MOST_EXCHANGES + 2):
        do(live, "ask", "tanya")
    assert live.view()["exchange"]["of"] == MOST_EXCHANGES
    assert step(live)["text"] == f"jawab {MOST_EXCHANGES + 1}"
