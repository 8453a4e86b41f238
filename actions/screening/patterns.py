"""The small language in which knowledge/red_flags and knowledge/crisis describe how they are told, and the index that finds all patterns.

A pattern is a row of elements that follow each other in one sentence:

    word        the word in any spelling or with any affix whose base form it is: bayar finds "membayar", "dibayarin"
    =word       this word only
    {concept}   a concept of knowledge/concepts: {paspor}
    <entity>    an entity: <negara>, <uang>, <uang:USD>, <negara:KH>
    a/b         either; alternatives of several words stand in parentheses: tebus/(ganti rugi/bayar denda)
    ..  ...     up to three, up to eight words between; without dots only fillers ("aja", "dulu", "kak") may stand between

spaCy's own Matcher needs 130 ms for 1,500 such patterns on 170 words, because it tries all of them at every word; here only those are
tried whose first element begins at the word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from actions.screening.reading import Reading
from knowledge.spelling import normalize_word

NEAR, FAR = 3, 8
_GAPS = {"..": NEAR, "...": FAR}
# Words that say nothing and may stand between two words of a pattern.
NEGATORS = frozenset(
    "tidak bukan tanpa jangan belum anti no non dilarang hindari tolak ora mboten henteu teu ndak tak zero bebas stop mustahil".split()
)
FILLERS = frozenset(
    """aja saja dulu dl sih dong deh kok lah ya yah kak kk mas mbak bang pak bu dek sis bro gan nya pun itu ini yg yang ke di untuk buat
    akan bakal bisa langsung lagi juga nanti tuh kan nih sudah telah semua semuanya " ' ( ) * : , - / ~ `""".split()
)
_ELEMENT = re.compile(r"(?:\([^()]*\)|[^\s()])+")
_CHOICE = re.compile(r"\(([^()]*)\)|([^/()]+)")
_PART = re.compile(r"=?[\w']+|\{\w+\}|<\w+(?::\w+)?>")

