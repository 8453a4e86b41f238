"""Opens a pasted text: bubbles, words and facts, as everything that looks at offers needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.language import Language

from actions.screening.conversation import Bubble, bubbles_in, without_headers
from actions.screening.facts import facts_of, sums_of
from actions.screening.model import Facts
from actions.screening.pay import Sums
from actions.screening.pay_choice import PayChoice
from actions.screening.reading import Reading, read


@dataclass(frozen=True)
class Opened:
    """A text that was opened.

    Attributes:
        bubbles: of a chat; empty for other texts.
        reading: its words, without names and dates of a chat.
        facts: what it says of itself, but for its pay until `with_pay`.
        sums: its sums.
    """

    bubbles: Sequence[Bubble]
    reading: Reading
    facts: Facts
    sums: Sums

    def with_pay(self, choice: PayChoice) -> Opened:
        """The same with the pay among its facts."""
        return replace(self, facts=replace(self.facts, salary=self.sums.pay(choice)))


def open_text(nlp: Language, text: str) -> Opened:
    """Open any text.

    Args:
        nlp: what actions.language.pipeline.indonesian returns.
        text: what somebody pasted.
    """
    bubbles = bubbles_in(text)
    reading = read(nlp, without_headers(text, bubbles), text)
    heard, facts = reading, facts_of(reading)
    if bubbles and facts.country is None:
        # The name of a speaker may say it: "Agen Taiwan: ...".
        heard = read(nlp, text)
        facts = facts_of(heard)
    return Opened(bubbles, reading, facts, sums_of(heard, facts))
