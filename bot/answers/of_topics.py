"""Topics: every form of each, for every country and province that it knows about."""

from __future__ import annotations

from collections.abc import Iterator

from actions.answer_topic import AnswerTopic
from actions.explain import ExplainForOther, ExplainMore, ExplainSimpler
from actions.follow_up import FollowUp
from actions.render.topic import ANSWERED_BY_COUNTRY
from actions.show_sources import ShowSources
from actions.what_next import what_next
from bot.answers.said import TOPIC, Item, Said, said
from bot.answers.world import World, answered, turn
from knowledge.model import Country, Topic

GROUPS = {
    "waspada": "Waspada",
    "langkah": "Langkah resmi",
    "hak": "Hak dan hukum",
    "bantuan": "Bantuan",
}


def topics(world: World) -> Iterator[Said]:
    """What is said of each topic."""
    for topic in world.store.topics():
        yield from _forms(world, topic)


def everywhere(world: World) -> Iterator[Said]:
    """Every topic in every country and province, also where the answer is the general one."""
    store = world.store
    action, follow_up, simpler = AnswerTopic(store), FollowUp(store), ExplainSimpler(store)
    for topic in store.topics():
        item = _item(topic)
        for country in store.countries():
            asked = turn(topic.id, countries=[country.country])
            yield said(item, f"langsung, {country.name}", answered(action, asked))
            later = turn("lanjutan", countries=[country.country], topik=topic.id)
            yield said(item, f"lanjutan, {country.name}", answered(follow_up, later))
            again = turn("ulangi", topik=topic.id, negara_terakhir=country.country)
            yield said(item, f"lebih mudah, {country.name}", answered(simpler, again))
        for province in store.provinces():
            asked = turn(topic.id, provinces=[province.name])
            yield said(item, f"langsung, {province.name}", answered(action, asked))


def _forms(world: World, topic: Topic) -> Iterator[Said]:
    store, item = world.store, _item(topic)
    action, more = AnswerTopic(store), ExplainMore(store)
    yield said(item, "Jawaban pertama", answered(action, turn(topic.id)))
    for number, part in enumerate(topic.longer):
        asked = turn("selengkapnya", topik=topic.id, bagian=number)
        yield said(item, f"Penjelasan {number + 1}: {part.heading}", answered(more, asked))
    asked = turn("ulangi", topik=topic.id)
    yield said(item, "Lebih mudah", answered(ExplainSimpler(store), asked))
    asked = turn("untuk_orang_lain", topik=topic.id)
    yield said(item, "Untuk orang lain", answered(ExplainForOther(store), asked))
    asked = turn(topic.id, untuk_orang_lain=True)
    yield said(item, "Ditanyakan untuk orang lain", answered(action, asked))
    for country in store.countries():
        if knows_about(world, topic, country):
            asked = turn("lanjutan", countries=[country.country], topik=topic.id)
            yield said(item, country.name, answered(FollowUp(store), asked))
    yield said(item, "Setelah melapor", what_next(store, turn(topic.id), topic))
    cited = list(answered(action, turn(topic.id)).sources)
    if cited:
        asked = turn("sumber", topik=topic.id, rujukan=cited)
        yield said(item, "Sumbernya", answered(ShowSources(store), asked))


def knows_about(world: World, topic: Topic, country: Country) -> bool:
    """True when the answer for a country is another than the general one."""
    if any(each.country == country.country for each in topic.countries):
        return True
    destination = world.store.destination(country.country)
    if destination is None or topic.country_section is None:
        return False
    section = "wages_text" if topic.country_section == "wages" else topic.country_section
    return topic.id in ANSWERED_BY_COUNTRY or getattr(destination, section) is not None


def _item(topic: Topic) -> Item:
    return Item(
        TOPIC,
        topic.id,
        topic.title,
        topic.checked_on.isoformat(),
        f"topics/{topic.id}.yml",
        GROUPS[topic.group],
    )
