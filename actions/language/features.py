"""Sparse features of a message: words, word pairs, letter groups, base forms, concepts and the shape of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise

from spacy.tokens import Doc, Span, Token

from actions.language.beside import PLACE_LABELS

LETTER_GROUPS = (2, 3, 4, 5)

# What is named stands for its kind, so that "biaya ke Korea" teaches "biaya ke Taiwan" too.
MASK = {
    "negara": "__negara__",
    "provinsi": "__provinsi__",
    "uang": "__uang__",
    "umur": "__umur__",
}
MASKS = frozenset(MASK.values())
PLACE_MASKS = frozenset(MASK[label] for label in PLACE_LABELS)


def words_of(doc: Doc | Span) -> list[str]:
    """Normalised words in order: places, amounts and ages replaced by their mask, no punctuation but question marks.

    A word said twice counts once, so "anak-anak", "anak anak" and "anak2" are the same.
    """
    return without_repeats(word_at(token) for token in doc)


def word_at(token: Token) -> str | None:
    """The word of `words_of` for which a token stands; None for one that adds none."""
    mask = MASK.get(token.ent_type_)
    if mask:
        return mask if token.ent_iob_ == "B" else None
    norm: str = token.norm_
    return norm if _is_word(norm) else None


def without_repeats(words: Iterable[str | None]) -> list[str]:
    """Words in order without gaps; a word that follows itself counts once, places and amounts each time."""
    kept: list[str] = []
    for word in words:
        if word is not None and (word in MASKS or kept[-1:] != [word]):
            kept.append(word)
    return kept


@lru_cache(maxsize=50_000)
def _is_word(norm: str) -> bool:
    return norm == "?" or any(char.isalnum() for char in norm)


def concepts_in(doc: Doc | Span) -> list[Span]:
    """The concepts of a document, or those that stand whole in a piece of one."""
    if isinstance(doc, Doc):
        return list(doc.spans.get("concepts", ()))
    return [
        concept
        for concept in doc.doc.spans.get("concepts", ())
        if doc.start <= concept.start and concept.end <= doc.end
    ]


def features_of(doc: Doc | Span) -> Counter[str]:
    """Counts of all features of a document, or of a piece of one as if it stood alone.

    Each name is prefixed by its kind: w word, p pair of words, c letter group, b base form, k concept, q pair of concepts, e place,
    s shape of the text.
    """
    words = words_of(doc)
    counts = counts_of(
        words,
        (token.lemma_ for token in doc if token.lemma_ != token.norm_),
        (concept.label_ for concept in concepts_in(doc)),
    )
    counts.update(f"e:{entity.ent_id_}" for entity in doc.ents if entity.label_ in PLACE_LABELS)
    counts.update(shape_of(doc.text, len(words)))
    return counts


def counts_of(
    words: list[str], bases: Iterable[str], concepts: Iterable[str], *, letters: bool = True
) -> Counter[str]:
    """Counts of the features that words alone have: all of `features_of` but places and shape.

    Args:
        words: as `words_of` gives them.
        bases: base forms of words that are not in their base form.
        concepts: ids of concepts in order.
        letters: whether letter groups count.
    """
    names = [f"w:{word}" for word in words]
    names += [f"p:{left} {right}" for left, right in pairwise(["<s>", *words, "</s>"])]
    if letters:
        names += chain.from_iterable(letter_groups(word) for word in words if word not in MASKS)
    names += {f"b:{base}" for base in bases}
    different = list(dict.fromkeys(concepts))
    names += [f"k:{concept}" for concept in different]
    names += [f"q:{left} {right}" for left, right in pairwise(different)]
    return Counter(names)


@lru_cache(maxsize=50_000)
def letter_groups(word: str) -> tuple[str, ...]:
    """Names of the letter groups of a word, with its borders."""
    padded = f" {word} "
    return tuple(
        f"c:{padded[start : start + size]}"
        for size in LETTER_GROUPS
        for start in range(len(padded) - size + 1)
    )


_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_LONG_NUMBER = re.compile(r"\d[\d \-]{7,}\d")


def shape_of(text: str, words: int) -> list[str]:
    """Names of what the form of a text shows: pasted offers are long, with emoji, capitals, lines and telephone numbers."""
    found = [f"s:length{min(words.bit_length(), 7)}"]
    letters = sum(char.isalpha() for char in text)
    if words > 4 and sum(char.isupper() for char in text) > letters * 0.6:
        found.append("s:capitals")
    if len(_EMOJI.findall(text)) > 1:
        found.append("s:emoji")
    if _LONG_NUMBER.search(text):
        found.append("s:number")
    if text.count("\n") > 2 or text.count(" - ") > 2 or text.count("•") > 1:
        found.append("s:lines")
    if "?" in text:
        found.append("s:question")
    return found
