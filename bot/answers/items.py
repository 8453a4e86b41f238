"""Answers as they are reviewed: all forms of one answer together, with examples, sources, and a digest of their words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.dates import MONTHS
from bot.answers.of_topics import GROUPS
from bot.answers.said import KINDS, Item, Said
from bot.answers.walk import walk
from bot.answers.world import World
from bot.evaluation.sets import labelled
from bot.paths import SENTENCES

EXAMPLES = 3
_DIGEST_LETTERS = 12
# A day on which something was confirmed again changes no answer.
_DAY = rf"(?:\d{{1,2}} )?(?:(?:{'|'.join(MONTHS)}) )?20\d\d"
_DATES = re.compile(
    rf"(?:(?:Terakhir d|D)ipastikan|Dicek) {_DAY}\.|Dicetak {_DAY}\. Sesudah {_DAY},"
)


@dataclass(frozen=True)
class Reviewed:
    """One answer with everything that an expert needs to judge it.

    Attributes:
        item: what it is.
        forms: those that say something that the forms before them do not.
        examples: questions that lead to it, as people type them.
        sources: ids, in the order in which they are cited.
        digest: changes with the words; see `digest`.
    """

    item: Item
    forms: tuple[Said, ...]
    examples: tuple[str, ...]
    sources: tuple[str, ...]
    digest: str


def reviewed(world: World) -> list[Reviewed]:
    """Every answer, those of a kind and group together, else in the order of the walk."""
    forms: dict[str, list[Said]] = {}
    for said in walk(world):
        forms.setdefault(said.item.id, []).append(said)
    examples = _examples()
    kinds, groups = list(KINDS), ["", *GROUPS.values()]

    def place(row: Reviewed) -> tuple[int, int]:
        group = row.item.group
        return kinds.index(row.item.kind), groups.index(group) if group in groups else 0

    whole = [
        Reviewed(
            each[0].item,
            telling(each),
            examples.get(each[0].item.name, ()),
            tuple(dict.fromkeys(source for form in each for source in form.sources)),
            digest(each),
        )
        for each in forms.values()
    ]
    return sorted(whole, key=place)


def telling(forms: Sequence[Said]) -> tuple[Said, ...]:
    """The forms that hold a paragraph which none before them holds; the first in any case.

    Lists of sources are none: they stand beside the answer.
    """
    told: set[str] = set()
    kept: list[Said] = []
    for form in forms:
        paragraphs = {
            each
            for each in form.text.split("\n\n")
            if not each.startswith("Sumber") and "\nhttp" not in each
        }
        if not kept or not paragraphs <= told:
            kept.append(form)
            told |= paragraphs
    return tuple(kept)


def digest(forms: Iterable[Said]) -> str:
    """Twelve letters that change with any word or button of the forms; days of checks do not count."""
    content = hashlib.sha256()
    for form in forms:
        for part in (form.form, *form.bubbles, *(each.title for each in form.choices)):
            words = _DATES.sub("", part)
            content.update(f"{len(words)}:{words}\n".encode())
    return content.hexdigest()[:_DIGEST_LETTERS]


def _examples() -> dict[str, tuple[str, ...]]:
    """Intent -> the first sentences that people type for it."""
    found: dict[str, list[str]] = {}
    for intent, text in labelled(SENTENCES):
        if len(found.setdefault(intent, [])) < EXAMPLES:
            found[intent].append(text)
    return {intent: tuple(texts) for intent, texts in found.items()}
