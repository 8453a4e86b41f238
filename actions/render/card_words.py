"""Makes the words of a result card from what screening found; everything that points to a person or a company is hidden before."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from actions.dates import in_words
from actions.render.card import Card, CardSign
from actions.render.fonts import drawable, plain_letters
from actions.screening.explain import Explainer, Explanation
from actions.screening.known_places import place_words
from actions.screening.model import HIGH, LOW, NO_OFFER, Screening
from actions.screening.private import Hidden, masked
from actions.screening.quoting import first_sentence, quotes
from actions.screening.reasons import Reason
from actions.screening.tables import table
from knowledge.kinds import DEFAULT_ROOT
from knowledge.model import Channel, Source, Text
from knowledge.store import Store

TABLE = "kartu"
MOST_SIGNS = 3
_MOST_QUOTES = 4
# A quote of nothing but hidden words shows nothing.
_HIDDEN = re.compile(r"\[[a-z…]+\]")


class CardMaker:
    """Makes cards of screenings."""

    def __init__(self, store: Store, explainer: Explainer, root: Path = DEFAULT_ROOT) -> None:
        """Keep what explains; sentences and names of places are read with the first card."""
        self._store = store
        self._explainer = explainer
        self._root = root

    def card(
        self, screening: Screening, today: datetime.date, hidden: Iterable[Hidden] = ()
    ) -> Card | None:
        """The card of a screening; None for a text that is no offer.

        Args:
            screening: its text may be empty, as `kept.from_slot` returns it.
            today: the day of the check.
            hidden: what must not be shown of that text, when it is empty.

        Raises:
            LookupError: there is no record for a red flag.
        """
        if screening.risk == NO_OFFER:
            return None
        told = self._explainer.explain(masked(screening, hidden, self._places))
        return card_of(told, self._said, self._store.channel(self._said["channel"]), today)

    @property
    def caption(self) -> str:
        """What is said beside the picture."""
        return str(self._said["caption"])

    @cached_property
    def _said(self) -> dict[str, Any]:
        return table(self._root, TABLE)

    @cached_property
    def _places(self) -> frozenset[str]:
        return place_words(self._store)


def card_of(
    told: Explanation, said: Mapping[str, Any], channel: Channel | None, today: datetime.date
) -> Card:
    """The card of an explanation whose evidence can be shown to anybody (`private.masked`).

    Args:
        told: of an offer.
        said: the table kartu.yml.
        channel: an official one; without it the first of the explanation that can be reached.
        today: the day of the check.
    """
    is_low = told.risk == LOW
    headline = drawable(told.headline)
    title = first_sentence(headline)
    steps = told.checks if is_low else (_text(said["next_steps"][told.risk]),)
    shown = told.reasons[:MOST_SIGNS]
    reached = _reached(channel, told)
    cited = _cited(told, [told.verdict, *(reason.why for reason in shown), *steps])
    return Card(
        risk=told.risk,
        above=f"{said['above']}, {in_words(today)}",
        title=title.rstrip("."),
        call=headline[len(title) :].strip(),
        sentence=_sentence(told),
        no_proof=said["no_proof"] if is_low else "",
        signs_heading=said["signs"],
        signs=_signs(shown),
        signs_count=len(told.reasons),
        accusation=told.no_accusation if shown else "",
        missing_heading=said["missing"],
        missing=tuple(item.name for item in told.missing),
        steps_heading=said["checks_heading" if is_low else "next_heading"],
        steps=tuple(text.text for text in steps),
        contact=_contact(reached),
        contact_checked=_confirmed(reached, today),
        sources_heading="Sumber",
        sources=tuple(source.label for source in cited),
        sources_checked=f"dicek {in_words(told.checked_on)}",
        about=said["about"],
        channel=reached.id if reached else "",
        cited=tuple(source.id for source in cited),
    )


def _text(row: Mapping[str, Any]) -> Text:
    return Text(row["text"], tuple(row["sources"]))


def _sentence(told: Explanation) -> str:
    """The first sentence of the verdict; more where the first alone would calm: what proves nothing has a line of its own."""
    calms = told.risk != HIGH and told.risk != LOW and not told.reasons
    return told.verdict.text if calms else first_sentence(told.verdict.text)


def _signs(reasons: Iterable[Reason]) -> tuple[CardSign, ...]:
    """Titles with the first words that say something; words that stand below a sign already only where there are no others."""
    signs: list[CardSign] = []
    for reason in reasons:
        found = _quotes(reason)
        used = {sign.quote for sign in signs}
        quote = next((each for each in found if each not in used), next(iter(found), ""))
        signs.append(CardSign(reason.record.title, quote))
    return tuple(signs)


def _quotes(reason: Reason) -> list[str]:
    """What can be shown of the evidence, between quotation marks."""
    evidence = [
        replace(each, text=drawable(plain_letters(each.text).replace("\n", " ")))
        for each in reason.quotable
    ]
    found = quotes([each for each in evidence if each.text], _MOST_QUOTES)
    return [quote for quote in found if re.search(r"\w", _HIDDEN.sub("", quote))]


def _reached(channel: Channel | None, told: Explanation) -> Channel | None:
    """The first channel that works and has a contact."""
    for each in (channel, *told.channels, *told.offices):
        if each and each.status == "active" and each.contacts:
            return each
    return None


def _contact(channel: Channel | None) -> tuple[str, str]:
    """Name and first contact."""
    if channel is None:
        return "", ""
    # What follows a comma explains the name to those who do not know it; the card has little room.
    return channel.name.split(",")[0], channel.contacts[0].value


def _confirmed(channel: Channel | None, today: datetime.date) -> str:
    """What the contact is, and when it was confirmed."""
    if channel is None:
        return ""
    label = channel.contacts[0].label
    if channel.confirmed_on is None:
        confirmed = "Belum diketahui kapan dipastikan."
    else:
        confirmed = f"Dipastikan {in_words(channel.confirmed_on)}."
        if channel.review_by < today:
            confirmed += " Sudah lama, bisa jadi berganti."
    return f"{label[:1].upper()}{label[1:]}. {confirmed}"


def _cited(told: Explanation, texts: Iterable[Text]) -> list[Source]:
    """The sources of some texts, in the order in which they are named there."""
    cited = list(dict.fromkeys(source for text in texts for source in text.sources))
    named = [source for source in told.sources if source.id in cited]
    return sorted(named, key=lambda source: cited.index(source.id))
