"""The quiz "Asli atau tipu?": the hall answers questions of knowledge/quiz by hands or handsets, and sees at once how it answered and why.

Acts: "next" and "back"; "count" {"choice": id, "n": hands} and "clear" for the question on the screen.
Screens of a question: "soal", then "jawaban"; at the end "hasil".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from actions.quiz_answers import ANSWERS, CAUTIONS, TITLES
from bot.demo.counted import QUIZ, of_question
from bot.demo.offers import parted, shortened
from bot.demo.part import Choice, Json, Kind, PartError, Services
from bot.demo.parts.ballots import Ballots, people_note
from bot.demo.parts.quiz_rounds import A_ROUND, ALL, levels, rounds
from bot.demo.sourcing import source_line
from knowledge.model import QuizItem
from knowledge.store import Store

QUESTION, ANSWER, RESULT = "soal", "jawaban", "hasil"
NAME = QUIZ
_TITLES = {"asli_atau_tipu": "Asli atau tipu?", "benar_salah": "Benar atau salah?", ALL: "Kuis"}
_NO_QUESTION = "Soal ini tidak ada lagi. Saran: pilih kuis dari menu."


class Quiz:
    """One round of questions."""

    NAME: ClassVar[str] = NAME

    def __init__(
        self, title: str, items: Sequence[QuizItem], state: Json | None, services: Services
    ) -> None:
        """Begin, or go on with what `dump` gave."""
        state = state or {}
        self._title = title
        self._items = items
        self._services = services
        choices = {item.id: ANSWERS[item.kind] for item in items}
        self._ballots = Ballots(services, choices, state.get("ballots"))
        self._at = min(max(int(state.get("at") or 0), 0), len(items))
        self._shown = bool(state.get("shown"))

    def act(self, do: str, value: Any) -> None:
        """See the module's first lines (and the protocol)."""
        if do == "next":
            self._next()
        elif do == "back":
            self._back()
        elif do == "count":
            self._ballots.put(self._item().id, value)
        elif do == "clear":
            self._ballots.clear(self._item().id)
        else:
            raise PartError("Tombol ini tidak dipakai di kuis. Saran: panah kanan untuk lanjut.")
        self._ballots.note(of_question, self._item().id if do == "clear" else None)

    def view(self) -> Json:
        """The screen; which answer is right only once it is shown (see the protocol)."""
        if self._at == len(self._items):
            return {"screen": RESULT, "title": self._title, **self._result()}
        item = self._item()
        offer, ask = parted(item.question)
        screen: Json = {
            "screen": ANSWER if self._shown else QUESTION,
            "title": self._title,
            "at": self._at + 1,
            "of": len(self._items),
            "offer": offer,
            "ask": ask,
            "choices": self._ballots.rows(item.id, TITLES, item.answer if self._shown else None),
            "counted": sum(self._ballots.total(item.id).values()),
        }
        if self._shown:
            screen |= {**_answer(item), "source": self._source(item)}
        return screen

    def notes(self) -> Json:
        """The right answer, why, and what to say (see the protocol)."""
        if self._at == len(self._items):
            return {
                "say": "Tanyakan: soal mana yang paling sulit, dan mengapa? Ulangi penjelasannya."
            }
        item = self._item()
        counted = sum(self._ballots.total(item.id).values())
        return {
            "say": "Bacakan penjelasannya. Beri waktu untuk bertanya."
            if self._shown
            else "Bacakan soal dua kali. Minta angkat tangan untuk setiap pilihan. Ketik jumlahnya. Jangan menunjuk orang.",
            **_answer(item),
            "source": self._source(item),
            "choices": self._ballots.rows(item.id, TITLES),
            "warning": people_note(counted, self._services.notebook.people),
        }

    def phone(self) -> Json | None:
        """The question on the screen, until its answer is shown (see the protocol)."""
        if self._at == len(self._items) or self._shown:
            return None
        item = self._item()
        return {
            "poll": self._ballots.poll(item.id),
            "question": item.question,
            "options": [{"id": each, "text": TITLES[each]} for each in ANSWERS[item.kind]],
        }

    def dump(self) -> Json:
        """Which question, whether its answer is shown, and the counts (see the protocol)."""
        return {
            "at": self._at,
            "shown": self._shown,
            "ballots": self._ballots.dump(),
            "done": self._at == len(self._items),
        }

    def note(self) -> None:
        """Note the votes that came (see the protocol)."""
        self._ballots.note(of_question)

    def leave(self) -> None:
        """Nothing is left to do."""

    def _source(self, item: QuizItem) -> str:
        return source_line(
            self._services.store,
            item.explanation.sources,
            item.checked_on,
            item.review_by,
            self._services.today(),
        )

    def _item(self) -> QuizItem:
        if self._at == len(self._items):
            raise PartError("Kuis sudah selesai. Saran: panah kiri untuk kembali ke soal.")
        return self._items[self._at]

    def _next(self) -> None:
        if self._at == len(self._items):
            raise PartError("Kuis sudah selesai. Saran: tekan M untuk memilih acara berikutnya.")
        if self._shown:
            # Votes of a later question must not be noted for this one.
            self._at, self._shown = self._at + 1, False
        else:
            self._shown = True

    def _back(self) -> None:
        if self._at < len(self._items) and self._shown:
            self._shown = False
        elif self._at == 0:
            raise PartError("Ini soal pertama. Saran: tekan M untuk memilih acara lain.")
        else:
            self._at, self._shown = self._at - 1, True

    def _result(self) -> Json:
        rows = []
        for item in self._items:
            total = self._ballots.total(item.id)
            if total:
                rows.append(
                    {
                        "text": shortened(item.question),
                        "answer": TITLES[item.answer],
                        "right": total[item.answer],
                        "of": sum(total.values()),
                    }
                )
        return {
            "rows": rows,
            "right": sum(row["right"] for row in rows),
            "of": sum(row["of"] for row in rows),
        }


