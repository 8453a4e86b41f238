"""What is wrong with patterns as they are written: cannot be read, name what does not exist, say what another one says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from actions.screening.pattern_trace import EXCUSING, RAISING
from actions.screening.patterns import Element, Pattern, PatternError, Symbol, denies, parse
from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding, did_you_mean
from knowledge.yaml_reader import KeyPath

SYNTAX, NAME, TWICE, COVERED = "pattern_syntax", "pattern_name", "pattern_twice", "pattern_covered"
# Keys of records and tables whose lists hold patterns.
KEYS = frozenset((RAISING, EXCUSING, "said", "told", "stated", "not_needed"))
# What the language pipeline finds besides the kinds of name that concepts declare.
_FOUND = ("negara", "provinsi", "uang", "umur")
_LONGEST_SHOWN = 70

Written = tuple[KeyPath, str, Pattern]


def wrong_patterns(document: Document, corpus: Corpus) -> Iterator[Finding]:
    """Yield what is wrong with the patterns of one record or table."""
    lists: dict[KeyPath, list[Written]] = {}
    for path, texts in _lists(document.data, ()):
        rows = lists.setdefault(path, [])
        for position, text in enumerate(texts):
            place = (*path, position)
            try:
                pattern = parse(text)
            except PatternError as error:
                tip = "bandingkan dengan tabel pola di knowledge/README.md."
                yield document.finding(place, f"{error}.", tip, SYNTAX)
                continue
            yield from _unknown_names(document, place, pattern, corpus)
            rows.append((place, text, pattern))
    for path, rows in lists.items():
        yield from _repeated(document, rows, is_raising=path == (RAISING,))
    yield from _excused_by_itself(document, lists.get((RAISING,), []), lists.get((EXCUSING,), []))


def shown(text: str) -> str:
    """A pattern or sentence in quotation marks, cut where it is long."""
    cut = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1].rstrip()}…"
    return f"'{cut}'"


def _lists(node: Any, path: KeyPath) -> Iterator[tuple[KeyPath, list[str]]]:
    if isinstance(node, dict):
        for key, child in node.items():
            if key in KEYS and isinstance(child, list):
                yield (*path, key), [str(text) for text in child]
            else:
                yield from _lists(child, (*path, key))
    elif isinstance(node, list):
        for position, child in enumerate(node):
            yield from _lists(child, (*path, position))


def _unknown_names(
    document: Document, place: KeyPath, pattern: Pattern, corpus: Corpus
) -> Iterator[Finding]:
    concepts, labels = _known(corpus)
    for kind, value in dict.fromkeys(_symbols(pattern)):
        if kind == "concept" and value not in concepts:
            otherwise = "buat konsepnya di knowledge/concepts/, atau tulis katanya tanpa { }."
            message = f"konsep {{{value}}} tidak ada, jadi pola ini tidak pernah cocok."
            yield document.finding(place, message, did_you_mean(value, concepts, otherwise), NAME)
        label, _, code = value.partition(":")
        if kind == "entity" and label not in labels:
            otherwise = f"yang ada: {', '.join(f'<{name}>' for name in sorted(labels))}."
            message = f"nama <{label}> tidak dikenal, jadi pola ini tidak pernah cocok."
            yield document.finding(place, message, did_you_mean(label, labels, otherwise), NAME)
        if kind == "entity" and label == "negara" and code and not _is_country(code, corpus):
            message = f"negara '{code}' tidak ada di knowledge/countries/."
            tip = "pakai kode negara dua huruf besar, misalnya <negara:KH>."
            yield document.finding(place, message, tip, NAME)


def _known(corpus: Corpus) -> tuple[frozenset[str], frozenset[str]]:
    """Concepts and kinds of name that a pattern may ask for; broken files count too."""
    concepts, labels = set(), set(_FOUND)
    for theme in corpus.ids("concepts").values():
        rows = theme.get("concepts")
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict):
                concepts.add(str(row.get("id")))
                labels.add(str(row.get("entity") or _FOUND[0]))
    return frozenset(concepts), frozenset(labels)


def _is_country(code: str, corpus: Corpus) -> bool:
    return code.isupper() and code.lower() in corpus.ids("country")


def _symbols(pattern: Pattern) -> Iterator[Symbol]:
    for element in pattern:
        for alternative in element.alternatives:
            yield from alternative


def _repeated(
    document: Document, rows: Sequence[Written], *, is_raising: bool
) -> Iterator[Finding]:
    for number, (place, text, pattern) in enumerate(rows):
        for other, (there, _, before) in enumerate(rows):
            if other == number:
                continue
            line = document.line(there)
            if is_same(pattern, before):
                if other < number:
                    message = f"pola {shown(text)} sama dengan pola di baris {line}."
                    yield document.finding(place, message, "hapus satu.", TWICE)
                    break
            elif is_raising and covers(before, pattern):
                message = f"pola {shown(text)} tidak menambah apa pun: pola di baris {line} selalu ikut cocok."
                tip = f"hapus pola ini, atau persempit pola di baris {line}."
                yield document.finding(place, message, tip, COVERED, level="warning")
                break


def _excused_by_itself(
    document: Document, raising: Sequence[Written], excusing: Sequence[Written]
) -> Iterator[Finding]:
    for place, text, pattern in raising:
        for there, _, excuse in excusing:
            if is_same(pattern, excuse) or covers(excuse, pattern):
                message = f"pola {shown(text)} selalu dibatalkan oleh unless di baris {document.line(there)}."
                yield document.finding(place, message, "hapus salah satu.", TWICE)
                break


def is_same(first: Pattern, second: Pattern) -> bool:
    """Whether two patterns match the same words, whatever the order of their alternatives."""
    return len(first) == len(second) and all(
        here.gap == there.gap and frozenset(here.alternatives) == frozenset(there.alternatives)
        for here, there in zip(first, second, strict=True)
    )


def covers(wide: Pattern, narrow: Pattern) -> bool:
    """Whether `wide` matches some of the words wherever `narrow` matches."""
    for start in range(len(narrow) - len(wide) + 1):
        part = narrow[start : start + len(wide)]
        # Behind the first step of a pattern that denies ("tidak boleh pulang") its own negator would take the wide one back.
        if (start == 0 or not denies(narrow)) and all(
            _includes(here, there, is_first=number == 0)
            for number, (here, there) in enumerate(zip(wide, part, strict=True))
        ):
            return True
    return False


def _includes(wide: Element, narrow: Element, *, is_first: bool) -> bool:
    return (is_first or wide.gap >= narrow.gap) and all(
        any(_finds(row, alternative) for row in wide.alternatives)
        for alternative in narrow.alternatives
    )


def _finds(wide: tuple[Symbol, ...], narrow: tuple[Symbol, ...]) -> bool:
    """Whether words found by the narrow row are found by the wide one: "bayar" finds what "=bayar" does."""
    return len(wide) == len(narrow) and all(
        here == there or (here[0] == "word" and there == ("norm", here[1]))
        for here, there in zip(wide, narrow, strict=True)
    )
