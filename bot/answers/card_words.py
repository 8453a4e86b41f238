"""What is written on the picture of a result card, from top to bottom."""

from __future__ import annotations

from actions.render.card import Card


def written(card: Card) -> str:
    """Everything that is written on a card's picture."""
    signs = (f"{sign.title} {sign.quote}".strip() for sign in card.signs)
    lines = (
        *(card.above, card.title, card.call, card.sentence, card.no_proof, *signs, card.accusation),
        *card.steps,
        " ".join(card.contact),
        card.contact_checked,
        f"{card.sources_heading}: {'; '.join(card.sources)}, {card.sources_checked}",
        card.about,
    )
    return "\n".join(filter(None, lines))
