"""What a check reports: one finding per problem, with its place and a tip in Indonesian."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


class KnowledgeError(Exception):
    """The knowledge folder cannot be used; the text is Indonesian, for whoever ran the command."""


@dataclass(frozen=True, order=True)
class Finding:
    """One problem in one place.

    Attributes:
        path: file, relative to the folder above `knowledge/`, with forward slashes.
        line: line in that file, from 1.
        field: dotted path of the field, such as `longer[0].text`; empty for the whole file.
        message: what is wrong, Indonesian.
        tip: what to do about it, Indonesian.
        rule: name of the rule that found it.
        level: `error` stops a build, `warning` does not.
        value: the offending value, by which `exceptions.yml` can excuse it.
    """

    path: str
    line: int
    field: str
    message: str
    tip: str
    rule: str
    level: Level = "error"
    value: str = ""

    def __str__(self) -> str:
        """Return the line that an editor reads: `file:line field: message. Saran: tip [rule]`."""
        place = " ".join(part for part in (f"{self.path}:{self.line}", self.field) if part)
        mark = "peringatan: " if self.level == "warning" else ""
        return f"{place}: {mark}{self.message} Saran: {self.tip} [{self.rule}]"


def did_you_mean(wrong: str, candidates: Iterable[str], otherwise: str) -> str:
    """Return a tip that names the nearest candidate, or `otherwise` when none is near."""
    near = difflib.get_close_matches(wrong, list(candidates), n=1, cutoff=0.6)
    return f"mungkin maksudnya '{near[0]}'." if near else otherwise
