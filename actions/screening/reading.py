"""A text as screening sees it: words with their common spelling, sentences, concepts and names, all with their place in the original."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

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

    def features(self, start: int, end: int, *, letters: bool = True) -> Counter[str]:
        """What the classifier of messages sees of some words, but for the shape of the text and the names of places.

        Args:
            start: the first word.
            end: the word after the last.
            letters: whether letter groups count.
        """
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
            letters=letters,
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
    return reading_of(nlp(text), original)


def reading_of(doc: Doc, original: str | None = None) -> Reading:
    """Read a document of the pipeline; as `read`."""
    tokens = [token for token in doc if not token.is_space]
    sentences = tuple(_sentences(doc, tokens))
    words_before = list(accumulate((not token.is_space for token in doc), initial=0))
    return Reading(
        text=doc.text if original is None else original,
        offsets=tuple((token.idx, token.idx + len(token)) for token in tokens),
        norms=tuple(token.norm_ for token in tokens),
        lemmas=tuple(token.lemma_ for token in tokens),
        sentences=sentences,
        concepts=tuple(_named(doc.spans["concepts"], words_before)),
        entities=tuple(_named(doc.ents, words_before)),
        words=tuple(map(word_at, tokens)),
        sentence_of=tuple(
            number for number, (start, end) in enumerate(sentences) for _ in range(start, end)
        ),
    )


def _named(spans: Iterable[Span], words_before: Sequence[int]) -> Iterator[Named]:
    """Spans that hold a word; `words_before` has the number of words before each token, and of all."""
    for span in spans:
        start, end = words_before[span.start], words_before[span.end]
        if start < end:
            yield Named(span.label_, start, end, span.id_)


def _sentences(doc: Doc, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, (token, following) in enumerate(pairwise(tokens), 1):
        if _ends_sentence(doc, token, following):
            yield start, place
            start = place
    if tokens:
        yield start, len(tokens)


def _ends_sentence(doc: Doc, token: Token, following: Token) -> bool:
    # Tokens of white space between the two words, and the blank behind this one.
    is_apart = following.i > token.i + 1
    if is_apart and any("\n" in between.text for between in doc[token.i + 1 : following.i]):
        return True
    sign = token.text
    # Nearly every token is a word.
    if sign[0].isalpha():
        return False
    if _PICTURE.match(sign):
        return not _PICTURE.match(following.text)
    if not _ENDS.fullmatch(sign):
        return False
    if sign == "." and token.i:
        # "No. 12", "Rp. 5.000.000", "PT. Maju"
        before = doc[token.i - 1].lower_
        return before not in _ABBREVIATED and bool(token.whitespace_ or is_apart)
    return True
