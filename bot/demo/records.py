"""What scenes and role-plays have in common: each is a record that is chosen by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.demo.part import Choice, Json, PartError
from knowledge.model_hall import Roleplay, Scene

Record = TypeVar("Record")


def choices_of(records: Iterable[Scene | Roleplay]) -> list[Choice]:
    """What the menu offers."""
    return [
        Choice(f"{each.title} ({each.minutes} menit)", {"id": each.id}, each.teaser)
        for each in records
    ]


def chosen(find: Callable[[str], Record | None], arguments: Json, gone: str) -> Record:
    """The record that was chosen.

    Args:
        find: id -> record.
        arguments: of the choice.
        gone: what is said when there is none.

    Raises:
        PartError: there is none.
    """
    record = find(str(arguments.get("id")))
    if record is None:
        raise PartError(gone)
    return record
