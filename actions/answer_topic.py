"""Answers a topic of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.base import StoreAction
from actions.context import (
    ASKED_COUNTRY,
    ASKED_DANGER,
    ASKED_PROVINCE,
    CRISIS,
    FOR_OTHER,
    GUIDE,
    PART,
    PENDING,
    TOPIC,
    TurnContext,
)
from actions.crisis import open_guide
from actions.dates import today
from actions.guide import asked_danger
from actions.render.bubbles import Answer, choice, pack
from actions.render.channels import NATIONAL_HOTLINE
from actions.render.contacts import (
    first_missions,
    mission_answer,
    office_answer,
    office_for,
    town_question,
)
from actions.render.countries import country_choices
from actions.render.filtered import filter_choices, filter_in
from actions.render.topic import SOURCES, TopicAnswer
from actions.what_next import asks_what_next, contacts_that, what_next
from actions.where import place_of
from actions.yes_no import begins_with_yes
from knowledge.model import Channel, Country, Topic
from knowledge.store import Store

# Where most Indonesian migrant workers go; offered when a topic needs a country and none is known.
DESTINATION_CHOICES = ("MY", "TW", "HK", "KR", "JP", "SA")
# Provinces that most of them come from.
PROVINCE_CHOICES = (
    "jawa_timur",
    "jawa_tengah",
    "jawa_barat",
    "nusa_tenggara_barat",
    "nusa_tenggara_timur",
    "lampung",
)

# So few words after the danger question ("tidak aman") are an answer to it, not a new question.
SHORT_ANSWER = 3

HELP_GROUP = "bantuan"

# "Malaysia atau Taiwan?" gets both; more would be a lecture.
COUNTRIES_SHOWN = 2

# Of several questions in one message so many are answered, the others offered.
QUESTIONS_ANSWERED = 2

# They ask for nothing but contacts.
MISSION_TOPIC = "kontak_kbri"
OFFICE_TOPIC = "kontak_bp3mi"
REPORT_TOPIC = "lapor_kemana"

# For which people ask what happens after they reported or called.
ASKED_AFTERWARDS = frozenset(
    {
        "cara_lapor",
        REPORT_TOPIC,
        "lapor_polisi",
        "lapor_lowongan",
        "rahasia_pelapor",
        "uang_tertipu",
    }
    | {MISSION_TOPIC, OFFICE_TOPIC, "kontak_kp2mi", "lpsk", "restitusi", "cari_keluarga"}
)

# Topics that say little without a country.
ASKS_COUNTRY = frozenset({MISSION_TOPIC, "info_negara", "gaji_negara"})


class AnswerTopic(StoreAction):
    """The intent names the topic."""

    NAME = "action_answer_topic"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Answer the topic that the intent names, unless the words answer the danger question (see parent class)."""
        suspected = asked_danger(turn)
        if suspected and turn.pending == ASKED_DANGER and _answers_us(turn.text):
            return open_guide(self.store, suspected, turn)
        asked = [topic for topic in map(self.store.topic, turn.questions) if topic]
        if len(asked) > 1:
            return answer_several(self.store, asked, turn)
        topic = self.store.topic(turn.intent)
        if topic is None:
            raise LookupError(f"no topic record for intent {turn.intent}")
        slots = {TOPIC: topic.id, PART: 0, FOR_OTHER: turn.for_other}
        if topic.id in ASKED_AFTERWARDS and asks_what_next(turn.text):
            return what_next(self.store, turn, topic), slots
        chosen = filter_in(turn.text) if topic.id == REPORT_TOPIC else None
        if chosen:
            return contacts_that(self.store, chosen, turn, topic), slots
        return answer_topic(self.store, topic, turn)


def _answers_us(text: str) -> bool:
    """True when the words answer the danger question, whatever topic they resemble: "iya, saya ditipu kerja scam"."""
    return len(text.split()) <= SHORT_ANSWER or begins_with_yes(text)


