"""What is read from the tracker: the message, the places, and what was remembered."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.context import (
    COUNTRY,
    FOR_OTHER,
    PENDING,
    PROVINCE,
    TurnContext,
    asks_for_other,
    says_in_indonesia,
)
from actions.said import MESSAGES_READ, Message
from tests.actions.fakes import make_tracker, make_turn


@pytest.mark.parametrize(
    "text",
    ["anak saya mau ke Taiwan", "Adek gue ditawari kerja", "istriku di Malaysia",
     "warga desa kami", "SUAMI SAYA belum pulang", "temannya aku"],
)  # fmt: skip
def test_a_relative_of_the_writer_is_somebody_else(text: str) -> None:
    assert asks_for_other(text)


@pytest.mark.parametrize(
    "text",
    ["", "saya mau ke Taiwan", "anak buah kapal", "bu, saya mau tanya", "keluarga berencana"],
)
def test_a_word_for_a_relative_alone_is_not_somebody_else(text: str) -> None:
    assert not asks_for_other(text)


@pytest.mark.parametrize(
    "text",
    ["saya pergi sama teman saya", "diajak teman saya ke Kamboja", "temanku nawarin kerja",
     "teman saya yang ngajak", "kata tetangga saya gajinya besar"],
)  # fmt: skip
def test_who_comes_along_or_makes_the_offer_is_not_who_it_is_about(text: str) -> None:
    assert not asks_for_other(text)


def test_one_companion_does_not_hide_another_relative() -> None:
    assert asks_for_other("diajak teman saya, anak saya mau berangkat")


@pytest.mark.parametrize("text", ["Indonesia", "masih di indonesia kok"])
def test_indonesia_alone_is_a_place(text: str) -> None:
    assert says_in_indonesia(text)


@pytest.mark.parametrize("text", ["", "Kamboja", "apa kantor Indonesia di luar negeri membantu"])
def test_a_question_about_indonesia_is_no_place(text: str) -> None:
    assert not says_in_indonesia(text)


def test_the_turn_holds_what_the_message_says() -> None:
    tracker = make_tracker("biaya", "biaya ke kamboja", ["KH"], ["Aceh"], [("biaya", 0.9)])
    assert TurnContext.of(tracker) == make_turn(
        "biaya", "biaya ke kamboja", ["KH"], ["Aceh"], [("biaya", 0.9)]
    )


def test_a_message_without_anything_is_read_too() -> None:
    tracker = Tracker("test", {}, {}, [], False, None, {}, None)
    assert TurnContext.of(tracker) == make_turn()


def test_a_message_whose_parts_are_null_is_read_too() -> None:
    message = {"text": None, "intent": None, "entities": None, "intent_ranking": None}
    tracker = Tracker("test", {}, message, [], False, None, {}, None)
    assert TurnContext.of(tracker) == make_turn()


def test_a_place_named_twice_counts_once_in_order() -> None:
    turn = TurnContext.of(make_tracker(countries=["KH", "MY", "KH"]))
    assert turn.countries == ("KH", "MY")


def test_entities_of_other_kinds_are_no_places() -> None:
    tracker = make_tracker()
    tracker.latest_message["entities"] = [{"entity": "jawaban", "value": "benar"}]
    assert TurnContext.of(tracker).countries == ()


def test_the_country_of_the_message_goes_before_the_remembered_one() -> None:
    turn = make_turn(countries=["MY"], **{COUNTRY: "KH"})
    assert turn.remembered_country == "MY"


def test_without_a_country_the_remembered_one_holds() -> None:
    assert make_turn(**{COUNTRY: "KH"}).remembered_country == "KH"


def test_the_province_of_the_message_goes_before_the_remembered_one() -> None:
    turn = make_turn(provinces=["Aceh"], **{PROVINCE: "Lampung"})
    assert turn.remembered_province == "Aceh"


def test_without_a_province_the_remembered_one_holds() -> None:
    assert make_turn(**{PROVINCE: "Lampung"}).remembered_province == "Lampung"


def test_asking_for_somebody_else_is_remembered() -> None:
    assert make_turn(text="apa syaratnya", **{FOR_OTHER: True}).for_other


def test_nobody_else_is_assumed() -> None:
    assert not make_turn(text="apa syaratnya").for_other


def test_a_remembered_relative_is_the_one_in_danger() -> None:
    assert make_turn(text="dia dikurung", **{FOR_OTHER: True}).danger_to_other


@pytest.mark.parametrize("text", ["saya dikurung", "tolong aku disekap"])
def test_somebody_who_writes_of_their_own_danger_is_the_one_in_danger(text: str) -> None:
    assert not make_turn(text=text, **{FOR_OTHER: True}).danger_to_other


def test_saya_beside_a_relative_is_still_about_the_relative() -> None:
    assert make_turn(text="saya takut anak saya disekap").danger_to_other


def test_the_open_question_is_read_from_its_slot() -> None:
    assert make_turn(**{PENDING: "negara"}).pending == "negara"


def test_no_question_is_open_at_first() -> None:
    assert make_turn().pending is None


def user(id_: str, text: str = "halo", intent: str = "sapa", at: float = 1.0) -> dict[str, Any]:
    """An event as Rasa hands it to actions."""
    understood = {
        "intent": {"name": intent},
        "intent_ranking": [{"name": intent, "confidence": 0.9}],
    }
    return {
        "event": "user",
        "message_id": id_,
        "text": text,
        "timestamp": at,
        "parse_data": understood,
    }


def messages(*events: dict[str, Any]) -> tuple[Message, ...]:
    return TurnContext.of(make_tracker(events=events)).messages


def test_what_was_said_is_read_in_order_with_how_it_was_understood() -> None:
    found = messages(user("a"), {"event": "bot", "text": "ya"}, user("b", "biaya?", "biaya", 2.0))
    assert [message.id for message in found] == ["a", "b"]
    assert found[1] == Message("b", "biaya?", "biaya", 2.0, (("biaya", 0.9),))


def test_only_this_session_and_a_bounded_number_of_messages_are_read() -> None:
    start = {"event": "action", "name": "action_session_start"}
    assert [message.id for message in messages(user("a"), start, user("b"))] == ["b"]
    many = messages(*(user(str(number)) for number in range(MESSAGES_READ + 5)))
    assert len(many) == MESSAGES_READ
    assert many[-1].id == str(MESSAGES_READ + 4)


def test_an_event_without_anything_is_read_as_nothing() -> None:
    assert messages({"event": "user"}) == (Message("", "", "", 0.0),)


def test_the_turn_before_is_that_of_the_message_before() -> None:
    turn = TurnContext.of(make_tracker("tolak", "tidak", events=[user("a"), user("b", "tidak")]))
    before = turn.before()
    assert before
    assert (before.text, before.intent, before.ranking) == ("halo", "sapa", (("sapa", 0.9),))
    assert before.before() is None
