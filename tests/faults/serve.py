"""`mawas serve`: every turn whose reply was received is stored, in order, once."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from tests.faults.activity import Activity, Found, hidden
from tests.faults.child import Child, command
from tests.faults.homes import home_at
from tests.helpers.serve_load import Load
from tests.helpers.serve_process import TOKEN, free_port

_CHATS, _MESSAGES = 6, 6
READY = "Mawas siap"


class Serve(Activity):
    """Programs ask; what breaks off is sent again to the server that was started anew, as they do."""

    name = "serve"

    def __init__(self, folder: Path, trained: Path) -> None:
        """In this folder, with the model of that data folder."""
        self._home, self._log = home_at(trained, folder / "home"), folder / "log"
        self._port = free_port()

    def measure(self) -> float:
        """Write to a server that nobody kills."""

        async def write() -> float:
            began = time.monotonic()
            await self._load("ukur").write()
            return time.monotonic() - began

        self._server = self._started()
        # The first sentence loads what is loaded late.
        asyncio.run(write())
        return asyncio.run(write())

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill the server while people write, start it again, and read what is stored."""
        return asyncio.run(self._kill_at(moment, number))

    async def _kill_at(self, moment: float, number: int) -> Found:
        load = self._load(f"orang-{number}")
        try:
            writing = asyncio.create_task(load.write())
            await asyncio.sleep(moment)
            # Once all are answered there is still the server to be killed.
            found = Found(self._server.kill())
            self._server = await asyncio.to_thread(self._started)
            await writing
            found.lost = (await load.read()).faults(_MESSAGES)
        except AssertionError as error:
            found = Found(True, restarted=False, broken=[str(error)[:500]])
        found.left = hidden(self._home)
        return found

    def close(self) -> None:
        """End the server."""
        self._server.kill()

    def _started(self) -> Child:
        words = ["serve", "--port", str(self._port)]
        server = Child(command, [words], self._home, self._log, MAWAS_API_TOKEN=TOKEN)
        server.wait_for(READY)
        return server

    def _load(self, name: str) -> Load:
        return Load(self._port, _CHATS, _MESSAGES, _CHATS, name)