def answer_several(
    store: Store, topics: list[Topic], turn: TurnContext
) -> tuple[Answer, dict[str, Any]]:
    """The first two topics answered one after the other, the others offered; the last one answered is remembered.

    Args:
        store: where records are read.
        topics: at least two, in the order asked.
        turn: the message.
    """
    answer = Answer()
    slots: dict[str, Any] = {}
    answer.say(f"Anda bertanya {len(topics)} hal. Saya jawab satu per satu.")
    for number, topic in enumerate(topics[:QUESTIONS_ANSWERED], start=1):
        part, slots = answer_topic(store, topic, turn)
        bubbles = part.bubbles
        if set(part.channels) <= set(answer.channels):
            bubbles = _without_repeats(bubbles, said=answer.bubbles)
        answer.bubbles += pack([f"{number}. {topic.title}", *bubbles])
        answer.topics += [each for each in part.topics if each not in answer.topics]
        answer.channels += [each for each in part.channels if each not in answer.channels]
        answer.cite(part.sources)
        answer.choices = part.choices
    rest = [choice(topic.title, topic.id) for topic in topics[QUESTIONS_ANSWERED:]]
    offered = [button for button in answer.choices if button != SOURCES]
    answer.choices = [*rest, *offered, SOURCES]
    return answer, slots


def _without_repeats(bubbles: Sequence[str], said: Sequence[str]) -> list[str]:
    """The bubbles without paragraphs that were said before: both questions often send people to the same offices."""
    known = {paragraph for bubble in said for paragraph in bubble.split("\n\n")}
    kept = (
        "\n\n".join(part for part in bubble.split("\n\n") if part not in known)
        for bubble in bubbles
    )
    return [bubble for bubble in kept if bubble]


def answer_topic(store: Store, topic: Topic, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
    """The first answer to a topic, with the country or province that is known; asks for it where the topic needs one."""
    slots: dict[str, Any] = {TOPIC: topic.id, PART: 0, FOR_OTHER: turn.for_other}
    # A question about anything but help answers no to a danger that is only suspected; a guide is left by leaving it.
    if topic.group != HELP_GROUP and asked_danger(turn):
        slots |= {CRISIS: None, GUIDE: None}
    country = store.country(turn.remembered_country) if turn.remembered_country else None
    if topic.id == MISSION_TOPIC and country:
        place = place_of(store, turn)
        return mission_answer(store, topic, country, today(), place, turn.text), slots
    if topic.id == OFFICE_TOPIC and turn.remembered_province:
        return office_answer(store, topic, turn.remembered_province, today(), turn.text), slots
    channels = place_channels(store, topic, turn, country, turn.remembered_province)
    named = [store.country(code) for code in turn.countries[:COUNTRIES_SHOWN]]
    countries = [row for row in named or [country] if row]
    answer = TopicAnswer(store, topic, today(), channels).short(countries, turn.for_other)
    if topic.id == REPORT_TOPIC:
        answer.choices += filter_choices()
    if topic.id in ASKS_COUNTRY and country is None:
        answer.say("Untuk negara mana? Pilih atau tulis nama negaranya.")
        answer.choices = country_choices(store, DESTINATION_CHOICES)
        slots[PENDING] = ASKED_COUNTRY
    elif topic.lookup == "bp3mi" and not channels:
        answer.say("Anda di provinsi mana? Pilih atau tulis nama provinsi atau kabupaten Anda.")
        provinces = (store.province(province_id) for province_id in PROVINCE_CHOICES)
        answer.choices = [
            choice(province.name, "lanjutan", provinsi=province.name)
            for province in provinces
            if province
        ]
        slots[PENDING] = ASKED_PROVINCE
    elif topic.lookup == "mission" and country is None:
        answer.say("Sedang di luar negeri? Tulis nama negaranya, saya tunjukkan KBRI di sana.")
    elif topic.lookup == "mission" and country:
        answer.say(town_question(store, country, place_of(store, turn)))
    return answer, slots


def place_channels(
    store: Store,
    topic: Topic,
    turn: TurnContext,
    country: Country | None,
    province_name: str | None,
) -> list[Channel]:
    """Offices of the place that is known, for topics that send people there."""
    if topic.lookup == "mission" and country:
        missions = first_missions(store, country, place_of(store, turn))
        return [*missions, *store.channels([NATIONAL_HOTLINE])]
    office = office_for(store, province_name) if topic.lookup == "bp3mi" else None
    return [office] if office else []
