"""A service in a process of its own, for tests that kill it (`telegram_process.py`).

Settings come from the environment, as with `mawas telegram`. Each message ends in a tag such as "#17-3"; its answer begins with it.
With `--real` the trained assistant answers.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.messages import Incoming, Reply, Turn
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.channels.telegram.talks import Talks

READY = "siap"
# In the home: how the answers of an echo begin that is loaded anew.
WORD = "kata.txt"
_LOADS_FOR = 0.3
_TAG = re.compile(r"\s*#(\d+-\d+)\s*$")


class Echo:
    """A conversation that repeats what it hears."""

    watch = None
    in_memory = 0

    def __init__(self, think: float, word: str = "Jawaban") -> None:
        """Take so long for an answer (s), and begin it with a word."""
        self._think = think
        self._word = word

    async def turn(self, incoming: Incoming) -> Turn:
        """Repeat."""
        await asyncio.sleep(self._think)
        ranking = tuple(await self.ranking(incoming.text))
        reply = Reply(f"{self._word}: {incoming.text}")
        return Turn(incoming.text, "langkah_aman", 0.9, ranking, (), None, (reply,))

    async def rehearse(self, incoming: Incoming) -> Turn:
        """As any other."""
        return await self.turn(incoming)

    async def hand_over(self) -> bool:
        """Nothing is left to store."""
        return True

    def close(self) -> None:
        """Nothing is open."""

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """Nothing is ever dangerous."""
        return [("langkah_aman", 0.9)]

    async def forget(self, sender: str) -> None:
        """Nothing is remembered."""

    async def forget_idle(self, seconds: float) -> int:
        """Nothing is remembered."""
        return 0

    async def remembered(self, sender: str) -> int:
        """Nothing is remembered."""
        return 0

    async def tidy(self) -> bool:
        """Nothing is kept."""
        return True

    def apology(self, sender: str) -> Reply:
        """Nothing fails."""
        return Reply("Maaf.")

    def hides(self, sender: str) -> bool:
        """Nobody hides."""
        return False


class Tagged:
    """Takes the tag off a message and puts it before the answer."""

    def __init__(self, inner: Talks) -> None:
        """Answer as another conversation does."""
        self._inner = inner

    async def turn(self, incoming: Incoming) -> Turn:
        """Answer with the tag."""
        found = _TAG.search(incoming.text)
        if found is None:
            return await self._inner.turn(incoming)
        turn = await self._inner.turn(replace(incoming, text=incoming.text[: found.start()]))
        first, *others = turn.replies
        first = replace(first, text=f"#{found.group(1)} {first.text}")
        return replace(turn, replies=(first, *others))

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """As the other."""
        return await self._inner.ranking(_TAG.sub("", text))

    async def forget(self, sender: str) -> None:
        """As the other."""
        await self._inner.forget(sender)

    async def forget_idle(self, seconds: float) -> int:
        """As the other."""
        return await self._inner.forget_idle(seconds)

    async def remembered(self, sender: str) -> int:
        """As the other."""
        return await self._inner.remembered(sender)

    async def tidy(self) -> bool:
        """As the other."""
        return await self._inner.tidy()

    def apology(self, sender: str) -> Reply:
        """As the other."""
        return self._inner.apology(sender)

    def hides(self, sender: str) -> bool:
        """As the other."""
        return self._inner.hides(sender)


def _echo_of_the_file(settings: Settings, think: float) -> Callable[[], Echo]:
    """What loads an echo anew: its word stands in a file of the home, as a model would; without the file nothing can be loaded."""

    def load() -> Echo:
        time.sleep(_LOADS_FOR)
        return Echo(think, (settings.home / WORD).read_text(encoding="utf-8"))

    return load


async def _answer(settings: Settings, name: str, options: Any) -> None:
    """Serve with the trained assistant, which is ready when it is loaded."""
    from bot.channels.telegram.service import serve
    from bot.reload.loading import running

    def loaded(worked: bool) -> None:
        if worked:
            _say_ready()

    async with running(settings, name, loaded, counts=False) as now:
        options = replace(options, reloader=now.reloader)
        await serve(settings, Tagged(now.conversation), options)


def _say_ready(_: str = "") -> None:
    print(READY, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Serve until told to stop. Returns the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--real", action="store_true", help="the trained assistant answers")
    parser.add_argument("--think", type=float, default=0.0, help="seconds that an echo takes")
    parser.add_argument("--number", type=int, default=0, help="which worker this is")
    parser.add_argument("--workers", type=int, default=1, help="how many there are")
    parser.add_argument("--unlimited", action="store_true", help="know no limits of Telegram")
    parser.add_argument("--hasty", action="store_true", help="wait shorter after a failure")
    options = parser.parse_args(arguments)
    settings = Settings.from_environment()
    if options.real:
        from bot.rasa_environment import prepare

        prepare(settings.log_level, settings.home)
    from bot.channels.telegram import connect
    from bot.channels.telegram.backoff import Patience
    from bot.channels.telegram.gate import Rates
    from bot.channels.telegram.pace import Speed
    from bot.channels.telegram.service import Options, serve
    from bot.errors import MawasError
    from bot.reload.current import Current
    from bot.reload.hangup import HANGUP
    from bot.reload.note import Note
    from bot.reload.reloader import Reloader
    from bot.warming import SAMPLE

    HANGUP.hear()
    name = f"telegram-{options.number}"
    current: Any = Current(Echo(options.think))
    note = Note(settings.home, name)
    reloader: Any = Reloader(current, _echo_of_the_file(settings, options.think), SAMPLE, note)
    rates = Rates(1e6, 1e6, 1000, 1e6) if options.unlimited else None
    if options.unlimited:
        # python-telegram-bot's own limiter, which nobody else would want to leave out.
        vars(connect)["AIORateLimiter"] = lambda: None
    run = Options(
        options.number,
        options.workers,
        rates=rates,
        speed=Speed(1000, 0.01),
        patience=Patience(reaching=0.05, answering=0.05) if options.hasty else Patience(),
        reloader=reloader,
    )
    try:
        if options.real:
            asyncio.run(_answer(settings, name, run))
        else:
            asyncio.run(serve(settings, Tagged(current), run, _say_ready))
    except MawasError as error:
        print(f"mawas: {error}", file=sys.stderr)
        return error.exit_status
    return 0
