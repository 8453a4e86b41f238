"""Near misses stay silent, phrases are raised, no pattern is idle; and what is not so is told with its line."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from actions.screening.labelled import Sentence
from actions.screening.pattern_proof import LearnedFlags, PatternProof
from actions.screening.pattern_trace import PatternTrace
from actions.screening.phrases import PhraseRules, said_flags
from actions.screening.reading import read
from bot.paths import KNOWLEDGE, ROOT
from bot.settings import Settings
from knowledge.corpus import Corpus
from knowledge.findings import Finding
from knowledge.load import load
from tests.actions.screening.red_flags import NEAR, NLP, corpus, line_of


def proof_of(
    known: Corpus, nlp: Any, examples: Sequence[Sentence], screener: Any = None
) -> PatternProof:
    learned = LearnedFlags(screener) if screener else None
    return PatternProof(known.knowledge.red_flags, known.ids("red_flag"), nlp, examples, learned)


def prove(tmp_path: Path, examples: Sequence[Sentence] = (), **lists: Any) -> list[Finding]:
    return list(proof_of(corpus(tmp_path, **lists), NLP, examples).findings())


def test_what_is_as_it_should_be_has_no_findings(tmp_path: Path) -> None:
    assert prove(tmp_path, patterns=["visa .. turis"]) == []


def test_a_near_miss_that_fires_is_an_error_with_pattern_words_and_both_lines(
    tmp_path: Path,
) -> None:
    near = [*NEAR, "apakah boleh pakai visa turis kak"]
    (finding,) = prove(tmp_path, patterns=["visa .. turis"], near_misses=near)
    assert (finding.rule, finding.level) == ("near_miss_raises", "error")
    assert finding.line == line_of(tmp_path, "apakah boleh")
    assert finding.field == "near_misses[5]"
    assert '"visa turis" cocok' in finding.message
    assert f"'visa .. turis' di baris {line_of(tmp_path, 'visa .. turis')}" in finding.message
    assert "./mawas knowledge try --flag visa_turis" in finding.tip


def test_an_excuse_mends_it(tmp_path: Path) -> None:
    near = [*NEAR, "apakah boleh pakai visa turis kak"]
    lists = {"patterns": ["visa .. turis"], "near_misses": near}
    assert prove(tmp_path, **lists, unless=["apakah boleh ... turis"]) == []


def test_a_near_miss_that_denies_is_silent(tmp_path: Path) -> None:
    assert prove(tmp_path, patterns=["visa turis"], near_misses=[*NEAR, "jangan pakai visa turis"]) == []  # fmt: skip


@pytest.mark.parametrize("key", ["patterns", "unless"])
def test_a_pattern_without_an_example_is_a_warning(tmp_path: Path, key: str) -> None:
    lists = {"patterns": ["visa .. turis"], "unless": []}
    lists[key] = [*lists[key], "sembunyi .. petugas"]
    (finding,) = prove(tmp_path, **lists)
    assert (finding.rule, finding.level) == ("pattern_unused", "warning")
    assert finding.line == line_of(tmp_path, "sembunyi")


@pytest.mark.parametrize(("flags", "count"), [(("visa_turis",), 0), (("lain",), 1), ((), 1)])
def test_only_a_sentence_with_the_flag_keeps_a_pattern_alive(
    tmp_path: Path, flags: tuple[str, ...], count: int
) -> None:
    example = Sentence("sembunyi dari petugas", frozenset(flags))
    findings = prove(tmp_path, [example], patterns=["visa .. turis", "sembunyi .. petugas"])
    assert len(findings) == count


def test_phrases_without_a_pattern_are_counted_while_nothing_is_trained(tmp_path: Path) -> None:
    proof = proof_of(corpus(tmp_path, patterns=["turis dulu"]), NLP, ())
    assert list(proof.findings()) == []
    assert proof.unproven == 8


def test_a_pattern_that_cannot_be_read_stops_none_of_the_others(tmp_path: Path) -> None:
    near = [*NEAR, "visa turis untuk kuliah"]
    findings = prove(tmp_path, patterns=["visa .. turis", ".. rusak"], near_misses=near)
    assert [each.rule for each in findings] == ["near_miss_raises"]


@pytest.fixture(scope="module")
def trained(settings: Settings) -> Any:
    from actions.screening.screener import Screener

    return Screener.load(settings.screening, KNOWLEDGE)


def test_a_phrase_that_nothing_sees_is_a_warning(tmp_path: Path, trained: Any) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder, ignore=shutil.ignore_patterns("*.py", "schema"))
    path = folder / "red_flags/rahasiakan.yml"
    path.write_text(
        path.read_text().replace("near_misses:", '  - "langit biru sekali"\nnear_misses:')
    )
    proof = proof_of(load(folder), trained.nlp, (), trained)
    found = [each for each in proof.findings() if "langit biru" in each.message]
    assert [(each.rule, each.level) for each in found] == [("phrase_unseen", "warning")]
    assert "./mawas train" in found[0].tip
    assert proof.unproven == 0


def test_the_red_flags_of_the_repository_are_proven(trained: Any) -> None:
    from actions.screening.labelled import sentences

    examples = sentences(ROOT / "nlu_data" / "offers", ())
    findings = list(proof_of(load(KNOWLEDGE), trained.nlp, examples, trained).findings())
    assert [str(each) for each in findings if each.level == "error"] == []
    assert [str(each) for each in findings if each.rule == "pattern_unused"] == []
    assert len(findings) < 10


def test_the_trace_agrees_with_screening(trained: Any) -> None:
    flags = list(load(KNOWLEDGE).knowledge.red_flags.values())
    rules, trace = PhraseRules.of(flags), PatternTrace(flags)
    for flag in flags:
        for text in (*flag.phrases, *flag.near_misses):
            reading = read(trained.nlp, text)
            raising = {each.pattern.flag for each in trace.matches(reading) if each.raises}
            assert raising == set(said_flags(rules, reading)), text
