"""Many people who ask `mawas serve` at once, and the verdict on what was stored: nothing lost, nothing mixed, in order.

Each message ends in a tag such as "#17-3" (third message of chat 17). A chat sends its next message when the last was answered, each
over another of a few connections: so any worker may get it. What a broken connection left unanswered is sent again.
"""

from __future__ import annotations

import asyncio
import json
import re
import statistics
import time
from dataclasses import dataclass, field
from typing import Any

from tests.helpers.serve_process import TOKEN

SENTENCES = (
    "apa itu p3mi",
    "gaji di taiwan berapa",
    "bagaimana cara berangkat resmi ke malaysia",
    "halo",
    "biaya ke hong kong siapa yang bayar",
    "apa ciri lowongan palsu",
)
_TAG = re.compile(r"#(\d+)-(\d+)\b")
# A server that starts again needs some seconds, on a busy computer a minute.
_PATIENCE, _PAUSE = 240.0, 0.05
_EARLIER = "pesan"


@dataclass
class Loaded:
    """What came of a load.

    Attributes:
        waits: seconds from each message to its answer, without the time for which a free connection was waited.
        seconds: of the whole load.
        again: tags that were sent more than once, for their connection broke.
        stored: of each chat the tags that are stored of it, in order.
        wrong: answers that are none, or another's.
    """

    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0
    again: set[tuple[int, int]] = field(default_factory=set)
    stored: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Messages a second."""
        return len(self.waits) / self.seconds

    def faults(self, messages: int) -> list[str]:
        """What must not be: of each chat every tag is stored once and in order; one whose connection broke may be stored twice.

        Args:
            messages: that each chat sent.
        """
        found = list(self.wrong)
        for chat, tags in self.stored.items():
            once = [tag for at, tag in enumerate(tags) if at == 0 or tags[at - 1] != tag]
            if once != [(chat, number) for number in range(messages)]:
                found.append(f"chat {chat}: {tags}")
            found += [f"twice: {tag}" for tag in set(tags) - self.again if tags.count(tag) > 1]
        return found

    def summary(self) -> dict[str, Any]:
        """Figures to report."""
        cuts = statistics.quantiles(self.waits, n=100)
        twice = sum(len(tags) - len(set(tags)) for tags in self.stored.values())
        return {
            "messages": len(self.waits),
            "per_second": round(self.rate, 1),
            "median_ms": round(1000 * cuts[49], 1),
            "p99_ms": round(1000 * cuts[98], 1),
            "most_ms": round(1000 * max(self.waits), 1),
            "sent_again": len(self.again),
            "stored_twice_after_a_broken_connection": twice,
        }


class _Connection:
    """HTTP/1.1 in the fewest words: the load shares its computer with the servers."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: object = None) -> Any:
        """Ask, and give the answer's JSON.

        Raises:
            OSError: the connection broke.
            EOFError: the same.
        """
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        sent = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {TOKEN}\r\nContent-Length: {len(sent)}\r\n\r\n"
        try:
            writer.write(head.encode() + sent)
            answer = (await reader.readuntil(b"\r\n\r\n")).lower()
            length = re.search(rb"content-length: (\d+)", answer)
            assert length, answer
            got = await reader.readexactly(int(length[1]))
        except BaseException:
            await self.close()
            raise
        assert answer.startswith(b"http/1.1 200"), (answer, got)
        return json.loads(got)

    async def close(self) -> None:
        """Close it; the next question opens it again."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


class Load:
    """People who write.

    Args:
        port: of the server.
        chats: people.
        messages: of each; of more than 50 the first are forgotten.
        connections: so many are asked at once.
        name: of the people, before their number.
    """

    def __init__(
        self, port: int, chats: int, messages: int, connections: int, name: str = "orang"
    ) -> None:
        """Nobody writes yet."""
        assert messages <= 50
        self._chats, self._messages, self._people = chats, messages, name
        self._free: asyncio.Queue[_Connection] = asyncio.Queue()
        for _ in range(connections):
            self._free.put_nowait(_Connection(port))
        self.loaded = Loaded()

    @property
    def answered(self) -> int:
        """Messages that were answered so far."""
        return len(self.loaded.waits)

    async def write(self) -> None:
        """Have everybody write all their messages."""
        began = time.perf_counter()
        await asyncio.gather(*(self._chat(chat) for chat in range(self._chats)))
        self.loaded.seconds = time.perf_counter() - began

    async def read(self) -> Loaded:
        """Read what is stored of every chat."""
        for chat in range(self._chats):
            state = await self._asked("GET", f"/conversations/{self._name(chat)}/tracker")
            texts = [row["text"] for row in state["slots"][_EARLIER] or ()]
            texts += [event["text"] for event in state["events"] if event["event"] == "user"]
            tags = [found for text in texts for found in _TAG.findall(text)]
            self.loaded.stored[chat] = [(int(one), int(number)) for one, number in tags]
        while not self._free.empty():
            await self._free.get_nowait().close()
        return self.loaded

    async def _chat(self, chat: int) -> None:
        for number in range(self._messages):
            text = f"{SENTENCES[(chat + number) % len(SENTENCES)]} #{chat}-{number}"
            body = {"sender": self._name(chat), "message": text}
            replies = await self._asked("POST", "/webhooks/rest/webhook", body, (chat, number))
            if not replies or {reply["recipient_id"] for reply in replies} != {self._name(chat)}:
                self.loaded.wrong.append(f"answer to {chat}-{number}")

    async def _asked(
        self, method: str, path: str, body: object = None, tag: tuple[int, int] | None = None
    ) -> Any:
        began = 0.0
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            connection = await self._free.get()
            began = began or time.perf_counter()
            try:
                answer = await connection.ask(method, path, body)
                if tag:
                    self.loaded.waits.append(time.perf_counter() - began)
                return answer
            except (OSError, EOFError):
                if tag:
                    self.loaded.again.add(tag)
                await asyncio.sleep(_PAUSE)
            finally:
                self._free.put_nowait(connection)
                # Who waits for it comes first.
                await asyncio.sleep(0)
        raise AssertionError("the server does not answer")

    def _name(self, chat: int) -> str:
        return f"{self._people}-{chat}"
