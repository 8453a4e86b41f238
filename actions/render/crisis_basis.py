"""What every page for somebody in danger is made from: who reads, whom to call, and the buttons below."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from actions.context import OFFER_PART
from actions.render.bubbles import Answer, Choice, choice
from actions.render.channels import has_number
from actions.render.countries import country_choices
from actions.render.crisis_channels import Place, channels_for, towns_to_choose
from actions.render.crisis_contacts import compact, name_and_number
from actions.render.crisis_pages import FAMILY_CRISIS, HEALTH_CRISIS, page_buttons
from actions.render.sources import source_line
from knowledge.model import Channel, Crisis, Text
from knowledge.records import Lookup

# Countries offered as buttons when the place is not known: where most reported cases are, then common destinations.
COUNTRY_CHOICES = ("KH", "MM", "LA", "TH", "PH", "MY")
# Parts that buttons of places ask for; a country has its own entity.
HOME_PART, TOWN_PART = "indonesia", "kota"
HOME_CHOICE = choice("Indonesia", "lanjutan", **{OFFER_PART: HOME_PART})


@dataclass(frozen=True)
class Reader:
    """Whom a page is written for.

    Attributes:
        for_family: somebody in Indonesia reads for another, else the one in danger reads.
        place: where the one in danger is.
        named: codes of countries of which one may be the place; offered first.
    """

    for_family: bool = False
    place: Place = field(default_factory=Place)
    named: tuple[str, ...] = ()


class CrisisBasis:
    """One kind of danger, and one reader."""

    def __init__(self, store: Lookup, crisis: Crisis, reader: Reader, today: datetime.date) -> None:
        """Keep what it is about; the danger of somebody else is always read by the family."""
        self._store = store
        self._crisis = crisis
        self._today = today
        self._reader = reader
        self._for_family = reader.for_family or crisis.id == FAMILY_CRISIS
        self._place = reader.place
        # In Indonesia, and for a reader there, domestic numbers work.
        self._abroad = not self._for_family and reader.place.country is not None
        self._channels = channels_for(store, crisis, reader.place, self._for_family)

    @property
    def _told(self) -> Crisis:
        """What the one in danger reads is not what a mother in the village needs."""
        family = self._store.crisis(FAMILY_CRISIS) if self._for_family else None
        return family or self._crisis

    @property
    def _question(self) -> str:
        return self._told.ask if self._for_family else self._crisis.ask

    @property
    def _is_health(self) -> bool:
        return self._crisis.id == HEALTH_CRISIS

    def _page(self, *texts: Text) -> Answer:
        """An empty answer that cites what it will say."""
        answer = Answer(crisis=(self._crisis.id, True))
        for text in texts:
            answer.cite(text.sources)
        return answer

    def _contacts(self, answer: Answer, count: int) -> list[str]:
        """Compact contacts; the first one has a number, whatever else comes first in the order."""
        ordered = sorted(self._channels, key=lambda each: not has_number(each, self._abroad))
        first = ordered[:1]
        rest = [channel for channel in self._channels if channel not in first]
        shown: list[Channel] = [*first, *rest][:count]
        answer.channels += [channel.id for channel in shown]
        # Where one channel is all there is, its second contact is the second chance.
        each_shows = 2 if len(shown) == 1 else 1
        texts = [
            compact(each, self._today, self._abroad, self._is_health, each_shows) for each in shown
        ]
        return [text for text in texts if text]

    def contact_line(self, answer: Answer) -> str:
        """The most important contact once more, in two lines: the first bubble has left a small screen by now."""
        first = next((each for each in self._channels if has_number(each, self._abroad)), None)
        answer.channels += [first.id] if first and first.id not in answer.channels else []
        return name_and_number(first, self._abroad, self._is_health) if first else ""

    def _note(self) -> list[str]:
        country = self._place.country
        return [country.note] if country and country.note else []

    def _towns(self) -> list[Choice]:
        country = self._place.country
        if country is None or self._place.town:
            return []
        return [
            choice(town, "lanjutan", negara=country.country, **{OFFER_PART: f"{TOWN_PART}.{town}"})
            for town in towns_to_choose(self._store, country)
        ]

    def _choices(self, page: str) -> list[Choice]:
        """Countries while the place is not known, then the other pages."""
        if self._place.is_known:
            return self._buttons(page)
        codes = dict.fromkeys([*self._reader.named, *COUNTRY_CHOICES])
        return [*country_choices(self._store, list(codes)), HOME_CHOICE, *self._buttons(page, True)]

    def _buttons(self, page: str, beside_countries: bool = False) -> list[Choice]:
        return page_buttons(self._crisis.id, page, self._for_family, beside_countries)

    def _close(self, answer: Answer, page: str, *paragraphs: str) -> Answer:
        """Pack a page into few bubbles, with its sources, the first contact and the buttons below."""
        sources = source_line(self._store.sources(answer.sources), self._crisis.checked_on)
        answer.say(*paragraphs, sources, self.contact_line(answer))
        answer.choices = self._buttons(page)
        return answer
