from __future__ import annotations

import asyncio

import pytest

from bot.channels.telegram.gate import Gate, Rates
from tests.helpers.virtual_time import run as run_virtually


def test_no_more_than_telegram_takes_in_a_second() -> None:
    async def run() -> list[float]:
        gate, times = Gate(Rates(overall=100, chat=1e6, burst=1000)), []

        async def send(chat: int) -> None:
            await gate.enter(chat)
            times.append(asyncio.get_running_loop().time())

        await asyncio.gather(*map(send, range(1, 69)))
        return times

    times = run_virtually(run())
    # 18 at once, the other 50 at 100 a second.
    assert times[-1] - times[0] == pytest.approx(0.5, abs=0.02)


def test_one_chat_gets_a_burst_and_then_one_a_second() -> None:
    async def run() -> list[float]:
        gate, times, begin = Gate(Rates(chat=10, burst=3)), [], asyncio.get_running_loop().time()
        for _ in range(6):
            await gate.enter(5)
            times.append(asyncio.get_running_loop().time() - begin)
        return times

    times = run_virtually(run())
    assert times == pytest.approx([0, 0, 0, 0.1, 0.2, 0.3], abs=0.01)


def test_danger_goes_before_all_others_and_waits_for_no_turn_of_its_chat() -> None:
    async def run() -> list[str]:
        gate, order = Gate(Rates(overall=50, chat=0.1, burst=1)), []

        async def send(name: str, chat: int, urgent: bool = False) -> None:
            await gate.enter(chat, urgent)
            order.append(name)

        calm = [asyncio.create_task(send("calm", chat)) for chat in range(1, 60)]
        await asyncio.sleep(0.05)
        await asyncio.wait_for(send("danger", 1, urgent=True), 1)
        for task in calm:
            task.cancel()
        return order

    order = run_virtually(run())
    assert order.index("danger") < 35


def test_who_gives_up_holds_up_nobody() -> None:
    async def run() -> None:
        gate = Gate(Rates(overall=20, chat=1e6, burst=1000))
        waiting = [asyncio.create_task(gate.enter(1)) for _ in range(60)]
        await asyncio.sleep(0.05)
        for task in waiting:
            task.cancel()
        await asyncio.wait_for(gate.enter(2), 0.5)

    run_virtually(run())


@pytest.mark.parametrize(("sent", "busy"), [(0, False), (1, False), (2, True)])
def test_a_chat_that_just_got_several_is_busy(sent: int, busy: bool) -> None:
    async def run() -> bool:
        gate = Gate(Rates(chat=0.01))
        for _ in range(sent):
            await gate.enter(5)
        assert not gate.is_busy(6)
        return gate.is_busy(5)

    assert run_virtually(run()) is busy


def test_everybody_is_busy_when_much_is_sent() -> None:
    async def run() -> bool:
        gate = Gate(Rates(overall=10))
        for chat in range(1, 15):
            await gate.enter(chat)
        return gate.is_busy(99)

    assert run_virtually(run())


@pytest.mark.parametrize(("refused", "held"), [((5,), False), ((5, 5), False), ((5, 6), True)])
def test_a_second_chat_that_is_refused_closes_the_gate_for_all(
    refused: tuple[int, ...], held: bool
) -> None:
    async def run() -> float:
        gate, begin = Gate(), asyncio.get_running_loop().time()
        for chat in refused:
            gate.refused(chat, 0.3)
        await gate.enter(7, urgent=True)
        return asyncio.get_running_loop().time() - begin

    assert (run_virtually(run()) >= 0.3) is held


def test_a_refusal_that_is_over_closes_nothing() -> None:
    async def run() -> None:
        gate = Gate()
        gate.refused(5, 0.01)
        await asyncio.sleep(0.05)
        gate.refused(6, 60)
        await asyncio.wait_for(gate.enter(7), 1)

    run_virtually(run())
