"""Contacts for a place: the missions of a country, the service office of a province."""

import datetime
from collections.abc import Mapping, Sequence

from actions.render.bubbles import Answer
from actions.render.channels import (
    NATIONAL_HOTLINE,
    as_sentence,
    channel_text,
    has_number,
    short_name,
)
from actions.render.next_steps import next_choice
from actions.render.sources import source_line
from actions.render.topic import MORE, SOURCES
from knowledge.model import Channel, Country, Province, Topic
from knowledge.places import district_in, names_their_embassy
from knowledge.referral import Wanted
from knowledge.store import Store

# So many missions of a country are shown whole while the town is not known.
FEW_MISSIONS = 2


def province_named(store: Store, name: str | None) -> Province | None:
    """The province of an official name; None for no name or an unknown one."""
    return next((row for row in store.provinces() if row.name == name), None)


def office_for(store: Store, province_name: str | None) -> Channel | None:
    """The BP3MI office that serves a province, by the province's official name."""
    province = province_named(store, province_name)
    return store.bp3mi_for(province.id) if province else None


def first_missions(store: Store, country: Country, place: str | None) -> list[Channel]:
    """The missions to call: that of the place, both where a country has two, else the embassy."""
    missions = store.missions_for(country.country, place)
    return missions if place is None and len(missions) <= FEW_MISSIONS else missions[:1]


def town_question(store: Store, country: Country, place: str | None) -> str:
    """Asks for the town where a country has many missions and it is not known; empty else."""
    count = len(store.missions_for(country.country))
    if place or count <= FEW_MISSIONS:
        return ""
    return f"Di {country.name} ada {count} perwakilan. Tulis nama kotanya, saya tunjukkan yang melayani."


def mission_answer(
    store: Store,
    topic: Topic,
    country: Country,
    today: datetime.date,
    place: str | None = None,
    text: str = "",
) -> Answer:
    """The missions that serve a country, the local emergency number and the hotline in Jakarta.

    Args:
        store: where records are read.
        topic: what was asked.
        country: where somebody is.
        today: decides which contacts are old.
        place: the town or state there (`knowledge.places`), when it is known.
        text: the message, for what has to be set right about it.
    """
    missions = first_missions(store, country, place)
    others = [each for each in store.missions_for(country.country) if each not in missions]
    # What a mission does at home, its own record says.
    areas = {
        mission.channel: f"Untuk {country.name}: {mission.area}."
        for mission in country.missions
        if any(each.id == mission.channel and each.country != country.country for each in missions)
    }
    extras = [
        channel
        for channel in (store.channel(NATIONAL_HOTLINE), store.emergency_for(country.country))
        if channel
    ]
    opening = [
        *_set_right(store, country, text),
        _mission_heading(country, missions, place),
        _served_from_elsewhere(country, missions),
        country.note or "",
    ]
    names = ", ".join(map(short_name, others))
    listed = as_sentence(f"Perwakilan lain untuk {country.name}: {names}")
    closing = f"{listed} Tulis nama kotanya, saya tunjukkan yang melayani."
    return _answer(
        store, topic, opening, [*missions, *extras], areas, today, closing if others else ""
    )


def _mission_heading(country: Country, missions: Sequence[Channel], place: str | None) -> str:
    if not missions:
        return f"Saya tidak punya kontak perwakilan Indonesia di {country.name}. Hubungi Kemlu di Jakarta."
    where = f"{place}, {country.name}" if place else country.name
    return f"Perwakilan Indonesia untuk {where}:"


def _served_from_elsewhere(country: Country, missions: Sequence[Channel]) -> str:
    """Says that the mission is in another country, unless the country's note does."""
    first = missions[0] if missions else None
    if (
        first is None
        or first.country == country.country
        or short_name(first) in (country.note or "")
    ):
        return ""
    serves = as_sentence(f"Yang melayani: {short_name(first)}")
    return f"Di {country.name} tidak ada perwakilan Indonesia. {serves}"


def _set_right(store: Store, country: Country, text: str) -> list[str]:
    """Says how "kedutaan Malaysia" was understood."""
    missions = store.missions_for(country.country)
    if not missions or not names_their_embassy(text, country):
        return []
    name = short_name(missions[0])
    return [
        as_sentence(f"Saya artikan sebagai kedutaan Indonesia untuk {country.name}, yaitu {name}")
    ]


def office_answer(
    store: Store, topic: Topic, province_name: str, today: datetime.date, text: str = ""
) -> Answer:
    """The BP3MI office that serves a province, and the other offices known there.

    Args:
        store: where records are read.
        topic: what was asked.
        province_name: the province's official name.
        today: decides which contacts are old.
        text: the message; a regency that it names is said to be in that province.
    """
    province = province_named(store, province_name)
    office = store.bp3mi_for(province.id) if province else None
    if province is None or office is None:
        heading = f"Saya belum punya kantor BP3MI untuk {province_name}. Tanyakan ke Disnaker kabupaten atau kota Anda."
        return _answer(store, topic, [heading], store.channels(topic.channels), {}, today)
    district = district_in(text, province)
    opening = [
        f"{district.name} termasuk {province.name}." if district else "",
        f"Kantor pelayanan untuk {province.name}:",
        province.note or "",
    ]
    if province.certainty == "rendah":
        opening.append("Pembagian wilayah ini belum pasti. Tanyakan dulu ke Disnaker.")
    general = store.channels(topic.channels[:2])
    if not has_number(office):
        opening.append(
            "Nomor telepon kantor ini belum ada yang pasti. Pakai daftar resmi, atau datang ke Disnaker atau LTSA."
        )
        general = store.channels(topic.channels)
    there = [
        *store.channels(province.other_channels),
        *store.find(Wanted(province=province.id, levels=("provinsi",), by_phone=True)),
    ]
    return _answer(store, topic, opening, [office, *there, *general], {}, today)


def _answer(
    store: Store,
    topic: Topic,
    opening: Sequence[str],
    channels: Sequence[Channel],
    extra: Mapping[str, str],
    today: datetime.date,
    closing: str = "",
) -> Answer:
    """Opening lines, every channel once with its extra line, a closing line, then the sources of the topic."""
    answer = Answer(topics=[topic.id])
    paragraphs = list(filter(None, opening))
    for number, channel in enumerate(channels):
        if channel.id not in answer.channels:
            # Offices that can only be visited or looked up are said in few words, but for the first.
            brief = number > 0 and not has_number(channel)
            told = channel_text(channel, today, compact=brief)
            paragraphs.append("\n".join(filter(None, [told, extra.get(channel.id)])))
            answer.channels.append(channel.id)
    answer.cite(topic.short.sources)
    answer.say(*paragraphs, closing, source_line(store.sources(answer.sources), topic.checked_on))
    after = [next_choice(channel) for channel in channels[:1]]
    answer.choices = [MORE, *after, SOURCES]
    return answer
