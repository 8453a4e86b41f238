"""What the end-to-end tests share: the real service, the strict server, and a conversation that says what a test wants."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from actions.harmless import CHAT
from bot.channels.telegram.backoff import Patience
from bot.channels.telegram.gate import Rates
from bot.channels.telegram.pace import Speed
from bot.channels.telegram.service import Options, serve
from bot.messages import Button, Incoming, Reply, Turn
from bot.settings import Settings
from tests.helpers.telegram_server import NO_LIMITS, Limits, Plan, TelegramServer
from tests.helpers.telegram_server.people import Person
from tests.helpers.telegram_server.world import Message

SARI, BUDI, GROUP = 1001, 1002, -1_000_005
HASTY = Patience(reaching=0.02, answering=0.02, refused=0.1)
# Nothing waits for a limit or after a failure that the test is not about.
FAST = Options(rates=Rates(1e6, 1e6, 1000, 1e6), speed=Speed(10_000, 0.001), patience=HASTY)
DANGER = "tolong"
APOLOGY = "Maaf, ada gangguan."
OFFER = (
    "Lowongan admin Kamboja gaji 15 juta, tiket ditanggung, berangkat minggu ini pakai visa turis."
)
_CRISIS = "darurat_disekap"


@dataclass
class FakeTalk:
    """A conversation by rote: "Jawaban: <text>".

    Attributes:
        says: text that was heard -> what is said instead.
        slow: text that was heard -> seconds until it is answered.
        heard: what came in, in order.
        kept: sender -> how many of their messages are remembered.
        hidden: senders whose conversation hides.
        ended: texts whose turn was finished, in order.
    """

    says: dict[str, tuple[Reply, ...]] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    risk: str | None = None
    heard: list[Incoming] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    ended: list[str] = field(default_factory=list)
    error: Exception | None = None

    async def turn(self, incoming: Incoming) -> Turn:
        self.heard.append(incoming)
        self.kept[incoming.sender] = self.kept.get(incoming.sender, 0) + 1
        await asyncio.sleep(self.slow.get(incoming.text, 0))
        if self.error:
            raise self.error
        self.ended.append(incoming.text)
        danger = DANGER in incoming.text
        said = self.says.get(incoming.text) or (Reply(f"Jawaban: {incoming.text}"),)
        flags = [{"id": "visa_kunjungan", "severity": 3, "why": "Visa turis.", "evidence": []}]
        return Turn(
            text=incoming.text,
            intent=_CRISIS if danger else "langkah_aman",
            confidence=0.9,
            ranking=tuple(await self.ranking(incoming.text)),
            entities=(),
            crisis=(_CRISIS, True) if danger else None,
            replies=said,
            screening={"risk": self.risk, "flags": flags} if self.risk else None,
        )

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        return [(_CRISIS if DANGER in text else "langkah_aman", 0.9)]

    async def forget(self, sender: str) -> None:
        self.kept.pop(sender, None)

    async def forget_idle(self, seconds: float) -> int:
        return 0

    async def remembered(self, sender: str) -> int:
        return self.kept.get(sender, 0)

    async def tidy(self) -> bool:
        """Nothing is kept on a disk."""
        return True

    def apology(self, sender: str) -> Reply:
        return Reply(CHAT[0], covers=True) if sender in self.hidden else Reply(APOLOGY)

    def hides(self, sender: str) -> bool:
        return sender in self.hidden


class Log(logging.Handler):
    """Everything that is logged, as it would be written."""

    def __init__(self) -> None:
        """Nothing was logged yet."""
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(self.format(record))

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines)


@contextlib.contextmanager
def logged() -> Iterator[Log]:
    """Listen to the root and to the channel's own logger, which does not pass its lines on."""
    log = Log()
    own = logging.getLogger("mawas.telegram")
    loggers, passed_on = [logging.getLogger(), own], own.propagate
    own.propagate = False  # as once the channel logs; else each line is there twice
    for logger in loggers:
        logger.addHandler(log)
    try:
        yield log
    finally:
        own.propagate = passed_on
        for logger in loggers:
            logger.removeHandler(log)


def settings_for(server: TelegramServer, home: Path, **more: str) -> Settings:
    """Settings of an operator who named the fake server."""
    return Settings.from_environment(
        {
            "MAWAS_HOME": str(home),
            "MAWAS_TELEGRAM_TOKEN": server.token,
            "MAWAS_TELEGRAM_API": server.url,
            **more,
        }
    )


@contextlib.asynccontextmanager
async def running(
    server: TelegramServer,
    home: Path,
    talk: FakeTalk,
    options: Options = FAST,
    **more: str,
) -> AsyncIterator[asyncio.Task[None]]:
    """The service, receiving; stopped as Ctrl-C stops it when the block ends."""
    ready = asyncio.Event()
    settings = settings_for(server, home, **more)
    task = asyncio.create_task(serve(settings, talk, options, lambda name: ready.set()))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
    waiting.cancel()
    if task.done():
        await task
    assert ready.is_set(), "the service did not start"
    try:
        yield task
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


Scene = Callable[[TelegramServer], Awaitable[None]]


def act(
    home: Path,
    scene: Scene,
    talk: FakeTalk | None = None,
    *,
    limits: Limits = NO_LIMITS,
    plan: Plan | None = None,
    options: Options = FAST,
) -> TelegramServer:
    """Play a scene with a running service; a correct one causes no bad request."""

    async def with_service(server: TelegramServer) -> None:
        async with running(server, home, talk or FakeTalk(), options):
            await scene(server)

    return direct(with_service, limits=limits, plan=plan)


def direct(scene: Scene, *, limits: Limits = NO_LIMITS, plan: Plan | None = None) -> TelegramServer:
    """Play a scene that starts and stops services itself."""

    async def run() -> TelegramServer:
        async with TelegramServer(limits, plan, pause=0.05) as server:
            await scene(server)
            return server

    server = asyncio.run(run())
    assert [(call.method, call.description) for call in server.bad_requests] == []
    return server


def buttons(*titles: str) -> tuple[Button, ...]:
    """Buttons whose payload is longer than Telegram takes."""
    return tuple(Button(title, f"/langkah_aman{{{title * 20}}}") for title in titles)


async def until(true: Callable[[], bool], patience: float = 10.0) -> None:
    """Wait until something is true.

    Raises:
        AssertionError: it did not become true in time.
    """
    end = asyncio.get_running_loop().time() + patience
    while not true():
        assert asyncio.get_running_loop().time() < end, "it did not happen"
        await asyncio.sleep(0.01)


async def hears_whole(
    person: Person, server: TelegramServer, home: Path, patience: float = 60.0
) -> list[Message]:
    """What somebody hears of all that was written so far, in however many bubbles: nothing is left to deliver and nothing to answer.

    Raises:
        AssertionError: it takes longer, or nothing is heard.
    """
    await until(lambda: not server.updates.pending and left_in(home) == 0, patience)
    heard = await person.hears(0)
    assert heard
    return heard


async def hears_text(person: Person, server: TelegramServer, home: Path) -> str:
    """As `hears_whole`, as one text."""
    heard = await hears_whole(person, server, home)
    return "\n\n".join(message.get("text") or message.get("caption", "") for message in heard)


def left_in(home: Path) -> int:
    """Updates that the service still keeps."""
    with sqlite3.connect(home / "telegram.db") as database:
        return int(database.execute("select count(*) from telegram_waiting").fetchone()[0])
