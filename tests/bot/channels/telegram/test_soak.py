"""The soak in small; in full by hand: `python -m tests.helpers.telegram_soak`."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from tests.helpers.telegram_server import NO_LIMITS
from tests.helpers.telegram_soak import FAULTS, soak


def test_twenty_people_are_answered_in_order_through_faults_and_a_kill(tmp_path: Path) -> None:
    soaked = asyncio.run(
        soak(
            tmp_path / "home",
            tmp_path / "log",
            "--unlimited",
            "--hasty",
            chats=20,
            messages=300,
            rate=150,
            # Each 429 costs a chat a second. A slow computer polls seldom: each poll brings something again.
            plan=replace(FAULTS, too_many=0.002, duplicate=1.0, delay=(0.0, 0.01)),
            limits=NO_LIMITS,
            pause=0.05,
        )
    )
    assert soaked.verdict.faults() == {}
    assert soaked.verdict.sent == 300
    assert soaked.leaks == []
    assert soaked.stop[0] == 0
    assert {"502", "reset", "reset_after", "duplicate"} <= set(soaked.happened)
