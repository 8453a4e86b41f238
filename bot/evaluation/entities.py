"""How well the language pipeline finds what a message names, against sentences marked `[text](kind:value)`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_MARK = re.compile(r"\[([^\[\]]+)\]\(([a-z_]+):([^()]*)\)")
ALL = "semua"


class Entity(NamedTuple):
    """A name in a text: where it stands, of what kind it is, and its value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass
class Count:
    """How many entities were found, and how many of the marked ones."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the found entities that are marked; 1.0 when none was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of the marked entities that were found; 1.0 when none is marked."""
        marked = self.right + self.missed
        return self.right / marked if marked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


class Mistake(NamedTuple):
    """A sentence in which something was missed or found wrongly."""

    text: str
    missed: tuple[Entity, ...]
    wrong: tuple[Entity, ...]

    def __str__(self) -> str:
        """One line a mistake, for people."""
        lines = [self.text]
        for sign, entities in (("-", self.missed), ("+", self.wrong)):
            lines += [
                f"  {sign} {self.text[e.start : e.end]!r} {e.kind}:{e.value}" for e in entities
            ]
        return "\n".join(lines)


@dataclass
class Score:
    """Counts a kind, and over all under `ALL`.

    Attributes:
        spans: right are entities with the marked kind at exactly the marked place.
        values: right are those whose value is right too.
        mistakes: every sentence with an entity whose place, kind or value is wrong.
    """

    spans: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    values: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    mistakes: list[Mistake] = field(default_factory=list)


def marked(line: str) -> tuple[str, list[Entity]]:
    """The text of a marked sentence, and the entities marked in it.

    Args:
        line: a sentence such as "gaji di [kmboja](negara:KH)".
    """
    text, entities, end = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[end : mark.start()]
        entities.append(Entity(len(text), len(text) + len(mark[1]), mark[2], mark[3]))
        text += mark[1]
        end = mark.end()
    return text + line[end:], entities


def found(doc: Any) -> list[Entity]:
    """The entities of a spaCy document."""
    return [Entity(e.start_char, e.end_char, e.label_, e.ent_id_) for e in doc.ents]


def score(lines: Iterable[str], read: Callable[[str], Any]) -> Score:
    """Compare what a pipeline finds with the marks.

    Args:
        lines: marked sentences.
        read: the pipeline, from text to spaCy document.
    """
    result = Score()
    for line in lines:
        text, expected = marked(line)
        actual = found(read(text))
        _count(result.spans, {entity[:3] for entity in expected}, {entity[:3] for entity in actual})
        _count(result.values, set(expected), set(actual))
        if set(expected) != set(actual):
            missed = tuple(entity for entity in expected if entity not in actual)
            wrong = tuple(entity for entity in actual if entity not in expected)
            result.mistakes.append(Mistake(text, missed, wrong))
    return result


def report(result: Score) -> Iterator[str]:
    """Lines of a table: precision, recall and F1 a kind, by place and kind and then by value too."""
    yield f"{'':12}{'n':>5}  {'P':>6}{'R':>7}{'F1':>7}   {'P':>6}{'R':>7}{'F1':>7}"
    for kind in [*sorted(set(result.spans) - {ALL}), ALL]:
        span, value = result.spans[kind], result.values[kind]
        figures = "   ".join(
            f"{count.precision:6.1%} {count.recall:6.1%} {count.f1:6.1%}" for count in (span, value)
        )
        yield f"{kind:12}{span.right + span.missed:5}  {figures}"


def _count(counts: dict[str, Count], expected: set[Any], actual: set[Any]) -> None:
    for entity in expected | actual:
        for kind in (entity[2], ALL):
            if entity in expected and entity in actual:
                counts[kind].right += 1
            elif entity in actual:
                counts[kind].wrong += 1
            else:
                counts[kind].missed += 1