Symbol = tuple[str, str]


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why, in Indonesian."""


@dataclass(frozen=True)
class Element:
    """One step of a pattern.

    Attributes:
        alternatives: rows of symbols, any of which will do.
        gap: how many words may stand before it; 0 for fillers only.
    """

    alternatives: tuple[tuple[Symbol, ...], ...]
    gap: int

    @cached_property
    def firsts(self) -> frozenset[Symbol]:
        """What an alternative may begin with."""
        return frozenset(alternative[0] for alternative in self.alternatives)


Pattern = tuple[Element, ...]
# Key, pattern, one of its first alternatives, what each further element may begin with, whether it denies.
_Way = tuple[str, Pattern, tuple[Symbol, ...], tuple[frozenset[Symbol], ...], bool]


def parse(source: str) -> Pattern:
    """Read a pattern.

    Raises:
        PatternError: it is empty, begins or ends with dots, or has a sign that means nothing.
    """
    elements: list[Element] = []
    gap = 0
    words = _ELEMENT.findall(source.strip())
    if not words or words[0] in _GAPS or words[-1] in _GAPS:
        raise PatternError(f'pola "{source}" harus mulai dan selesai dengan kata')
    for word in words:
        if word in _GAPS:
            gap = _GAPS[word]
            continue
        elements.append(Element(_alternatives(word, source), gap))
        gap = 0
    return tuple(elements)


def _alternatives(word: str, source: str) -> tuple[tuple[Symbol, ...], ...]:
    if word.startswith("/") or word.endswith("/") or "//" in word:
        raise PatternError(f'pola "{source}": di samping "/" kurang satu kata')
    rows = []
    for choice in _choices(word):
        parts = choice.split()
        if not parts or not all(_PART.fullmatch(part) for part in parts):
            raise PatternError(f'pola "{source}": "{choice}" tidak dapat dibaca')
        rows.append(tuple(map(_symbol, parts)))
    return tuple(rows)


def _choices(word: str) -> list[str]:
    """Split what "/" separates: "a/(b c/d)/e" into "a", "b c", "d" and "e"."""
    found = (bracketed or bare for bracketed, bare in _CHOICE.findall(word))
    return [choice for group in found for choice in group.split("/")]


def _symbol(part: str) -> Symbol:
    if part[0] == "{":
        return "concept", part[1:-1]
    if part[0] == "<":
        label, _, value = part[1:-1].partition(":")
        return "entity", f"{label}:{value}" if value else label
    if part[0] == "=":
        return "norm", normalize_word(part[1:])
    return "word", normalize_word(part)


@dataclass(frozen=True)
class Match:
    """A pattern found.

    Attributes:
        key: what the pattern stands for.
        start: its first word.
        end: the word after its last.
        denies: whether the pattern itself has a word that denies ("tanpa kontrak").
    """

    key: str
    start: int
    end: int
    denies: bool = False


class PatternIndex:
    """Finds many patterns in one pass over the words of a text."""

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        """Keep patterns, each under a key; a key may have several."""
        self._by_first: dict[Symbol, list[_Way]] = defaultdict(list)
        for key, pattern in patterns:
            own, firsts = denies(pattern), tuple(element.firsts for element in pattern[1:])
            for alternative in pattern[0].alternatives:
                self._by_first[alternative[0]].append((key, pattern, alternative, firsts, own))

    def find(self, reading: Reading) -> list[Match]:
        """All matches, the shortest for each pattern and first word."""
        symbols = _symbols(reading)
        found = []
        for start, limit in reading.sentences:
            there = set().union(*symbols[start:limit])
            here = ((place, symbol) for place in range(start, limit) for symbol in symbols[place])
            for place, symbol in here:
                for key, pattern, alternative, firsts, denies in self._by_first.get(symbol, ()):
                    # Most patterns go on with words that the sentence does not have.
                    if any(map(there.isdisjoint, firsts)):
                        continue
                    end = _row(symbols, alternative, place, limit)
                    if end is not None:
                        end = _elements(reading, symbols, pattern, 1, end, limit)
                    if end is not None:
                        found.append(Match(key, place, end, denies))
        return found


def denies(pattern: Pattern) -> bool:
    """True when each way to match the pattern, or one of its concepts, contains a word that denies."""
    return any(
        kind in ("word", "norm") and value in NEGATORS
        for element in pattern
        for alternative in element.alternatives
        for kind, value in alternative
    ) or any(
        kind == "concept" for alternative in pattern[0].alternatives for kind, _ in alternative
    )


Symbols = Sequence[Mapping[Symbol, int]]


def _symbols(reading: Reading) -> Symbols:
    """For each word what begins there, and the word after it."""
    symbols: list[dict[Symbol, int]] = []
    for place, (norm, lemma) in enumerate(zip(reading.norms, reading.lemmas, strict=True)):
        after = place + 1
        symbols.append({("norm", norm): after, ("word", norm): after, ("word", lemma): after})
    for concept in reading.concepts:
        symbols[concept.start]["concept", concept.label] = concept.end
    for entity in reading.entities:
        here = symbols[entity.start]
        here["entity", entity.label] = entity.end
        # "<uang:USD>" and "<negara:KH>"
        here["entity", f"{entity.label}:{entity.value.split(' ', 1)[0]}"] = entity.end
    return symbols


def _elements(
    reading: Reading, symbols: Symbols, pattern: Pattern, number: int, place: int, limit: int
) -> int | None:
    """The word after the last of the elements from `number` on, when they stand from `place` on; the nearest wins."""
    if number == len(pattern):
        return place
    element = pattern[number]
    firsts = element.firsts
    for start in _starts(reading, place, limit, element.gap):
        # At nearly every word nothing begins that is wanted.
        if firsts.isdisjoint(symbols[start]):
            continue
        for alternative in element.alternatives:
            end = _row(symbols, alternative, start, limit)
            if end is not None:
                last = _elements(reading, symbols, pattern, number + 1, end, limit)
                if last is not None:
                    return last
    return None


def _starts(reading: Reading, place: int, limit: int, gap: int) -> Iterator[int]:
    """Where the next element may begin: fillers do not count."""
    left = gap
    for start in range(place, limit):
        yield start
        if reading.norms[start] not in FILLERS:
            if not left:
                return
            left -= 1


def _row(symbols: Symbols, row: tuple[Symbol, ...], place: int, limit: int) -> int | None:
    for symbol in row:
        if place >= limit:
            return None
        after = symbols[place].get(symbol)
        if after is None:
            return None
        place = after
    return place
