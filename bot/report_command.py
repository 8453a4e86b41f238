"""`mawas report`: puts a report together, asking or from a file of answers, as text and as a PDF. Nothing is sent, no copy is kept."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, TextIO

from actions.context import says_in_indonesia
from actions.dates import in_words, today
from actions.render.report import advice_of
from actions.report.case import INDONESIA, country_in, facts_of
from actions.report.order import OrderRules, Place, Where, reads_abroad
from actions.report.pdf import Paper, pdf_of
from actions.report.rules import ReportQuestion, ReportRules
from actions.report.text import Given, ReportLine, lines_of, report_text
from bot.errors import MissingError, SettingsError, UnreadableError
from bot.report_answers import Stopped, Terminal, read_answers
from bot.settings import Settings
from knowledge.store import Store
from knowledge.whole_file import write_whole

DONE = 0
_FONTS = "Huruf untuk PDF tidak ditemukan. Saran: pakai --text untuk teksnya, dan jalankan ./mawas doctor."


class Answers(Protocol):
    """Where answers come from."""

    def answer(self, question: ReportQuestion, number: int, total: int) -> Given:
        """The answer to a question: which it is, from 1, and how many there are."""


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line.

    Attributes:
        danger: id of the danger that the report is about.
        country: ISO code of where it happens.
        answers: a file of answers, "-" for standard input; None to be asked.
        out: where the PDF goes; None for none.
        text: whether the text is printed beside a PDF; without one it always is.
    """

    danger: str | None = None
    country: str | None = None
    answers: str | None = None
    out: Path | None = None
    text: bool = False


def run(settings: Settings, wanted: Wanted) -> int:
    """Put a report together.

    Returns:
        The exit status: 0, also when the person stopped.

    Raises:
        SettingsError: there is no such danger or country.
        UnreadableError: the answers cannot be read.
        MissingError: the PDF cannot be written.
    """
    from bot.readiness import build_store

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    build_store(settings)
    return ReportCommand(Store(settings.db_url)).run(wanted)


