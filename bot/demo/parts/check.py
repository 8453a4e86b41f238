"""The check before and after: the same five statements, counts only. Answers are shown after the second round.

Acts: "next" and "back"; "count" {"choice": id, "n": hands} and "clear" for the statement on the screen.
Screens: "mulai", a "soal" for each statement, then before: "selesai"; after: a "jawaban" for each, and "hasil".
"""

from __future__ import annotations

from typing import Any, ClassVar

from bot.demo.counted import AFTER, BEFORE, CHECK, of_statement
from bot.demo.part import Choice, Json, Kind, PartError, Services
from bot.demo.parts.ballots import Ballots, people_note
from bot.demo.sourcing import source_line
from knowledge.model import Check
from knowledge.model_hall import CheckItem
from knowledge.store import Store

START, QUESTION, DONE, ANSWER, RESULT = "mulai", "soal", "selesai", "jawaban", "hasil"
NAME = CHECK
CHOICES = ("benar", "salah", "tidak_tahu")
TITLES = {"benar": "Benar", "salah": "Salah", "tidak_tahu": "Tidak tahu"}
_SAY = {
    (BEFORE, START): "Katakan: ini bukan ujian. Tidak ada nama. Jawab menurut Anda sendiri.",
    (
        AFTER,
        START,
    ): "Katakan: pernyataannya sama dengan tadi. Sekarang kita lihat apa yang berubah.",
    (
        BEFORE,
        QUESTION,
    ): "Bacakan dua kali. Minta angkat tangan untuk setiap pilihan. Ketik jumlahnya. Jangan beri tahu jawabannya.",
    (
        AFTER,
        QUESTION,
    ): "Bacakan dua kali. Minta angkat tangan untuk setiap pilihan. Ketik jumlahnya.",
    (BEFORE, DONE): "Jangan bahas jawabannya sekarang. Kita bahas di akhir acara.",
    (AFTER, ANSWER): "Bacakan jawabannya. Tanya: siapa yang berubah pikiran, dan karena apa?",
    (AFTER, RESULT): "Pilih satu pernyataan yang masih banyak salah. Ulangi penjelasannya.",
}


