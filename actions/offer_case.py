"""Decides which messages are one offer: what continues the last one, what begins another, and what asks about it."""

from __future__ import annotations

import re
from collections.abc import Collection

from actions.context import Message, TurnContext
from actions.decision import is_crisis, may_be_danger
from actions.screening.case import Case
from actions.screening.model import NO_OFFER, Screening
from actions.screening.screener import LONGEST

# A pasted text, and somebody who asks for a check.
SENT, CHECK = "kirim_lowongan", "cek_lowongan"
# Held-out questions of at least seven words that screening takes for an offer all stay below this probability of being a pasted text;
# of the labelled offers that went to other intents two of three lie above it (docs/screening.md).
MAY_BE_SENT = 0.02

# One after the other, pasted messages come within minutes; who says "terus dia minta ..." may have waited for it.
MINUTES_BETWEEN = 10
MINUTES_TO_CONTINUE = 60
# A chat of so many messages, or of LONGEST characters, says enough.
MOST_MESSAGES = 12
# A second advertisement for the same country has more words than a bubble of a chat.
WORDS_OF_AN_ADVERTISEMENT = 25

# Intents that stay with the offer that is talked about; any other between two messages is another subject.
_ABOUT_OFFER = frozenset(
    "cek_lowongan kirim_lowongan setuju tolak terima_kasih sapa nlu_fallback di_luar_topik lanjutan".split()
)
# What the first lines of a chat may be taken for.
_BEGINS_CHAT = frozenset((SENT, "sapa", "nlu_fallback", "di_luar_topik"))
_RECRUITER = r"(?:dia|mereka|orangnya|(?:agen|agensi|sponsor|perekrut|calo|hrd|admin|bos)(?:nya)?)"
_WANTS = (
    r"(?:mintak?|nyuruh|menyuruh|suruh|bilang|blg|ngomong|janji\w*|nawarin|ngajak|maksa|kasih"
    r"|ngasih|kirim|ngirim|mau|pegang|nanya)"
)
_CONTINUES = re.compile(
    rf"\b{_RECRUITER}\s+(?:\w+\s+){{0,2}}{_WANTS}\b|\bkata\s+{_RECRUITER}\b"
    r"|\bdi(?:suruh|minta|mintai|janjiin|janjikan|paksa|larang)\b"
    r"|^\W*(?:ini\s+)?(?:lanjutan|sambungan|tambahan)(?:nya)?\b",
    re.IGNORECASE,
)
# In a question it may be anybody's word: "judol katanya bahaya, bener?"
_HEARSAY = re.compile(r"\bkatanya\b", re.IGNORECASE)
# Words to the one who is recruited.
_TO_ONE = re.compile(
    r"\b(?:kak|kakak|dek|dik|say|sis|bro|gan|bunda|bund|kamu|km|kau|anda|mba|mbak|mas|neng)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|\b(?:apa|apakah|apaan|gimana|gmn|bagaimana|berapa|brp|kenapa|knp|mengapa|kemana|dimana|boleh|bolehkah|bisakah|haruskah|wajar"
    r"|bener|benar)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:tawaran|lowongan|loker|kerjaan|job)\s+(?:yang\s+|yg\s+)?(?:baru|lain|lainnya|kedua|satu lagi)\b",
    re.IGNORECASE,
)
# A question about the verdict has no word of its own subject.
_JUDGES = frozenset(
    """aman asli bener benar beneran betul betulan tipu tipuan penipuan nipu bohong bohongan boong palsu resmi legit scam bahaya
    berbahaya beresiko berisiko abal dipercaya percaya menurutmu menurut pendapatmu pendapat kesimpulannya kesimpulan hasilnya hasil
    diambil ambil lanjut lanjutin diterima terima mencurigakan curiga valid""".split()
)
_AROUND = frozenset(
    """jadi jd jadinya terus trus lalu nah itu ini tu ni tadi yg yang tawaran tawarannya lowongan lowongannya loker lokernya kerjaan
    kerjaannya apa apakah gimana gmn bagaimana kah ga gak gk g nggak ngga enggak engga tidak tdk bukan bkn atau apa2 ya yaa iya dong
    sih deh nih kak kakak min bang pak bu mas mbak mawas kamu kau anda lo lu saya sy aku gue gw bisa boleh dari punya dengan sama aja
    saja masih tetap tetep lebih mana kira kira2 kan emang memang tolong jangan dulu berarti sebenarnya sebenernya ta tah po opo
    ora""".split()
)
_MOST_WORDS = 9


def said(messages: Collection[Message]) -> dict[str, str]:
    """Texts of messages by their id."""
    return {message.id: message.text for message in messages}


def is_danger(turn: TurnContext) -> bool:
    """True when the message may be about danger: then nothing here has a say."""
    return is_crisis(turn.intent) or may_be_danger(turn.ranking)


