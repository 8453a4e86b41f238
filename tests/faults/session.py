"""The facilitator's page: hands, votes and steps whose request was answered are there when the session goes on."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bot.demo.sessions.made import ABOUT
from tests.faults.activity import Activity, Found, hidden
from tests.faults.child import Child, command
from tests.faults.homes import home_at
from tests.helpers.serve_process import free_port

LAPTOP, HOTSPOT = "127.0.0.1", "127.0.0.2"
_ITEMS = ["q01"]
_LENGTH = 3.0
_PATIENCE = 240.0
# Hands are counted for one choice, votes for another.
_HANDS, _VOTES = "tipu", "asli"
# Handsets that vote at the same time.
_VOTERS = 3


class Session(Activity):
    """One session, of which the program is killed again and again."""

    name = "session"

    def __init__(self, folder: Path, trained: Path) -> None:
        """In this folder, with what was trained in that data folder."""
        self._home, self._log = home_at(trained, folder / "home"), folder / "log"
        self._port = free_port()
        self._hands, self._votes, self._handsets = 0, 0, 0
        self._session = ""

    def measure(self) -> float:
        """It has no end of its own: some seconds of key presses and votes. Begins the session."""
        self._page = self._started()
        self._act("stage", "begin", ABOUT)
        chosen = {"part": "kuis", "arguments": {"items": _ITEMS}, "title": "Coba"}
        self._act("stage", "show", chosen)
        self._session = self._notes()["session"]["id"]
        return _LENGTH

    def kill_at(self, moment: float, number: int) -> Found:
        """Kill the page while hands are counted and handsets vote; go on with the session; compare."""
        code = self._notes()["handsets"]["code"]
        jobs = [self._count, *[lambda: self._vote(code)] * _VOTERS]
        threads = [threading.Thread(target=_until_it_ends, args=(job,)) for job in jobs]
        for thread in threads:
            thread.start()
        time.sleep(moment)
        found = Found(self._page.kill())
        for thread in threads:
            thread.join()
        self._page = self._started()
        self._look(found)
        found.left = hidden(self._home)
        return found

    def close(self) -> None:
        """End the page."""
        self._page.kill()

    def _look(self, found: Found) -> None:
        """Go on with the session, and compare with what was acknowledged."""
        running = [each["id"] for each in self._get("/api/menu")["running"]]
        if running != [self._session]:
            found.lost.append(f"sessions {running}")
            return
        self._act("stage", "resume", self._session)
        rows = {row["id"]: row for row in self._notes()["part"]["view"]["choices"]}
        hands, votes = rows[_HANDS]["hands"] or 0, rows[_VOTES]["votes"]
        # The press in hand may be there too, and the votes in hand.
        if not self._hands <= hands <= self._hands + 1:
            found.lost.append(f"{self._hands} hands acknowledged, {hands} there")
        if not self._votes <= votes <= self._votes + _VOTERS:
            found.lost.append(f"{self._votes} votes acknowledged, {votes} there")
        self._hands, self._votes = hands, votes

    def _count(self) -> None:
        wanted = self._hands + 1
        self._act("part", "count", {"choice": _HANDS, "n": wanted})
        self._hands = wanted

    def _vote(self, code: str) -> None:
        """Another handset, with an address of its own, votes."""
        self._handsets += 1
        address = f"127.1.{self._handsets // 250 + 1}.{self._handsets % 250 + 1}"
        question = self._get("/api/events/hp?kode=" + code, HOTSPOT, address)["question"]
        body = {"kode": code, "poll": question["poll"], "option": _VOTES}
        self._post("/suara", body, HOTSPOT, address)
        self._votes += 1

    def _started(self) -> Child:
        page = Child(demo, [self._port], self._home, self._log)
        page.wait_for("Mawas terbuka")
        end = time.monotonic() + _PATIENCE
        while not self._notes().get("open"):
            assert page.lives, page.said()[-2000:]
            assert time.monotonic() < end, "the sessions are not opened"
            time.sleep(0.1)
        return page

    def _act(self, target: str, do: str, value: Any) -> None:
        self._post("/api/act", {"target": target, "do": do, "value": value})

    def _notes(self) -> Any:
        return self._get("/api/events/catatan")

    def _post(self, path: str, body: Any, host: str = LAPTOP, address: str = LAPTOP) -> None:
        given = json.dumps(body).encode()
        connection = self._asked("POST", path, given, host, address)
        connection.close()

    def _get(self, path: str, host: str = LAPTOP, address: str = LAPTOP) -> Any:
        """JSON, or the first event of a stream."""
        connection = http.client.HTTPConnection(host, self._port, _PATIENCE, (address, 0))
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            _refuse(answer)
            if answer.headers.get_content_type() == "application/json":
                return json.load(answer)
            for line in answer:
                if line.startswith(b"data:"):
                    return json.loads(line[5:])
            raise ConnectionError("no event")
        finally:
            connection.close()

    def _asked(
        self, method: str, path: str, body: bytes, host: str, address: str
    ) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection(host, self._port, _PATIENCE, (address, 0))
        connection.request(method, path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        _refuse(answer)
        answer.read()
        return connection


def demo(port: int) -> int:
    """`mawas demo` with handsets on the loopback, where no other network is, as a target."""
    from bot.demo import server

    vars(server)["handset_address"] = lambda wanted: HOTSPOT
    return command(["demo", "--no-browser", "--port", str(port), "--handphone"])


def _refuse(answer: http.client.HTTPResponse) -> None:
    if answer.status != 200:
        # What is refused is no acknowledgement, and no reason to stop.
        raise RefusedError(f"{answer.status} {answer.read()[:200]!r}")


class RefusedError(Exception):
    """The page said no."""


def _until_it_ends(job: Callable[[], None]) -> None:
    while True:
        try:
            job()
        except RefusedError:
            time.sleep(0.05)
        except (OSError, http.client.HTTPException, ValueError):
            # The page is gone, most likely in the middle of an answer.
            return
