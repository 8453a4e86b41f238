"""Questions about contacts: what happens afterwards ("habis lapor apa yang terjadi?"), which of them are free or always open."""

from __future__ import annotations

import re

from actions.context import TOPIC, TurnContext
from actions.dates import today
from actions.render.bubbles import Answer
from actions.render.channels import NATIONAL_HOTLINE
from actions.render.contacts import first_missions, office_for, province_named
from actions.render.filtered import Filter, filtered_answer
from actions.render.next_steps import next_answer
from actions.where import place_of
from knowledge.model import Channel, Topic
from knowledge.store import Store

_REPORT = (
    r"(?:lapor|melapor|ngelapor|laporin|ngadu|mengadu|pengaduan|laporan|hubungi|menghubungi|ngehubungin|hubungin|kontak"
    r"|telepon|telpon|telfon|tlp|nelpon|nelepon|menelepon)\w*"
)
_AFTER = r"(?:habis|abis|setelah|stelah|sesudah|selesai|begitu|kalau sudah|kalo udah|klo udah)"
_WHAT = r"(?:apa|gimana|gmn|bagaimana|terus|trus|ngapain|diapain|ditanya|ditanyain|selanjutnya|kelanjutannya)"
_QUESTIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_AFTER}\b.*\b{_REPORT}\b.*\b{_WHAT}\w*\b",
        rf"\b{_WHAT}\w*\b.*\b{_AFTER}\b.*\b{_REPORT}\b",
        rf"\b(?:ditanya|ditanyain|ditanyakan)\b.*\b{_REPORT}\b|\b{_REPORT}\b.*\b(?:ditanya|ditanyain|ditanyakan)\b.*\bapa\b",
        rf"\b(?:berapa|brp)\s+lama\b.*\b{_REPORT}\b|\b{_REPORT}\b.*\b(?:berapa|brp)\s+lama\b",
    )
)


def asks_what_next(text: str) -> bool:
    """True when the words ask what happens after somebody reported or called."""
    return any(question.search(text) for question in _QUESTIONS)


def what_next(store: Store, turn: TurnContext, topic: Topic) -> Answer:
    """What happens after contacting the channels that were talked about.

    Args:
        store: where records are read.
        turn: the message.
        topic: what the message was taken for; it has channels.
    """
    before = store.topic(str(turn.slots.get(TOPIC)))
    channels = [*_of_place(store, turn), *(store.channels(before.channels[:1]) if before else [])]
    every = {each.id: each for each in (*channels, *store.channels(topic.channels))}
    return next_answer(store, list(every.values()), [topic.id])


def contacts_that(store: Store, chosen: Filter, turn: TurnContext, topic: Topic) -> Answer:
    """The contacts that fit a filter, for the place that is known (arguments as in `what_next`)."""
    code = turn.remembered_country
    country = store.country(code) if code else None
    province = province_named(store, turn.remembered_province)
    return filtered_answer(store, chosen, topic, (country, province), today())


def _of_place(store: Store, turn: TurnContext) -> list[Channel]:
    """The offices of the place that is known: abroad before at home."""
    code = turn.remembered_country
    country = store.country(code) if code else None
    if country:
        missions = first_missions(store, country, place_of(store, turn))[:1]
        return [*missions, *store.channels([NATIONAL_HOTLINE])]
    office = office_for(store, turn.remembered_province)
    return [office] if office else []
