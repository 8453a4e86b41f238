"""Records that the code asks for by id are in the real knowledge, so that no contact goes missing in silence."""

from __future__ import annotations

import pytest

from actions import answer_topic, check_offer, follow_up, talk_to_person, unsure
from actions.render import (
    contacts,
    crisis,
    crisis_basis,
    crisis_channels,
    crisis_pages,
    next_steps,
    topic,
)
from bot.paths import KNOWLEDGE
from knowledge.load import load
from knowledge.model import Knowledge

CHANNELS = {
    *crisis_channels.DOMESTIC_CHANNELS,
    *talk_to_person.HUMAN_CHANNELS,
    contacts.NATIONAL_HOTLINE,
    unsure.HUMAN_CHANNEL,
    next_steps.ALL_MISSIONS,
    next_steps.ALL_OFFICES,
}
TOPICS = {
    *answer_topic.ASKS_COUNTRY,
    *topic.ANSWERED_BY_COUNTRY,
    *answer_topic.ASKED_AFTERWARDS,
    answer_topic.MISSION_TOPIC,
    answer_topic.OFFICE_TOPIC,
    check_offer.CHECKLIST_TOPIC,
    follow_up.COUNTRY_TOPIC,
    follow_up.PROVINCE_TOPIC,
    crisis.RIGHTS_TOPIC,
}
COUNTRIES = {*answer_topic.DESTINATION_CHOICES, *crisis_basis.COUNTRY_CHOICES}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(KNOWLEDGE).knowledge


@pytest.mark.parametrize("id_", sorted(CHANNELS))
def test_a_channel_named_in_code_answers(knowledge: Knowledge, id_: str) -> None:
    channel = knowledge.channels[id_]
    assert channel.status == "active"
    assert channel.contacts


def test_topics_named_in_code_exist(knowledge: Knowledge) -> None:
    assert TOPICS - set(knowledge.topics) == set()


def test_the_group_whose_topics_stay_in_a_danger_exists(knowledge: Knowledge) -> None:
    assert answer_topic.HELP_GROUP in {row.group for row in knowledge.topics.values()}


def test_dangers_named_in_code_exist(knowledge: Knowledge) -> None:
    assert {crisis_pages.FAMILY_CRISIS, crisis_pages.HEALTH_CRISIS} <= set(knowledge.crisis)


def test_countries_named_in_code_exist(knowledge: Knowledge) -> None:
    assert COUNTRIES - {row.country for row in knowledge.countries.values()} == set()


def test_provinces_named_in_code_exist(knowledge: Knowledge) -> None:
    assert set(answer_topic.PROVINCE_CHOICES) - set(knowledge.provinces) == set()


def test_the_records_that_stand_for_all_offices_say_what_happens_next(knowledge: Knowledge) -> None:
    assert knowledge.channels[next_steps.ALL_MISSIONS].next
    assert knowledge.channels[next_steps.ALL_OFFICES].next
