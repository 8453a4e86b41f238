"""Why a sentence raises a red flag or does not: patterns, facts, and what was learned; for editors who try their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language

from actions.screening.model import Evidence, Flag
from actions.screening.opening import open_text
from actions.screening.pattern_trace import Matched, PatternTrace
from actions.screening.screener import LONGEST, Screener

# So near to what is needed a flag is worth showing.
_CLOSE = 0.3


@dataclass(frozen=True)
class Sum:
    """How the views of a flag add up.

    Attributes:
        learned: what the classifiers of pieces and of the whole add.
        piece: the piece in which the flag is likeliest.
        said: what patterns add.
        derived: what facts add.
        context: what the rest of the offer adds or takes away: other flags, a named company or licence, how genuine it reads.
        needed: total from which on the flag is raised.
    """

    learned: float
    piece: str
    said: float
    derived: float
    context: float
    needed: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.learned + self.said + self.derived + self.context

    @property
    def is_enough(self) -> bool:
        """Whether the flag is raised in full."""
        return self.total >= self.needed


@dataclass(frozen=True)
class FlagWhy:
    """One flag in one text.

    Attributes:
        flag: its id.
        matches: patterns that match, each with its first words.
        facts: words that state a fact from which it follows.
        sum: None where nothing was trained.
        told: as screening tells it in an offer; None when it is not raised or nothing was trained.
    """

    flag: str
    matches: Sequence[Matched]
    facts: Sequence[Evidence] = ()
    sum: Sum | None = None
    told: Flag | None = None

    @property
    def is_said(self) -> bool:
        """Whether a pattern counts."""
        return any(match.raises for match in self.matches)

    @property
    def is_raised(self) -> bool:
        """Whether the flag is raised; by patterns alone where nothing was trained."""
        return self.told is not None if self.sum else self.is_said

    @property
    def is_softened(self) -> bool:
        """Whether it is raised although the rest of the offer takes it back, with less weight."""
        return self.told is not None and self.sum is not None and not self.sum.is_enough


@dataclass(frozen=True)
class Why:
    """All flags that have to do with a text.

    Attributes:
        flags: raised ones first, then by id.
        offer: margin by which the whole text is taken for an offer, and what is needed; None where nothing was trained.
    """

    flags: Sequence[FlagWhy]
    offer: tuple[float, float] | None = None

    @property
    def is_offer(self) -> bool:
        """Whether the text is taken for an offer; only then flags are shown to anybody."""
        return self.offer is None or self.offer[0] >= self.offer[1]


def why(
    text: str,
    nlp: Language,
    trace: PatternTrace,
    screener: Screener | None = None,
    always: Iterable[str] = (),
) -> Why:
    """Look at a text as screening does.

    Args:
        text: any text; what is longer than an offer may be is cut.
        nlp: the language pipeline.
        trace: the patterns.
        screener: what was trained, if anything.
        always: flags that are told of in any case.
    """
    shown = text[:LONGEST]
    opened = open_text(nlp, shown)
    reading = opened.reading
    matches: dict[str, list[Matched]] = {flag: [] for flag in always}
    for match in trace.matches(reading):
        rows = matches.setdefault(match.pattern.flag, [])
        if all(row.pattern != match.pattern or row.raises != match.raises for row in rows):
            rows.append(match)
    if screener is None or not reading.norms:
        return Why(_sorted(FlagWhy(flag, rows) for flag, rows in matches.items()))
    seen = screener.flags.see(opened.with_pay(screener.pay))
    views, needed = screener.flags.look(seen), screener.flags.weighing.needed
    parts = views.parts
    told = {flag.id: flag for flag in screener.flags.raised(views)}
    flags = []
    for row, flag in enumerate(views.labels):
        piece = views.likeliest.get(flag)
        found = Sum(
            float(parts.learned[row]),
            piece.text if piece else "",
            float(parts.said[row]),
            float(parts.derived[row]),
            float(parts.context[row]),
            needed,
        )
        is_close = found.total >= found.needed - _CLOSE
        if flag in matches or flag in seen.derived or flag in told or is_close:
            rows = matches.get(flag, [])
            if flag not in seen.said:
                # In a chat only the words of those who recruit count.
                rows = [replace(row, denied=True) if row.raises else row for row in rows]
            facts = tuple(seen.derived.get(flag, ()))
            flags.append(FlagWhy(flag, rows, facts, found, told.get(flag)))
    kinds = screener.kinds
    return Why(_sorted(flags), (kinds.margin(seen.whole), kinds.needed))


def _sorted(flags: Iterable[FlagWhy]) -> list[FlagWhy]:
    return sorted(flags, key=lambda each: (not each.is_raised, not each.is_said, each.flag))
