"""Counts of what a hall answers: hands that are typed in, and votes from handsets. Used by the quiz and by the check."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.demo.part import Json, PartError, Services

MOST_HANDS = 5000
# Votes are kept in memory while a program runs; in the next one those that were stored count on.
_RUN = secrets.token_hex(4)


class Ballots:
    """The counts of several questions, each with its choices."""

    def __init__(
        self,
        services: Services,
        choices: Mapping[str, Sequence[str]],
        state: Json | None = None,
        run: str = _RUN,
    ) -> None:
        """Begin, or go on with what `dump` gave.

        Args:
            services: with the votes from handsets.
            choices: id of a question -> ids of its choices.
            state: what `dump` gave.
            run: which run of the program this is.
        """
        state = state or {}
        self._services = services
        self._choices = choices
        self._run = run
        # Another showing of the same question is another vote.
        self._showing = str(state.get("showing") or secrets.token_hex(4))
        self._hands: dict[str, dict[str, int]] = {
            item: dict(hands) for item, hands in (state.get("hands") or {}).items()
        }
        earlier = state.get("earlier") or {}
        if state.get("run") != run:
            earlier = state.get("votes") or {}
        self._earlier: dict[str, dict[str, int]] = {
            item: dict(votes) for item, votes in earlier.items()
        }

    def poll(self, item: str) -> str:
        """The id under which handsets vote on a question."""
        return f"{self._showing}/{item}"

    def put(self, item: str, value: Any) -> None:
        """Keep how many hands were up.

        Args:
            item: id of the question.
            value: {"choice": id, "n": people}.

        Raises:
            PartError: no such choice, or no such number.
        """
        choice = value.get("choice") if isinstance(value, dict) else None
        if not isinstance(choice, str) or choice not in self._choices[item]:
            raise PartError("Pilihan ini tidak ada. Saran: pilih salah satu kolom di layar.")
        hands = value.get("n")
        if isinstance(hands, bool) or not isinstance(hands, int) or not 0 <= hands <= MOST_HANDS:
            raise PartError(f"Jumlah tidak terbaca. Saran: tulis angka 0 sampai {MOST_HANDS}.")
        self._hands.setdefault(item, {})[choice] = hands

    def clear(self, item: str) -> None:
        """Take back the hands of a question."""
        self._hands.pop(item, None)

    def hands(self, item: str) -> dict[str, int]:
        """Hands that were typed in: choice -> people."""
        return dict(self._hands.get(item, {}))

    def votes(self, item: str) -> dict[str, int]:
        """Votes from handsets: choice -> people."""
        return _sum(self._earlier.get(item, {}), self._services.votes.counts(self.poll(item)))

    def total(self, item: str) -> dict[str, int]:
        """All that was counted: choice -> people; {} when nothing was."""
        found = _sum(self.hands(item), self.votes(item))
        if not found:
            return {}
        return {choice: found.get(choice, 0) for choice in self._choices[item]}

    def note(self, name: Callable[[str], str], cleared: str | None = None) -> None:
        """Write into the notebook what was counted; what another showing counted stays until there is something new.

        Args:
            name: id of a question -> its name in the notebook.
            cleared: the question of which hands were just taken back: there none is new.
        """
        for item in self._choices:
            total = self.total(item)
            if total or item == cleared:
                self._services.notebook.count(name(item), total)

    def rows(self, item: str, labels: Mapping[str, str], right: str | None = None) -> list[Json]:
        """A row a choice: {"id", "text", "hands" (null: not typed), "votes", "total"} and, where `right` is given, "right"."""
        hands, votes, total = self.hands(item), self.votes(item), self.total(item)
        rows: list[Json] = [
            {
                "id": choice,
                "text": labels[choice],
                "hands": hands.get(choice),
                "votes": votes.get(choice, 0),
                "total": total.get(choice, 0),
            }
            for choice in self._choices[item]
        ]
        return rows if right is None else [{**row, "right": row["id"] == right} for row in rows]

    def dump(self) -> Json:
        """JSON from which the same counts come back."""
        return {
            "showing": self._showing,
            "run": self._run,
            "hands": {item: dict(hands) for item, hands in self._hands.items() if hands},
            "earlier": {item: dict(votes) for item, votes in self._earlier.items()},
            "votes": {item: votes for item in self._choices if (votes := self.votes(item))},
        }


def _sum(first: Mapping[str, int], second: Mapping[str, int]) -> dict[str, int]:
    return {
        choice: first.get(choice, 0) + second.get(choice, 0)
        for choice in dict.fromkeys((*first, *second))
    }


def people_note(counted: int, people: int | None) -> str:
    """A note to the facilitator where the count and the people in the hall differ; "" where they do not."""
    if people is None or not counted or counted == people:
        return ""
    if counted > people:
        return f"Terhitung {counted}, padahal peserta {people}. Saran: hitung ulang, atau betulkan jumlah peserta."
    return f"{people - counted} dari {people} peserta belum terhitung."
