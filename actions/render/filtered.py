"""Contacts chosen by what they cost or when they answer: "yang gratis", "yang 24 jam"."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from actions.render.bubbles import Answer, Choice, choice
from actions.render.channels import NATIONAL_HOTLINE, channel_texts
from actions.render.sources import source_line
from actions.render.topic import SOURCES
from knowledge.model import Channel, Country, Province, Topic
from knowledge.referral import Wanted
from knowledge.store import Store

# What the buttons ask for, before the id of the filter.
FILTER = "kontak"

CHANNELS_SHOWN = 4
CONTACTS_SHOWN = 2

# Hours and prices that nobody confirmed for so long are not told as what holds.
LATELY = datetime.timedelta(days=3 * 365)

# Somebody who asks whom to call wants one of these helped.
NEEDS = ("tppo_laporan", "darurat_kekerasan", "penempatan_ilegal")


@dataclass(frozen=True)
class Filter:
    """One way to choose: the button's title, what is asked of a contact, the words above the answer, how people say it."""

    title: str
    wanted: Wanted
    heading: str
    nothing: str
    words: re.Pattern[str]


_SURE = Wanted(by_phone=True, open_now=True, confidence="sedang")
FILTERS = {
    "24jam": Filter(
        "Yang buka 24 jam",
        replace(_SURE, always=True),
        "Yang menurut sumber menjawab 24 jam:",
        "Belum ada nomor di sini yang menurut sumber menjawab 24 jam.",
        re.compile(r"\b24 ?jam\b|\bmalam\b.*\b(?:buka|aktif|diangkat)\b", re.IGNORECASE),
    ),
    "gratis": Filter(
        "Yang gratis",
        replace(_SURE, free=True),
        "Yang menurut sumber gratis dihubungi:",
        "Belum ada nomor di sini yang menurut sumber gratis.",
        re.compile(r"\bgratis|\bbebas pulsa\b|\b(?:tanpa|ga(?:k)? (?:ada|punya)|nggak ada|habis) pulsa\b", re.IGNORECASE),
    ),
}  # fmt: skip


def filter_choices() -> list[Choice]:
    """A button for each filter."""
    return [
        choice(each.title, "lanjutan", lihat=f"{FILTER}.{name}") for name, each in FILTERS.items()
    ]


def filter_asked(part: str | None) -> Filter | None:
    """The filter that a button asks for; None for any other button."""
    name, _, id_ = (part or "").partition(".")
    return FILTERS.get(id_) if name == FILTER else None


def filter_in(text: str) -> Filter | None:
    """The filter that the words ask for."""
    return next((each for each in FILTERS.values() if each.words.search(text)), None)


def filtered_answer(
    store: Store,
    chosen: Filter,
    topic: Topic,
    place: tuple[Country | None, Province | None],
    today: datetime.date,
) -> Answer:
    """The channels that fit, those of the place first.

    Args:
        store: where channels are asked for.
        chosen: what they must be.
        topic: what was asked about.
        place: the country where somebody is, else the province.
        today: decides which contacts are old.
    """
    country, province = place
    abroad = country is not None
    wanted = replace(chosen.wanted, confirmed_since=today - LATELY)
    found = _of_place(store, wanted, country, province)
    found += store.find(replace(wanted, handles=NEEDS, levels=("nasional",), abroad=abroad))
    channels = list({channel.id: channel for channel in found}.values())[:CHANNELS_SHOWN]
    answer = Answer(topics=[topic.id])
    if not channels:
        # Nobody is left without a number.
        answer.say(chosen.nothing + " Yang bisa dihubungi:")
        channels = store.channels([NATIONAL_HOTLINE])
    else:
        answer.say(chosen.heading)
    answer.channels = [channel.id for channel in channels]
    answer.cite(topic.short.sources)
    sources = source_line(store.sources(answer.sources), topic.checked_on)
    answer.say(*channel_texts(channels, today, CONTACTS_SHOWN, abroad), sources)
    others = [each for each in filter_choices() if each.title != chosen.title]
    answer.choices = [*others, SOURCES]
    return answer


def _of_place(
    store: Store, wanted: Wanted, country: Country | None, province: Province | None
) -> list[Channel]:
    if country:
        return store.find(replace(wanted, serves=country.country, abroad=True))
    return store.find(replace(wanted, province=province.id, abroad=False)) if province else []
