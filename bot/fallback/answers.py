"""What is said when nothing better can: the first steps and contacts of a danger, or whom to call without us."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actions.context import asks_for_other, says_in_indonesia, speaks_of_self
from actions.dates import today
from actions.render.bubbles import pack
from actions.render.channels import NATIONAL_HOTLINE
from actions.render.crisis import CrisisAnswer
from actions.render.crisis_basis import Reader
from actions.render.crisis_channels import DOMESTIC_CHANNELS, Place
from actions.render.crisis_contacts import compact
from actions.render.crisis_pages import FAMILY_CRISIS
from actions.render.sources import SHORT_LIST, source_line
from bot.fallback import words
from bot.fallback.cues import words_of
from bot.fallback.facts import Facts
from knowledge.places import place_in
from knowledge.records import Records

# In a payload of a button of ours: the danger and the country that it names.
_NAMED_DANGER = re.compile(r"\bdarurat_\w+")
_NAMED_COUNTRY = re.compile(r'"negara": ?"([A-Z]{2})"')


@dataclass(frozen=True)
class Told:
    """An answer.

    Attributes:
        bubbles: what is said, never empty.
        danger: id of the danger that it is about; None where none was noticed.
        channels: ids of the channels that are named.
        sources: ids of the sources of what is said.
    """

    bubbles: tuple[str, ...]
    danger: str | None = None
    channels: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class FallbackAnswers:
    """Answers by records and words alone.

    Args:
        facts: what is known; None when nothing could be read, which is said.
    """

    def __init__(self, facts: Facts | None) -> None:
        """Keep what is known."""
        self._facts = facts
        self._records = Records(facts.knowledge) if facts else None

    def danger_in(self, text: str) -> str | None:
        """Id of the danger that a message or a button tells of; None where it tells of none."""
        if self._facts is None:
            return None
        if text.startswith("/"):
            named = _NAMED_DANGER.search(text)
            return named[0] if named and named[0] in self._facts.knowledge.crisis else None
        # "tolong" and what is said of oneself is no family's question.
        own = speaks_of_self(text) or len(words_of(text)) == 1
        return self._facts.cues.notice(text, (FAMILY_CRISIS,) if own else ())

    def answer(self, text: str, why: str) -> Told:
        """The answer to a message.

        Args:
            text: what was typed, or the payload of a button.
            why: a sentence of `words` that says why there is no better answer.
        """
        if self._facts is None or self._records is None:
            return Told((words.NO_CONTACTS,))
        place = self._place(text, self._facts, self._records)
        danger = self.danger_in(text)
        if danger is None:
            return self._contacts(self._records, place, why)
        crisis = self._facts.knowledge.crisis[danger]
        reader = Reader(asks_for_other(text) and not speaks_of_self(text), place)
        first = CrisisAnswer(self._records, crisis, reader, today()).first()
        sources = source_line(
            # Nobody could answer "sumbernya?" now.
            self._records.sources(first.sources)[:SHORT_LIST],
            crisis.checked_on,
        )
        below = f"{words.ONLY_THIS.format(why=why)}\n{sources}"
        return Told((*first.bubbles, below), danger, tuple(first.channels), tuple(first.sources))

    def _contacts(self, records: Records, place: Place, why: str) -> Told:
        """Whom to call: the missions of the country that was named and its local number, always the national lines."""
        abroad = place.country is not None
        ids: list[str] = []
        if place.country:
            missions = records.missions_for(place.country.country, place.town)[:1]
            local = records.emergency_for(place.country.country)
            ids += [each.id for each in (*missions, *([local] if local else []))]
        ids += [NATIONAL_HOTLINE, *(() if abroad else DOMESTIC_CHANNELS)]
        texts = {
            channel.id: compact(channel, today(), abroad)
            for channel in records.channels(dict.fromkeys(ids))
            if channel.status == "active"
        }
        shown = {id_: text for id_, text in texts.items() if text}
        if not shown:
            return Told((words.UNABLE.format(why=why), words.NO_CONTACTS))
        bubbles = pack([words.UNABLE.format(why=why), words.CONTACTS, *shown.values()])
        return Told(tuple(bubbles), channels=tuple(shown))

    def _place(self, text: str, facts: Facts, records: Records) -> Place:
        """Where somebody is; of two countries either may be it."""
        if text.startswith("/"):
            codes: Sequence[str] = _NAMED_COUNTRY.findall(text)
        else:
            codes = _countries(text, facts)
        country = records.country(codes[0]) if len(codes) == 1 else None
        if country is None:
            return Place(home=not codes and says_in_indonesia(text))
        town = place_in(text, country)
        return Place(country=country, town=town.name if town else None)


def _countries(text: str, facts: Facts) -> list[str]:
    """Codes of the countries that a text names, each once."""
    said = f" {' '.join(words_of(text))} "
    return list(
        dict.fromkeys(code for name, code in facts.countries.items() if f" {name} " in said)
    )
