"""The forms of an answer to a topic."""

from __future__ import annotations

from typing import Any

import pytest

from actions.render.topic import TopicAnswer
from knowledge.model import Country
from knowledge.store import Store
from tests.actions.fakes import make_store, make_topic
from tests.knowledge.builders import (
    TODAY,
    make_channel,
    make_country,
    make_destination,
    make_text,
)

FOOT = "Sumber: UU 18/2017. Dicek 21 November 2026."


def topic_answer(store: Store, id_: str = "biaya") -> TopicAnswer:
    topic = store.topic(id_)
    assert topic is not None
    return TopicAnswer(store, topic, TODAY)


def country(store: Store, code: str = "KH") -> Country:
    found = store.country(code)
    assert found is not None
    return found


def about(**changes: Any) -> Store:
    """A store whose only topic is "biaya", with these changes."""
    return make_store(topic=[make_topic("biaya", **changes)])


def test_the_first_answer_is_short_text_one_step_and_whom_to_ask(store: Store) -> None:
    assert topic_answer(store).short([], for_other=False).bubbles == [
        "Pendek biaya.",
        "Lakukan sekarang: Langkah biaya.",
        "Tempat bertanya:\n\nPusat Panggilan\nPengaduan.\n• telepon: +62 21 29244800\nJam dan biaya belum diketahui.\n"
        f"Terakhir dipastikan Desember 2025.\n\n{FOOT}",
    ]


def test_the_first_answer_notes_what_it_is_about(store: Store) -> None:
    answer = topic_answer(store).short([], for_other=False)
    assert (answer.topics, answer.channels, answer.sources) == (
        ["biaya"],
        ["kp2mi_call_center"],
        ["uu"],
    )


def test_for_somebody_else_their_variant_replaces_the_next_step(store: Store) -> None:
    bubbles = topic_answer(store).short([], for_other=True).bubbles
    assert bubbles[1] == "Kalau Anda bertanya untuk orang lain:\nOrang lain biaya."


def test_the_variant_of_a_known_country_comes_first(store: Store) -> None:
    bubbles = topic_answer(store).short([country(store)], for_other=False).bubbles
    assert bubbles[:2] == ["Untuk Kamboja:\nBiaya di sana.", "Pendek biaya."]


def test_a_variant_that_begins_with_its_country_is_not_introduced_again() -> None:
    store = about(countries=[{"country": "KH", **make_text("Di Kamboja belum dibuka.")}])
    bubbles = topic_answer(store).short([country(store)], for_other=False).bubbles
    assert bubbles[0] == "Di Kamboja belum dibuka."


def test_a_country_without_a_variant_adds_nothing(store: Store) -> None:
    with_country = topic_answer(store).short([country(store, "MY")], for_other=False)
    without = topic_answer(store).short([], for_other=False)
    assert with_country.bubbles == without.bubbles


@pytest.mark.parametrize("section", ["schemes", "costs", "tricks"])
def test_a_country_section_comes_from_the_destination(section: str) -> None:
    store = make_store(
        topic=[make_topic("biaya", country_section=section)],
        destination=[make_destination(**{section: make_text(f"Isi {section}.")})],
    )
    bubbles = topic_answer(store).for_countries([country(store)]).bubbles
    assert bubbles[0] == f"Untuk Kamboja:\nIsi {section}."


def test_the_status_of_a_country_is_told(store: Store) -> None:
    bubbles = topic_answer(store, "info_negara").for_countries([country(store)]).bubbles
    assert bubbles[0] == "Untuk Kamboja:\nBelum dibuka."


def test_wages_are_told_in_their_text() -> None:
    store = make_store(
        topic=[make_topic("biaya", country_section="wages")],
        destination=[make_destination(wages_text=make_text("Sekitar 210 dolar."))],
    )
    bubbles = topic_answer(store).for_countries([country(store)]).bubbles
    assert bubbles[0] == "Untuk Kamboja:\nSekitar 210 dolar."


def test_the_check_date_is_the_older_one_of_topic_and_destination() -> None:
    store = make_store(destination=[make_destination(checked_on="2026-10-01")])
    answer = topic_answer(store, "info_negara").for_countries([country(store)])
    assert answer.bubbles[-1].endswith("Dicek 1 Oktober 2026.")


