"""Makes typed text fit for the assistant. Pure functions."""

import unicodedata

# Characters that are read of a message; longer ones keep their beginning and their end, where the question usually is.
MOST_CHARACTERS = 4_000
_END_SHARE = 1_000


def clean(text: str) -> str:
    """The message without what no reader sees.

    Control and unassigned characters become spaces (line breaks stay), invisible joiners that hide letters are dropped, and a leading
    "/" is removed: Rasa would take "/kuis" typed by a person for the intent of that name.
    """
    kept = "".join(_visible(char) for char in text.replace("\r\n", "\n"))
    return kept.strip().lstrip("/").strip()


def shorten(text: str) -> tuple[str, bool]:
    """The text within the limit, and whether something was left out."""
    if len(text) <= MOST_CHARACTERS:
        return text, False
    return f"{text[: MOST_CHARACTERS - _END_SHARE]} … {text[-_END_SHARE:]}", True


def _visible(char: str) -> str:
    if char in "\n\t":
        return char
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    # Cc control, Cs half of a pair (broken UTF-8), Co private use, Cn unassigned
    return " " if category in ("Cc", "Cs", "Co", "Cn") else char
