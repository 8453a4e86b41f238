"""What is shown, and the acts that change it: one place for all windows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.demo.keeping import Act, SessionStore
from bot.demo.part import Assistant, Json, Kind, Part, PartError, Services, Votes, Work
from bot.demo.shown import DAY, NIGHT, Shown, key_of
from bot.demo.waiting import LOADING
from bot.demo.works import Works, words_of

if TYPE_CHECKING:
    from knowledge.store import Store

LIVE = "langsung"
_NO_SESSION = "Belum ada pertemuan. Mulai dulu di halaman awal."
_SESSION_ON = "Masih ada pertemuan yang berjalan. Selesaikan dulu lewat menu."
_UNKNOWN = "Perintah tidak dikenal. Muat ulang halaman ini."
_NOTHING = "Belum ada yang ditampilkan. Tekan M untuk memilih."
_LOST = "Bagian yang terakhir tidak bisa dibuka lagi. Pilih dari menu."


class Stage:
    """Holds what is shown, and applies acts one at a time.

    Args:
        assistant: answers messages.
        votes: from handsets.
        changed: called after every change: the windows must be shown the new state.
        today: the date.
    """

    def __init__(
        self,
        assistant: Assistant,
        votes: Votes,
        changed: Callable[[], None],
        today: Callable[[], date],
    ) -> None:
        """No session is on, and none can begin before `open`."""
        self.assistant = assistant
        self._votes = votes
        self._changed = changed
        self._today = today
        self._lock = asyncio.Lock()
        self._store: Store | None = None
        self.sessions: SessionStore | None = None
        self.kinds: dict[str, Kind] = {}
        self._works = Works()
        self._why_closed = LOADING
        self.shown: Shown | None = None
        self.trouble: str | None = None

    def open(self, store: Store, sessions: SessionStore, kinds: dict[str, Kind]) -> None:
        """Say that the knowledge is built and that sessions can be kept.

        Args:
            store: the knowledge.
            sessions: where sessions are kept.
            kinds: of parts, by name, in the order of the menu.
        """
        self._store, self.sessions, self.kinds = store, sessions, kinds
        self._changed()

    def cannot_open(self, why: str) -> None:
        """Say in words for the facilitator why no session can begin."""
        self._why_closed = self.trouble = why
        self._changed()

    async def act(self, target: str, do: str, value: Any) -> None:
        """Apply one key press or click, store it, show it.

        Args:
            target: "stage" for what `_of_stage` knows, "part" for the part that is shown.
            do: what.
            value: JSON that came with it.

        Raises:
            PartError: it cannot be done, and nothing has changed; or it was done and could not be stored.
        """
        async with self._lock:
            self.trouble = None
            work: Work | None = None
            if target == "part":
                work = self._on().act(do, value)
            else:
                await self._of_stage(do, value)
            if work is not None:
                # It waits for the lock, so it is kept and shown after this act.
                self._works.begin(self._finish(work, do))
            try:
                await self._keep(do)
            finally:
                self._changed()

    async def votes_came(self) -> bool:
        """Note, store and show votes that came in; False, and `trouble`, when they could not be stored."""
        async with self._lock:
            if self.shown is not None and self.shown.part is not None:
                self.shown.part.note()
            is_kept = await self._kept_or_told("votes")
        self._changed()
        return is_kept

    async def close(self) -> None:
        """Stop what is still being done; the session can be resumed."""
        if self.shown is not None and self.shown.part is not None:
            rest = self.shown.part.leave()
            if rest is not None:
                self._works.leave(rest)
        await self._works.close()

    def _on(self) -> Part:
        if self.shown is None:
            raise PartError(_NO_SESSION)
        if self.shown.part is None:
            raise PartError(_NOTHING)
        return self.shown.part

    async def _of_stage(self, do: str, value: Any) -> None:
        if do in ("begin", "resume"):
            await self._start(do, value)
            return
        shown = self.shown
        if shown is None:
            raise PartError(_NO_SESSION)
        if do == "hide":
            # Said outright, two windows may hide at the same moment.
            shown.hidden = value if isinstance(value, bool) else not shown.hidden
        elif do == "theme":
            shown.theme = DAY if shown.theme == NIGHT else NIGHT
        elif do == "about" and isinstance(value, dict):
            shown.about = await asyncio.to_thread(self._kept.change, shown.session, value)
            shown.notebook.set_people(shown.about["people"])
        elif do == "show" and isinstance(value, dict):
            self._show(shown, value, None)
        elif do == "live":
            here = {"part": shown.kind, "arguments": shown.arguments, "title": shown.title}
            if shown.kind != LIVE:
                # A scene hands its offer over: {"draft": text} for the field of the chat.
                draft = value.get("draft") if isinstance(value, dict) else None
                chat = {"part": LIVE, "arguments": {"draft": draft} if draft else {}}
                self._show(shown, chat, here if shown.kind else None)
            elif shown.before:
                self._show(shown, shown.before, None)
        elif do == "close":
            self._leave(shown)
        elif do == "end":
            # One that came while the votes are kept would be told that it counts.
            with shown.votes_closed():
                if shown.part is not None:
                    # Ending erases where it stood: votes that came just before count only when they are noted now.
                    shown.part.note()
                    await self._keep(do)
                await asyncio.to_thread(self._kept.end, shown.session)
            self._leave(shown)
            self.shown = None
        else:
            raise PartError(_UNKNOWN)

    @property
    def _kept(self) -> SessionStore:
        if self.sessions is None:
            raise PartError(self._why_closed)
        return self.sessions

    async def _start(self, do: str, value: Any) -> None:
        sessions = self._kept
        if do == "begin" and not isinstance(value, dict):
            raise PartError(_UNKNOWN)
        if self.shown is not None:
            raise PartError(_SESSION_ON)
        begun = await asyncio.to_thread(sessions.begin, value) if do == "begin" else str(value)
        state, notebook = await asyncio.to_thread(sessions.resume, begun)
        about = await asyncio.to_thread(sessions.about, begun)
        shown = Shown(begun, about, notebook)
        if state:
            shown.theme, shown.left = state["theme"], state["left"]
            if state["part"]:
                shown.left[key_of(state)] = state["dump"]
                try:
                    self._show(shown, state, state["before"])
                except PartError as error:
                    # A record that was taken out since then: the session goes on without it.
                    shown.left.pop(key_of(state))
                    self.trouble = f"{_LOST} {error}"
            shown.hidden = state["hidden"]
        self.shown = shown

    def _show(self, shown: Shown, choice: Json, before: Json | None) -> None:
        """Show a part instead of the one that is on; one that was left goes on where it was, unless it is asked for anew."""
        kind = self.kinds.get(str(choice.get("part")))
        arguments = choice.get("arguments") or {}
        if kind is None or not isinstance(arguments, dict) or self._store is None:
            raise PartError(_UNKNOWN)
        chosen = {"part": kind.name, "arguments": arguments}
        state = None if choice.get("anew") else shown.left.get(key_of(chosen))
        if shown.kind == kind.name and shown.arguments == arguments and state is None:
            state = shown.part.dump() if shown.part and not choice.get("anew") else None
        services = Services(
            self._store, self.assistant, shown.notebook, self._votes, self._today, shown.hide
        )
        part = kind.make(arguments, state, services)
        self._leave(shown)
        shown.left.pop(key_of(chosen), None)
        shown.kind, shown.arguments, shown.part = kind.name, arguments, part
        shown.title = str(choice.get("title") or kind.title)[:200]
        # A wall that is hidden stays hidden: only the key that shows it does that.
        shown.before = before

    def _leave(self, shown: Shown) -> None:
        self._works.stop()
        if shown.part is not None:
            chosen = {"part": shown.kind, "arguments": shown.arguments}
            shown.part.note()
            shown.left[key_of(chosen)] = shown.part.dump()
            rest = shown.part.leave()
            if rest is not None:
                self._works.leave(rest)
        shown.kind, shown.arguments, shown.title, shown.part = None, {}, "", None
        shown.before = None

    async def _finish(self, work: Work, do: str) -> None:
        try:
            try:
                await work
            except Exception as error:
                self.trouble = words_of(error)
            async with self._lock:
                await self._kept_or_told(do)
        finally:
            self._changed()

    async def _kept_or_told(self, do: str) -> bool:
        try:
            await self._keep(do)
        except Exception as error:
            self.trouble = words_of(error)
            return False
        return True

    async def _keep(self, do: str) -> None:
        if self.shown is None:
            return
        act = Act(do, self.shown.state(), self.shown.notebook.dump())
        await asyncio.to_thread(self._kept.append, self.shown.session, act)
