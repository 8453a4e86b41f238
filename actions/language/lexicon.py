"""What the language pipeline knows, from knowledge/ as plain rows that a model can carry: names, concepts, spellings, languages."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from actions.language.beside import PLACE_LABELS, KindOfName, kind_of
from actions.language.compiled import compiled
from actions.language.ordinary import ordinary_words
from actions.language.pipes import NO_NAME
from actions.language.places import place_rows
from knowledge.first_names import first_names
from knowledge.load import load
from knowledge.model import Concept, Knowledge, Language
from knowledge.spelling import normalize_word, slang

_ENDINGS = ("nya", "ku", "mu")
# Shorter words say too little to be known.
_SHORTEST_TARGET = 3
# Longer ones have few neighbours: "perbatasan", "surrogate".
_SHORT = 6
_MOST_SEVERE = 3
# A pattern that one word of a concept is enough for (actions/screening/patterns.py).
_ONE_CONCEPT = re.compile(r"\{(\w+)\}")
# "undang-undang" is read as two words.
_PART = re.compile(r"[^\W\d_]+")


def lexicon(root: Path, sentences: Path) -> str:
    """Everything for `actions.language.pipeline.indonesian`, compiled (actions/language/compiled.py); arguments as of `rows`."""
    return compiled(rows(root, sentences))


def rows(root: Path, sentences: Path) -> dict[str, Any]:
    """What knowledge/ says of the language, in a stable order.

    Args:
        root: the knowledge folder.
        sentences: the folder of training sentences.

    Returns:
        "names": rows of {"label", "value", "names", "needs_marker", "not"}; "beside": kind of name -> words that decide about a
        name (actions/language/beside.py); "concepts": rows of {"id", "words", "not"}; "words" and "sparing": spellings that mistyped
        words are led back to; "ordinary": words that are never corrected (actions/language/fuzzy.py); "people": first names
        (actions/language/namesakes.py); "languages": rows of LanguageDetector.
    """
    knowledge = load(root).knowledge
    concepts = [concept for theme in knowledge.concepts.values() for concept in theme.concepts]
    grave = _grave(knowledge)
    names = [*place_rows(knowledge), *_entity_rows(concepts, knowledge), *_no_names(knowledge)]
    return {
        "names": names,
        "beside": {
            kind: {use: list(getattr(words, use)) for use in KindOfName.__dataclass_fields__}
            for kind, words in knowledge.names.items()
        },
        "concepts": [
            {"id": concept.id, "words": concept.all_words, "not": list(concept.near_misses)}
            for concept in concepts
        ],
        "words": sorted(set(_words(knowledge)) - grave),
        "sparing": sorted(grave.union(_places(names))),
        "ordinary": sorted(ordinary_words(sentences)),
        "people": sorted(first_names()),
        "languages": list(map(_language_row, knowledge.languages.values())),
    }


def _entity_rows(concepts: Iterable[Concept], knowledge: Knowledge) -> Iterator[dict[str, Any]]:
    for concept in concepts:
        if concept.entity is not None:
            doubtful = knowledge.words_beside(kind_of(concept.entity)).doubtful
            names = (*concept.all_words, *concept.other_names)
            yield {
                "label": concept.entity,
                "value": concept.value or concept.id,
                "names": _forms(name for name in names if name not in doubtful),
                "needs_marker": _forms(name for name in names if name in doubtful),
                "not": list(concept.near_misses),
            }


def _forms(names: Iterable[str]) -> list[str]:
    """Names and the forms that say whose they are: "pasporku", "visanya"; "kkku" would be read as "ku"."""
    forms = []
    for name in names:
        forms.append(name)
        if name[-1:].isalpha() and len(name) > len("kk"):
            forms += (name + ending for ending in _ENDINGS)
    return forms


def _no_names(knowledge: Knowledge) -> Iterator[dict[str, Any]]:
    """A row for each kind of name, of the phrases in which a word looks like one and is none."""
    for kind, words in knowledge.names.items():
        row = {"label": NO_NAME, "value": kind, "names": [], "needs_marker": []}
        yield {**row, "not": list(words.not_names)}


def _language_row(language: Language) -> dict[str, Any]:
    return {
        "id": language.id,
        "name": language.name,
        "greeting": language.greeting,
        "answer_note": language.answer_note,
        "strong": list(language.markers),
        "weak": list(language.weak_markers),
    }


def _words(knowledge: Knowledge) -> list[str]:
    """Single words of all concepts and of the countries' own names, and both sides of slang.yml."""
    phrases = [country.name for country in knowledge.countries.values()]
    phrases += [
        word
        for theme in knowledge.concepts.values()
        for concept in theme.concepts
        for word in concept.all_words
    ]
    return _targets({*slang(), *slang().values(), *_parts(phrases)})


def _grave(knowledge: Knowledge) -> frozenset[str]:
    """Short words that raise a red flag of the highest severity by themselves, so that a name one letter away must not become one."""
    alone = {
        found[1]
        for flag in knowledge.red_flags.values()
        if flag.severity == _MOST_SEVERE
        for found in map(_ONE_CONCEPT.fullmatch, flag.patterns)
        if found
    }
    words = (
        normalize_word(word)
        for theme in knowledge.concepts.values()
        for concept in theme.concepts
        if concept.id in alone
        for word in concept.all_words
    )
    return frozenset(
        word for word in words if word.isalpha() and _SHORTEST_TARGET <= len(word) <= _SHORT
    )


def _places(names: list[dict[str, Any]]) -> list[str]:
    """Single words of all places."""
    rows = (row for row in names if row["label"] in PLACE_LABELS)
    return _targets(_parts(name for row in rows for name in (*row["names"], *row["needs_marker"])))


def _parts(phrases: Iterable[str]) -> set[str]:
    return {normalize_word(part) for phrase in phrases for part in _PART.findall(phrase)}


def _targets(parts: set[str]) -> list[str]:
    return sorted(part for part in parts if len(part) >= _SHORTEST_TARGET)
