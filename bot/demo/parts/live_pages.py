"""The messages of an evening and their answers, and which step of which is shown."""

from __future__ import annotations

from bot.demo.part import Json, PartError
from bot.demo.parts.live_steps import Exchange, closed, kept, restored

# What is kept of a long evening; a wall shows one at a time.
MOST_EXCHANGES = 30
_EMPTY = "Belum ada pesan. Tulis pertanyaan, atau tempel tawaran kerja."
_FIRST = "Ini yang pertama."
_LAST = "Ini yang terakhir. Tulis pertanyaan baru, atau buka menu."


class Pages:
    """Exchanges in order, and a place in them."""

    def __init__(self, state: Json | None) -> None:
        """Begin, or go on with what `dump` gave."""
        self._exchanges = [restored(row) for row in (state or {}).get("exchanges", [])]
        self._exchange = max(0, len(self._exchanges) - 1)
        self._step = 0
        if state and self._exchanges:
            self._exchange = min(int(state["exchange"]), self._exchange)
            self._step = min(int(state["step"]), len(self._exchanges[self._exchange].steps) - 1)

    @property
    def here(self) -> Exchange | None:
        """The exchange that is shown; None when there is none."""
        return self._exchanges[self._exchange] if self._exchanges else None

    @property
    def payloads(self) -> list[str]:
        """Of the buttons of the step that is shown."""
        return self.here.payloads[self._step] if self.here else []

    @property
    def titles(self) -> list[str]:
        """Of the buttons of the step that is shown."""
        return list(self.here.steps[self._step].get("buttons", ())) if self.here else []

    @property
    def coming(self) -> Json | None:
        """The step after the one that is shown."""
        return next(iter(self.here.steps[self._step + 1 :]), None) if self.here else None

    def add(self, exchange: Exchange) -> None:
        """Show another exchange from its beginning."""
        self._exchanges.append(exchange)
        del self._exchanges[:-MOST_EXCHANGES]
        self._exchange, self._step = len(self._exchanges) - 1, 0

    def clear(self) -> None:
        """Nothing may be seen any more."""
        self._exchanges.clear()
        self._exchange = self._step = 0

    def close(self) -> None:
        """The conversation is gone: what was private in it too, and nothing can be pressed."""
        self._exchanges = [closed(each) for each in self._exchanges if not each.private]
        self._exchange, self._step = max(0, len(self._exchanges) - 1), 0

    def turn(self, by: int) -> None:
        """Go a step on or back.

        Raises:
            PartError: there is none.
        """
        if self.here is None:
            raise PartError(_EMPTY)
        step = self._step + by
        if 0 <= step < len(self.here.steps):
            self._step = step
            return
        if not 0 <= self._exchange + by < len(self._exchanges):
            raise PartError(_FIRST if by < 0 else _LAST)
        self._exchange += by
        self._step = 0 if by > 0 else len(self.here.steps) - 1

    def view(self) -> Json | None:
        """The step that is shown, beside the message that it answers."""
        here = self.here
        if here is None:
            return None
        return {
            "number": self._exchange + 1,
            "of": len(self._exchanges),
            "said": here.said,
            "pressed": here.pressed,
            "marks": [vars(mark) for mark in here.marks],
            "step": here.steps[self._step],
            "at": self._step + 1,
            "steps": len(here.steps),
        }

    def dump(self) -> Json:
        """What was said, but for answers to danger; pictures are left out: they can be asked for again."""
        lasting = [each for each in self._exchanges if not each.private]
        here = self.here if self.here and not self.here.private else None
        return {
            "exchanges": [kept(each) for each in lasting],
            "exchange": lasting.index(here) if here else max(0, len(lasting) - 1),
            "step": self._step if here else 0,
        }
