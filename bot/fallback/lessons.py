"""The texts that cues are learned from: what editors wrote of dangers, and the training sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from bot.fallback.cues import Lesson
from bot.nlu.calm import calm_texts
from knowledge.model import Concept, Crisis

# "[kamboja](negara)" and "[kamboja]{"entity": ...}": an entity in a training sentence.
_MARK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")
_EXAMPLE = "- "
# A pattern that one concept is enough for.
_ONE_CONCEPT = re.compile(r"\{(\w+)\}")


def lessons(crises: Iterable[Crisis], sentences: Path) -> Iterator[Lesson]:
    """All of them.

    Args:
        crises: with phrases and near misses.
        sentences: the folder of training sentences.
    """
    ids = set()
    for crisis in crises:
        ids.add(crisis.id)
        yield from ((phrase, crisis.id) for phrase in crisis.phrases)
        yield from ((text, None) for text in crisis.near_misses)
    for _, intent, text in training_sentences(sentences):
        yield text, intent if intent in ids else None
    yield from ((text, None) for text in calm_texts())


def plain_phrases(crises: Iterable[Crisis], concepts: Iterable[Concept]) -> dict[str, str]:
    """The words of each concept that editors hold to be enough for a danger -> id of the danger."""
    words = {concept.id: concept.all_words for concept in concepts}
    return {
        phrase: crisis.id
        for crisis in crises
        for found in map(_ONE_CONCEPT.fullmatch, crisis.patterns)
        if found
        for phrase in words.get(found[1], ())
    }


def training_sentences(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Where each training sentence comes from, its intent, and the sentence without marks of entities."""
    for file in sorted(folder.glob("*.yml")):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for group in data["nlu"]:
            origin = (group.get("metadata") or {}).get("origin", "")
            for line in group["examples"].splitlines():
                if line.startswith(_EXAMPLE):
                    text = _MARK.sub(r"\1", line.removeprefix(_EXAMPLE).strip())
                    yield origin, group["intent"], text
