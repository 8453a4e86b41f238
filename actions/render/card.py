"""What a result card says: the picture of a verdict that is forwarded in family groups. Nobody is named on it, and nothing is approved.

Its words come from card_words.py, their places from card_layout.py, and card_draw.py draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from actions.render.bubbles import BUBBLE_LIMIT, Answer


@dataclass(frozen=True)
class CardSign:
    """A red flag on a card: its title, and the words that raised it; empty when none can be shown."""

    title: str
    quote: str


@dataclass(frozen=True)
class Card:
    """The words of a card, from top to bottom; a text that is not needed is empty.

    Attributes:
        risk: "tinggi", "sedang" or "rendah".
        above: small, over the verdict: who checked, and the day.
        title: the verdict.
        call: what to do, in a few words.
        sentence: why.
        no_proof: that "rendah" proves nothing; empty for the others.
        signs_heading: over the signs where not all are shown.
        signs: the strongest, three at most.
        signs_count: how many there are.
        accusation: that nobody is accused.
        missing_heading: before what is missing.
        missing: what a genuine offer would have said.
        steps_heading: over what to do.
        steps: one step, or the two checks.
        contact: name of an official channel, and how it is reached.
        contact_checked: what that is, and when it was confirmed.
        sources_heading: before their names.
        sources: their names.
        sources_checked: when they were compared with what is said here.
        about: who says so: the bot's link, else its name.
        channel: id of the channel.
        cited: ids of the sources.
    """

    risk: str
    above: str
    title: str
    call: str
    sentence: str
    no_proof: str
    signs_heading: str
    signs: tuple[CardSign, ...]
    signs_count: int
    accusation: str
    missing_heading: str
    missing: tuple[str, ...]
    steps_heading: str
    steps: tuple[str, ...]
    contact: tuple[str, str]
    contact_checked: str
    sources_heading: str
    sources: tuple[str, ...]
    sources_checked: str
    about: str
    channel: str
    cited: tuple[str, ...]

    def to_note(self) -> dict[str, Any]:
        """The card as plain data, which travels through Rasa's messages."""
        return asdict(self)

    @classmethod
    def from_note(cls, note: Mapping[str, Any]) -> Card:
        """The card that `to_note` wrote, also after it went through JSON."""
        name, value = note["contact"]
        return cls(
            **{
                **note,
                "signs": tuple(CardSign(**sign) for sign in note["signs"]),
                "missing": tuple(note["missing"]),
                "steps": tuple(note["steps"]),
                "sources": tuple(note["sources"]),
                "cited": tuple(note["cited"]),
                "contact": (name, value),
            }
        )

    def with_link(self, link: str | None) -> Card:
        """The card with the bot's link in place of its name, where there is one."""
        return replace(self, about=link.split("://")[-1].rstrip("/")) if link else self


# So many missing things are named in words; the picture has room for all.
_MISSING = 4


def card_text(card: Card, caption: str) -> str:
    """The card in words but for quotes and sources, for who cannot see the picture; fits a bubble."""
    signs = [f"{number}. {sign.title}" for number, sign in enumerate(card.signs, start=1)]
    left = len(card.missing) - _MISSING
    more = f", dan {left} lainnya" if left > 0 else ""
    missing = f"{card.missing_heading}: {', '.join(card.missing[:_MISSING])}{more}"
    parts = [
        f"{card.title}. {card.call}",
        card.no_proof,
        "\n".join(signs),
        card.accusation,
        missing if card.missing else "",
        f"{card.steps_heading}: {' '.join(card.steps)}",
        caption,
    ]
    text = "\n\n".join(part for part in parts if part)
    # The picture names what is missing; what to do must not be lost in a bubble that nobody reads to its end.
    return text if len(text) <= BUBBLE_LIMIT else text.replace(f"{missing}\n\n", "")


def card_answer(card: Card, caption: str) -> Answer:
    """The answer to who wants a card: the conversation draws it, the bubble says the same.

    Args:
        card: of the offer.
        caption: what is said of the picture.
    """
    answer = Answer([card_text(card, caption)], card=card.to_note())
    answer.cite(card.cited)
    answer.channels += [card.channel] if card.channel else []
    return answer
