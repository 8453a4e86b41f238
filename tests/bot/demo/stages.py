"""A stage without knowledge and without an assistant: a part that counts, an assistant that a test answers for, sessions in memory."""

from __future__ import annotations

import asyncio
import copy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar, cast

from bot.demo.keeping import Act
from bot.demo.part import Answered, Choice, Json, Kind, PartError, Services, Votes, Work
from bot.demo.sessions.model import SessionNotebook
from bot.demo.stage import Stage
from bot.messages import Incoming, Reply, Turn
from knowledge.store import Store

TODAY = date(2026, 11, 28)
ABOUT = {"place": "Balai Desa", "date": "2026-11-28", "people": 30}


def turn_of(text: str, *replies: Reply, intent: str = "cek_p3mi", **more: Any) -> Turn:
    return Turn(
        text, intent, 0.9, (), (), more.pop("crisis", None), replies or (Reply("Ya."),), **more
    )


@dataclass
class SetAssistant:
    """Answers what a test put into `answers`, in order; `gate` holds it back until it is set."""

    answers: list[Answered | Exception] = field(default_factory=list)
    asked: list[Incoming] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    gate: asyncio.Event | None = None
    state: str = "siap"
    words: str = "Mawas siap menjawab."

    async def turn(self, incoming: Incoming) -> Answered:
        self.asked.append(incoming)
        if self.gate is not None:
            await self.gate.wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return replace(answer, shown=answer.shown or incoming.text)

    async def forget(self, sender: str) -> None:
        self.forgotten.append(sender)


class Counter:
    """A part that counts up to three; "later" adds ten when it is done."""

    NAME: ClassVar[str] = "hitung"

    def __init__(self, arguments: Json, state: Json | None, services: Services) -> None:
        if arguments.get("gone"):
            raise PartError("Catatan ini tidak ada.")
        self.number = state["number"] if state else arguments.get("from", 0)
        self.services = services

    def act(self, do: str, value: Any) -> Work | None:
        if do == "later":
            return self._later()
        if do == "next" and self.number < 3:
            self.number += 1
            self.services.notebook.count("hitung", {"n": self.number})
            return None
        raise PartError("Tidak bisa.")

    async def _later(self) -> None:
        await self.services.assistant.turn(Incoming("x", "tanya"))
        self.number += 10

    def view(self) -> Json:
        return {"number": self.number}

    def notes(self) -> Json:
        return {"say": "rahasia fasilitator"}

    def phone(self) -> Json | None:
        options = [{"id": "ya", "text": "Ya"}, {"id": "tidak", "text": "Tidak"}]
        return {"poll": "hitung/1", "question": "Benar?", "options": options}

    def dump(self) -> Json:
        return {"number": self.number}

    def note(self) -> None:
        votes = self.services.votes.counts("hitung/1")
        if votes:
            self.services.notebook.count("suara", votes)

    def leave(self) -> Work | None:
        return None


@dataclass
class Memory:
    """Sessions in memory, and every act that was kept; `full` refuses to keep."""

    acts: list[Act] = field(default_factory=list)
    begun: Json | None = None
    ended: bool = False
    full: bool = False

    def begin(self, about: Json) -> str:
        if not about.get("place"):
            raise PartError("Tempat belum diisi.")
        self.begun = about
        return "s1"

    def append(self, session_id: str, act: Act) -> None:
        assert session_id == "s1"
        if self.full:
            raise PartError("Belum tersimpan.")
        self.acts.append(copy.deepcopy(act))

    def resume(self, session_id: str) -> tuple[Any, SessionNotebook]:
        if session_id != "s1" or self.ended:
            raise PartError("Tidak ada.")
        last = self.acts[-1] if self.acts else None
        return (
            (last.state, SessionNotebook(30, last.notebook))
            if last
            else (None, SessionNotebook(30))
        )

    def about(self, session_id: str) -> Json:
        return self.begun or ABOUT

    def change(self, session_id: str, about: Json) -> Json:
        self.begun = {**(self.begun or ABOUT), **about}
        return self.begun

    def running(self) -> list[Json]:
        return []

    def end(self, session_id: str) -> None:
        self.ended = True


def kind_of(name: str = "hitung", title: str = "Hitung") -> Kind:
    def choices(_: Store) -> list[Choice]:
        return [Choice(title, {}), Choice("Dari dua", {"from": 2}, "Mulai dari dua.")]

    return Kind(name, title, choices, Counter)


@dataclass
class Set:
    """A stage with what it works on."""

    stage: Stage
    memory: Memory
    assistant: SetAssistant
    changes: list[None]

    async def do(self, do: str, value: Any = None) -> None:
        await self.stage.act("stage", do, value)

    async def part(self, do: str, value: Any = None) -> None:
        await self.stage.act("part", do, value)

    async def settled(self) -> None:
        """Wait until what was still being done is done and kept."""
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        if tasks:
            _, pending = await asyncio.wait(tasks, timeout=5)
            assert not pending


class NoVotes:
    def counts(self, poll: str) -> dict[str, int]:
        return {}


@dataclass
class SameVotes:
    """The same votes whatever is asked."""

    votes: dict[str, int]

    def counts(self, poll: str) -> dict[str, int]:
        return dict(self.votes)


def made(memory: Memory | None = None, votes: Votes | None = None, **kinds: Kind) -> Set:
    memory, assistant = memory or Memory(), SetAssistant()
    changes: list[None] = []
    stage = Stage(assistant, votes or NoVotes(), lambda: changes.append(None), lambda: TODAY)
    stage.open(
        cast("Store", object()),
        memory,
        {"hitung": kind_of(), "langsung": kind_of("langsung", "Obrolan"), **kinds},
    )
    return Set(stage, memory, assistant, changes)
