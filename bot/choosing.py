"""Reads "yang kedua", "3" or "b" as a choice among the buttons shown last, and "iya" as taking up what was offered."""

import re
from collections.abc import Callable, Sequence

from actions.crisis_reading import comes_back, letter_of
from actions.render.crisis_pages import FIRST
from bot.messages import Button

_NUMBERS = {
    "1": 1, "satu": 1, "pertama": 1, "kesatu": 1, "siji": 1, "hiji": 1,
    "2": 2, "dua": 2, "kedua": 2, "kadua": 2, "ke2": 2, "loro": 2,
    "3": 3, "tiga": 3, "ketiga": 3, "katilu": 3, "ke3": 3, "telu": 3, "tilu": 3,
    "4": 4, "empat": 4, "keempat": 4, "ke4": 4, "opat": 4,
    "5": 5, "lima": 5, "kelima": 5, "6": 6, "enam": 6, "keenam": 6,
    "terakhir": -1,
}  # fmt: skip
_BEFORE = (
    r"(?:(?:yang|yg|yng|sing|nu|se|nomor|nomer|no|nmr|angka|opsi|pilihan|pilih|tombol|coba|mau|ke|itu|saya|sy|aku|kalau|kalo|klo|gimana"
    r"|jelasin|jelaskan|dengan|dgn)\b[\s.\-]*|(?:no|nomor|ke)(?=\d)|[#(]\s*)*"
)
_AFTER = r"(?:\s*(?:aja|saja|dulu|dong|deh|ya|kak|pak|bu|bang|min|itu|tadi|mbak|mas|gimana))*"
_CHOICE = re.compile(
    rf"{_BEFORE}(?P<number>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}){_AFTER}[\s.!?)]*",
    re.IGNORECASE,
)
# A yes with nothing beside it that asks something of its own.
_YES = r"(?:i?ya+h?|yes|yup|boleh|mau|oke?|okey|sip|betul|bener|benar|lanjut|silakan|gas|iyo|nggih|inggih|muhun)"
_POLITE = r"(?:dong|deh|aja|saja|tolong|banget|kak|pak|bu|bang|min|mbak|mas|itu|juga)"
_AGREEMENT = re.compile(rf"{_YES}(?:[\s,]+(?:{_YES}|{_POLITE}))*[\s.!]*", re.IGNORECASE)

# "Lanjut" is the button that goes on with an explanation, where there is one.
_GOES_ON = re.compile(
    rf"(?:lanjut(?:kan|in|an)?|terus(?:kan|in)?)(?:\s+(?:lagi|{_POLITE}))*[\s.!]*", re.IGNORECASE
)
_MORE = "/selengkapnya"


def may_choose(text: str) -> bool:
    """True when a message is nothing but the number or letter of a choice, or a yes, whether or not there is anything to choose."""
    named = letter_of(text) or comes_back(text)
    return bool(named) or any(
        form.fullmatch(text.strip()) for form in (_CHOICE, _AGREEMENT, _GOES_ON)
    )


def chosen(text: str, buttons: Sequence[Button], offered: str | None = None) -> str | None:
    """The payload that a message chooses by its number or letter, or takes up by a yes; None when it does neither.

    Args:
        text: the message.
        buttons: those shown last, in order.
        offered: payload of what a yes takes up.
    """
    if _GOES_ON.fullmatch(text.strip()) and any(button.payload == _MORE for button in buttons):
        return _MORE
    if _AGREEMENT.fullmatch(text.strip()):
        return offered
    letter = letter_of(text)
    if letter:
        return _payload(buttons, lambda button: button.title.casefold().startswith(f"{letter} "))
    if comes_back(text):
        return _payload(buttons, lambda button: f'"{FIRST}.' in button.payload)
    found = _CHOICE.fullmatch(text.strip())
    if not found:
        return None
    number = _NUMBERS[found["number"].casefold()]
    if number > len(buttons) or not buttons:
        return None
    return buttons[number - 1 if number > 0 else -1].payload


def _payload(buttons: Sequence[Button], fits: Callable[[Button], bool]) -> str | None:
    return next((button.payload for button in buttons if fits(button)), None)