def _answer(item: QuizItem) -> Json:
    """The answer, what it does not mean ("" where nothing), and why."""
    return {
        "answer": TITLES[item.answer],
        "caution": CAUTIONS.get(item.answer, ""),
        "text": item.explanation.text,
    }


def _choices(store: Store) -> list[Choice]:
    """Rounds of five, one kind after another."""
    found = []
    for kind in ANSWERS:
        made = rounds(store, kind)
        for number, round_ in enumerate(made, start=1):
            title = _TITLES[kind] if len(made) == 1 else f"{_TITLES[kind]} {number}"
            teaser = f"{len(round_)} soal, {levels(round_)}."
            found.append(
                Choice(title, {"title": title, "items": [item.id for item in round_]}, teaser)
            )
    return found


def _make(arguments: Json, state: Json | None, services: Services) -> Quiz:
    """A round.

    Args:
        arguments: {"items": [ids], "title": str}, or {"kind": "asli_atau_tipu" | "benar_salah" | "semua", "number": 5}.
        state: what `Quiz.dump` gave.
        services: the knowledge, the notebook, the votes.

    Raises:
        PartError: there is no such question.
    """
    kind = str(arguments.get("kind") or ALL)
    ids = arguments.get("items")
    if ids is None:
        items: list[QuizItem | None] = [
            item for round_ in rounds(services.store, kind) for item in round_
        ]
        number = arguments.get("number")
        items = items[: number if isinstance(number, int) and number > 0 else A_ROUND]
    else:
        items = (
            [services.store.quiz_item(str(each)) for each in ids] if isinstance(ids, list) else []
        )
    known = [item for item in items if item is not None]
    if not known or len(known) < len(items):
        raise PartError(_NO_QUESTION)
    title = str(arguments.get("title") or _TITLES.get(kind, _TITLES[ALL]))
    return Quiz(title, known, state, services)


KIND = Kind(NAME, "Kuis", _choices, _make)
