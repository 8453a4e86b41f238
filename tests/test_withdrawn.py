"""Nothing that the assistant can say holds a withdrawn number, nor any number that the facts do not confirm.

Walked are: the words of every record, every sentence in the code and in responses.yml, and the answers as actions put them together
for all topics and their parts, countries, towns, provinces, dangers, sources and questions of the quiz.
"""

from __future__ import annotations

import ast
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from actions.answer_topic import MISSION_TOPIC, OFFICE_TOPIC, REPORT_TOPIC, AnswerTopic
from actions.crisis import ask_about_danger
from actions.crisis_talk import CrisisTalk
from actions.follow_up import FollowUp
from actions.guide import HOME, Guide
from actions.quiz import AnswerQuiz, StartQuiz
from actions.render.bubbles import Answer
from actions.render.channels import channel_text, channel_texts
from actions.render.crisis_pages import CONTACTS, FIRST, HIDE, LETTERS, REPORT
from actions.render.next_steps import next_answer
from actions.render.sources import source_texts
from actions.render.topic import TopicAnswer
from actions.talk_to_person import TalkToPerson
from actions.unsure import AnswerWhenUnsure
from bot.paths import KNOWLEDGE, ROOT
from knowledge.corpus import Corpus
from knowledge.load import load
from knowledge.model import Channel, Topic
from knowledge.numbers import PHONE_TYPES
from knowledge.store import Store
from tests.actions.fakes import make_turn, run
from tests.helpers.withdrawn import assert_clean, facts, unconfirmed_in, withdrawn_in

ACEH = {"provinces": ["Aceh"]}
DAY = datetime.date(2026, 11, 28)
CODE = [*sorted((ROOT / "actions").rglob("*.py")), *sorted((ROOT / "bot").glob("*.py"))]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(KNOWLEDGE)


@pytest.fixture(scope="module")
def store(real_store: Store) -> Store:
    return real_store


def channels(store: Store) -> list[Channel]:
    return store.channels(load(KNOWLEDGE).ids("channel"))


@pytest.mark.parametrize("row", facts("withdrawn"), ids=lambda row: row["value"])
def test_the_walk_would_notice(row: dict[str, str]) -> None:
    assert row["value"] in withdrawn_in(f"Hubungi {row['value']} sekarang.")


def test_the_walk_would_notice_other_spellings_and_unknown_numbers() -> None:
    assert withdrawn_in("telepon 0857-2030-5600 ya") == ["+6285720305600"]
    assert withdrawn_in("(+65) 9290 31103") == ["+65929031103"]
    assert unconfirmed_in("telepon 0811 2222 3333") == ["0811 2222 3333"]
    assert unconfirmed_in("telepon +62 812-9007-0027") == []


def test_every_number_of_a_channel_is_confirmed_by_the_facts(corpus: Corpus) -> None:
    shown = {
        (id_, each.value)
        for id_, channel in corpus.knowledge.channels.items()
        for each in channel.contacts
        if each.type in PHONE_TYPES
    }
    confirmed = {(id_, value) for id_, values in facts("numbers").items() for value in values}
    assert shown - confirmed == set()


def test_the_words_of_all_records(corpus: Corpus) -> None:
    assert_clean((each.path, text) for each in corpus.documents for _, text in each.prose)


def test_the_tables_of_screening() -> None:
    assert_clean(
        (path.name, path.read_text(encoding="utf-8"))
        for path in sorted((KNOWLEDGE / "screening").glob("*.yml"))
        # Rates and wages are figures; they are shown with their currency.
        if path.stem not in ("kurs", "gaji")
    )


def test_the_sentences_in_the_code_and_the_small_talk() -> None:
    wrong = [(place, withdrawn_in(text)) for place, text in _sentences() if withdrawn_in(text)]
    assert wrong == []


def _sentences() -> Iterator[tuple[str, str]]:
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.name, node.value
    responses = ROOT / "nlu_data" / "domain" / "responses.yml"
    yield from _strings(responses, yaml.safe_load(responses.read_text(encoding="utf-8")))


def _strings(path: Path, node: object) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield path.name, node
    elif isinstance(node, (dict, list)):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _strings(path, child)


def test_all_contacts_in_both_forms_and_what_happens_next(store: Store) -> None:
    def said() -> Iterator[tuple[str, str]]:
        for channel in channels(store):
            for abroad in (False, True):
                for compact in (False, True):
                    text = channel_text(channel, DAY, limit=99, abroad=abroad, compact=compact)
                    yield channel.id, text
            yield channel.id, "\n".join(next_answer(store, [channel]).bubbles)
        yield "pendek", "\n".join(channel_texts(channels(store), DAY))

    assert_clean(said())


