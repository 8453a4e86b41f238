"""What the fallback says is what the assistant itself says first: same words, same contacts, and nothing of its own."""

from __future__ import annotations

import re

import pytest

from actions.dates import today
from actions.render.channels import NATIONAL_HOTLINE
from actions.render.crisis import CrisisAnswer
from actions.render.crisis_basis import Reader
from actions.render.crisis_channels import Place
from actions.render.numbers import dialled
from bot.fallback import words
from bot.fallback.answers import FallbackAnswers
from bot.fallback.facts import Facts
from knowledge.numbers import PHONE_TYPES, digits
from knowledge.records import Records
from knowledge.store import Store

_LONG_NUMBER = re.compile(r"\+?\d[\d ().-]{5,}\d")


def test_records_in_memory_answer_as_the_store_does(facts: Facts, real_store: Store) -> None:
    records = Records(facts.knowledge)
    for country in real_store.countries():
        code = country.country
        towns = [None, "tidak ada", *(town for each in country.missions for town in each.places)]
        for town in towns:
            assert [each.id for each in records.missions_for(code, town)] == [
                each.id for each in real_store.missions_for(code, town)
            ]
        here, there = records.emergency_for(code), real_store.emergency_for(code)
        assert (here and here.contacts) == (there and there.contacts)
    assert records.missions_for("XX") == []
    assert records.emergency_for("XX") is None


@pytest.mark.parametrize("family", [False, True])
def test_every_first_bubble_is_that_of_the_assistant(
    facts: Facts, real_store: Store, family: bool
) -> None:
    records = Records(facts.knowledge)
    for danger, crisis in facts.knowledge.crisis.items():
        places = [
            Place(),
            Place(home=True),
            *(Place(country=country) for country in facts.knowledge.countries.values()),
        ]
        own = real_store.crisis(danger)
        assert own is not None
        for place in places:
            reader = Reader(family, place)
            said = CrisisAnswer(records, crisis, reader, today()).first()
            there = CrisisAnswer(real_store, own, reader, today()).first()
            assert said.bubbles == there.bubbles
            assert records.sources(said.sources) == real_store.sources(there.sources)


def test_a_danger_is_answered_with_the_mission_of_the_place_and_the_sources(
    answers: FallbackAnswers, facts: Facts
) -> None:
    told = answers.answer("saya dikurung di kamboja, tolong", words.BROKEN)
    assert told.danger == "darurat_disekap"
    assert told.channels[0] == "kbri_phnom_penh"
    mission = facts.knowledge.channels["kbri_phnom_penh"].contacts[0]
    assert dialled(mission) in told.bubbles[0]
    assert "Dipastikan" in told.bubbles[0]
    assert words.BROKEN in told.bubbles[-1]
    assert "Sumber: " in told.bubbles[-1]
    assert "Dicek " in told.bubbles[-1]
    assert told.sources


def test_without_a_place_a_danger_gets_the_national_lines_and_is_asked_where(
    answers: FallbackAnswers,
) -> None:
    told = answers.answer("saya dikurung, tolong", words.BROKEN)
    assert NATIONAL_HOTLINE in told.channels
    assert "negara mana" in told.bubbles[0]


def test_the_answer_to_where_gets_the_contacts_of_the_place(answers: FallbackAnswers) -> None:
    assert "kbri_phnom_penh" in answers.answer("kamboja", words.BROKEN).channels
    assert "polri_110" in answers.answer("di indonesia", words.BROKEN).channels
    assert "kjri_johor_bahru" in answers.answer("johor bahru, malaysia", words.BROKEN).channels
    # Either may be where they are.
    both = answers.answer("dari thailand dibawa ke myanmar", words.BROKEN).channels
    assert not any(each.startswith(("kbri_", "kjri_")) for each in both)


def test_any_other_message_hears_why_what_still_works_and_whom_to_call(
    answers: FallbackAnswers, facts: Facts
) -> None:
    told = answers.answer("apa ciri lowongan palsu?", words.PREPARING)
    assert told.danger is None
    assert words.PREPARING in told.bubbles[0]
    assert "Yang tetap bisa" in told.bubbles[0]
    hotline = facts.knowledge.channels[NATIONAL_HOTLINE].contacts[0]
    assert dialled(hotline) in "".join(told.bubbles)


def test_every_number_stands_in_the_records(answers: FallbackAnswers, facts: Facts) -> None:
    known = {
        digits(contact.value)
        for channel in facts.knowledge.channels.values()
        for contact in channel.contacts
        if contact.type in PHONE_TYPES
    }
    shown: set[str] = set()
    for country in facts.knowledge.countries.values():
        for text in (f"saya disekap di {country.name}", country.name, f"biaya ke {country.name}"):
            bubbles = answers.answer(text, words.BROKEN).bubbles
            shown |= {digits(each) for each in _LONG_NUMBER.findall("\n".join(bubbles))}
    # A domestic number is shown as it is dialled at home.
    numbers = {each for each in shown if len(each) > 8}
    assert len(numbers) > 80
    assert {each for each in numbers if not any(one.endswith(each) for one in known)} == set()


def test_where_nothing_can_be_read_no_number_is_made_up() -> None:
    told = FallbackAnswers(None).answer("saya disekap", words.BROKEN)
    assert told.bubbles == (words.NO_CONTACTS,)
    assert not any(char.isdigit() for char in words.NO_CONTACTS)
