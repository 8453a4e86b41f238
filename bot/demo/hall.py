"""Everything that is on while the page runs, put together once. Used in the thread of the event loop only."""

from __future__ import annotations

import asyncio
import io
import logging
from typing import TYPE_CHECKING, Any

from actions.dates import today
from bot.demo.assistant import AssistantProcess
from bot.demo.events import MOST_FROM_ONE, MOST_HANDSETS, Windows
from bot.demo.guard import hosts_at
from bot.demo.part import Json, PartError
from bot.demo.phones import Phones
from bot.demo.stage import Stage
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.demo.sessions.store import SessionStore
    from knowledge.store import Store

logger = logging.getLogger(__name__)

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
# Votes come in bursts: more often than this they need not be written down. So long a handset waits for its answer.
_VOTES_SECONDS = 0.25
_NOT_OPENED = (
    "Pengetahuan tidak bisa dibuka ({}). Saran: jalankan ./mawas doctor, lalu tekan Muat lagi."
)
_NO_HANDSETS = "Handphone belum dinyalakan. Jalankan: ./mawas demo --handphone"


class Hall:
    """What the routes work on.

    Args:
        settings: of this run.
        assistant: None for the process of `AssistantProcess`; another one in tests.
    """

    def __init__(self, settings: Settings, assistant: AssistantProcess | None = None) -> None:
        """Nothing is started yet."""
        self._settings = settings
        self.bot_link = settings.bot_link
        self.windows = Windows()
        self.handset_windows = Windows(MOST_HANDSETS, MOST_FROM_ONE)
        self.phones = Phones(self._votes_changed, self._votes_kept)
        self.assistant = assistant or AssistantProcess(settings, self._changed, self.open_soon)
        self.stage = Stage(self.assistant, self.phones, self._changed, today)
        self.store: Store | None = None
        self.sessions: SessionStore | None = None
        self.local_hosts: frozenset[str] = frozenset()
        self.handset_hosts: frozenset[str] = frozenset()
        self.handsets: Json | None = None
        self._opening: asyncio.Task[None] | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._has_unkept_votes = False
        # Set when votes were written: those that come now, and those that are being written.
        self._next, self._current = asyncio.Event(), asyncio.Event()
        self._current.set()

    @property
    def session(self) -> str | None:
        """Id of the session that is on."""
        return self.stage.shown.session if self.stage.shown else None

    def listens_at(self, port: int) -> None:
        """Say at which port of this laptop the page is served."""
        self.local_hosts = hosts_at(LOOPBACK, port)

    def open_to_handsets(self, address: str, port: int) -> None:
        """Say at which address and port of the hotspot handsets are served."""
        self.handset_hosts = hosts_at([address], port)
        self.handsets = {"address": f"http://{address}:{port}", "code": self.phones.code}

    def open_soon(self) -> None:
        """The knowledge is built: open it and the sessions beside what else goes on, unless they are open.

        An assistant that is loaded again says so again; what is open stays as it is, for the parts hold it.
        """
        if self.store is not None or (self._opening is not None and not self._opening.done()):
            return
        self._opening = asyncio.get_running_loop().create_task(self._open())

    async def act(self, target: str, do: str, value: Any) -> None:
        """Apply an act of a window (`Stage.act`); "reload" loads an assistant that ended."""
        if (target, do) == ("stage", "reload"):
            self.assistant.start()
        else:
            await self.stage.act(target, do, value)

    async def running(self) -> list[Json]:
        """Sessions that can be resumed."""
        return await asyncio.to_thread(self.sessions.running) if self.sessions else []

    def code_picture(self) -> bytes:
        """The address of the handsets' page with the code, as a QR code: SVG.

        Raises:
            PartError: handsets were not switched on.
        """
        if self.handsets is None:
            raise PartError(_NO_HANDSETS)
        import segno

        picture = io.BytesIO()
        # Behind the "#" a code stays out of logs and of what the browser sends.
        address = f"{self.handsets['address']}/#{self.handsets['code']}"
        segno.make(address, error="m").save(picture, kind="svg", scale=8, border=3, light="white")
        return picture.getvalue()

    async def close(self) -> None:
        """End everything."""
        self.windows.close()
        self.handset_windows.close()
        for task in (self._opening, self._keeping):
            if task is not None:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        if self._has_unkept_votes:
            await self.stage.votes_came()
        self._next.set()
        await self.stage.close()
        await asyncio.to_thread(self.assistant.stop)
        if self.sessions is not None:
            self.sessions.close()
        if self.store is not None:
            self.store.close()

    async def _open(self) -> None:
        def opened() -> tuple[Store, SessionStore, Any]:
            from bot.demo.parts import BY_NAME
            from bot.demo.sessions.store import SessionStore
            from knowledge.store import Store

            sessions = SessionStore(self._settings)
            return Store(self._settings.db_url).keep(), sessions, BY_NAME

        try:
            store, sessions, kinds = await asyncio.to_thread(opened)
        except Exception as error:
            # Its message may hold a path of the person's own.
            name = type(error).__name__
            logger.error("knowledge not opened: %s", name)
            told = str(error) if isinstance(error, PartError) else _NOT_OPENED.format(name)
            self.stage.cannot_open(told)
            return
        self.store, self.sessions = store, sessions
        self.stage.open(store, sessions, kinds)

    def _changed(self) -> None:
        self.windows.changed()
        self.handset_windows.changed()

    def _votes_changed(self) -> None:
        self._changed()
        self._has_unkept_votes = True
        if self._keeping is None or self._keeping.done():
            self._keeping = asyncio.get_running_loop().create_task(self._keep_votes())

    async def _keep_votes(self) -> None:
        # A vote may come while others are written, and what could not be written is tried again.
        while self._has_unkept_votes:
            await asyncio.sleep(_VOTES_SECONDS)
            self._has_unkept_votes = False
            self._current, self._next = self._next, asyncio.Event()
            try:
                is_kept = await self.stage.votes_came()
            except asyncio.CancelledError:
                # Nobody knows how far that went.
                self._has_unkept_votes = True
                raise
            finally:
                self._current.set()
            if not is_kept:
                self._has_unkept_votes = True

    async def _votes_kept(self) -> None:
        """Wait until all votes are on the disk, or could not be written, which the facilitator is told."""
        await (self._next if self._has_unkept_votes else self._current).wait()
