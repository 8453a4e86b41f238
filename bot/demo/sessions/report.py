"""The report of a session, gathered: what the PDF and the CSV say. Names nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.demo.sessions.figures import (
    Question,
    Share,
    Statement,
    compared,
    questions,
    statements,
    together,
)
from bot.demo.sessions.model import Session
from knowledge.store import Store

# Kind of part -> how a report calls it; the check and the quiz have tables of their own.
_KINDS = {
    "adegan": "Adegan",
    "peran": "Main peran",
    "kuis": "Kuis",
    "cek": "Cek",
    "langsung": "Tanya jawab langsung",
}
_LEAST_SECONDS = 60


@dataclass(frozen=True)
class Report:
    """A session, ready to be printed.

    Attributes:
        session: as it is kept.
        province: name; None when it was not said.
        minutes: from the beginning to the last act.
        statements: of the check, before and after.
        before: right answers before, of statements that were counted in both rounds.
        after: right answers after, of the same.
        questions: of the quiz.
        quiz: right answers of all of them.
        shown: what was shown, each once, in order.
        open: questions that were asked and not answered.
        made: the day of the report.
    """

    session: Session
    province: str | None
    minutes: int
    statements: tuple[Statement, ...]
    before: Share
    after: Share
    questions: tuple[Question, ...]
    quiz: Share
    shown: tuple[str, ...]
    open: Mapping[int, str]
    made: date

    @property
    def file_name(self) -> str:
        """Of the files, without an ending: it names the day, not the place."""
        return f"laporan-pertemuan-{self.session.about.held_on.isoformat()}-{self.session.id[:4]}"


def report_of(session: Session, store: Store, made: date) -> Report:
    """Gather the report of a session.

    Args:
        session: as it is kept.
        store: the knowledge, for texts and right answers.
        made: today.
    """
    province = store.province(session.about.province) if session.about.province else None
    rows = tuple(statements(session, store))
    before, after = compared(rows)
    asked = tuple(questions(session, store))
    seconds = max((session.ended or session.used) - session.began, 0)
    return Report(
        session=session,
        province=province.name if province else None,
        minutes=round(seconds / 60) if seconds >= _LEAST_SECONDS else 0,
        statements=rows,
        before=before,
        after=after,
        questions=asked,
        quiz=together(row.share for row in asked),
        shown=tuple(dict.fromkeys(_title(each.part, each.title) for each in session.shown)),
        open={number: text for number, text in session.questions.items() if text},
        made=made,
    )


def _title(part: str, title: str) -> str:
    kind = _KINDS.get(part, part)
    if not title or title.casefold().startswith(kind.casefold()):
        return title or kind
    return f"{kind}: {title}"
