"""What a message means while a report is put together: an answer, another subject, danger, or the wish to leave. Pure functions."""

from __future__ import annotations

import re

from actions.context import ASKED_REPORT, PENDING, REPORT, TurnContext
from actions.decision import decide, is_crisis, may_be_danger
from actions.report.case import ReportCase
from actions.report.rules import ReportChoice
from actions.yes_no import is_unknown

NOT_UNDERSTOOD = "nlu_fallback"
# Words of wanting to die are never only an answer, and never answered only once.
MIND = "darurat_jiwa"
# Elsewhere Mawas asks at a smaller suspicion. Here somebody answers questions about what happened, and gets contacts at the end: of 37
# everyday answers six were suspected, one of them by half.
SUSPECTED_HERE = 0.5
# So few words that mean a choice are no cry for help.
_SHORT = 3
# People who ask for something else while a question of ours is open.
_SERVICES = frozenset(("bicara_manusia", "sumber", "hapus_data", "kuis", "batal"))
# What begins with a word of asking or ends as a question, and is no story.
_ASKS = re.compile(
    r"^\W*(?:(?:kak|bang|min|pak|bu|mas|mbak|halo|maaf|eh|terus|trus|kalau|kalo)\W+)*"
    r"(?:apa(?:kah)?|gimana|gmn|bagaimana|berapa|brp|kenapa|knp|mengapa|ke\s?mana|di\s?mana|siapa|boleh(?:kah)?|bisa(?:kah)?|apa\s+itu"
    r"|nomor|minta\s+nomor)\b|\?\W*$",
    re.IGNORECASE,
)
_MOST_ASKING = 15
_LEAVES = re.compile(
    r"(?:k|keluar|batal(?:kan|in)?|berhenti|stop|setop|udahan)(?:\s+(?:aja|saja|dulu|dong|deh|ya|kak|bang|min|laporan(?:nya)?|isi))*\W*",
    re.IGNORECASE,
)
_SKIPS = re.compile(
    r"(?:l|lewat(?:i|kan|in)?|skip|kosong(?:kan|in)?|lupa|-+|entah)(?:\s+(?:aja|saja|dulu|ya|kak|bang|min|ini|itu))*\W*",
    re.IGNORECASE,
)
_REPORT = r"laporan(?:nya|ku)?"
_POLITE = r"(?:tolong|coba|mau|saya|aku|bisa|minta|dong|ya|kak|bang|min|mas|mbak)"
_FOR_WHOM = r"(?:(?:untuk|buat)\s+\w+(?:\s+\w+){0,2})"
_MAKES = r"(?:buat(?:kan|in)?|bikin(?:kan|in)?|siap(?:kan|in)?|susun(?:kan|in)?|tulis(?:kan|in)?)"
_GOES_ON = r"(?:lanjut(?:kan|in)?|terus(?:kan|in)?)"
_BEGINS = re.compile(
    rf"(?:{_POLITE}\s+)*(?:{_MAKES}|{_GOES_ON})(?:\s+{_POLITE})*(?:\s+(?:isi|surat|teks|sebuah|satu))?\s+{_REPORT}"
    # A few: what comes after "untuk" may be read in several ways, and without a bound so many words would take for ever.
    rf"(?:\s+(?:tadi|itu|lagi|polisi|resmi|{_POLITE}|{_FOR_WHOM})){{0,6}}\W*",
    re.IGNORECASE,
)
_RESUMES = re.compile(rf"(?:{_POLITE}\s+)*{_GOES_ON}\b", re.IGNORECASE)


def is_asked(turn: TurnContext) -> bool:
    """True when the last thing that was said is a question of the report."""
    return turn.slots.get(PENDING) == ASKED_REPORT and bool(turn.slots.get(REPORT))


def is_answer(turn: TurnContext) -> bool:
    """True when a message with words of danger is an answer of the report: whoever looks for danger first lets it pass."""
    case = ReportCase.of_slot(turn.slots.get(REPORT))
    return case is not None and is_asked(turn) and not interrupts(turn, case)


def asks_for_report(text: str) -> bool:
    """True for "buatkan laporan" and "lanjut laporan", and nothing besides."""
    return _BEGINS.fullmatch(text.strip()) is not None


def goes_on(text: str) -> bool:
    """True for "lanjut laporan"."""
    return _RESUMES.match(text.strip()) is not None


def leaves(text: str) -> bool:
    """True for words that end the report and say nothing else."""
    return _LEAVES.fullmatch(text) is not None


def skips(text: str) -> bool:
    """True for words that leave a question out: "L", "lewati", "ga tau"."""
    return _SKIPS.fullmatch(text) is not None or (is_unknown(text) and len(text.split()) <= 3)


def interrupts(turn: TurnContext, case: ReportCase, choice: ReportChoice | None = None) -> bool:
    """True for danger that was not answered yet.

    Somebody who tells what happened names dangers: those that were answered already are part of the report. A new one that is certain
    comes first, and one that is only suspected does where no danger was answered before. A letter or a word that means a choice is an
    answer, unless the choice is a danger itself.

    Args:
        turn: the message.
        case: the report.
        choice: of the open question that the words mean.
    """
    text = turn.text.strip()
    if len(text) <= 2 or not (is_crisis(turn.intent) or may_be_danger(turn.ranking)):
        return False
    certain = is_crisis(turn.intent)
    danger = turn.intent if certain else decide(turn.ranking).intents[0]
    if danger == MIND:
        return True
    is_short = choice is not None and choice.danger is None and len(text.split()) <= _SHORT
    if danger in case.dangers or is_short:
        return False
    share = sum(share for intent, share in turn.ranking if is_crisis(intent))
    return certain or (not case.dangers and share >= SUSPECTED_HERE)


def is_aside(turn: TurnContext, has_topic: bool) -> bool:
    """True for a question of the person's own, which is answered before the report goes on.

    Args:
        turn: the message.
        has_topic: whether its intent has an answer.
    """
    if turn.intent in _SERVICES:
        return True
    asks = _ASKS.search(turn.text.strip()) is not None
    return has_topic and asks and len(turn.text.split()) <= _MOST_ASKING
