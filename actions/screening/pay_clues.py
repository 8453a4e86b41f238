"""What can be seen of a sum that says whether it is the pay, as features of a linear machine (pay_choice.py)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actions.screening.pay_candidates import Candidate
from actions.screening.pay_once import subject_of
from actions.screening.pay_said import cues_before
from actions.screening.pay_words import kinds_of
from actions.screening.reading import Reading
from actions.screening.wages import RUPIAH, month_level, periods_of

Clues = frozenset[str]
# How many words count: right before, behind, of the lines above and below a sum that stands nearly alone.
_BEFORE, _BEHIND, _ABOVE, _BELOW = 3, 6, 6, 4
_NEARLY_ALONE = 3
# A cue stands so many words off at most to be called right before, beside, near; else far.
_DISTANCES = (0, 1, 3, 5)
_MOST = 3
_DIGIT = re.compile(r"\d")


def clues_of(reading: Reading, candidates: Sequence[Candidate], country: str | None) -> list[Clues]:
    """The clues of each sum.

    Args:
        reading: the text.
        candidates: its sums, from left to right.
        country: ISO 3166 alpha-2 of the country of work.
    """
    subject = subject_of(reading.text)
    return [
        frozenset(
            (
                *_words(reading, each),
                *_cues(reading, each),
                *_sum(each, country),
                *_beside_others(candidates, number),
                *_subject(subject, each),
            )
        )
        for number, each in enumerate(candidates)
    ]


def _money(candidate: Candidate) -> str:
    if candidate.figure.currency == RUPIAH:
        return "rupiah"
    return "local" if candidate.is_local else "other"


def _forms(reading: Reading, start: int, end: int) -> set[str]:
    """Common spellings and base forms; a word with digits is as good as any other."""
    words = (*reading.norms[start:end], *reading.lemmas[start:end])
    return {"#" if _DIGIT.search(word) else word for word in words}


def _words(reading: Reading, candidate: Candidate) -> Iterator[str]:
    """The words around it."""
    first, behind = candidate.said.first, candidate.said.last + 1
    start, end = reading.sentence(first)
    for place, words in (
        ("before", _forms(reading, max(start, first - _BEFORE), first)),
        ("behind", _forms(reading, behind, min(end, behind + _BEHIND))),
        ("with", _forms(reading, start, first) | _forms(reading, behind, end)),
    ):
        yield from (f"{place}:{word}" for word in words)
    number = candidate.said.sentence
    if number and first - start <= _NEARLY_ALONE:
        above, stop = reading.sentences[number - 1]
        yield from (f"above:{word}" for word in _forms(reading, max(above, stop - _ABOVE), stop))
    if number + 1 < len(reading.sentences) and end - behind <= 1:
        below, stop = reading.sentences[number + 1]
        yield from (f"below:{word}" for word in _forms(reading, below, min(stop, below + _BELOW)))


def _cues(reading: Reading, candidate: Candidate) -> Iterator[str]:
    """Words for pay, fees, debts around it, also rare ones that no labelled offer holds."""
    said = candidate.said
    cues = list(cues_before(reading, said.first))
    for back, cue in cues:
        yield f"cue before:{cue} {_distance(back)}"
    yield f"cue:{said.cue} {_distance(cues[0][0]) if cues else ''}"
    yield f"cue:{said.cue},period:{candidate.figure.period is not None},{_money(candidate)}"
    behind = said.last + 1
    _, end = reading.sentence(said.first)
    for place in range(behind, min(end, behind + _BEHIND)):
        for kind in kinds_of(reading.norms[place], reading.lemmas[place]):
            yield f"kind behind:{kind}"
            yield f"kind behind:{kind} {_distance(place - behind)}"
            if not cues:
                yield f"only behind:{kind}"


def _distance(words: int) -> str:
    return next((str(most) for most in _DISTANCES if words <= most), "far")


def _sum(candidate: Candidate, country: str | None) -> Iterator[str]:
    """Its currency, period and size, and how it is written."""
    figure, money = candidate.figure, _money(candidate)
    currency = figure.currency or RUPIAH
    yield f"period:{figure.period}"
    yield f"{money},period:{figure.period is not None}"
    yield f"{money},country:{country}"
    fits = ",".join(periods_of(figure.low, currency))
    yield f"fits:{fits}"
    yield f"{money},fits:{fits}"
    level = month_level(figure.low, currency)
    yield f"level:{level}"
    yield f"{money},level:{level}"
    for name, holds in (
        ("bare", candidate.is_bare),
        ("guess", candidate.is_guess),
        ("ends line", candidate.ends_line),
        ("range", figure.low != figure.high),
    ):
        yield f"{name}:{holds}"


def _beside_others(candidates: Sequence[Candidate], number: int) -> Iterator[str]:
    """What other sums the text has."""
    candidate = candidates[number]
    money = _money(candidate)
    others = [each for place, each in enumerate(candidates) if place != number]
    yield f"sums:{min(len(others), _MOST)}"
    yield f"number:{min(number, _MOST)}"
    yield money if others else f"{money} alone"
    for each in others:
        yield f"{money} beside {_money(each)}"
    called = sorted({each.said.cue for each in others})
    yield f"cue:{candidate.said.cue},others:{' '.join(called) if others else None}"
    same = [each.figure.low for each in others if each.figure.currency == candidate.figure.currency]
    if same:
        yield f"largest:{candidate.figure.low >= max(same)}"
        yield f"smallest:{candidate.figure.low <= min(same)}"


def _subject(subject: str, candidate: Candidate) -> Iterator[str]:
    """What it is where the text is about a body, a bride or an errand."""
    if subject:
        yield f"{subject},cue:{candidate.said.cue}"
        yield f"{subject},{_money(candidate)}"
        yield f"{subject},period:{candidate.figure.period is not None}"
