"""Contacts for a place: the missions of a country, the service office of a province."""

import datetime
from collections.abc import Mapping, Sequence

from actions.render.bubbles import Answer
from actions.render.channels import channel_text
from actions.render.sources import source_line
from actions.render.topic import MORE, SOURCES
from knowledge.model import Channel, Country, Province, Topic
from knowledge.store import Store

# The hotline in Jakarta is shown beside every mission: a mission's own line may be old or missing.
NATIONAL_HOTLINE = "kemlu_pwni_hotline"


def province_named(store: Store, name: str | None) -> Province | None:
    """The province of an official name; None for no name or an unknown one."""
    return next((row for row in store.provinces() if row.name == name), None)


def mission_answer(store: Store, topic: Topic, country: Country, today: datetime.date) -> Answer:
    """All missions that serve a country, the local emergency number and the hotline in Jakarta."""
    missions = store.missions_for(country.country)
    areas = {
        mission.channel: f"Wilayah: {mission.area}." for mission in country.missions if mission.area
    }
    if missions:
        heading = f"Perwakilan Indonesia untuk {country.name}:"
    else:
        heading = f"Saya tidak punya kontak perwakilan Indonesia di {country.name}. Hubungi Kemlu di Jakarta."
    extras = [
        channel
        for channel in (store.channel(NATIONAL_HOTLINE), store.emergency_for(country.country))
        if channel
    ]
    notes = [country.note] if country.note else []
    return _answer(store, topic, [heading, *notes], [*missions, *extras], areas, today)


def office_answer(store: Store, topic: Topic, province_name: str, today: datetime.date) -> Answer:
    """The BP3MI office that serves a province, and the other offices known there."""
    province = province_named(store, province_name)
    office = store.bp3mi_for(province.id) if province else None
    general = store.channels(topic.channels[:2])
    if province is None or office is None:
        heading = f"Saya belum punya kantor BP3MI untuk {province_name}. Tanyakan ke Disnaker kabupaten atau kota Anda."
        return _answer(store, topic, [heading], general, {}, today)
    notes = [province.note] if province.note else []
    if province.certainty == "rendah":
        notes.append("Pembagian wilayah ini belum pasti. Tanyakan dulu ke Disnaker.")
    channels = [office, *store.channels(province.other_channels), *general]
    return _answer(
        store, topic, [f"Kantor pelayanan untuk {province.name}:", *notes], channels, {}, today
    )


def _answer(
    store: Store,
    topic: Topic,
    opening: Sequence[str],
    channels: Sequence[Channel],
    extra: Mapping[str, str],
    today: datetime.date,
) -> Answer:
    """Opening lines, every channel once with its extra line, then the sources of the topic."""
    answer = Answer(topics=[topic.id])
    paragraphs = list(opening)
    for channel in channels:
        if channel.id not in answer.channels:
            paragraphs.append(
                "\n".join([channel_text(channel, today), *filter(None, [extra.get(channel.id)])])
            )
            answer.channels.append(channel.id)
    answer.cite(topic.short.sources)
    answer.say(*paragraphs, source_line(store.sources(answer.sources), topic.checked_on))
    answer.choices = [MORE, SOURCES]
    return answer
