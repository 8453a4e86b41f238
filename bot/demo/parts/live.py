"""Live chat: a question or a pasted offer, and what the real assistant answers, one thought at a time.

An answer is shown step by step: bubbles of the assistant in their order, and of an offer, after the first bubble, each red flag with
its words lit up in the offer.

Each message is a conversation of its own, for the next one in a hall is somebody else's: the assistant forgets the one before. The same
person goes on with the buttons, or with "go_on". A text that was pasted stands ready in the facilitator's window alone, unmasked as it is,
until it is sent. A certain danger hides the wall.

Acts: "ask" (text), "go_on" (text), "put" (text that stands ready to be sent; "" takes it away), "send" (what stands ready; true: as
"go_on"), "press" (index of a button of the step that is shown), "next", "back", "clear".
"""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from actions.harmless import SWITCH_PAYLOAD
from bot.demo.part import Choice, Json, Kind, PartError, Services, Work
from bot.demo.parts.live_pages import Pages
from bot.demo.parts.live_steps import Exchange, Steps
from bot.messages import Incoming
from knowledge.store import Store

NAME = "langsung"
LONGEST = 20_000
_WAIT = "Mawas masih membaca pesan tadi. Tunggu sebentar."
_EMPTY = "Pesannya kosong. Tulis pertanyaan, atau tempel tawaran kerja."
_LONG = f"Pesannya terlalu panjang. Paling banyak {LONGEST} huruf."
_NO_BUTTON = "Pilihan itu tidak ada di layar. Pilih salah satu nomor yang terlihat."


class Live:
    """The live chat (see `part.Part`)."""

    NAME: ClassVar[str] = NAME

    def __init__(self, state: Json | None, services: Services, draft: str = "") -> None:
        """Begin, or go on; `draft` stands ready to be sent or changed."""
        self._services = services
        self._steps = Steps(services.store, services.today)
        self._sender = _new_sender()
        # Whether the assistant knows the conversation, and whether danger was noticed in it.
        self._is_on = self._in_danger = False
        # One that was sent does not come back with the next showing.
        self._is_sent = bool((state or {}).get("sent"))
        self._draft = "" if self._is_sent else draft
        self._waiting = False
        self._trouble: str | None = None
        self._pages = Pages(state)

    def act(self, do: str, value: Any) -> Work | None:
        """See the module."""
        if do in ("ask", "go_on"):
            return self._ask(value, do == "go_on")
        if do == "send":
            return self._ask(self._draft, value is True)
        if do == "put":
            self._draft, self._is_sent = _text_in(value).strip(), True
            return None
        if do == "press":
            return self._press(value)
        if do == "clear":
            return self._clear()
        if do in ("next", "back"):
            self._pages.turn(1 if do == "next" else -1)
            return None
        raise PartError("Tombol ini tidak ada di obrolan. Tekan ? untuk melihat tombolnya.")

    def view(self) -> Json:
        """The step that is shown, beside the message that it answers."""
        return {
            "waiting": self._waiting,
            "trouble": self._trouble,
            # Its words are not masked yet.
            "draft": {"lines": len(self._draft.splitlines())} if self._draft else None,
            "exchange": self._pages.view(),
            "goes_on": self._is_on,
        }

    def notes(self) -> Json:
        """What comes next, so that the facilitator can speak towards it, what stands ready to be sent, and a danger that was noticed."""
        here = None if self._waiting else self._pages.here
        coming = self._pages.coming if here else None
        return {
            "next": (coming.get("title") or coming.get("text")) if coming else None,
            "draft": self._draft,
            "danger": here.danger if here else None,
        }

    def phone(self) -> Json | None:
        """Handsets have nothing to do here."""
        return None

    def dump(self) -> Json:
        """What was said (`Pages.dump`), and whether what a scene handed over was sent."""
        return {**self._pages.dump(), "sent": self._is_sent}

    def note(self) -> None:
        """Nothing is counted here."""

    def leave(self) -> Work:
        """The assistant forgets: shown again, another conversation begins."""
        return self._services.assistant.forget(self._sender)

    def _ask(self, value: Any, goes_on: bool) -> Work:
        text = _text_in(value)
        if not text.strip():
            raise PartError(_EMPTY)
        if self._waiting:
            raise PartError(_WAIT)
        before = None if goes_on else self._begin_anew()
        return self._send(Incoming(self._sender, text, channel="demo"), None, before)

    def _begin_anew(self) -> str | None:
        """The next message is another person's: nothing of the one before is gone on with. Returns what the assistant is to forget."""
        before = self._sender if self._is_on else None
        self._pages.close()
        self._sender, self._is_on, self._in_danger = _new_sender(), False, False
        return before

    def _press(self, value: Any) -> Work | None:
        payloads = self._pages.payloads
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < len(payloads):
            raise PartError(_NO_BUTTON)
        if payloads[value] == SWITCH_PAYLOAD:
            # In a hall that is the wall, as with Esc.
            self._services.hide()
            return None
        return self._send(
            Incoming(self._sender, payloads[value], kind="button", channel="demo"),
            self._pages.titles[value],
        )

    def _send(self, incoming: Incoming, title: str | None, forgotten: str | None = None) -> Work:
        if self._waiting:
            raise PartError(_WAIT)
        self._waiting, self._trouble, self._is_sent, self._is_on = True, None, True, True
        if title is None:
            self._draft = ""
        return self._answer(incoming, title, self._pages.here if title else None, forgotten)

    async def _answer(
        self, incoming: Incoming, title: str | None, before: Exchange | None, forgotten: str | None
    ) -> None:
        try:
            if forgotten:
                await self._services.assistant.forget(forgotten)
            answered = await self._services.assistant.turn(incoming)
        except Exception as error:
            if self._is_of_before(incoming):
                return
            self._draft = self._draft or ("" if title else incoming.text)
            if not isinstance(error, PartError):
                raise
            self._trouble = str(error)
            return
        finally:
            if not self._is_of_before(incoming):
                self._waiting = False
        if self._is_of_before(incoming):
            return
        if answered.question:
            self._services.notebook.unanswered(answered.question)
        if any(reply.covers for reply in answered.turn.replies):
            # Nothing that stood here before may be seen any more, and a recipe would only be asked about.
            self._pages.clear()
            self._services.hide()
        else:
            self._show(self._steps.exchange(answered, title, before))

    def _show(self, exchange: Exchange) -> None:
        self._pages.add(exchange)
        if exchange.danger and exchange.danger["certain"] and not self._in_danger:
            # Whoever wrote it may sit in the hall. What follows is shown when the facilitator wants it shown.
            self._services.hide()
        self._in_danger = self._in_danger or exchange.danger is not None

    def _is_of_before(self, incoming: Incoming) -> bool:
        """Whether everything was cleared after a message was sent: nothing of it may be seen any more."""
        return incoming.sender != self._sender

    def _clear(self) -> Work:
        self._pages.clear()
        self._waiting, self._trouble, self._draft, self._is_sent = False, None, "", False
        before, self._sender = self._sender, _new_sender()
        self._is_on = self._in_danger = False
        return self._services.assistant.forget(before)


def _text_in(value: Any) -> str:
    if not isinstance(value, str):
        raise PartError(_EMPTY)
    if len(value) > LONGEST:
        raise PartError(_LONG)
    return value


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
