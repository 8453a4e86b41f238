"""What a message means inside the guide for somebody in danger: a letter, leaving, coming back, a place."""

from __future__ import annotations

import re

from actions.context import CRISIS, TurnContext, says_in_indonesia
from actions.decision import is_crisis
from actions.guide import HOME, danger_in_hand
from actions.render.crisis_basis import HOME_PART, TOWN_PART
from actions.render.crisis_pages import FIRST, LETTERS, REPORT
from actions.report.messages import asks_for_report
from knowledge.model import Country
from knowledge.places import place_in

# Their words ask for nothing of their own, so that a country or province in them says where somebody is.
_TELLS_PLACE = frozenset(
    "lanjutan nlu_fallback di_luar_topik kasar curhat setuju tolak ulangi untuk_orang_lain".split()
)
_LETTER = re.compile(
    r"(?:(?:balas|pilih|huruf|tombol|ketik|jawab|yang|yg)\s+){0,2}([a-z])[\s.)!]*", re.IGNORECASE
)
_WHO = r"(?:(?:saya|sy|aku|ku|kami|kita|dia|ini)\s+)?"
_POLITE = r"(?:\s+(?:kok|ya|kak|pak|bu|bang|mas|mbak|min|sekarang|semua|makasih|terima|kasih|alhamdulillah))*"
# "saya mau keluar" is said by somebody who is locked in: only the bare word leaves.
_LEAVES = re.compile(
    rf"\W*(?:keluar|selesai|tutup|batal|{_WHO}(?:sudah|udah|udh|sdh|dah)\s+(?:aman|selamat|bebas|pulang)){_POLITE}\W*",
    re.IGNORECASE,
)
_COMES_BACK = re.compile(r"\W*(?:bantuan|buka lagi)\W*", re.IGNORECASE)


def page_asked(turn: TurnContext) -> tuple[str, str] | None:
    """The page that a button or a typed letter asks for and the danger it belongs to; None for any other message.

    A button names its danger, so that one pressed after the guide was left opens it again.
    """
    if turn.offer_part:
        page, _, named = turn.offer_part.partition(".")
        crisis_id = named or danger_in_hand(turn) or ""
        # "kontak.24jam" is no page.
        is_page = page in (FIRST, *LETTERS.values()) and is_crisis(crisis_id)
        return (page, crisis_id) if is_page else None
    in_hand = danger_in_hand(turn)
    page = LETTERS.get(letter_of(turn.text), "")
    return (page, in_hand) if page and in_hand else None


def letter_of(text: str) -> str:
    """The letter that a message is, small: "B.", "balas b"; "" for any other message."""
    found = _LETTER.fullmatch(text.strip())
    return found[1].casefold() if found else ""


def wants_report(turn: TurnContext) -> bool:
    """True when a button, words, or the letter inside the guide ask for the report to be prepared."""
    asked = page_asked(turn)
    by_page = asked is not None and asked[0] == REPORT
    return by_page or turn.offer_part == REPORT or asks_for_report(turn.text)


def leaves(text: str) -> bool:
    """True for "keluar", "sudah aman" and the like, alone."""
    return _LEAVES.fullmatch(text) is not None


def comes_back(text: str) -> bool:
    """True for the words that open a guide again that was left."""
    return _COMES_BACK.fullmatch(text) is not None


def tells_place(turn: TurnContext) -> bool:
    """True when the message says where somebody in danger is, rather than asks about a country."""
    if is_at_home(turn):
        return True
    named = bool(turn.countries or turn.provinces)
    return named and (turn.intent in _TELLS_PLACE or turn.intent == turn.slots.get(CRISIS))


def country_told(turn: TurnContext) -> str | None:
    """Code of the country where somebody says to be; None where none or several are named.

    Of two ("dijanjikan ke Thailand, dibawa ke Myanmar") either may be where they are.
    """
    if is_at_home(turn):
        return HOME
    return turn.countries[0] if len(turn.countries) == 1 else None


def is_place_button(turn: TurnContext) -> bool:
    """True for the buttons that name a place and no country."""
    return (turn.offer_part or "").partition(".")[0] in (HOME_PART, TOWN_PART)


def is_at_home(turn: TurnContext) -> bool:
    """True when a button or the words say that somebody is in Indonesia."""
    return turn.offer_part == HOME_PART or says_in_indonesia(turn.text)


def town_told(turn: TurnContext, country: Country) -> str | None:
    """The town or area of this country that a button or the words name, as its record writes it."""
    kind, _, town = (turn.offer_part or "").partition(".")
    found = place_in(town if kind == TOWN_PART else turn.text, country)
    return found.name if found else None
