from __future__ import annotations

from dataclasses import replace

from bot.reload.rolling import MOST_SECONDS, Loads, Rolling


class Workers:
    """Two workers and a clock, moved by hand."""

    def __init__(self) -> None:
        self.said = [Loads(10, 1, 0), Loads(11, 1, 0)]
        self.sent: list[int] = []
        self.told: list[tuple[str, int]] = []
        self.now = 0.0
        self.rolling = Rolling(
            2,
            lambda number: self.said[number],
            self.sent.append,
            lambda word, number: self.told.append((word, number)),
            lambda: self.now,
        )

    def look(self, asked: bool = False) -> bool:
        return self.rolling.look(asked)

    def loads(self, number: int, failed: bool = False) -> None:
        said = self.said[number]
        self.said[number] = replace(
            said, worked=said.worked + (not failed), failed=said.failed + failed
        )


def test_the_next_one_waits_until_the_one_before_is_ready_again() -> None:
    workers = Workers()
    assert not workers.look()
    assert workers.look(asked=True)
    assert workers.sent == [0]
    for _ in range(3):
        workers.look()
    assert workers.sent == [0]
    workers.loads(0)
    workers.look()
    workers.look()
    assert workers.sent == [0, 1]
    workers.loads(1)
    workers.look()
    workers.look()
    assert workers.sent == [0, 1]
    assert workers.told == []


def test_a_signal_meanwhile_is_for_the_time_after() -> None:
    workers = Workers()
    workers.look(asked=True)
    assert not workers.look(asked=True)
    for number in (0, 1):
        workers.loads(number)
        workers.look()
        workers.look()
    assert workers.sent == [0, 1]
    assert workers.look(asked=True)
    assert workers.sent == [0, 1, 0]


def test_one_that_cannot_load_ends_it_and_the_others_stay_as_they_are() -> None:
    workers = Workers()
    workers.look(asked=True)
    workers.loads(0, failed=True)
    workers.look()
    workers.look()
    assert workers.sent == [0]
    assert workers.told == [("reload_stopped", 0)]
    assert workers.look(asked=True)
    assert workers.sent == [0, 0]


def test_one_that_starts_is_waited_for_and_one_that_died_has_loaded_when_it_is_back() -> None:
    workers = Workers()
    workers.said[0] = Loads(10, 0, 0)
    workers.look(asked=True)
    assert workers.sent == []
    workers.loads(0)
    workers.look()
    assert workers.sent == [0]
    workers.said[0] = Loads(20, 0, 0)
    workers.look()
    workers.look()
    assert workers.sent == [0]
    workers.said[0] = Loads(20, 1, 0)
    workers.look()
    workers.look()
    assert workers.sent == [0, 1]


def test_one_that_says_nothing_holds_nobody_up_for_ever() -> None:
    workers = Workers()
    workers.look(asked=True)
    workers.now = MOST_SECONDS + 1
    workers.look()
    workers.look()
    assert workers.told == [("reload_late", 0)]
    assert workers.sent == [0, 1]
