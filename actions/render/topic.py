"""The answer to a topic: short, longer, simpler, for a country, for somebody else."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from actions.render.bubbles import Answer, Choice, choice
from actions.render.channels import channel_texts
from actions.render.sources import source_line
from knowledge.model import Channel, Country, CountryText, Destination, Status, Text, Topic
from knowledge.store import Store

# Contacts under an answer: enough to ask, few enough to read.
CHANNELS_SHOWN = 2
CONTACTS_SHOWN = 2

# Their short text only asks for a country; with one, the country's text is the answer.
ANSWERED_BY_COUNTRY = frozenset({"info_negara", "gaji_negara"})

MORE = choice("Penjelasan lengkap", "selengkapnya")
SOURCES = choice("Sumbernya", "sumber")


class TopicAnswer:
    """Builds the reply to one topic from the store."""

    def __init__(
        self,
        store: Store,
        topic: Topic,
        today: datetime.date,
        place_channels: Sequence[Channel] = (),
    ) -> None:
        """Start an empty answer.

        Args:
            store: where related records are read.
            topic: what is answered.
            today: decides which contacts are old.
            place_channels: offices of the place that is known; they come before the topic's own channels.
        """
        self._store = store
        self._topic = topic
        self._today = today
        self._place_channels = list(place_channels)
        self.answer = Answer(topics=[topic.id])
        self._checked = topic.checked_on

    def short(self, countries: Sequence[Country], for_other: bool) -> Answer:
        """The first answer: variants of the countries, short text, one next step, whom to ask, sources."""
        topic = self._topic
        unknown = [country for country in countries if not self._about_country(country)]
        if topic.id not in ANSWERED_BY_COUNTRY:
            self._state(topic.short)
        elif unknown or not countries:
            self._only_in_general(unknown)
        if for_other:
            self._state(topic.for_other, "Kalau Anda bertanya untuk orang lain:\n")
        else:
            self._state(topic.next_step, "Lakukan sekarang: ")
        return self._close([MORE, *self._related(2), SOURCES])

    def simpler(self, country: Country | None) -> Answer:
        """The same in the plainest words, after what is different in the country that is talked about."""
        if country:
            self._about_country(country)
        self._state(self._topic.simpler)
        return self._close([MORE, SOURCES])

    def part(self, number: int) -> Answer:
        """One part of the longer explanation.

        Args:
            number: from 0; must be less than the number of parts.
        """
        part = self._topic.longer[number]
        self.answer.say(f"{part.heading}\n{part.text}")
        self.answer.cite(part.sources)
        left = len(self._topic.longer) - number - 1
        more = (
            [choice(f"Lanjut ({left} bagian lagi)", "selengkapnya")] if left else self._related(2)
        )
        return self._close([*more, SOURCES], channels=False)

    def other(self) -> Answer:
        """The variant for somebody who asks on another's behalf."""
        self._state(self._topic.for_other)
        return self._close([MORE, SOURCES])

    def for_countries(self, countries: Sequence[Country]) -> Answer:
        """Only what is different in these countries; the short answer where nothing is known about one."""
        unknown = [country for country in countries if not self._about_country(country)]
        if unknown:
            self._only_in_general(unknown)
        return self._close([MORE, *self._related(2), SOURCES])

    def _only_in_general(self, unknown: Sequence[Country]) -> None:
        """Add the general text, and for which countries nothing else is known."""
        if unknown:
            names = " dan ".join(country.name for country in unknown)
            self.answer.say(
                f"Untuk {names} saya belum punya keterangan khusus tentang hal ini. Ini jawaban umumnya."
            )
        self._state(self._topic.short)

    def _about_country(self, country: Country) -> bool:
        """Add the country's variants; False when there are none."""
        texts = [variant for variant in self._topic.countries if variant.country == country.country]
        for variant in texts:
            self._state(variant, _lead(country, variant.text))
        destination = self._store.destination(country.country)
        if texts or destination is None or self._topic.country_section is None:
            return bool(texts)
        section = self._section(destination)
        if section:
            self._state(section, _lead(country, section.text))
            self._checked = min(self._checked, destination.checked_on)
        return section is not None

    def _section(self, destination: Destination) -> Text | None:
        name = self._topic.country_section
        section: Text | Status | None = (
            destination.wages_text if name == "wages" else getattr(destination, str(name), None)
        )
        return Text(section.text, section.sources) if section else None

    def _state(self, text: Text | CountryText, lead: str = "") -> None:
        """Add a sourced text as a bubble of its own."""
        self.answer.say(f"{lead}{text.text}")
        self.answer.cite(text.sources)

    def _related(self, count: int) -> list[Choice]:
        topics = (self._store.topic(topic_id) for topic_id in self._topic.related[:count])
        return [choice(topic.title, topic.id) for topic in topics if topic]

    def _channels(self) -> list[Channel]:
        """Offices of the place first, then the topic's own; each once."""
        own = self._store.channels(self._topic.channels)
        every = {channel.id: channel for channel in [*self._place_channels, *own]}
        return list(every.values())[: max(CHANNELS_SHOWN, len(self._place_channels))]

    def _close(self, choices: Sequence[Choice], channels: bool = True) -> Answer:
        """Add whom to ask and the sources, then the buttons."""
        shown = self._channels() if channels else []
        texts = channel_texts(shown, self._today, CONTACTS_SHOWN)
        self.answer.channels += [channel.id for channel in shown]
        sources = self._store.sources(self.answer.sources)
        self.answer.say(
            *(["Tempat bertanya:", *texts] if texts else []), source_line(sources, self._checked)
        )
        self.answer.choices = list(choices)
        return self.answer


def _lead(country: Country, text: str) -> str:
    """Name the country, unless the text begins with it."""
    return "" if country.name in text[: len(country.name) + 20] else f"Untuk {country.name}:\n"
