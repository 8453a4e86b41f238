"""Words: sentences that are read easily, nothing left over from making them, no English, no word that calms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.answers import limits
from bot.answers.checks.english import english_in
from bot.answers.checks.known import Known
from bot.answers.said import FLAG, OFFER, Said
from knowledge.rules.no_promises import promises
from knowledge.rules.readability import sentences

# What invented people or recruiters wrote is theirs.
_THEIRS = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"\n]*\"", re.DOTALL)
# Lines that are no sentences: contacts, sources, lists of what is missing.
_LISTED = re.compile(
    r"^(?:• [^:\n]+: |Sumber|\d+\. [^\n]*\n?https?://|Belum disebut: |Perwakilan lain |Jam: |Di mana: )"
)
_MARK = re.compile(r"^(?:[•\-–]|\d+\.|[A-Z]\.)\s+")
_PLACEHOLDER = re.compile(
    r"\{[^{}]*\}|\bTODO\b|\bFIXME\b|\bxxx+\b|\bNone\b|\bnan\b|\bnull\b|\bundefined\b|\bNaN\b|<[a-z/][^>]*>|%[sd]\b|\bTrue\b|\bFalse\b"
    r"|\bTraceback\b|\b\w+(?:Error|Exception)\b|\[\]|\(\)|“”|«»"
)
_EMPTY_LINE = re.compile(r"^\s*(?:[•\-–]|\d+\.|[A-Za-z ]+:)?\s*$")
_BULLETS = re.compile(r"^\s*(?:[•\-–]\s*){2,}", re.MULTILINE)
_SPACING = re.compile(
    r"\S  +\S| +$| [,.;:!?](?:\s|$)|[,;:]{2,}|(?<!\.)\.\.(?!\.)|[!?]\.|\.[!?]|,\.|(?<![A-Z])\.,|:\.",
    re.MULTILINE,
)
_CALMS = re.compile(r"\baman\b", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:tidak|bukan|belum|jangan|kurang|tanpa|bila|kalau|apakah|langkah)\b", re.IGNORECASE
)


def readable(said: Said, known: Known) -> Iterator[str]:
    """Sentences are short, also on average."""
    counts: list[int] = []
    for line in _own_lines(said, known):
        for sentence, words in _counted(line):
            counts.append(words)
            if words > limits.SENTENCE:
                yield f"kalimat {words} kata: {' '.join(sentence.split()[:8])} ..."
    if len(counts) > 1 and sum(counts) / len(counts) > limits.AVERAGE:
        yield f"rata-rata {sum(counts) / len(counts):.1f} kata per kalimat"


def finished(said: Said, known: Known) -> Iterator[str]:
    """Nothing is left over from putting the words together."""
    for bubble in said.bubbles:
        if not bubble.strip() or bubble != bubble.strip():
            yield "balon kosong atau berspasi di tepi"
        for line in bubble.split("\n"):
            yield from _left_over(line)
    for line in _own_lines(said, known):
        for found in _misspaced(line):
            yield f"spasi atau tanda baca: {found!r}"


def indonesian(said: Said, known: Known) -> Iterator[str]:
    """No English is left over."""
    for line in (*_own_lines(said, known), *(each.title for each in said.choices)):
        for word in english_in(line):
            yield f"kata Inggris: {word}"


def calms_nobody(said: Said, known: Known) -> Iterator[str]:
    """Nothing promises an outcome, and no offer is called safe."""
    for line in _own_lines(said, known):
        for found in _promised(line):
            yield f"menjanjikan: {found}"
        if said.item.kind in (OFFER, FLAG):
            for sentence, _ in _counted(line):
                if _CALMS.search(sentence) and not _DENIES.search(sentence):
                    yield f"menenangkan: {sentence}"


def _own_lines(said: Said, known: Known) -> Iterator[str]:
    for bubble in said.bubbles:
        yield from _own(bubble, known)


# The same bubbles and lines stand in thousands of answers.
@cache
def _own(bubble: str, known: Known) -> tuple[str, ...]:
    """Lines without quotes of others; without those that name a source or are an address."""
    own = _THEIRS.sub("“”", bubble)
    return tuple(line for line in own.split("\n") if line and not known.is_name(line))


@cache
def _left_over(line: str) -> tuple[str, ...]:
    found = [f"sisa isian: {each!r}" for each in _PLACEHOLDER.findall(line)]
    found += [f"tanda daftar ganda: {each!r}" for each in _BULLETS.findall(line)]
    if line.strip() and _EMPTY_LINE.match(line) and not line.rstrip().endswith(":"):
        found.append(f"baris kosong: {line!r}")
    return tuple(found)


@cache
def _misspaced(line: str) -> tuple[str, ...]:
    return tuple(_SPACING.findall(line))


@cache
def _counted(line: str) -> tuple[tuple[str, int], ...]:
    """Sentences of a line and how many words each has; nothing for a line that is a list."""
    if _LISTED.match(line):
        return ()
    return tuple((each, len(each.split())) for each in sentences(_MARK.sub("", line)))


@cache
def _promised(line: str) -> tuple[str, ...]:
    return tuple(promises(line))
