"""What is measured inside a process that answers, without a channel: the same for Mawas and for plain Rasa.

A job comes as JSON on standard input, what was measured leaves as JSON on standard output. Jobs: {"job": "turns", "asked": [...]},
{"job": "rate", "chats": [...], "questions": [...]}, {"job": "length", "turns": [...], "questions": [...], "patience": S},
{"job": "stored", "counts": [...], "questions": [...]}, {"job": "memory", "said": [...]}.
Each has "warm_up": texts that are answered before anything is measured, for some things are loaded when they are needed first.

Runs in the environment of plain Rasa too, so it imports the standard library and our own modules that do the same.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.bench.stored import NAME, multiply
from bot.bench.usage import MB, processor_of, usage_of

# A window of turns in which each question is asked twice.
QUESTIONS, WINDOW = 10, 20
# Messages that are measured with so many stored conversations.
AMONG_STORED = 60
# Messages of each person while many talk at once: what is measured shall take a while also with one.
_OF_A_CHAT, _AT_LEAST = 10, 200
PEOPLE = 50

# Milliseconds: by the clock, and of the processor.
Pair = tuple[float, float]


@dataclass(frozen=True)
class Answering:
    """An assistant in this process.

    Attributes:
        answer: sender, text, picture -> when the reply is stored, whether there was one.
        database: the SQLite file of its conversations.
        others: ids of processes without which it cannot answer.
    """

    answer: Callable[[str, str, bytes | None], Awaitable[bool]]
    database: Path
    others: tuple[int, ...] = ()

    def processor(self) -> float:
        """Processor seconds that all its processes have used."""
        return time.process_time() + sum(map(processor_of, self.others))

    def memory(self) -> float:
        """Resident megabytes of all its processes."""
        return sum(usage_of(pid).memory for pid in (os.getpid(), *self.others)) / MB

    async def timed(self, sender: str, text: str, picture: bytes | None = None) -> Pair:
        """Milliseconds that one answer took."""
        start, used = time.perf_counter(), self.processor()
        await self.answer(sender, text, picture)
        wall = time.perf_counter() - start
        return wall * 1000, (self.processor() - used) * 1000


async def turns(answering: Answering, asked: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Milliseconds of each kind of message, but for those that only warm up."""
    taken: dict[str, list[Pair]] = defaultdict(list)
    for number, message in enumerate(asked):
        sender = f"giliran-{number}"
        for text in message["before"]:
            await answering.answer(sender, text, None)
        picture = base64.b64decode(message["picture"]) if message["picture"] else None
        pair = await answering.timed(sender, message["text"], picture)
        if not message["warms"]:
            taken[message["kind"]].append(pair)
    return {"taken": taken}


async def rate(
    answering: Answering, chats: Sequence[int], questions: Sequence[str]
) -> dict[str, Any]:
    """Messages a second, and a processor second, with so many people who each wait for an answer before they go on."""
    rates: dict[int, Pair] = {}
    for count in chats:

        async def chat(said: Sequence[tuple[str, str]]) -> None:
            for sender, text in said:
                await answering.answer(sender, text, None)

        talks = crowd(count, questions)
        start, used = time.perf_counter(), answering.processor()
        await asyncio.gather(*map(chat, talks))
        seconds, processor = time.perf_counter() - start, answering.processor() - used
        messages = sum(map(len, talks))
        rates[count] = (messages / seconds, messages / processor)
    return {"rates": rates}


async def length(
    answering: Answering, turns: Sequence[int], questions: Sequence[str], patience: float
) -> dict[str, Any]:
    """Milliseconds of the turns around some of one long conversation, as far as it comes in so many seconds."""
    taken: list[Pair] = []
    half, end = WINDOW // 2, time.perf_counter() + patience
    while len(taken) < max(turns) + half and time.perf_counter() < end:
        text = questions[len(taken) % QUESTIONS]
        taken.append(await answering.timed("panjang", text))
    return {"taken": {turn: taken[turn - half : turn + half] for turn in turns if turn + half <= len(taken)}}  # fmt: skip


async def stored(
    answering: Answering, counts: Sequence[int], questions: Sequence[str]
) -> dict[str, Any]:
    """Milliseconds of a message with so many conversations in the store: half are new, half go on with a stored one."""
    await answering.answer("contoh", questions[0], None)
    taken: dict[int, list[Pair]] = {}
    for count in sorted(counts):
        multiply(answering.database, "contoh", count)
        step = max(count // AMONG_STORED, 1)
        taken[count] = []
        for number in range(AMONG_STORED):
            old = f"{NAME}{1 + number * step % count}"
            sender = old if number % 2 else f"baru-{count}-{number}"
            taken[count].append(await answering.timed(sender, questions[number % QUESTIONS]))
    return {"taken": taken}


async def memory(answering: Answering, said: Sequence[str]) -> dict[str, Any]:
    """Resident megabytes after so many messages of all kinds."""
    for number, text in enumerate(said):
        await answering.answer(f"orang-{number % PEOPLE}", text, None)
    return {"later": answering.memory()}


_JOBS: Mapping[str, Callable[..., Awaitable[dict[str, Any]]]] = {
    "turns": turns,
    "rate": rate,
    "length": length,
    "stored": stored,
    "memory": memory,
}


def crowd(count: int, questions: Sequence[str]) -> list[list[tuple[str, str]]]:
    """What so many people say at once: (sender, text) in the order of each chat.

    Somebody new comes now and then: what long conversations cost is measured by itself.
    """
    each = max(_OF_A_CHAT, _AT_LEAST // count)
    return [
        [
            (
                f"ramai-{count}-{chat}-{turn // QUESTIONS}",
                questions[(chat * each + turn) % len(questions)],
            )
            for turn in range(each)
        ]
        for chat in range(count)
    ]


def do(load: Callable[[], Awaitable[Answering]]) -> int:
    """Do the job on standard input.

    Args:
        load: starts the assistant; nothing of what is measured.

    Returns:
        The exit status.
    """
    # Libraries that print shall not write into the answer.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        job = json.load(sys.stdin)
        json.dump(asyncio.run(_done(load, job.pop("job"), job.pop("warm_up"), job)), out)
    return 0


async def _done(
    load: Callable[[], Awaitable[Answering]],
    name: str,
    warm_up: Sequence[str],
    values: Mapping[str, Any],
) -> dict[str, Any]:
    answering = await load()
    said = empty = 0

    async def counted(sender: str, text: str, picture: bytes | None) -> bool:
        nonlocal said, empty
        has_answer = await answering.answer(sender, text, picture)
        said += 1
        empty += not has_answer
        return has_answer

    for number, text in enumerate(warm_up):
        await answering.answer(f"pemanasan-{number}", text, None)
    counting = Answering(counted, answering.database, answering.others)
    return {**await _JOBS[name](counting, **values), "said": said, "empty": empty}
