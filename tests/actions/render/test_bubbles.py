"""Bubbles: short enough for a phone, nothing lost, buttons on the last one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rasa_sdk.executor import CollectingDispatcher

from actions.render.bubbles import (
    ABOUT,
    BUBBLE_LIMIT,
    BUTTON_TITLE_LIMIT,
    Answer,
    Choice,
    choice,
    pack,
)

PARAGRAPHS = st.lists(st.integers(1, 900).map(lambda length: "a" * length), max_size=12)


@given(PARAGRAPHS)
def test_a_bubble_is_over_the_limit_only_when_it_is_one_paragraph(paragraphs: list[str]) -> None:
    too_long = [bubble for bubble in pack(paragraphs) if len(bubble) > BUBBLE_LIMIT]
    assert all(bubble in paragraphs for bubble in too_long)


@given(PARAGRAPHS)
def test_packing_loses_and_reorders_nothing(paragraphs: list[str]) -> None:
    assert "\n\n".join(pack(paragraphs)) == "\n\n".join(paragraphs)


def test_paragraphs_that_fit_share_a_bubble() -> None:
    assert pack(["satu", "dua"]) == ["satu\n\ndua"]


def test_two_paragraphs_may_fill_a_bubble_to_the_last_character() -> None:
    assert len(pack(["a" * 300, "b" * (BUBBLE_LIMIT - 302)])) == 1


def test_one_character_too_many_begins_a_new_bubble() -> None:
    assert len(pack(["a" * 300, "b" * (BUBBLE_LIMIT - 301)])) == 2


def test_a_paragraph_is_never_split() -> None:
    assert pack(["a" * 2000]) == ["a" * 2000]


def test_nothing_makes_no_bubble() -> None:
    assert pack([]) == []


def test_empty_paragraphs_are_left_out() -> None:
    answer = Answer()
    answer.say("", "satu", "")
    assert answer.bubbles == ["satu"]


def test_a_list_stands_line_by_line_under_its_heading() -> None:
    answer = Answer()
    answer.list_up("Langkah:", ["1. a", "2. b"])
    assert answer.bubbles == ["Langkah:\n1. a\n2. b"]


def test_a_long_list_goes_on_in_the_next_bubble() -> None:
    answer = Answer()
    answer.list_up("Langkah:", ["a" * 400, "b" * 400])
    assert answer.bubbles == ["Langkah:\n" + "a" * 400, "b" * 400]


def test_an_empty_list_leaves_no_heading_behind() -> None:
    answer = Answer()
    answer.list_up("Jangan dulu:", [])
    assert answer.bubbles == []


def test_a_source_is_cited_once_in_the_order_of_its_first_use() -> None:
    answer = Answer()
    answer.cite(["b", "a", "b"])
    answer.cite(["a", "c"])
    assert answer.sources == ["b", "a", "c"]


def test_a_button_sends_its_intent() -> None:
    assert choice("Kuis", "kuis") == Choice("Kuis", "/kuis")


def test_a_button_may_carry_an_entity() -> None:
    button = choice("Kamboja", "lanjutan", negara="KH")
    assert button.payload == '/lanjutan{"negara": "KH"}'


def test_letters_outside_ascii_stay_readable_in_a_payload() -> None:
    assert choice("x", "lanjutan", provinsi="Acèh").payload == '/lanjutan{"provinsi": "Acèh"}'


def test_a_title_as_long_as_the_limit_stays_whole() -> None:
    assert choice("a" * BUTTON_TITLE_LIMIT, "kuis").title == "a" * BUTTON_TITLE_LIMIT


@given(st.text(min_size=BUTTON_TITLE_LIMIT + 1, max_size=200))
def test_a_longer_title_is_cut_with_an_ellipsis(title: str) -> None:
    cut = choice(title, "kuis").title
    assert cut.endswith("…")
    assert len(cut) <= BUTTON_TITLE_LIMIT


def test_only_the_last_bubble_carries_the_buttons() -> None:
    dispatcher = CollectingDispatcher()
    Answer(bubbles=["satu", "dua"], choices=[Choice("Kuis", "/kuis")]).send(dispatcher)
    assert [message["buttons"] for message in dispatcher.messages] == [
        [],
        [{"title": "Kuis", "payload": "/kuis"}],
    ]


def test_the_last_bubble_says_what_all_of_them_are_about() -> None:
    dispatcher = CollectingDispatcher()
    Answer(
        ["satu", "dua"], topics=["visa"], channels=["kbri"], sources=["uu"], crisis=("x", True)
    ).send(dispatcher)
    assert dispatcher.messages[-1][ABOUT] == {
        "topics": ["visa"],
        "channels": ["kbri"],
        "sources": ["uu"],
        "crisis": ("x", True),
        "screening": None,
        "card": None,
        "report": None,
        "covers": False,
    }
