"""Holds a session on a real stage until it is killed: `python -m tests.helpers.hall_worker begin|ID`.

Prints "id ID", then "done N" each time an act is on the disk: N hands were counted then.
"""

from __future__ import annotations

import asyncio
import itertools
import sys

from bot.demo.parts.quiz import KIND
from bot.demo.sessions.store import SessionStore
from bot.demo.stage import Stage
from bot.settings import Settings
from knowledge.store import Store
from tests.bot.demo.halls import TODAY, NoAssistant, SetVotes
from tests.bot.demo.sessions.made import ABOUT

ITEM = "q01"


async def main(which: str) -> None:
    settings = Settings.from_environment()
    stage = Stage(NoAssistant(), SetVotes(), lambda: None, lambda: TODAY)  # type: ignore[arg-type]
    stage.open(Store(settings.db_url), SessionStore(settings), {KIND.name: KIND})
    if which == "begin":
        await stage.act("stage", "begin", ABOUT)
        chosen = {"part": KIND.name, "arguments": {"items": [ITEM]}, "title": "Coba"}
        await stage.act("stage", "show", chosen)
    else:
        await stage.act("stage", "resume", which)
    assert stage.shown is not None
    assert stage.shown.part is not None
    print("id", stage.shown.session, flush=True)
    hands = stage.shown.part.view()["choices"][1]["hands"] or 0
    for number in itertools.count(hands + 1):
        await stage.act("part", "count", {"choice": "tipu", "n": number})
        print("done", number, flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