class BeforeAfter:
    """One of the two rounds."""

    NAME: ClassVar[str] = NAME

    def __init__(self, check: Check, round_: str, state: Json | None, services: Services) -> None:
        """Begin, or go on with what `dump` gave."""
        state = state or {}
        self._check = check
        self._round = round_
        self._services = services
        choices = {item.id: CHOICES for item in check.items}
        self._ballots = Ballots(services, choices, state.get("ballots"))
        numbers = range(len(check.items))
        asked = [(QUESTION, number) for number in numbers]
        last = (
            [(DONE, 0)]
            if round_ == BEFORE
            else [*((ANSWER, number) for number in numbers), (RESULT, 0)]
        )
        self._screens: list[tuple[str, int]] = [(START, 0), *asked, *last]
        self._at = min(max(int(state.get("at") or 0), 0), len(self._screens) - 1)

    def act(self, do: str, value: Any) -> None:
        """See the module's first lines (and the protocol)."""
        if do == "next":
            if self._at == len(self._screens) - 1:
                raise PartError(
                    "Cek ini sudah selesai. Saran: tekan M untuk memilih acara berikutnya."
                )
            self._at += 1
        elif do == "back":
            if self._at == 0:
                raise PartError("Ini layar pertama. Saran: tekan M untuk memilih acara lain.")
            self._at -= 1
        elif do == "count":
            self._ballots.put(self._counted().id, value)
        elif do == "clear":
            self._ballots.clear(self._counted().id)
        else:
            raise PartError("Tombol ini tidak dipakai di sini. Saran: panah kanan untuk lanjut.")
        self._ballots.note(self._name, self._counted().id if do == "clear" else None)

    def view(self) -> Json:
        """The screen (see the protocol)."""
        screen, number = self._screens[self._at]
        shown: Json = {
            "screen": screen,
            "round": self._round,
            "title": self._check.title,
            "of": len(self._check.items),
        }
        if screen == QUESTION:
            return {**shown, **self._question(number)}
        if screen == ANSWER:
            return {**shown, **self._answer(number)}
        if screen == RESULT:
            rows = [self._compared(item) for item in self._check.items]
            return {**shown, "rows": [row for row in rows if row["sesudah"] or row["sebelum"]]}
        return shown

    def notes(self) -> Json:
        """The right answer, and what to say (see the protocol)."""
        screen, number = self._screens[self._at]
        notes: Json = {"say": _SAY[self._round, screen]}
        if screen in (QUESTION, ANSWER):
            item = self._check.items[number]
            counted = sum(self._ballots.total(item.id).values())
            notes["answer"] = TITLES[item.answer]
            notes["text"] = item.explanation.text
            notes["source"] = self._source(item)
            notes["warning"] = people_note(counted, self._services.notebook.people)
        if screen == QUESTION:
            notes["choices"] = self._ballots.rows(self._check.items[number].id, TITLES)
        return notes

    def phone(self) -> Json | None:
        """The statement on the screen (see the protocol)."""
        screen, number = self._screens[self._at]
        if screen != QUESTION:
            return None
        item = self._check.items[number]
        options = [{"id": choice, "text": TITLES[choice]} for choice in CHOICES]
        return {"poll": self._ballots.poll(item.id), "question": item.statement, "options": options}

    def dump(self) -> Json:
        """Which screen, and the counts (see the protocol)."""
        is_last = self._at == len(self._screens) - 1
        return {"at": self._at, "ballots": self._ballots.dump(), "done": is_last}

    def note(self) -> None:
        """Note the votes that came (see the protocol)."""
        self._ballots.note(self._name)

    def leave(self) -> None:
        """Nothing is left to do."""

    def _name(self, item: str) -> str:
        return of_statement(self._round, self._check.id, item)

    def _counted(self) -> CheckItem:
        screen, number = self._screens[self._at]
        if screen != QUESTION:
            raise PartError(
                "Di layar ini tidak ada yang dihitung. Saran: panah kiri untuk kembali ke pernyataan."
            )
        return self._check.items[number]

    def _question(self, number: int) -> Json:
        item = self._check.items[number]
        return {
            "at": number + 1,
            "statement": item.statement,
            "choices": self._ballots.rows(item.id, TITLES),
            "counted": sum(self._ballots.total(item.id).values()),
        }

    def _answer(self, number: int) -> Json:
        item = self._check.items[number]
        return {
            "at": number + 1,
            **self._compared(item),
            "answer": TITLES[item.answer],
            "explanation": item.explanation.text,
            "source": self._source(item),
        }

    def _source(self, item: CheckItem) -> str:
        return source_line(
            self._services.store,
            item.explanation.sources,
            self._check.checked_on,
            self._check.review_by,
            self._services.today(),
        )

    def _compared(self, item: CheckItem) -> Json:
        """{"statement", "sebelum", "sesudah"}: each round {"right", "of"}, None where nothing was counted."""
        return {
            "statement": item.statement,
            **{each: self._share(each, item) for each in (BEFORE, AFTER)},
        }

    def _share(self, round_: str, item: CheckItem) -> Json | None:
        counts = self._services.notebook.counts(of_statement(round_, self._check.id, item.id))
        people = sum(counts.values())
        return {"right": counts.get(item.answer, 0), "of": people} if people else None


def _choices(store: Store) -> list[Choice]:
    return [
        Choice(f"Cek {round_}: {check.title}", {"check": check.id, "round": round_}, teaser)
        for check in store.checks()
        for round_, teaser in (
            (BEFORE, "Lima pernyataan di awal acara, tanpa jawaban."),
            (AFTER, "Lima pernyataan yang sama di akhir, dengan jawaban dan grafik."),
        )
    ]


def _make(arguments: Json, state: Json | None, services: Services) -> BeforeAfter:
    """A round.

    Args:
        arguments: {"check": id, "round": "sebelum" | "sesudah"}.
        state: what `BeforeAfter.dump` gave.
        services: the knowledge, the notebook, the votes.

    Raises:
        PartError: there is no such check or round.
    """
    check = services.store.check(str(arguments.get("check")))
    round_ = arguments.get("round")
    if check is None or round_ not in (BEFORE, AFTER):
        raise PartError("Cek ini tidak ada lagi. Saran: pilih dari menu.")
    return BeforeAfter(check, str(round_), state, services)


KIND = Kind(NAME, "Cek sebelum dan sesudah", _choices, _make)
