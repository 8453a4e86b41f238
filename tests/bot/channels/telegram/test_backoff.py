from __future__ import annotations

from bot.channels.telegram.backoff import Backoff


def test_waits_double_up_to_the_longest_and_begin_anew_after_a_success() -> None:
    backoff = Backoff(1, 5)
    assert [backoff.wait() for _ in range(5)] == [1, 2, 4, 5, 5]
    backoff.reset()
    assert [backoff.wait() for _ in range(2)] == [1, 2]