def is_understood(turn: TurnContext) -> bool:
    """True when the message has a plain meaning of its own."""
    return turn.intent not in ("nlu_fallback", "di_luar_topik", "kasar")


def is_question(turn: TurnContext) -> bool:
    """True when the message asks something that has an answer of its own, whatever it tells besides."""
    return asks(turn.text) and is_understood(turn) and turn.intent not in (SENT, CHECK)


def asks(text: str) -> bool:
    """True when the words ask something."""
    return _ASKS.search(text) is not None


def asks_for_another(text: str) -> bool:
    """True for "tawaran baru" and "mau cek lowongan lain", without an offer."""
    return len(text.split()) <= _MOST_WORDS and _ANOTHER.search(text) is not None


def asks_for_verdict(turn: TurnContext, case: Case) -> bool:
    """True when the message asks what the verdict on the offer is, and nothing else was talked about since."""
    return is_about_verdict(turn.text) and _nothing_between(turn, case)


def is_about_verdict(text: str) -> bool:
    """True for words that ask for a verdict and name no subject: "jadi aman ga?", "gimana menurutmu?"."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return (
        len(words) <= _MOST_WORDS
        and not _JUDGES.isdisjoint(words)
        and (_JUDGES | _AROUND).issuperset(words)
    )


def may_be_pasted(message: TurnContext | Message) -> bool:
    """True when a message may be an offer, whatever else it was taken for."""
    return message.intent in (SENT, CHECK) or dict(message.ranking).get(SENT, 0.0) >= MAY_BE_SENT


def earlier(turn: TurnContext) -> tuple[str, ...]:
    """Ids of the messages right before this one that may have been pasted as well and were no offer by themselves: how a chat begins."""
    found: list[str] = []
    later = turn.messages[-1].at if turn.messages else 0.0
    for message in reversed(turn.messages[:-1]):
        is_part = message.intent in _BEGINS_CHAT and may_be_pasted(message)
        if not is_part or later - message.at > MINUTES_BETWEEN * 60:
            break
        found.append(message.id)
        later = message.at
    return tuple(reversed(found[: MOST_MESSAGES - 1]))


def continues(turn: TurnContext, case: Case) -> bool:
    """True when a message may belong to the offer before it: it came in time, and its words go on or are a recruiter's."""
    minutes = _minutes_since(turn, case)
    if minutes is None or _is_full(turn, case):
        return False
    if tells_more(turn.text):
        return minutes <= MINUTES_TO_CONTINUE
    if minutes > MINUTES_BETWEEN or not _nothing_between(turn, case):
        return False
    to_one = _TO_ONE.search(turn.text) is not None and not asks(turn.text)
    return may_be_pasted(turn) or not is_understood(turn) or to_one


def tells_more(text: str) -> bool:
    """True for words that go on telling: "terus dia minta paspor difoto juga"."""
    if _CONTINUES.search(text):
        return True
    return _HEARSAY.search(text) is not None and not asks(text)


def is_another(case: Case, alone: Screening) -> bool:
    """True for an advertisement of its own: another country, or a whole one for the same.

    Args:
        case: the offer before.
        alone: the screening of the message by itself.
    """
    country = case.screening.facts.country_code
    facts = alone.facts
    if alone.risk == NO_OFFER or facts.country_code is None or country is None:
        return False
    if facts.country_code != country:
        return True
    is_whole = facts.salary is not None or facts.position is not None
    return is_whole and len(alone.text.split()) >= WORDS_OF_AN_ADVERTISEMENT


def is_last(turn: TurnContext, case: Case) -> bool:
    """True when the message before this one was the last of the offer."""
    return len(turn.messages) > 1 and turn.messages[-2].id in case.messages


def _is_full(turn: TurnContext, case: Case) -> bool:
    texts = said(turn.messages)
    length = sum(len(texts.get(id_, "")) + 1 for id_ in case.messages) + len(turn.text)
    return len(case.messages) >= MOST_MESSAGES or length > LONGEST


def _minutes_since(turn: TurnContext, case: Case) -> float | None:
    """Minutes since the last message of the offer; None when it is too long ago to be read."""
    times = [message.at for message in turn.messages[:-1] if message.id in _ids(case)]
    return (turn.messages[-1].at - times[-1]) / 60 if times else None


def _nothing_between(turn: TurnContext, case: Case) -> bool:
    """True when nothing but the offer was talked about since its last message."""
    ids = _ids(case)
    for message in reversed(turn.messages[:-1]):
        if message.id in ids:
            return True
        if message.intent not in _ABOUT_OFFER and not is_about_verdict(message.text):
            return False
    return False


def _ids(case: Case) -> frozenset[str]:
    return frozenset((*case.messages, *(each.message for each in case.answers if each.message)))
