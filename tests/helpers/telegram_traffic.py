"""Many people who write at once, and the verdict on what they got: nobody forgotten, nothing said twice, nothing out of order.

Every message ends in a tag such as "#17-3" (third message of chat 17); a conversation made by `tests/helpers/telegram_worker.py` begins
its answer with the same tag.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.helpers.telegram_server import TelegramServer

FIRST_CHAT = 620_000_000
_ANSWERED = re.compile(r"#(\d+-\d+)\b")
_LOOK = 0.02
# A service notes within so many seconds that it sent an answer (s).
_NOTED_WITHIN = 3.0
# Words that no log line and no store may show.
SECRET = "rahasiawarga"
SENTENCES = (
    "saya ditawari kerja di kamboja jadi admin",
    "apa itu p3mi",
    "paspor saya ditahan majikan",
    "gaji di taiwan berapa",
    "bagaimana cara berangkat resmi ke malaysia",
    "halo",
    "biaya ke hong kong siapa yang bayar",
    "aman tidak kerja di arab saudi",
)


@dataclass
class Verdict:
    """What came of it.

    Attributes:
        sent: messages that people sent.
        lost: tags that were never answered.
        twice: tags that were answered more than once without an excuse.
        unheard: tags answered again because the connection broke after the first answer arrived.
        at_kill: tags answered before and after a kill.
        disordered: chats whose answers came in another order than their messages.
        silent: chats without any answer.
        bad_requests: descriptions of 400s.
        waits: seconds from each message to the first bubble of its answer.
    """

    sent: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    unheard: list[str] = field(default_factory=list)
    at_kill: list[str] = field(default_factory=list)
    disordered: list[int] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)
    bad_requests: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def faults(self) -> dict[str, int]:
        """What must not be, and how often it was."""
        wrong: dict[str, list[str] | list[int]] = {
            "lost": self.lost,
            "twice": self.twice,
            "disordered": self.disordered,
            "silent": self.silent,
            "bad_requests": self.bad_requests,
        }
        return {name: len(found) for name, found in wrong.items() if found}

    def summary(self) -> dict[str, float]:
        """Figures to report; times in ms."""
        found: dict[str, float] = {
            "sent": self.sent,
            "answered": len(self.waits),
            "excused_unheard": len(self.unheard),
            "excused_at_kill": len(self.at_kill),
            **self.faults(),
        }
        if self.waits:
            cuts = statistics.quantiles(self.waits, n=100, method="inclusive")
            found |= {
                "median_ms": round(statistics.median(self.waits) * 1000, 1),
                "p95_ms": round(cuts[94] * 1000, 1),
                "p99_ms": round(cuts[98] * 1000, 1),
                "max_ms": round(max(self.waits) * 1000, 1),
            }
        return found


class Traffic:
    """Writes as many people, and reads what they got.

    Attributes:
        sent: tag -> when it was written (s, monotonic), in the order in which it was written.
        kills: when the service was killed (s, monotonic).
    """

    def __init__(
        self, server: TelegramServer, chats: int, seed: int = 0, words: Sequence[str] = SENTENCES
    ) -> None:
        """So many people, who have not written yet."""
        self._server = server
        self._random = random.Random(seed)
        self._words = words
        self._chats = chats
        self._turns: dict[int, int] = defaultdict(int)
        self.sent: dict[str, float] = {}
        self.kills: list[float] = []

    async def write(self, messages: int, rate: float) -> None:
        """Write so many messages, so many a second, each chat in its turn."""
        start = time.monotonic()
        for number in range(messages):
            pause = start + number / rate - time.monotonic()
            if pause > 0:
                await asyncio.sleep(pause)
            self._one(number % self._chats)

    def _one(self, chat: int) -> None:
        self._turns[chat] += 1
        tag = f"{chat}-{self._turns[chat]}"
        person = self._server.person(FIRST_CHAT + chat, "Warga")
        self.sent[tag] = time.monotonic()
        person.says(f"{self._random.choice(self._words)} {SECRET} #{tag}")

    def answers(self) -> dict[str, list[tuple[float, bool]]]:
        """Tag -> when it was answered, and whether the service learned that it was."""
        unheard = {
            (call.result["chat"]["id"], call.result["message_id"])
            for call in self._server.calls
            if not call.heard and isinstance(call.result, dict)
        }
        found: dict[str, list[tuple[float, bool]]] = {}
        for chat in self._server.world.chats.values():
            for event in chat.events:
                tag = _tag(event.message) if event.kind == "bot" else None
                if tag:
                    heard = (chat.id, event.message["message_id"]) not in unheard
                    found.setdefault(tag, []).append((event.at, heard))
        return found

    async def answered(self, patience: float) -> None:
        """Wait until everything was answered, or nothing more came for so many seconds."""
        before, since = -1, time.monotonic()
        while time.monotonic() - since < patience:
            now = len(self.answers())
            if now == len(self.sent):
                return
            if now != before:
                before, since = now, time.monotonic()
            await asyncio.sleep(_LOOK * 10)

    def verdict(self) -> Verdict:
        """Compare what was written with what was answered."""
        answers = self.answers()
        verdict = Verdict(sent=len(self.sent))
        verdict.bad_requests = [call.description for call in self._server.bad_requests]
        for tag, at in self.sent.items():
            times = answers.get(tag, [])
            if not times:
                verdict.lost.append(tag)
                continue
            verdict.waits.append(times[0][0] - at)
            if len(times) > 1:
                self._judge_twice(verdict, tag, times)
        for chat in range(self._chats):
            mine = [tag for tag in self.sent if tag.startswith(f"{chat}-")]
            got = [tag for tag in answers if tag.startswith(f"{chat}-")]
            if mine and not got:
                verdict.silent.append(chat)
            if got != [tag for tag in mine if tag in answers]:
                verdict.disordered.append(chat)
        return verdict

    def _judge_twice(self, verdict: Verdict, tag: str, times: list[tuple[float, bool]]) -> None:
        """A second answer is excused when the service could not know that the first arrived."""
        for (first, heard), (second, _) in itertools.pairwise(times):
            if not heard:
                verdict.unheard.append(tag)
            elif any(-1 <= kill - first <= _NOTED_WITHIN and kill <= second for kill in self.kills):
                verdict.at_kill.append(tag)
            else:
                verdict.twice.append(tag)


def _tag(message: dict[str, object]) -> str | None:
    text = str(message.get("text") or message.get("caption") or "")
    found = _ANSWERED.match(text)
    return found.group(1) if found else None
