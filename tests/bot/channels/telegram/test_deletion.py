"""Deletion, proven by counting."""

from __future__ import annotations

import asyncio

from bot.channels.telegram import words
from bot.channels.telegram.deletion import delete_all


class Kept:
    """So many things of one person."""

    def __init__(self, rows: int, stubborn: bool = False) -> None:
        self.rows = rows
        self._stubborn = stubborn

    async def forget(self, owner: str) -> int:
        assert owner == "samaran"
        gone, self.rows = self.rows, self.rows if self._stubborn else 0
        return 0 if self._stubborn else gone

    async def count(self, owner: str) -> int:
        assert owner == "samaran"
        return self.rows

    remembered = count


def deleted(conversation: Kept, *stores: Kept, in_group: bool = False) -> str:
    [reply] = asyncio.run(delete_all(conversation, "samaran", stores, in_group))  # type: ignore[arg-type]
    assert reply.covers
    return reply.text


def test_what_was_deleted_is_counted_and_what_is_left_too() -> None:
    text = deleted(Kept(4), Kept(3), Kept(2))
    assert "4 dihapus, sisa 0" in text
    assert "5 dihapus, sisa 0" in text
    assert "HP Anda" in text


def test_somebody_of_whom_nothing_was_kept_hears_so() -> None:
    assert deleted(Kept(0), Kept(0)).startswith(words.NOTHING_TO_DELETE)


def test_what_could_not_be_deleted_is_not_called_deleted() -> None:
    text = deleted(Kept(4), Kept(3, stubborn=True))
    assert text.startswith(words.NOT_DELETED)
    assert "0 dihapus, sisa 3" in text
    assert "sudah dihapus" not in text


def test_a_group_hears_that_only_the_members_own_data_are_gone() -> None:
    text = deleted(Kept(4), Kept(0), in_group=True)
    assert text.startswith("Data Anda di grup ini sudah dihapus")
    assert "4 dihapus, sisa 0" in text
    assert text.endswith(words.ONLY_YOURS)
    # What a group's screen shows is no matter of one member.
    assert "HP Anda" not in text


def test_in_a_group_too_what_could_not_be_deleted_is_not_called_deleted() -> None:
    text = deleted(Kept(4, stubborn=True), in_group=True)
    assert text.startswith(words.NOT_DELETED)
    assert "4 dihapus, sisa 4" in text
    assert "sudah dihapus" not in text
