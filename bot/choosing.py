"""Reads "yang kedua", "nomor 2" or "3" as a choice among the buttons shown last."""

import re
from collections.abc import Sequence

_NUMBERS = {
    "1": 1, "satu": 1, "pertama": 1, "kesatu": 1, "siji": 1, "hiji": 1,
    "2": 2, "dua": 2, "kedua": 2, "ke2": 2, "loro": 2,
    "3": 3, "tiga": 3, "ketiga": 3, "ke3": 3, "telu": 3, "tilu": 3,
    "4": 4, "empat": 4, "keempat": 4, "ke4": 4, "opat": 4,
    "5": 5, "lima": 5, "kelima": 5, "6": 6, "enam": 6, "keenam": 6,
    "terakhir": -1,
}  # fmt: skip
_BEFORE = r"(?:(?:yang|yg|yng|sing|nu|nomor|nomer|no|nmr|opsi|pilihan|pilih|yg\s+no|coba|mau|ke|itu)[\s.\-]*)*"
_AFTER = r"(?:\s*(?:aja|saja|dong|deh|ya|kak|pak|bu|bang|min|itu|tadi|mbak|mas))*"
_CHOICE = re.compile(
    rf"{_BEFORE}(?P<number>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}){_AFTER}[\s.!?)]*",
    re.IGNORECASE,
)


def names_a_choice(text: str) -> bool:
    """True when a message is nothing but a number of a choice, whether or not there is such a button."""
    return _CHOICE.fullmatch(text.strip()) is not None


def chosen(text: str, payloads: Sequence[str]) -> str | None:
    """The payload of the button that a message chooses by its number; None when it does not, or there is no such button.

    Args:
        text: the message.
        payloads: payloads of the buttons shown last, in order.
    """
    found = _CHOICE.fullmatch(text.strip())
    if not found:
        return None
    number = _NUMBERS[found["number"].casefold()]
    if number > len(payloads) or not payloads:
        return None
    return payloads[number - 1 if number > 0 else -1]
