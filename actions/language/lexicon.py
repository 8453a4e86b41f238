"""What the language pipeline knows, from knowledge/ as plain rows that a model can carry: names, concepts, spellings, languages."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from actions.language.beside import ALSO_WRITTEN, DOUBTFUL_WORDS, NOT_NAMES, PLACE_LABELS
from actions.language.ordinary import ordinary_words
from actions.language.places import place_rows
from actions.language.spelling import normalize_word, slang
from knowledge.load import load
from knowledge.model import Concept, Knowledge, Language

_ENDINGS = ("nya", "ku", "mu")
# Shorter words say too little to be known.
_SHORTEST_TARGET = 3
# "undang-undang" is read as two words.
_PART = re.compile(r"[^\W\d_]+")


def lexicon(root: Path, sentences: Path) -> str:
    """Everything for `actions.language.pipeline.indonesian`, in a stable order.

    Args:
        root: the knowledge folder.
        sentences: the folder of training sentences.

    Returns:
        JSON of {"names": rows of EntityFinder, "concepts": rows of ConceptFinder, "words" and "places": spellings that mistyped words are
        led back to, "ordinary": words that are never corrected (actions/language/fuzzy.py), "languages": rows of LanguageDetector}.
    """
    knowledge = load(root).knowledge
    concepts = [concept for theme in knowledge.concepts.values() for concept in theme.concepts]
    entities = map(_entity_row, filter(_is_entity, concepts))
    names = [*place_rows(knowledge), *entities, _row("", "-", [], NOT_NAMES)]
    rows = [
        {"id": concept.id, "words": concept.all_words, "not": list(concept.near_misses)}
        for concept in concepts
    ]
    parts = {
        "names": names,
        "concepts": rows,
        "words": _words(knowledge),
        "places": _places(names),
        "ordinary": sorted(ordinary_words(sentences)),
        "languages": list(map(_language_row, knowledge.languages.values())),
    }
    return json.dumps(parts, ensure_ascii=False)


def _is_entity(concept: Concept) -> bool:
    return concept.entity is not None


def _entity_row(concept: Concept) -> dict[str, Any]:
    value = concept.value or concept.id
    names = [*concept.all_words, *ALSO_WRITTEN.get(value, ())]
    return _row(str(concept.entity), value, names, concept.near_misses)


def _row(
    label: str, value: str, names: Iterable[str], near_misses: Iterable[str]
) -> dict[str, Any]:
    # "pasporku", "visanya"; "kkku" would be read as "ku".
    forms = [
        name + ending
        for name in names
        for ending in ("", *_ENDINGS)
        if not ending or (name[-1:].isalpha() and len(name) > len("kk"))
    ]
    return {
        "label": label,
        "value": value,
        "names": [name for name in forms if name not in DOUBTFUL_WORDS],
        "needs_marker": [name for name in forms if name in DOUBTFUL_WORDS],
        "not": list(near_misses),
    }


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


def _places(names: list[dict[str, Any]]) -> list[str]:
    """Single words of all places."""
    rows = (row for row in names if row["label"] in PLACE_LABELS)
    return _targets(_parts(name for row in rows for name in (*row["names"], *row["needs_marker"])))


def _parts(phrases: Iterable[str]) -> set[str]:
    return {normalize_word(part) for phrase in phrases for part in _PART.findall(phrase)}


def _targets(parts: set[str]) -> list[str]:
    return sorted(part for part in parts if len(part) >= _SHORTEST_TARGET)
