"""Under which names counts are kept: parts note them, reports read them."""

from __future__ import annotations

QUIZ, CHECK = "kuis", "cek"
# The two rounds of a check.
BEFORE, AFTER = "sebelum", "sesudah"


def of_question(item: str) -> str:
    """The name of a question of the quiz."""
    return f"{QUIZ}/{item}"


def question_of(name: str) -> str | None:
    """The question of the quiz that has this name; None for the name of something else."""
    kind, _, item = name.partition("/")
    return item if kind == QUIZ else None


def of_statement(round_: str, check: str, item: str) -> str:
    """The name of a statement of a check, in one of its rounds."""
    return f"{CHECK}/{round_}/{check}/{item}"
