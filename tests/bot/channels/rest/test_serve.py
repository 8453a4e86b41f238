"""`mawas serve` as processes: two workers on PostgreSQL and Redis, one of them killed; a kind end."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from bot.settings import Settings
from tests.helpers.postgresql import postgresql
from tests.helpers.redis import RedisServer
from tests.helpers.serve_load import Load
from tests.helpers.serve_process import ServeProcess
from tests.helpers.serve_soak import borrowed, load

CHATS, MESSAGES = 24, 10


def test_a_worker_that_is_killed_loses_nothing_and_mixes_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    home = borrowed(settings.home, tmp_path)
    with postgresql() as url, RedisServer() as redis:
        places = {"MAWAS_DB_URL": url, "MAWAS_REDIS_URL": redis.url}
        with ServeProcess(home, tmp_path / "log", 2, **places) as served:
            people, _ = asyncio.run(load(served, CHATS, MESSAGES, 8, kill=True))
            assert len(people.loaded.waits) == CHATS * MESSAGES
            assert people.loaded.faults(MESSAGES) == []
            assert served.terminate() == 0
            log = served.log.read_text()
    assert "event=worker_ended worker=0 status=-9" in log
    assert not any(words in log for words in ("orang-", "#1-", "Traceback"))


def test_what_is_in_hand_is_answered_before_the_end(settings: Settings, tmp_path: Path) -> None:
    with ServeProcess(borrowed(settings.home, tmp_path), tmp_path / "log", 1) as served:

        async def write() -> Load:
            people = Load(served.port, 8, 1, 8)
            writing = asyncio.create_task(people.write())
            while not people.answered:
                await asyncio.sleep(0)
            # All eight were sent: the first answer comes after them.
            ended = threading.Thread(target=served.terminate)
            ended.start()
            await writing
            ended.join()
            return people

        people = asyncio.run(write())
        assert len(people.loaded.waits) == 8
        assert not people.loaded.again
        assert served.terminate() == 0
