"""Compiles the lexicon while a model is trained: every phrase in its common spelling, so that a start reads none of them anew."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from actions.language.lemma import base_form
from actions.language.phrases import joined
from actions.language.pipes import NO_CONCEPT, NO_NAME
from actions.language.tokens import ChatIndonesian
from knowledge.spelling import normalize_word

Spelt = Callable[[str], list[str]]


def compiled(rows: Mapping[str, Any]) -> str:
    """What `actions.language.pipeline.indonesian` reads, as JSON.

    Args:
        rows: what `actions.language.lexicon.rows` returns.
    """
    tokens_of = ChatIndonesian().make_doc

    def spelt(phrase: str) -> list[str]:
        return [normalize_word(token.text) or token.lower_ for token in tokens_of(phrase)]

    parts = {
        "spellings": {name: rows[name] for name in ("words", "sparing", "ordinary")},
        "people": rows["people"],
        "names": {**_names(rows["names"], spelt), "beside": _beside(rows["beside"])},
        "concepts": _concepts(rows["concepts"], spelt),
        "languages": rows["languages"],
    }
    return json.dumps(parts, ensure_ascii=False)


def _names(rows: Iterable[Mapping[str, Any]], spelt: Spelt) -> dict[str, Any]:
    """Phrase -> numbers of what it may mean; each meaning with the spellings of a name that is doubtful."""
    phrases: dict[str, list[int]] = {}
    meanings: list[tuple[str, str, list[str] | None]] = []
    for row in rows:
        doubtful = [name.casefold() for name in row["needs_marker"]]
        for names, meaning in (
            (row["names"], (row["label"], row["value"], None)),
            (row["needs_marker"], (row["label"], row["value"], doubtful)),
            (row["not"], (NO_NAME, row["value"], None)),
        ):
            for phrase in dict.fromkeys(joined(spelt(name)) for name in names):
                phrases.setdefault(phrase, []).append(len(meanings))
            meanings.append(meaning)
    return {"phrases": phrases, "meanings": meanings}


def _beside(kinds: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, dict[str, list[str]]]:
    return {
        kind: {use: sorted(set(map(_with_dot, words))) for use, words in uses.items()}
        for kind, uses in kinds.items()
    }


def _with_dot(word: str) -> str:
    """The common spelling of a word, with the dot of an abbreviation."""
    stem = word.removesuffix(".")
    return normalize_word(stem) + word[len(stem) :]


def _concepts(rows: Iterable[Mapping[str, Any]], spelt: Spelt) -> dict[str, dict[str, str]]:
    """Phrase -> concept, by spelling and by base form."""
    norms: dict[str, str] = {}
    no_concept: dict[str, str] = {}
    owners: dict[str, set[str]] = {}
    for row in rows:
        for phrase in row["words"]:
            words = spelt(phrase)
            norms.setdefault(joined(words), row["id"])
            owners.setdefault(joined(map(base_form, words)), set()).add(row["id"])
        no_concept |= {joined(spelt(phrase)): NO_CONCEPT for phrase in row["not"]}
    # A base form that two concepts share says nothing; one that is a word of another concept neither.
    lemmas = {
        base: owner
        for base, (owner, *others) in owners.items()
        if not others and norms.get(base, owner) == owner
    }
    return {"norms": no_concept | norms, "lemmas": lemmas}
