from __future__ import annotations

from bot.channels.telegram.newest import Newest


def test_what_was_not_used_for_longest_is_forgotten() -> None:
    made: list[str] = []

    def make(key: str) -> list[str]:
        made.append(key)
        return [key]

    table = Newest(2, make)
    first = table.use("a")
    table.use("b")
    assert table.use("a") is first
    table.use("c")
    # Asked for, but not used.
    assert ("a" in table, "b" in table, "c" in table) == (True, False, True)
    table.use("b")
    assert made == ["a", "b", "c", "b"]
    assert "a" not in table
