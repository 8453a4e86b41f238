"""Checks of the sentences and the domain that `rasa data validate` does not make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.registry import all_actions
from bot.nlu.normalize import normalize_word
from bot.paths import DOMAIN, KNOWLEDGE, ROOT
from knowledge.catalogue import read_catalogue

TRAINING = ROOT / "nlu_data" / "nlu"
HELD_OUT = ROOT / "tests" / "nlu"
EXTRA = {"lanjutan", "selengkapnya", "untuk_orang_lain", "jawab_kuis"}
FEWEST = 30
FEWEST_WORDS = 3

PERSONAL = {
    "digits": re.compile(r"(?:\d[ \-]?){9,}|\d{7,}"),
    "e-mail": re.compile(r"\S+@\S+\.\w+"),
    "address": re.compile(
        r"https?:|www\.|\w\.(?:com|co\.id|go\.id|or\.id|net|org)\b", re.IGNORECASE
    ),
}


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _blocks(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for file in sorted(folder.glob("*.yml")):
        for block in _yaml(file)["nlu"]:
            yield file, block


def _sentences(block: dict[str, Any]) -> list[str]:
    lines = [line for line in block["examples"].splitlines() if line.strip()]
    assert all(line.startswith("- ") for line in lines), block["intent"]
    return [line.removeprefix("- ") for line in lines]


def _alike(sentence: str) -> str:
    """What is left of a sentence when case, spaces, punctuation and letters held down are ignored."""
    words = " ".join(re.findall(r"\w+", sentence.casefold()))
    return re.sub(r"(.)\1{2,}", r"\1", words) or sentence


def _same(sentence: str) -> str:
    """What the assistant reads of a sentence: as before, and everyday spelling resolved."""
    return " ".join(normalize_word(word) for word in re.findall(r"\w+", sentence)) or sentence


BLOCKS = list(_blocks(TRAINING))
INTENTS = sorted({block["intent"] for _, block in BLOCKS})


Found = dict[str, list[tuple[str, str]]]


def _index(normalise: Callable[[str], str]) -> Found:
    """Normalised sentence -> (intent, sentence) of all that are the same."""
    found: Found = defaultdict(list)
    for _, block in BLOCKS:
        for sentence in _sentences(block):
            found[normalise(sentence)].append((block["intent"], sentence))
    return found


@pytest.fixture(scope="module")
def alike() -> Found:
    return _index(_alike)


@pytest.fixture(scope="module")
def same() -> Found:
    return _index(_same)


def _leaks(sentence: str, alike: Found, same: Found) -> bool:
    """Of one or two words, other spellings are not held against a sentence: there are only so many ways to say yes."""
    long = len(sentence.split()) >= FEWEST_WORDS
    return _alike(sentence) in alike or (long and _same(sentence) in same)


def test_the_intents_are_those_of_the_catalogue_and_four_more() -> None:
    catalogue = read_catalogue(KNOWLEDGE)
    ids = {*catalogue.topics, *catalogue.crisis, *catalogue.conversation}
    declared = _yaml(DOMAIN / "intents.yml")["intents"]
    assert len(declared) == len(set(declared))
    assert set(declared) == ids | EXTRA
    assert not ids & EXTRA


def test_each_intent_has_one_file_of_its_name() -> None:
    assert sorted(_yaml(DOMAIN / "intents.yml")["intents"]) == INTENTS
    assert [
        (file.name, block["intent"]) for file, block in BLOCKS if file.stem != block["intent"]
    ] == []


def test_each_intent_has_enough_sentences() -> None:
    counts: dict[str, int] = defaultdict(int)
    for _, block in BLOCKS:
        counts[block["intent"]] += len(_sentences(block))
    assert {intent: count for intent, count in counts.items() if count < FEWEST} == {}


def test_no_sentence_stands_twice(alike: Found) -> None:
    assert [rows for rows in alike.values() if len(rows) > 1] == []


def test_no_sentence_means_two_things(same: Found) -> None:
    assert [rows for rows in same.values() if len({intent for intent, _ in rows}) > 1] == []


def test_held_out_sentences_are_not_trained_on(alike: Found, same: Found) -> None:
    leaked = [
        (block["intent"], sentence)
        for _, block in _blocks(HELD_OUT)
        for sentence in _sentences(block)
        if _leaks(sentence, alike, same)
    ]
    assert leaked == []


def test_fresh_questions_are_not_trained_on(alike: Found, same: Found) -> None:
    fresh = _yaml(ROOT / "tests" / "fresh_questions.yml")
    assert [text for texts in fresh.values() for text in texts if _leaks(text, alike, same)] == []


def test_held_out_sentences_are_about_known_intents() -> None:
    held_out = {block["intent"] for _, block in _blocks(HELD_OUT)}
    assert held_out
    assert held_out <= set(INTENTS)


@pytest.mark.parametrize("folder", [TRAINING, HELD_OUT], ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("kind", PERSONAL)
def test_sentences_hold_nothing_personal(folder: Path, kind: str) -> None:
    found = [
        (block["intent"], sentence)
        for _, block in _blocks(folder)
        for sentence in _sentences(block)
        if PERSONAL[kind].search(sentence)
    ]
    assert found == []


def test_every_block_says_where_its_sentences_come_from() -> None:
    missing = [
        file.name for file, block in BLOCKS if not (block.get("metadata") or {}).get("origin")
    ]
    assert missing == []


def test_sentences_carry_no_marks_of_rasa() -> None:
    """Places are found by name, so no sentence marks entities or begins with a slash."""
    marked = [
        sentence
        for _, block in BLOCKS
        for sentence in _sentences(block)
        if re.search(r"\]\(|\]\{", sentence) or sentence.startswith("/")
    ]
    assert marked == []


def _responses() -> Iterator[tuple[str, str]]:
    for name, variants in _yaml(DOMAIN / "responses.yml")["responses"].items():
        for variant in variants:
            yield name, variant["text"]
            yield from ((name, button["title"]) for button in variant.get("buttons") or [])


def test_responses_hold_no_number_address_or_year() -> None:
    facts = re.compile(r"\d{3,}|https?:|www\.|\w@\w|\b(?:19|20)\d\d\b|\+62", re.IGNORECASE)
    assert [(name, text) for name, text in _responses() if facts.search(text)] == []


def test_buttons_of_responses_name_intents() -> None:
    payloads = [
        button["payload"]
        for variants in _yaml(DOMAIN / "responses.yml")["responses"].values()
        for variant in variants
        for button in variant.get("buttons") or []
    ]
    assert payloads
    assert [payload for payload in payloads if payload.removeprefix("/") not in INTENTS] == []


def test_the_declared_actions_are_those_of_the_registry() -> None:
    declared = _yaml(DOMAIN / "actions.yml")["actions"]
    registered = [action.name() for action in all_actions(store=None)]  # type: ignore[arg-type]
    assert sorted(declared) == sorted(registered)
    assert len(registered) == len(set(registered))


def test_every_intent_leads_to_exactly_one_rule() -> None:
    rules: dict[str, int] = defaultdict(int)
    for file in sorted((ROOT / "nlu_data" / "rules").glob("*.yml")):
        for rule in _yaml(file)["rules"]:
            step = rule["steps"][0]
            for intent in step.get("or", [step]):
                rules[intent["intent"]] += 1
    assert {intent: count for intent, count in rules.items() if count != 1} == {}
    assert set(rules) == {*INTENTS, "nlu_fallback"}


def test_every_response_is_used_by_a_rule() -> None:
    rules = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "nlu_data" / "rules").glob("*.yml")
    )
    responses = _yaml(DOMAIN / "responses.yml")["responses"]
    actions = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "actions").rglob("*.py"))
    assert [name for name in responses if name not in rules and name not in actions] == []
