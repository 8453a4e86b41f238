"""A text as screening sees it: words with their common spelling, sentences, concepts and names, all with their place in the original."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from actions.language.features import counts_of, without_repeats, word_at
from actions.screening.model import Evidence

# What ends a sentence: people separate with lines, signs and pictures as often as with full stops.
_ENDS = re.compile(r"[.!?;…•▪●►➤✓✔✅❌⛔➡👉|]+|-{2,}|={2,}|\*{2,}|_{2,}")
_PICTURE = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF]")
_ABBREVIATED = frozenset(
    "no nmr hp tlp telp jl jln pt cv kab kec prov rp bpk ibu dr drs sdr ext st".split()
)


@dataclass(frozen=True)
class Named:
    """A concept or an entity.

    Attributes:
        label: id of a concept ("paspor") or label of an entity ("negara").
        start: its first word.
        end: the word after its last.
        value: value of an entity ("KH", "IDR 8000000/bulan"); empty for a concept.
    """

    label: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True)
class Reading:
    """Words of a text without white space; places are numbers of words unless they are called offsets.

    Attributes:
        text: the original.
        offsets: first and last-plus-one code point of each word.
        norms: common spelling of each word.
        lemmas: base form of each word.
        sentences: first word and word after the last of each sentence, in order; together they cover all words.
        concepts: concepts of knowledge/concepts.
        entities: places, amounts, papers, institutions, jobs, ages.
        sentence_of: number of the sentence of each word.
        words: each word as the classifier of messages sees it; None for one that adds nothing.
    """

    text: str
    offsets: tuple[tuple[int, int], ...]
    norms: tuple[str, ...]
    lemmas: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    concepts: tuple[Named, ...]
    entities: tuple[Named, ...]
    sentence_of: tuple[int, ...] = field(repr=False)
    words: tuple[str | None, ...] = field(repr=False)

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence in which a word stands."""
        return self.sentences[self.sentence_of[place]]

    def evidence(self, start: int, end: int) -> Evidence:
        """The words of the original from one up to another."""
        first, last = self.offsets_of(start, end)
        return Evidence(self.text[first:last], first, last)

    def features(self, start: int, end: int) -> Counter[str]:
        """What the classifier of messages sees of some words, but for the shape of the text and the names of places."""
        concepts = self.concepts[
            bisect_left(self._concept_starts, start) : bisect_left(self._concept_starts, end)
        ]
        return counts_of(
            without_repeats(self.words[start:end]),
            (
                lemma
                for lemma, norm in zip(self.lemmas[start:end], self.norms[start:end], strict=True)
                if lemma != norm
            ),
            (concept.label for concept in concepts if concept.end <= end),
        )

    @cached_property
    def _concept_starts(self) -> list[int]:
        return [concept.start for concept in self.concepts]

    def offsets_of(self, start: int, end: int) -> tuple[int, int]:
        """Code points from the first word up to the end of the last."""
        return self.offsets[start][0], self.offsets[end - 1][1]


def read(nlp: Language, text: str, original: str | None = None) -> Reading:
    """Read a text.

    Args:
        nlp: what actions.language.pipeline.indonesian returns.
        text: any text.
        original: the same text before something was turned into blanks; it is what is quoted.
    """
    doc = nlp(text)
    tokens = [token for token in doc if not token.is_space]
    place_of = {token.i: place for place, token in enumerate(tokens)}
    sentences = tuple(_sentences(doc, [token.i for token in tokens]))
    return Reading(
        text=text if original is None else original,
        offsets=tuple((token.idx, token.idx + len(token)) for token in tokens),
        norms=tuple(token.norm_ for token in tokens),
        lemmas=tuple(token.lemma_ for token in tokens),
        sentences=sentences,
        concepts=tuple(_named(doc.spans["concepts"], place_of)),
        entities=tuple(_named(doc.ents, place_of)),
        words=tuple(map(word_at, tokens)),
        sentence_of=tuple(
            number for number, (start, end) in enumerate(sentences) for _ in range(start, end)
        ),
    )


def _named(spans: object, place_of: dict[int, int]) -> Iterator[Named]:
    for span in spans:  # type: ignore[attr-defined]
        places = [place_of[number] for number in range(span.start, span.end) if number in place_of]
        if places:
            yield Named(span.label_, places[0], places[-1] + 1, span.id_)


def _sentences(doc: Doc, numbers: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, number in enumerate(numbers):
        last = place + 1 == len(numbers)
        if last or _ends_sentence(doc, number, numbers[place + 1]):
            yield start, place + 1
            start = place + 1


def _ends_sentence(doc: Doc, number: int, following: int) -> bool:
    token = doc[number]
    # Tokens of white space between the two words, and the blank behind this one.
    if any("\n" in doc[between].text for between in range(number + 1, following)):
        return True
    if _PICTURE.match(token.text):
        return not _PICTURE.match(doc[following].text)
    if not _ENDS.fullmatch(token.text):
        return False
    if token.text == "." and number:
        # "No. 12", "Rp. 5.000.000", "PT. Maju"
        return doc[number - 1].lower_ not in _ABBREVIATED and bool(
            token.whitespace_ or following > number + 1
        )
    return True
