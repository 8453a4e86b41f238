"""What somebody in danger sees: contacts first, then few numbered steps."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from actions.render.bubbles import Answer, Choice, choice
from actions.render.channels import channel_texts, first_contact, usable
from actions.render.numbers import dialled
from actions.render.sources import source_line
from knowledge.model import Channel, Country, Crisis, Text
from knowledge.store import Store

CONTACTS_SHOWN = 2
# A frightened person reads three places, not eight; the rest is found under "lapor_kemana".
CHANNELS_SHOWN = 3
# The two most important contacts are shown at once, even while it is not certain that somebody is in danger.
FIRST_CHANNELS = 2

# Whom somebody still in Indonesia can reach: the police and the ministry's line.
DOMESTIC_CHANNELS = ("polri_110", "kp2mi_call_center")

# Its opening and warnings are written for those who look for somebody from home.
FAMILY_CRISIS = "darurat_orang_lain"

# Countries offered as buttons when the place is not known: where most reported cases are, then common destinations.
COUNTRY_CHOICES = ("KH", "MM", "LA", "TH", "PH", "MY")


class CrisisAnswer:
    """Builds the reply to one kind of danger."""

    def __init__(
        self,
        store: Store,
        crisis: Crisis,
        country: Country | None,
        today: datetime.date,
        assumed: bool = False,
        place: str | None = None,
    ) -> None:
        """Start an empty answer for a danger and, when it is known or assumed, the country and town where it happens."""
        self._store = store
        self._crisis = crisis
        self._country = country
        self._certain_country = country is not None and not assumed
        self._today = today
        self._place = place

    def protocol(self, for_family: bool) -> Answer:
        """Contacts and steps, for a danger that is certain.

        Args:
            for_family: the person writes about somebody else, from a distance.
        """
        crisis = self._crisis
        # What the person in danger reads is not what a mother in the village needs.
        told = (self._store.crisis(FAMILY_CRISIS) or crisis) if for_family else crisis
        steps = (crisis.for_family or told.steps) if for_family else crisis.steps
        answer = Answer(crisis=(crisis.id, True))
        self._state(answer, told.opening)
        self._contacts(
            answer, self._channels(abroad=not for_family)[:CHANNELS_SHOWN], not for_family
        )
        answer.list_up(
            "Langkah:", [f"{number}. {text.text}" for number, text in enumerate(steps, start=1)]
        )
        answer.list_up("Yang jangan dilakukan:", [f"• {text.text}" for text in told.avoid])
        for text in (*steps, *told.avoid):
            answer.cite(text.sources)
        if told.reassurance:
            self._state(answer, told.reassurance)
        answer.say(source_line(self._store.sources(answer.sources), crisis.checked_on))
        self._repeat_first_contact(answer, not for_family)
        return self._ask(answer)

    def _repeat_first_contact(self, answer: Answer, abroad: bool) -> None:
        """Say the most important contact once more: the first bubbles have left a small screen by now."""
        first = self._store.channel(answer.channels[0]) if answer.channels else None
        there = abroad and self._country is not None
        contact = first_contact(first, there) if first else None
        if first and contact:
            answer.say(f"Hubungi lebih dulu: {first.name}\n• {contact.label}: {dialled(contact)}")

    def contacts_only(self, for_family: bool = False) -> Answer:
        """Contacts of the country that was just named, inside a running crisis (`for_family` as in `protocol`)."""
        answer = Answer(crisis=(self._crisis.id, True))
        channels = self._channels(abroad=not for_family)[: CHANNELS_SHOWN + 1]
        self._contacts(answer, channels, not for_family)
        return self._ask(answer)

    def in_indonesia(self, certain: bool = True) -> Answer:
        """Contacts for somebody who has not left yet, inside a running crisis.

        Args:
            certain: they said so; else only a province was named, which may be where they come from.
        """
        first = DOMESTIC_CHANNELS if self._crisis.mission_first else ()
        ids = list(dict.fromkeys([*first, *self._crisis.channels]))
        answer = Answer(crisis=(self._crisis.id, True))
        self._list(answer, self._store.channels(ids)[:CHANNELS_SHOWN], there=False)
        if not certain:
            answer.say("Sedang di luar negeri? Tulis nama negaranya.")
        return answer

    def question(self, for_family: bool = False) -> Answer:
        """One closed question and the first contacts, for a danger that is not certain (`for_family` as in `protocol`)."""
        answer = Answer(crisis=(self._crisis.id, False))
        answer.say(
            "Apakah Anda atau orang yang Anda kenal sedang dalam bahaya sekarang?\nBalas Y untuk ya, T untuk tidak."
        )
        answer.say("Kalau ya, ini yang bisa dihubungi sekarang juga:")
        channels = self._channels(abroad=not for_family)[:FIRST_CHANNELS]
        self._contacts(answer, channels, not for_family)
        answer.choices = [choice("Ya, sedang dalam bahaya", "setuju"), choice("Tidak", "tolak")]
        return answer

    def _channels(self, abroad: bool = True) -> list[Channel]:
        """Missions of the country first where that helps, then the lines in Indonesia, then the local emergency number.

        Args:
            abroad: the reader is in that country; else somebody at home reads for them.
        """
        national = self._store.channels(self._crisis.channels)
        if self._country is None:
            return national
        # Before the order is made: a line that does not work abroad must not take the place of one that does.
        national = usable(national, abroad)
        missions = self._store.missions_for(self._country.country, self._place)
        emergency = self._store.emergency_for(self._country.country)
        local = [emergency] if emergency and abroad and self._crisis.local_emergency else []
        if not self._crisis.mission_first:
            return [*local, *national, *missions]
        return [*missions[:1], *national[:1], *local, *missions[1:], *national[1:]]

    def _list(self, answer: Answer, channels: Sequence[Channel], there: bool) -> None:
        """Show channels; `there`: the reader is abroad, where numbers that work in Indonesia only are of no use."""
        answer.say(*channel_texts(channels, self._today, CONTACTS_SHOWN, there))
        answer.channels += [channel.id for channel in channels]

    def _contacts(self, answer: Answer, channels: Sequence[Channel], abroad: bool) -> None:
        """Show channels for a danger in the country that is known, with the note of that country."""
        self._list(answer, channels, there=abroad and self._country is not None)
        if self._country and self._country.note:
            answer.say(self._country.note)

    def _state(self, answer: Answer, text: Text) -> None:
        answer.say(text.text)
        answer.cite(text.sources)

    def _ask(self, answer: Answer) -> Answer:
        """Close with the record's question; about the country only while that is not known."""
        if not self._crisis.mission_first:
            answer.say(self._crisis.ask)
        elif not self._certain_country:
            answer.say(self._crisis.ask)
            answer.choices = country_choices(self._store)
        return answer


def country_choices(store: Store, codes: Sequence[str] = COUNTRY_CHOICES) -> list[Choice]:
    """Buttons that name a country."""
    countries = (store.country(code) for code in codes)
    return [
        choice(country.name, "lanjutan", negara=country.country) for country in countries if country
    ]