@pytest.mark.parametrize(("id_", "code"), [("biaya", "MY"), ("info_negara", "MY")])
def test_where_nothing_is_known_of_a_country_the_general_answer_says_so(
    store: Store, id_: str, code: str
) -> None:
    bubbles = topic_answer(store, id_).for_countries([country(store, code)]).bubbles
    assert bubbles[0].startswith("Untuk Malaysia saya belum punya keterangan khusus")
    assert bubbles[1] == f"Pendek {id_}."


def test_a_destination_without_the_section_gives_the_general_answer() -> None:
    store = about(country_section="tricks")
    bubbles = topic_answer(store).for_countries([country(store)]).bubbles
    assert bubbles[0].startswith("Untuk Kamboja saya belum punya keterangan khusus")


def test_a_variant_of_the_topic_goes_before_the_destination() -> None:
    store = about(
        country_section="status", countries=[{"country": "KH", **make_text("Biaya di sana.")}]
    )
    bubbles = topic_answer(store).for_countries([country(store)]).bubbles
    assert bubbles[0] == "Untuk Kamboja:\nBiaya di sana."


def test_simpler_uses_the_plainest_words(store: Store) -> None:
    assert topic_answer(store).simpler(None).bubbles[0] == "Mudah biaya."


def test_simpler_keeps_the_country_that_is_talked_about(store: Store) -> None:
    bubbles = topic_answer(store).simpler(country(store)).bubbles
    assert bubbles[:2] == ["Untuk Kamboja:\nBiaya di sana.", "Mudah biaya."]


def test_for_somebody_else_there_is_a_variant(store: Store) -> None:
    assert topic_answer(store).other().bubbles[0] == "Orang lain biaya."


def test_a_part_has_its_heading_and_its_source(store: Store) -> None:
    assert topic_answer(store).part(0).bubbles == ["Bagian satu\nRinci biaya satu.", FOOT]


def test_a_part_says_how_many_are_left(store: Store) -> None:
    assert topic_answer(store).part(0).choices[0].title == "Lanjut (1 bagian lagi)"


def test_the_last_part_offers_related_topics_instead() -> None:
    store = make_store(topic=[make_topic("biaya", related=["visa"]), make_topic("visa")])
    choices = topic_answer(store).part(1).choices
    assert [each.title for each in choices] == ["Judul visa", "Sumbernya"]


def test_a_part_that_does_not_exist_is_an_error(store: Store) -> None:
    with pytest.raises(IndexError):
        topic_answer(store).part(2)


def test_related_topics_without_a_record_are_left_out() -> None:
    store = about(related=["tidak_ada"])
    choices = topic_answer(store).short([], for_other=False).choices
    assert [each.title for each in choices] == ["Penjelasan lengkap", "Sumbernya"]


def test_at_most_two_related_topics_are_offered() -> None:
    others = [make_topic(id_) for id_ in ("visa", "paspor", "magang")]
    store = make_store(topic=[make_topic("biaya", related=["visa", "paspor", "magang"]), *others])
    assert len(topic_answer(store).short([], for_other=False).choices) == 4


def test_at_most_two_channels_are_shown() -> None:
    channels = [make_channel(id=id_) for id_ in ("a", "b", "c")]
    store = make_store(topic=[make_topic("biaya", channels=["a", "b", "c"])], channel=channels)
    assert topic_answer(store).short([], for_other=False).channels == ["a", "b"]


def test_a_channel_without_a_record_is_neither_shown_nor_noted() -> None:
    store = about(channels=["tidak_ada"])
    answer = topic_answer(store).short([], for_other=False)
    assert answer.channels == []
    assert "Tempat bertanya" not in "".join(answer.bubbles)


def test_the_longest_texts_that_the_schema_allows_stay_in_bubbles_of_their_own() -> None:
    store = about(
        short=make_text("a" * 600),
        next_step=make_text("b" * 180),
        countries=[{"country": "KH", **make_text("c" * 560)}],
    )
    bubbles = topic_answer(store).short([country(store)], for_other=False).bubbles
    assert [len(bubble) <= 600 for bubble in bubbles] == [True] * 4


def test_a_country_named_in_another_texts_middle_is_still_introduced() -> None:
    text = "Belum ada aturan yang berlaku khusus di negara Kamboja."
    store = about(countries=[{"country": "KH", **make_text(text)}])
    kamboja = country(make_store(country=[make_country()]))
    assert topic_answer(store).for_countries([kamboja]).bubbles[0].startswith("Untuk Kamboja:\n")
