"""No regular expression of the program can be made to take for ever, whatever somebody writes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from bot.paths import ROOT
from bot.settings import Settings
from tests.helpers.regex_growth import is_exponential, loops_in_a_row

# More loops that share a run of one letter: 20,000 characters of an offer, to the power of three, are never done.
_MOST_LOOPS = 2
# Ambiguous as far as their structure tells, and yet harmless; each was measured (docs/fuzz.md).
_HARMLESS = {
    # "no" before a digit, and "no" as a word: a condition keeps them apart.
    "bot/choosing.py": r"(?P<number>terakhir",
    # "dua ratus dua ribu" is one number or two; nothing that may fail follows them, and what is matched in full was matched before.
    "actions/language/numerals.py": r"(?P<one>juta|ribu)",
    "actions/language/amounts.py": r"(?P<vague>",
    "actions/screening/pay_figures.py": r"(?P<low>",
}
# Patterns of the library of telephone numbers, for numbers of records; and of spaCy, of its own tokenizer.
_OF_OTHERS = ("knowledge/rules/phone_numbers.py", "actions/language/pipeline.py")


@pytest.fixture(scope="module")
def patterns(settings: Settings) -> list[tuple[str, int, str]]:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.helpers.regex_collector"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    rows = json.loads(done.stdout.splitlines()[-1])
    # One for each name of a country, all alike.
    alike = "(?<!\\w)"
    return [
        (pattern, flags, file)
        for pattern, flags, file in rows
        if file not in _OF_OTHERS
        and not (file == "actions/screening/reasons.py" and pattern.startswith(alike))
    ]


def test_all_parts_of_the_program_have_their_say(patterns: list[tuple[str, int, str]]) -> None:
    files = {file for _, _, file in patterns}
    assert len(patterns) > 250
    for part in (
        "knowledge/",
        "actions/language/",
        "actions/screening/",
        "actions/report/",
        "bot/channels/",
    ):
        assert any(file.startswith(part) for file in files), part


def test_none_takes_exponential_time(patterns: list[tuple[str, int, str]]) -> None:
    assert [
        (file, pattern)
        for pattern, flags, file in patterns
        if _HARMLESS.get(file, "\0") not in pattern and is_exponential(pattern, flags)
    ] == []


def test_no_more_than_two_loops_share_a_run(patterns: list[tuple[str, int, str]]) -> None:
    assert [
        (file, pattern)
        for pattern, flags, file in patterns
        if loops_in_a_row(pattern, flags) > _MOST_LOOPS
    ] == []


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(a|aa)*b",
        "(a*b?)*c",
        r"(\w+\s?)*$",
        "(a|b|ab)*c",
        "(?:x+x+)+y",
        "(a?){30}b",
        r"(?:\s*\w+)*!",
        "(?=(a+)+b)c",
        r"(?:\s+(?:saya|aku|(?:aku|ya)))*!",
        r"(?i)(?:A|a b|B|a)+(?: b)*(?:a| )*x(?:(?:a|A)+)+y",
    ],
)
def test_what_takes_exponential_time_is_found(pattern: str) -> None:
    assert is_exponential(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "a+b",
        "(ab)*",
        "(?:a,)*",
        r"(?:\w+\s)*",
        "(a|b)*",
        r"\s*\w+\s*",
        r"(?:\d{1,3}\.)*\d",
        r"(?:[^\W_][ .]){3,}x",
        "(?:ab|ac)*d",
        ".*a.*b",
        r"(.)\1{2,}",
        r"(?:\s+(?:saya|aku|ya)){0,6}!",
    ],
)
def test_what_does_not_is_left_alone(pattern: str) -> None:
    assert not is_exponential(pattern)


@pytest.mark.parametrize(
    ("pattern", "loops"),
    [
        ("abc", 0),
        (r"\s*a\s*", 1),
        (r"\s*a?\s*", 2),
        (r"izin\s*(?:no)?\s*:?\s*\d", 3),
        (r"(?:a\s*)*\s*\S*", 2),
        (r"\s{0,3}a?\s{0,3}b?\s{0,3}", 0),
    ],
)
def test_loops_that_share_a_run_are_counted(pattern: str, loops: int) -> None:
    assert loops_in_a_row(pattern) == loops
