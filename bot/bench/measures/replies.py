"""How long a reply takes, by kind of message: without a channel, and over HTTP where Mawas has a server too."""

from __future__ import annotations

import asyncio
import contextlib
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.bench.catalogue import ALL, FLYER
from bot.bench.figures import MAWAS, PLAIN, Sample, percentile
from bot.bench.inside import asked, done, warm_up
from bot.bench.jobs import PEOPLE, Pair, crowd
from bot.bench.mawas import WHAT as OURS
from bot.bench.mawas import MawasServer, can_serve, mawas_server
from bot.bench.plain.place import WHAT as THEIRS
from bot.bench.plain.server import PlainServer, plain_server
from bot.bench.plan import Plan
from bot.bench.rest import RestClient
from bot.bench.usage import MB
from bot.bench.workload import topics, workload

Server = MawasServer | PlainServer
_NAMES = {MAWAS: OURS, PLAIN: THEIRS}
_NO_SERVER = "Mawas ini tidak punya server HTTP (mawas serve); lewat HTTP tidak diukur"


def without_channel(plan: Plan) -> Iterator[Sample]:
    """Samples of `turn`."""
    for place in plan.in_turn("waktu jawaban tanpa kanal"):
        setup = PLAIN if place else MAWAS
        taken = done(plan, place, "turns", asked=asked(plan.each, 0 if place else plan.flyers))[
            "taken"
        ]
        yield from summed("turn", setup, taken)


def over_http(plan: Plan) -> Iterator[Sample]:
    """Samples of `rest`."""
    for setup, server in _servers(plan, "waktu jawaban lewat HTTP"):
        yield from asyncio.run(_kinds(plan, setup, server))


def rates(plan: Plan) -> Iterator[Sample]:
    """Samples of `rate`: messages a second with many people at once."""
    for place in plan.in_turn("pesan per detik tanpa kanal"):
        setup = PLAIN if place else MAWAS
        measured = done(plan, place, "rate", chats=plan.chats, questions=topics())["rates"]
        for count, (wall, processor) in measured.items():
            yield Sample(f"rate.turn_{count}", setup, wall)
            yield Sample(f"rate.turn_{count}_cpu", setup, processor)
    for setup, server in _servers(plan, "pesan per detik lewat HTTP"):
        yield from asyncio.run(_crowds(plan, setup, server))


def memory(plan: Plan) -> Iterator[Sample]:
    """Samples of `memory.later`: of all processes that answer, with a server where both have one."""
    said = [message.text for message in workload(plan.messages) if message.kind != FLYER]
    said = said[: plan.messages]
    if can_serve():
        for setup, server in _servers(plan, "memori"):
            asyncio.run(_many(setup, server, said))
            yield Sample("memory.later", setup, server.usage.memory / MB)
    else:
        for place in plan.in_turn("memori"):
            measured = done(plan, place, "memory", said=said)
            yield Sample("memory.later", PLAIN if place else MAWAS, measured["later"])


def _servers(plan: Plan, what: str) -> Iterator[tuple[str, Server]]:
    """Each server in turn, as often as there are runs, started anew each time; none when only plain Rasa has one."""
    if not can_serve():
        plan.told(_NO_SERVER)
        return
    for place in plan.in_turn(what):
        server: contextlib.AbstractContextManager[Server] = (
            plain_server(place, plan.settings) if place else mawas_server(plan.settings)
        )
        with server as answering:
            yield PLAIN if place else MAWAS, answering


def _warming() -> list[list[tuple[str, str]]]:
    """A chat in which some texts of each kind are said, each in a conversation of its own."""
    return [[(f"pemanasan-{number}", text) for number, text in enumerate(warm_up())]]


async def _kinds(plan: Plan, setup: str, server: Server) -> list[Sample]:
    taken: dict[str, list[Pair]] = defaultdict(list)
    async with RestClient(_NAMES[setup], server.url) as client:
        await client.talk(_warming())
        for number, message in enumerate(asked(plan.each, flyers=0)):
            for text in message["before"]:
                await client.say(f"orang-{number}", text)
            before = server.processor()
            wall = await client.say(f"orang-{number}", message["text"])
            processor = server.processor() - before
            taken[message["kind"]].append((wall, processor * 1000))
    return list(summed("rest", setup, taken))


async def _crowds(plan: Plan, setup: str, server: Server) -> list[Sample]:
    questions = topics()
    samples = []
    async with RestClient(_NAMES[setup], server.url) as client:
        await client.talk(_warming())
        for count in plan.chats:
            chats = crowd(count, questions)
            before = server.processor()
            seconds = await client.talk(chats)
            processor = server.processor() - before
            said = sum(map(len, chats))
            samples.append(Sample(f"rate.rest_{count}", setup, said / seconds))
            samples.append(Sample(f"rate.rest_{count}_cpu", setup, said / processor))
    return samples


async def _many(setup: str, server: Server, said: Sequence[str]) -> None:
    async with RestClient(_NAMES[setup], server.url) as client:
        for number, text in enumerate(said):
            await client.say(f"orang-{number % PEOPLE}", text)


def summed(
    group: str, setup: str, taken: Mapping[str, Sequence[Sequence[float]]]
) -> Iterator[Sample]:
    """Of each kind of message, and of all that both can be sent: medians and the 99th percentile.

    Args:
        group: of the measures.
        setup: MAWAS or PLAIN.
        taken: kind -> milliseconds by the clock and of the processor, of each message.
    """
    both = [pair for kind, pairs in taken.items() if kind != FLYER for pair in pairs]
    for kind, pairs in {ALL: both, **taken}.items():
        walls = [wall for wall, _ in pairs]
        yield Sample(f"{group}.{kind}", setup, statistics.median(walls))
        yield Sample(f"{group}.{kind}_p99", setup, percentile(walls, 99))
        yield Sample(f"{group}.{kind}_cpu", setup, statistics.median(cpu for _, cpu in pairs))