class ReportCommand:
    """Asks, and prints."""

    def __init__(self, store: Store) -> None:
        """Load the questions and what follows them."""
        self._store = store
        self._rules = ReportRules.load()
        self._order = OrderRules.load()

    def run(
        self,
        wanted: Wanted,
        stdin: BinaryIO | None = None,
        out: TextIO | None = None,
        errors: TextIO | None = None,
    ) -> int:
        """As `run`; questions go to `errors`, so that `out` holds the report alone."""
        out, errors = out or sys.stdout, errors or sys.stderr
        self._look(wanted)
        given = self._known(wanted.danger)
        try:
            answers = self._answers(wanted, stdin, errors)
            given, where = self._ask(answers, given, Where(self._code(wanted.country)))
        except Stopped as stopped:
            print(stopped, file=errors)
            return DONE
        except UnreadableError as error:
            name = "masukan standar" if wanted.answers == "-" else wanted.answers
            raise UnreadableError(f"{name}: {error}") from None
        self._show(wanted, given, where, out, errors)
        return DONE

    def _look(self, wanted: Wanted) -> None:
        """Complain before anything is asked: who cannot write should not answer first."""
        if wanted.danger and not self._store.crisis(wanted.danger):
            dangers = [
                choice.danger for each in self._rules.questions.values() for choice in each.choices
            ]
            raise SettingsError(
                f"--danger {wanted.danger} tidak ada. Saran: pilih {', '.join(filter(None, dangers))}."
            )
        code = self._code(wanted.country)
        if code and code != INDONESIA and not self._store.country(code):
            raise SettingsError(
                f"--country {wanted.country} tidak dikenal. Saran: kode dua huruf, misalnya KH, atau ID."
            )
        if wanted.out and wanted.out.exists():
            raise MissingError(f"{wanted.out} sudah ada. Saran: pilih nama lain, atau hapus dulu.")
        if wanted.out and not wanted.out.absolute().parent.is_dir():
            raise MissingError(f"folder {wanted.out.parent} tidak ada. Saran: pilih folder lain.")

    @staticmethod
    def _code(country: str | None) -> str | None:
        return country.upper() if country else None

    def _known(self, danger: str | None) -> list[Given]:
        known = self._rules.means(danger)
        return [Given(known[0].id, known[1].id)] if known else []

    def _answers(self, wanted: Wanted, stdin: BinaryIO | None, errors: TextIO) -> Answers:
        if wanted.answers:
            return read_answers(wanted.answers, self._rules, stdin)
        terminal = Terminal(self._rules, ask=errors, answers=sys.stdin)
        terminal.consent()
        return terminal

    def _ask(self, answers: Answers, given: list[Given], where: Where) -> tuple[list[Given], Where]:
        """Every question whose answer is not known yet; an answer may call for another."""
        while True:
            known = [each.question for each in given]
            facts = facts_of(self._rules, given, where.country)
            left = [each for each in self._rules.relevant(facts, ()) if each.id not in known]
            if not left:
                return given, where
            question = left[0]
            answer = answers.answer(question, len(given) + 1, len(given) + len(left))
            given = [*given, answer]
            where = self._where(question, answer, where)

    def _where(self, question: ReportQuestion, answer: Given, where: Where) -> Where:
        """Where somebody is after an answer."""
        words = answer.words or ""
        names = {row.country: (row.name, *row.aliases) for row in self._store.countries()}
        regions = {row.id: (row.name, *row.aliases) for row in self._store.provinces()}
        region = next(_named(words, regions), None)
        at_home = answer.choice is not None or says_in_indonesia(words) or region is not None
        said = country_in(question, list(_named(words, names)), at_home)
        return Where(said, region) if said else where

    def _show(
        self, wanted: Wanted, given: list[Given], where: Where, out: TextIO, errors: TextIO
    ) -> None:
        facts = facts_of(self._rules, given, where.country)
        country = self._store.country(where.country) if where.country else None
        lines = lines_of(self._rules, given, where.country, country.name if country else None)
        places = self._order.places(self._store, facts, where)
        advice = advice_of(places, today(), reads_abroad(facts))
        sources = self._sources(places)
        if wanted.out:
            paper = Paper(self._rules, self._order, lines, advice, sources, today())
            _write(wanted.out, paper)
            print(f"Laporan: {wanted.out}", file=errors)
        if wanted.text or not wanted.out:
            print(self._text(lines, advice, sources), file=out)

    def _text(self, lines: list[ReportLine], advice: list[str], sources: str) -> str:
        words, order = self._rules.paper, self._order
        blocks = [
            report_text(self._rules, lines, today()),
            self._rules.texts["own_data"],
            "\n\n".join([f"{words['order']}:", *advice]),
            order.after.text,
            "\n".join([f"{words['evidence']}:", *(f"[ ] {each.text}" for each in order.evidence)]),
            order.keeping.text,
            "\n".join([f"{words['asked']}:", *(f"- {each.text}" for each in order.asked)]),
            sources,
        ]
        return "\n\n".join(blocks)

    def _sources(self, places: list[Place]) -> str:
        order = self._order
        texts = (
            *(each.text for each in places),
            *order.evidence,
            order.keeping,
            order.after,
            *order.asked,
        )
        cited = dict.fromkeys(source for text in texts for source in text.sources)
        # All of them: on paper nobody can ask for the rest.
        labels = "; ".join(each.label for each in self._store.sources(cited))
        return f"Sumber: {labels}. Dicek {in_words(order.checked_on)}."


def _named(text: str, names: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Ids of what a text names, the first named first."""
    words = re.findall(r"[\w-]+", text.casefold())
    said = f" {' '.join(words)} "
    found = [
        (said.find(f" {name.casefold()} "), id_)
        for id_, known in names.items()
        for name in known
        if f" {name.casefold()} " in said
    ]
    return (id_ for _, id_ in sorted(found))


def _write(path: Path, paper: Paper) -> None:
    """Write a new file that only its owner may read."""
    try:
        data = pdf_of(paper)
    except FileNotFoundError:
        raise MissingError(_FONTS) from None
    try:
        write_whole(path, data, 0o600, is_new=True)
    except OSError as error:
        raise MissingError(
            f"{path} tidak bisa ditulis ({type(error).__name__}). Saran: periksa folder dan ruang disk."
        ) from None
