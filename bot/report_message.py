"""The report on its way in and out: what is typed reaches its questions, and its text is put in where it is shown, not where it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from actions.context import ASKED_REPORT
from actions.dates import today
from actions.render.bubbles import pack
from actions.report.case import ReportCase
from actions.report.rules import ReportRules
from actions.report.text import Given, lines_of, report_text
from bot.keeping.identifiers import COVER
from bot.messages import Reply
from knowledge.store import Store

# Small talk is answered by fixed sentences, which know nothing of a report; `lanjutan` leads to an action that does.
SMALL_TALK = frozenset("terima_kasih siapa_kamu bisa_apa privasi hapus_data".split())
FORGETS = "hapus_data"
_TO_REPORT = "lanjutan"
# "hapus percakapan" is meant; in a longer message it may be part of what happened.
_SHORT = 5
# One message to copy is best; channels take about 4,000 characters.
LONGEST = 3500
# Another process than the one that heard them has only what was stored.
_COVERED = (
    f"Nomor yang tertulis {COVER}{COVER}{COVER} tidak saya simpan, demi keamanan Anda."
    " Tulis lagi nomornya di salinan Anda sebelum laporan dipakai."
)
_rules = lru_cache(maxsize=1)(ReportRules.load)


def may_be_small_talk(parsed: Mapping[str, Any], text: str) -> bool:
    """True for a message that no action of ours would see."""
    intent = (parsed.get("intent") or {}).get("name")
    is_order = intent == FORGETS and len(text.split()) <= _SHORT
    return intent in SMALL_TALK and not is_order


def for_report(parsed: dict[str, Any], pending: str | None) -> dict[str, Any]:
    """What was understood, so that small talk reaches an open question of the report: an answer may sound like anything.

    Args:
        parsed: what Rasa understood.
        pending: the question of ours that is open.
    """
    if pending != ASKED_REPORT:
        return parsed
    return {**parsed, "intent": {**parsed["intent"], "name": _TO_REPORT}}


def with_report(
    replies: tuple[Reply, ...],
    note: Mapping[str, Any] | None,
    said: Mapping[str, str],
    store: Store,
) -> tuple[Reply, ...]:
    """The replies, with the text of a finished report after the first.

    Args:
        replies: what the action said.
        note: the report with ids of messages; None for replies without one.
        said: texts of the conversation's messages by their id.
        store: names countries.
    """
    case = ReportCase.of_slot(note)
    if case is None:
        return replies
    given = [
        Given(each.question, each.choice, said.get(each.message) if each.message else None)
        for each in case.answers
    ]
    rules = _rules()
    country = store.country(case.country) if case.country else None
    lines = lines_of(rules, given, case.country, country.name if country else None)
    text = report_text(rules, lines, today())
    parts = pack(text.split("\n"), LONGEST, "\n")
    told = (Reply(_COVERED),) if COVER in text else ()
    return (*replies[:1], *told, *(Reply(part, repeats=True) for part in parts), *replies[1:])
