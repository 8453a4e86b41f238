"""Conversations that nobody goes on with."""

from __future__ import annotations

from bot.idle import Idle


def test_the_oldest_are_found_and_those_used_again_are_not() -> None:
    now = [0.0]
    idle = Idle(lambda: now[0])
    for second, sender in enumerate("abca"):
        now[0] = float(second)
        idle.note(sender)
    assert idle.since(10) == []
    now[0] = 4.0
    assert idle.since(2) == ["b", "c"]
    idle.drop("b")
    idle.drop("unknown")
    assert idle.since(0) == ["c", "a"]
