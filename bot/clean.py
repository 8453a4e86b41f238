"""Makes typed text fit for the assistant. Pure functions."""

import unicodedata

# Characters that are read of a message; longer ones keep their beginning and their end, where the question usually is.
MOST_CHARACTERS = 4_000
_END_SHARE = 1_000
_GAP = " … "


def clean(text: str) -> str:
    """The message without what no reader sees.

    Control and unassigned characters become spaces (line breaks stay), invisible joiners that hide letters are dropped, and leading
    "/" are removed, however they are spaced: Rasa would take "/kuis" typed by a person for the intent of that name.
    """
    return "".join(char for _, char in _kept(text))


def shorten(text: str) -> tuple[str, bool]:
    """The text within the limit, and whether something was left out."""
    if len(text) <= MOST_CHARACTERS:
        return text, False
    return f"{text[: MOST_CHARACTERS - _END_SHARE]}{_GAP}{text[-_END_SHARE:]}", True


def sound(text: str) -> str:
    """The text with "?" in place of halves of letters (broken UTF-8): no database takes them, and they are printed nowhere."""
    return text.encode("utf-8", "replace").decode()


def origins(text: str) -> list[int]:
    """For each character of the cleaned and shortened text, its position in the text as it was typed."""
    places = [place for place, _ in _kept(text)]
    if len(places) <= MOST_CHARACTERS:
        return places
    beginning = places[: MOST_CHARACTERS - _END_SHARE]
    return [*beginning, *[beginning[-1]] * len(_GAP), *places[-_END_SHARE:]]


def _kept(text: str) -> list[tuple[int, str]]:
    """Position and looks of every character that stays."""
    # Most messages are one line of what everybody sees.
    kept = list(enumerate(text)) if text.isprintable() else _seen(text)
    start, end = 0, len(kept)
    while start < end and (kept[start][1] == "/" or kept[start][1].isspace()):
        start += 1
    while end > start and kept[end - 1][1].isspace():
        end -= 1
    return kept[start:end]


def _seen(text: str) -> list[tuple[int, str]]:
    looks = (
        (place, _visible(char))
        for place, char in enumerate(text)
        if not (char == "\r" and text[place + 1 : place + 2] == "\n")
    )
    return [(place, char) for place, char in looks if char]


def _visible(char: str) -> str:
    if char in "\n\t":
        return char
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    # Cc control, Cs half of a pair (broken UTF-8), Co private use, Cn unassigned
    return " " if category in ("Cc", "Cs", "Co", "Cn") else char