def test_all_topics_for_all_countries(store: Store) -> None:
    def said() -> Iterator[tuple[str, str]]:
        for topic in store.topics():
            yield from _forms(store, topic)
            for country in store.countries():
                answer = TopicAnswer(store, topic, DAY).short([country], for_other=True)
                yield f"{topic.id} {country.id}", "\n".join(answer.bubbles)

    assert_clean(said())


def _forms(store: Store, topic: Topic) -> Iterator[tuple[str, str]]:
    answers = [
        TopicAnswer(store, topic, DAY).short([], for_other=False),
        TopicAnswer(store, topic, DAY).simpler(None),
        TopicAnswer(store, topic, DAY).other(),
        *(TopicAnswer(store, topic, DAY).part(number) for number in range(len(topic.longer))),
    ]
    for answer in answers:
        yield topic.id, "\n".join(answer.bubbles)


def test_topics_that_send_people_to_offices_of_a_place(store: Store) -> None:
    def said() -> Iterator[tuple[str, str]]:
        action = AnswerTopic(store)
        for topic in store.topics():
            if topic.lookup == "mission":
                for country in store.countries():
                    yield country.id, run(action, intent=topic.id, countries=[country.country]).text
            if topic.lookup == "bp3mi":
                for province in store.provinces():
                    yield province.id, run(action, intent=topic.id, provinces=[province.name]).text

    assert_clean(said())


def test_contacts_of_towns_and_regencies(store: Store) -> None:
    def said() -> Iterator[tuple[str, str]]:
        action, follow_up = AnswerTopic(store), FollowUp(store)
        for country in store.countries():
            for place in (name for mission in country.missions for name in mission.places[:1]):
                turn = {"text": f"di {place}", "countries": [country.country]}
                yield place, run(action, intent=MISSION_TOPIC, **turn).text
                yield place, run(follow_up, intent="lanjutan", topik=MISSION_TOPIC, **turn).text
        for province in store.provinces():
            for district in province.districts[:1]:
                turn = {"text": district.name, "provinces": [province.name]}
                yield district.name, run(action, intent=OFFICE_TOPIC, **turn).text

    assert_clean(said())


@pytest.mark.parametrize("for_other", [False, True], ids=["self", "family"])
def test_all_dangers_in_all_countries(store: Store, corpus: Corpus, for_other: bool) -> None:
    guide = CrisisTalk(store)
    every_page = [FIRST, *sorted({*LETTERS.values()} - {REPORT, HIDE})]

    def said(crisis_id: str, code: str | None) -> Iterator[Answer]:
        told = {"krisis": crisis_id, "untuk_orang_lain": for_other}
        turn = make_turn(panduan=Guide(country=code).to_slot(), **told)
        # The others end with the first contact of the place and say nothing else about it.
        pages = (FIRST, CONTACTS) if code else every_page
        yield from (guide.page(page, crisis_id, turn)[0] for page in pages)
        yield ask_about_danger(store, crisis_id, turn)[0]
        there = {"text": "masih di indonesia"} if code == HOME else {"countries": [code]}
        found = guide.before(make_turn("lanjutan", **(there if code else ACEH), **told))
        assert found
        yield found[0]

    assert_clean(
        (f"{crisis_id} {code}", "\n".join(answer.bubbles))
        for crisis_id in corpus.knowledge.crisis
        for code in (None, HOME, *(country.country for country in store.countries()))
        for answer in said(crisis_id, code)
    )


def test_contacts_that_are_free_or_always_open(store: Store) -> None:
    def said() -> Iterator[tuple[str, str]]:
        action = AnswerTopic(store)
        places = [{"countries": [country.country]} for country in store.countries()]
        places += [{"provinces": [province.name]} for province in store.provinces()]
        for place in ({}, *places):
            for words in ("yang gratis", "yang 24 jam", "habis lapor apa yang terjadi"):
                turn = run(action, intent=REPORT_TOPIC, text=words, **place)
                yield str(place), turn.text

    assert_clean(said())


def test_the_quiz_the_people_and_the_sources(store: Store, corpus: Corpus) -> None:
    def said() -> Iterator[tuple[str, str]]:
        yield "kuis", run(StartQuiz(store), intent="kuis").text
        for item in store.quiz():
            state = {"asked": [item.id], "right": 0, "seen": []}
            for given in ("benar", "salah"):
                yield item.id, run(AnswerQuiz(store), text=given, kuis=state, tanya="kuis").text
        for province in store.provinces():
            yield province.id, run(TalkToPerson(store), provinces=[province.name]).text
        yield "tidak tahu", run(AnswerWhenUnsure(store), bingung=3).text
        for source in store.sources(corpus.ids("source")):
            # An address may hold the number of an article, a title the pages of a journal.
            yield source.id, source_texts([source])[0].split("\nhttp")[0].replace("hlm.", "Rp")

    assert_clean(said())
