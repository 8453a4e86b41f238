"""Opens a pasted text: bubbles, words and facts, as everything that looks at offers needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language

from actions.screening.conversation import Bubble, bubbles_in, without_headers
from actions.screening.facts import facts_of
from actions.screening.model import Facts
from actions.screening.reading import Reading, read


@dataclass(frozen=True)
class Opened:
    """A text that was opened.

    Attributes:
        bubbles: of a chat; empty for other texts.
        reading: its words, without names and dates of a chat.
        facts: what it says of itself.
    """

    bubbles: Sequence[Bubble]
    reading: Reading
    facts: Facts


def open_text(nlp: Language, text: str) -> Opened:
    """Open any text.

    Args:
        nlp: what actions.language.pipeline.indonesian returns.
        text: what somebody pasted.
    """
    bubbles = bubbles_in(text)
    reading = read(nlp, without_headers(text, bubbles), text)
    facts = facts_of(reading)
    if bubbles and facts.country is None:
        # The name of a speaker may say it: "Agen Taiwan: ...".
        facts = facts_of(read(nlp, text))
    return Opened(bubbles, reading, facts)
