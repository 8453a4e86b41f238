"""Decides which messages are one offer: what continues the last one, what begins another, and what asks about it."""

from __future__ import annotations

import re
from collections.abc import Collection

from actions.asking import asks, concludes, is_about_verdict, may_ask
from actions.context import TurnContext, asks_for_other, speaks_of_self
from actions.decision import is_crisis, may_be_danger
from actions.said import Message
from actions.screening.case import Case
from actions.screening.model import NO_OFFER, Screening
from actions.screening.resemblance import resemblance
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
# From here on two texts are the same one with changes. Of 24 flyers what was read resembled what was drawn by 0.98 and more, of 101,025
# pairs of different offers none by more than 0.56; a caption above what was read, and what people mend, need room.
SAME_TEXT = 0.7

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
# What befell the person or somebody close, and what somebody else was seen doing: "udah terlanjur transfer", "ada yang nawar".
_OWN = re.compile(
    r"\b(?:keburu|terlanjur|telanjur|kayaknya|kyknya|(?:ada|dari)\s+(?:yang|yg|orang|org|grup|akun|kampus)"
    r"|teman|temen|tmn|kawan|koncoku|tetangga|sepupu|ponakan|keponakan|tante|paman|bibi|suami|istri|mahasiswa|murid|siswa"
    r"|(?:abang|kakak|kaka|adik|adek)\s+(?:ipar|saya|sy|sa|aku|gw|gue)|(?:umur|teman|temen|sepupu|adik|kakak|anak|ibu|bapak)ku)\b",
    re.IGNORECASE,
)
# Wishes that are about us, not about the offer.
_ASKS_US = frozenset(
    "batal kuis jawab_kuis hapus_data bicara_manusia ulangi selengkapnya sumber untuk_orang_lain bisa_apa siapa_kamu privasi".split()
)
# In a question it may be anybody's word: "judol katanya bahaya, bener?"
_HEARSAY = re.compile(r"\bkatanya\b", re.IGNORECASE)
# They end the talk.
THANKS, GOODBYE = "terima_kasih", "pamit"


def said(messages: Collection[Message]) -> dict[str, str]:
    """Texts of messages by their id."""
    return {message.id: message.text for message in messages}


def is_danger(turn: TurnContext) -> bool:
    """True when the message may be about danger: then nothing here has a say."""
    return is_crisis(turn.intent) or may_be_danger(turn.ranking)


def is_understood(turn: TurnContext) -> bool:
    """True when the message has a plain meaning of its own."""
    return turn.intent not in ("nlu_fallback", "di_luar_topik", "kasar")


def is_answered(turn: TurnContext) -> bool:
    """True when the message needs an answer of its own before anything else, whatever it tells: a question, or what befell people."""
    if not is_understood(turn) or turn.intent in (SENT, CHECK):
        return False
    tells = tells_more(turn.text)
    if tells and may_ask(turn.text):
        return True
    is_own = _OWN.search(turn.text) is not None or asks_for_other(turn.text)
    return not may_be_pasted(turn) and (is_own or (speaks_of_self(turn.text) and not tells))


def asks_for_verdict(turn: TurnContext, case: Case) -> bool:
    """True when the message asks what the verdict on the offer is, and nothing else was talked about since."""
    return is_about_verdict(turn.text) and _nothing_between(turn, case)


def closes(turn: TurnContext, case: Case) -> bool:
    """True when the message ends the talk about an offer, or says what the person concludes of it: "oke saya jadi berangkat".

    Args:
        turn: the message.
        case: the offer; the last message of it may be long ago.
    """
    decides = concludes(turn.text) and not asks(turn.text)
    ends = turn.intent in (THANKS, GOODBYE)
    return (decides and ends) or ((decides or ends) and _nothing_between(turn, case))


def may_be_pasted(message: TurnContext | Message) -> bool:
    """True when a message may be an offer, whatever else it was taken for."""
    return message.intent in (SENT, CHECK) or dict(message.ranking).get(SENT, 0.0) >= MAY_BE_SENT


def earlier(turn: TurnContext) -> tuple[str, ...]:
    """Ids of the messages right before this one that may have been pasted as well and were no offer by themselves: how a chat begins."""
    found: list[str] = []
    later = turn.messages[-1].at if turn.messages else 0.0
    for message in reversed(turn.messages[:-1]):
        is_part = message.intent in _BEGINS_CHAT and may_be_pasted(message)
        is_same = resemblance(turn.text, message.text) >= SAME_TEXT
        if is_same or not is_part or later - message.at > MINUTES_BETWEEN * 60:
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
    return states(turn) or may_be_pasted(turn) or not is_understood(turn)


def states(turn: TurnContext) -> bool:
    """True when the message asks nothing, neither about a topic nor of us."""
    return turn.intent not in _ASKS_US and not may_ask(turn.text)


def tells_more(text: str) -> bool:
    """True for words that go on telling: "terus dia minta paspor difoto juga"."""
    if _CONTINUES.search(text):
        return True
    return _HEARSAY.search(text) is not None and not asks(text)


def is_elsewhere(case: Case, alone: Screening) -> bool:
    """True when a message names another country of work than the offer before."""
    before, now = case.screening.facts.country_code, alone.facts.country_code
    return before is not None and now is not None and before != now


def is_another(case: Case, alone: Screening) -> bool:
    """True for an advertisement of its own: another country, or a whole one for the same.

    Args:
        case: the offer before.
        alone: the screening of the message by itself.
    """
    facts = alone.facts
    if alone.risk == NO_OFFER or None in (facts.country_code, case.screening.facts.country_code):
        return False
    if is_elsewhere(case, alone):
        return True
    is_whole = facts.salary is not None or facts.position is not None
    return is_whole and len(alone.text.split()) >= WORDS_OF_AN_ADVERTISEMENT


def resembled(turn: TurnContext, case: Case) -> str | None:
    """Id of the message of the offer that this one repeats with changes, as we ask for when a picture was misread; None for most."""
    minutes = _minutes_since(turn, case)
    if minutes is None or minutes > MINUTES_TO_CONTINUE:
        return None
    texts = said(turn.messages)
    alike = [(resemblance(turn.text, texts.get(id_, "")), id_) for id_ in case.messages]
    best, id_ = max(alike, default=(0.0, ""))
    return id_ if best >= SAME_TEXT else None


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
