"""The small language in which editors describe how a red flag is said."""

from __future__ import annotations

import pytest

from actions.language.pipeline import indonesian
from actions.screening.assertion import is_denied
from actions.screening.patterns import PatternError, PatternIndex, parse
from actions.screening.reading import Reading, read
from tests.helpers.language import concept_row, lexicon_of, name_row

NLP = indonesian(
    lexicon_of(
        [name_row("negara", "KH", "kamboja", "phnom penh")],
        [
            concept_row("paspor", "paspor", "passport", "buku paspor"),
            concept_row("potong_gaji", "potongan gaji", "dipotong"),
        ],
    )
)


def reading(text: str) -> Reading:
    return read(NLP, text)


def found(pattern: str, text: str) -> list[str]:
    here = reading(text)
    return [
        here.evidence(match.start, match.end).text
        for match in PatternIndex([("x", parse(pattern))]).find(here)
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("bayar", "kamu harus membayar dulu", ["membayar"]),
        ("=bayar", "kamu harus membayar dulu", []),
        ("{paspor} .. kantor", "buku paspor nanti di kantor", ["buku paspor nanti di kantor"]),
        ("<negara>", "kerja di Phnom Penh", ["Phnom Penh"]),
        ("<negara:KH>", "kerja di kamboja", ["kamboja"]),
        ("<negara:TH>", "kerja di kamboja", []),
        ("<uang:USD>", "gaji 800 usd", ["800 usd"]),
        ("tebus/(ganti rugi)", "harus ganti rugi", ["ganti rugi"]),
        ("(ganti rugi)/tebus", "harus tebus", ["tebus"]),
        # Fillers stand between words without dots, other words do not.
        ("langsung berangkat", "langsung aja kak berangkat", ["langsung aja kak berangkat"]),
        ("langsung berangkat", "langsung besok berangkat", []),
        (
            "langsung .. berangkat",
            "langsung besok pagi berangkat",
            ["langsung besok pagi berangkat"],
        ),
        # A pattern stays within a sentence, and lines are sentences.
        ("visa ... turis", "visa aman. turis banyak", []),
        ("visa ... turis", "visa aman\nturis banyak", []),
        # The nearest end wins.
        (
            "tidak ... pulang",
            "tidak boleh pulang, tidak pulang",
            ["tidak boleh pulang", "tidak pulang"],
        ),
    ],
)
def test_a_pattern_finds_its_words(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


@pytest.mark.parametrize(
    "pattern", ["", "  ", ".. bayar", "bayar ...", "bayar/", "{paspor", "bayar!", "()"]
)
def test_what_cannot_be_read_says_so(pattern: str) -> None:
    with pytest.raises(PatternError, match="pola"):
        parse(pattern)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("dipotong tiap bulan", False),
        ("tidak ada potongan gaji", True),
        ("tanpa uang jaminan, denda, atau potongan gaji", True),
        ("tidak ada denda tapi potongan gaji ada", False),
        ("jangan lupa potongan gaji itu", False),
        ("tidak hanya potongan gaji", False),
        ("tidak usah khawatir potongan gaji kecil", False),
        ("tidak perlu potongan gaji", True),
        ("tidak dipotong. potongan gaji", None),
    ],
)
def test_a_denied_word_is_not_meant(text: str, denied: bool | None) -> None:
    here = reading(text)
    matches = PatternIndex([("x", parse("{potong_gaji}"))]).find(here)
    answers = [is_denied(here, match) for match in matches]
    assert answers == ([True, False] if denied is None else [denied])


def test_a_pattern_that_denies_is_not_taken_back_by_its_own_word() -> None:
    here = reading("berangkat tanpa kontrak")
    (match,) = PatternIndex([("x", parse("tanpa kontrak"))]).find(here)
    assert not is_denied(here, match)
    here = reading("bukan tanpa kontrak")
    (match,) = PatternIndex([("x", parse("tanpa kontrak"))]).find(here)
    assert is_denied(here, match)
