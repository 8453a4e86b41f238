"""The rule red_flag_phrases."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings, make_red_flag

RULE = "red_flag_phrases"


def test_too_few_phrases_and_near_misses_are_reported(tmp_path: Path) -> None:
    flag = make_red_flag(phrases=["visa turis"], near_misses=[])

    assert findings(tmp_path, RULE, red_flag=[flag]) == [
        "red_flags/visa_turis.yml:14 phrases",
        "red_flags/visa_turis.yml:15 near_misses",
    ]


def test_a_phrase_of_two_flags_is_reported(tmp_path: Path) -> None:
    phrases = ["VISA  turis 0", *(f"gaji {n}" for n in range(9))]
    flags = [make_red_flag(), make_red_flag(id="zzz", title="Lain", phrases=phrases)]

    assert findings(tmp_path, RULE, red_flag=flags) == ["red_flags/zzz.yml:14 phrases[0]"]


def test_a_phrase_that_is_a_near_miss_is_reported(tmp_path: Path) -> None:
    flag = make_red_flag(near_misses=["Visa Turis 3", *(f"liburan {n}" for n in range(4))])

    assert findings(tmp_path, RULE, red_flag=[flag]) == ["red_flags/visa_turis.yml:14 phrases[3]"]


def test_a_phrase_written_twice_is_reported(tmp_path: Path) -> None:
    flag = make_red_flag(phrases=[*(f"visa {n}" for n in range(10)), "VISA 1"])

    assert findings(tmp_path, RULE, red_flag=[flag]) == ["red_flags/visa_turis.yml:14 phrases[10]"]
