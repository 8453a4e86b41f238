"""Live chat: a question or a pasted offer, and what the real assistant answers, one thought at a time.

An answer is shown step by step: bubbles of the assistant in their order, and of an offer, after the first bubble, each red flag with
its words lit up in the offer.

Acts: "ask" (text), "press" (index of a button of the step that is shown), "next", "back", "clear".
"""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from bot.demo.part import Choice, Json, Kind, PartError, Services, Work
from bot.demo.parts.live_steps import Exchange, exchange_of, kept, restored
from bot.messages import Incoming
from knowledge.store import Store

NAME = "langsung"
LONGEST = 20_000
# What is kept of a long evening; a wall shows one at a time.
MOST_EXCHANGES = 30
_WAIT = "Mawas masih membaca pesan tadi. Tunggu sebentar."
_EMPTY = "Pesannya kosong. Tulis pertanyaan, atau tempel tawaran kerja."
_LONG = f"Pesannya terlalu panjang. Paling banyak {LONGEST} huruf."
_NO_BUTTON = "Pilihan itu tidak ada di layar. Pilih salah satu nomor yang terlihat."
_FIRST = "Ini yang pertama."
_LAST = "Ini yang terakhir. Tulis pertanyaan baru, atau buka menu."


class Live:
    """The live chat (see `part.Part`)."""

    NAME: ClassVar[str] = NAME

    def __init__(self, state: Json | None, services: Services, draft: str = "") -> None:
        """Begin, or go on; `draft` stands in the field to be sent or changed."""
        self._services = services
        self._sender = _new_sender()
        self._draft = draft
        self._waiting = False
        self._trouble: str | None = None
        self._exchanges = [restored(row) for row in (state or {}).get("exchanges", [])]
        self._exchange = max(0, len(self._exchanges) - 1)
        self._step = 0
        if state and self._exchanges:
            self._exchange = min(int(state["exchange"]), self._exchange)
            self._step = min(int(state["step"]), len(self._now.steps) - 1)

    @property
    def _now(self) -> Exchange:
        return self._exchanges[self._exchange]

    def act(self, do: str, value: Any) -> Work | None:
        """See the module."""
        if do == "ask":
            return self._ask(value)
        if do == "press":
            return self._press(value)
        if do == "clear":
            return self._clear()
        if do in ("next", "back"):
            self._turn_page(1 if do == "next" else -1)
            return None
        raise PartError("Tombol ini tidak ada di obrolan. Tekan ? untuk melihat tombolnya.")

    def view(self) -> Json:
        """The step that is shown, beside the message that it answers."""
        shown: Json = {
            "waiting": self._waiting,
            "trouble": self._trouble,
            "draft": self._draft,
            "exchange": None,
            "latest": self._exchange >= len(self._exchanges) - 1,
        }
        if self._exchanges:
            now = self._now
            shown["exchange"] = {
                "number": self._exchange + 1,
                "of": len(self._exchanges),
                "said": now.said,
                "marks": [vars(mark) for mark in now.marks],
                "step": now.steps[self._step],
                "at": self._step + 1,
                "steps": len(now.steps),
            }
        return shown

    def notes(self) -> Json:
        """What comes next, so that the facilitator can speak towards it."""
        if not self._exchanges or self._waiting:
            return {"next": None}
        steps = self._now.steps[self._step + 1 :]
        return {"next": (steps[0].get("title") or steps[0].get("text")) if steps else None}

    def phone(self) -> Json | None:
        """Handsets have nothing to do here."""
        return None

    def dump(self) -> Json:
        """What was said, but for answers to danger; pictures are left out: they can be asked for again."""
        lasting = [each for each in self._exchanges if not each.private]
        here = self._exchanges and not self._now.private
        return {
            "exchanges": [kept(each) for each in lasting],
            "exchange": lasting.index(self._now) if here else max(0, len(lasting) - 1),
            "step": self._step if here else 0,
        }

    def _ask(self, value: Any) -> Work:
        if not isinstance(value, str) or not value.strip():
            raise PartError(_EMPTY)
        if len(value) > LONGEST:
            raise PartError(_LONG)
        return self._send(Incoming(self._sender, value, channel="demo"), None)

    def _press(self, value: Any) -> Work:
        payloads = self._now.payloads[self._step] if self._exchanges else []
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < len(payloads):
            raise PartError(_NO_BUTTON)
        title = self._now.steps[self._step]["buttons"][value]
        return self._send(
            Incoming(self._sender, payloads[value], kind="button", channel="demo"), title
        )

    def _send(self, incoming: Incoming, title: str | None) -> Work:
        if self._waiting:
            raise PartError(_WAIT)
        self._waiting, self._trouble, self._draft = True, None, ""
        return self._answer(incoming, title)

    async def _answer(self, incoming: Incoming, title: str | None) -> None:
        try:
            answered = await self._services.assistant.turn(incoming)
        except PartError as error:
            self._trouble = str(error)
            self._draft = "" if title else incoming.text
            return
        finally:
            self._waiting = False
        if answered.question:
            self._services.notebook.unanswered(answered.question)
        if any(reply.covers for reply in answered.turn.replies):
            # Nothing that stood here before may be seen any more.
            self._exchanges.clear()
        self._exchanges.append(exchange_of(answered, title, self._services.store))
        del self._exchanges[:-MOST_EXCHANGES]
        self._exchange, self._step = len(self._exchanges) - 1, 0

    def _clear(self) -> Work:
        self._exchanges.clear()
        self._exchange = self._step = 0
        self._trouble, self._draft = None, ""
        before, self._sender = self._sender, _new_sender()
        return self._services.assistant.forget(before)

    def _turn_page(self, by: int) -> None:
        if not self._exchanges:
            raise PartError(_EMPTY)
        step = self._step + by
        if 0 <= step < len(self._now.steps):
            self._step = step
            return
        if not 0 <= self._exchange + by < len(self._exchanges):
            raise PartError(_FIRST if by < 0 else _LAST)
        self._exchange += by
        self._step = 0 if by > 0 else len(self._now.steps) - 1


def _new_sender() -> str:
    return f"demo-{uuid.uuid4().hex}"


def _choices(_: Store) -> tuple[Choice, ...]:
    return (
        Choice("Obrolan langsung", teaser="Tanya Mawas, atau tempel tawaran kerja dari peserta."),
    )


def _make(arguments: Json, state: Json | None, services: Services) -> Live:
    draft = arguments.get("draft", "")
    if not isinstance(draft, str) or len(draft) > LONGEST:
        raise PartError(_LONG)
    return Live(state, services, draft)


KIND = Kind(NAME, "Obrolan langsung", _choices, _make)
