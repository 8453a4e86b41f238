"""Contacts of countries, towns and provinces, and of each channel by itself."""

from __future__ import annotations

from collections.abc import Iterator

from actions.answer_topic import MISSION_TOPIC, OFFICE_TOPIC, REPORT_TOPIC, AnswerTopic
from actions.follow_up import FollowUp
from actions.render.bubbles import Answer
from actions.render.channels import channel_text
from actions.render.next_steps import next_answer, next_choice
from actions.talk_to_person import TalkToPerson
from bot.answers.of_dangers import EXAMPLE_DANGER, danger_first, dangers_at
from bot.answers.said import CHANNEL, COUNTRY, PROVINCE, Item, Said, said
from bot.answers.world import World, answered, turn
from knowledge.model import Channel, Country, Province

_FILTERS = {"yang gratis": "Yang gratis", "yang 24 jam": "Yang buka 24 jam"}
# Every country has contacts, and where people are told to go in danger there is nothing else to say of it.
HOME_ITEM = Item(COUNTRY, "id", "Masih di Indonesia")


def places(world: World) -> Iterator[Said]:
    """What is said of each place and each channel."""
    for country in world.store.countries():
        yield from _country(world, country)
    for province in world.store.provinces():
        yield from _province(world, province)
    for item, channel in _channels(world):
        yield _contact(world, item, channel, abroad=False, compact=False)
        yield said(item, "Setelah menghubungi", next_answer(world.store, [channel]))


def contacts(world: World) -> Iterator[Said]:
    """Each channel in its other forms."""
    for item, channel in _channels(world):
        yield _contact(world, item, channel, abroad=True, compact=False)
        yield _contact(world, item, channel, abroad=False, compact=True)
        yield _contact(world, item, channel, abroad=True, compact=True)


def dangers_everywhere(world: World) -> Iterator[Said]:
    """Every danger in every country and in Indonesia."""
    for country in world.store.countries():
        yield from dangers_at(world, country, country_item(country))
    yield from dangers_at(world, None, HOME_ITEM)


def towns(world: World) -> Iterator[Said]:
    """Towns that have a mission of their own, and regencies."""
    action, follow_up = AnswerTopic(world.store), FollowUp(world.store)
    for country in world.store.countries():
        for place in (name for mission in country.missions for name in mission.places[:1]):
            words = {"text": f"di {place}", "countries": [country.country]}
            item = country_item(country)
            yield said(item, f"di {place}", answered(action, turn(MISSION_TOPIC, **words)))  # type: ignore[arg-type]
            later = turn("lanjutan", topik=MISSION_TOPIC, **words)  # type: ignore[arg-type]
            yield said(item, f"lanjutan di {place}", answered(follow_up, later))
    for province in world.store.provinces():
        for district in province.districts:
            asked = turn(OFFICE_TOPIC, district.name, provinces=[province.name])
            yield said(province_item(province), district.name, answered(action, asked))


def country_item(country: Country) -> Item:
    """A country as it is reviewed."""
    record = f"countries/{country.id}.yml"
    return Item(COUNTRY, country.id, country.name, country.checked_on.isoformat(), record)


def province_item(province: Province) -> Item:
    """A province as it is reviewed."""
    record = f"provinces/{province.id}.yml"
    return Item(PROVINCE, province.id, province.name, province.checked_on.isoformat(), record)


def _country(world: World, country: Country) -> Iterator[Said]:
    item = country_item(country)
    action = AnswerTopic(world.store)
    asked = turn(MISSION_TOPIC, countries=[country.country])
    yield said(item, "Kontak perwakilan", answered(action, asked))
    wrong = turn(MISSION_TOPIC, f"kedutaan {country.name}", countries=[country.country])
    yield said(item, f"Ditanya «kedutaan {country.name}»", answered(action, wrong))
    for words, name in _FILTERS.items():
        asked = turn(REPORT_TOPIC, words, countries=[country.country])
        yield said(item, name, answered(action, asked))
    danger = world.knowledge.crisis[EXAMPLE_DANGER]
    first = danger_first(world, danger, country)
    yield said(item, f"Bahaya di sana: {danger.title}", first, is_first_aid=True)


def _province(world: World, province: Province) -> Iterator[Said]:
    item = province_item(province)
    action = AnswerTopic(world.store)
    asked = turn(OFFICE_TOPIC, provinces=[province.name])
    yield said(item, "Kantor BP3MI", answered(action, asked))
    for words, name in _FILTERS.items():
        asked = turn(REPORT_TOPIC, words, provinces=[province.name])
        yield said(item, name, answered(action, asked))
    asked = turn("bicara_manusia", provinces=[province.name])
    yield said(item, "Bicara dengan orang", answered(TalkToPerson(world.store), asked))


def _channels(world: World) -> Iterator[tuple[Item, Channel]]:
    for channel in world.knowledge.channels.values():
        record = f"channels/{channel.id}.yml"
        checked = channel.checked_on.isoformat()
        yield Item(CHANNEL, channel.id, channel.name, checked, record), channel


def _contact(world: World, item: Item, channel: Channel, *, abroad: bool, compact: bool) -> Said:
    text = channel_text(channel, world.day, limit=99, abroad=abroad, compact=compact)
    form = (
        f"{'Ringkas' if compact else 'Lengkap'}, {'di luar negeri' if abroad else 'di Indonesia'}"
    )
    # An answer shows it among others, with a button below.
    return said(item, form, Answer([text], [next_choice(channel)], channels=[channel.id]))
