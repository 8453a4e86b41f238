from __future__ import annotations

import asyncio

import pytest

from bot.keeping import retention


class Forgets:
    def __init__(self) -> None:
        self.asked: list[float] = []
        self.tidied = 0

    async def forget_idle(self, seconds: float) -> int:
        self.asked.append(seconds)
        if len(self.asked) == 1:
            raise OSError("rahasia-7351")
        return 0

    async def tidy(self) -> bool:
        self.tidied += 1
        return True


@pytest.mark.parametrize(("days", "seconds"), [(7, 7 * 86400.0), (0, 3600.0)])
def test_it_goes_on_after_a_failure_and_says_nothing_of_it(
    days: int, seconds: float, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(retention, "EVERY_SECONDS", 0.0)
    forgets = Forgets()

    async def run() -> None:
        job = asyncio.create_task(retention.retain(forgets, days))
        while forgets.tidied < 2:
            await asyncio.sleep(0)
        job.cancel()

    asyncio.run(run())
    assert set(forgets.asked) == {seconds}
    assert "OSError" in caplog.text
    assert "7351" not in caplog.text
