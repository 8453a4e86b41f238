"""Checks of the sentences and the domain that `rasa data validate` does not make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.decision import OUT_OF_SCOPE, is_crisis
from actions.language.lexicon import lexicon
from actions.language.pipeline import indonesian
from actions.registry import all_actions
from bot.evaluation.danger_sets import read_dangers
from bot.evaluation.near_duplicates import near_duplicates, share
from bot.evaluation.overlap import TrainingSentences
from bot.evaluation.sets import Example, blocks, marks, read_unseen, sentences
from bot.nlu.calm import calm_texts
from bot.paths import DOMAIN, KNOWLEDGE, ROOT, SENTENCES, UNSEEN, UNSEEN_DANGERS
from knowledge.catalogue import read_catalogue

TRAINING = SENTENCES
HELD_OUT = UNSEEN / "nlu"
EXTRA = {"lanjutan", "selengkapnya", "untuk_orang_lain", "jawab_kuis"}
# Sentences that an intent needs; those that are easily confused need more (docs/understanding.md).
FEWEST_FOR_TOPICS, FEWEST_FOR_CONFUSED, FEWEST_FOR_TALK, FEWEST_OUTSIDE = 150, 200, 60, 400
CONFUSED = frozenset(
    """visa_turis_kerja visa_kerja umrah_ziarah_kerja calo_sponsor cek_p3mi lapor_kemana cara_lapor
    lapor_polisi kontak_kbri kontak_kp2mi kontak_bp3mi negara_rawan info_negara moratorium_timteng
    hak_pmi perjanjian_kerja biaya_dimuka biaya_penempatan jeratan_utang syarat_kerja dokumen_wajib
    langkah_aman jalur_penempatan g_to_g kerja_mandiri ciri_lowongan_palsu modus_medsos modus_online_scam
    cek_job_order cek_lowongan kirim_lowongan peran_iom program_iom""".split()
)
FEWEST_HELD_OUT = 15
# Largest share of sentences with a near-duplicate in the same intent, and of sentences whose marks differ from what is found.
NEAR_DUPLICATES = 0.05
MARKS_DIFFER = 0.02

PERSONAL = {
    "digits": re.compile(r"(?:\d[ \-]?){9,}|\d{7,}"),
    "e-mail": re.compile(r"\S+@\S+\.\w+"),
    "address": re.compile(
        r"https?:|www\.|\w\.(?:com|co\.id|go\.id|or\.id|net|org)\b", re.IGNORECASE
    ),
}


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


BLOCKS = list(blocks(TRAINING))
INTENTS = sorted({block["intent"] for _, block in BLOCKS})


@pytest.fixture(scope="module")
def nlp_of_knowledge():
    return indonesian(lexicon(KNOWLEDGE, SENTENCES))


@pytest.fixture(scope="module")
def trained_on() -> TrainingSentences:
    return TrainingSentences(
        (block["intent"], sentence) for _, block in BLOCKS for sentence in sentences(block)
    )


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


def _fewest(intent: str) -> int:
    if intent == OUT_OF_SCOPE:
        return FEWEST_OUTSIDE
    if intent in CONFUSED or is_crisis(intent):
        return FEWEST_FOR_CONFUSED
    return FEWEST_FOR_TOPICS if intent in read_catalogue(KNOWLEDGE).topics else FEWEST_FOR_TALK


def _counts(rows: Iterator[tuple[Path, dict[str, Any]]]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for _, block in rows:
        counts[block["intent"]] += len(sentences(block))
    return counts


def test_each_intent_has_enough_sentences() -> None:
    counts = _counts(iter(BLOCKS))
    assert {name: count for name, count in counts.items() if count < _fewest(name)} == {}


def test_each_intent_has_a_held_out_twin() -> None:
    counts = _counts(blocks(HELD_OUT))
    assert set(counts) == set(INTENTS)
    assert {name: count for name, count in counts.items() if count < FEWEST_HELD_OUT} == {}


def test_no_sentence_stands_twice(trained_on: TrainingSentences) -> None:
    assert [rows for rows in trained_on.alike.values() if len(rows) > 1] == []


def test_no_sentence_means_two_things(trained_on: TrainingSentences) -> None:
    found = trained_on.same.values()
    assert [rows for rows in found if len({intent for intent, _ in rows}) > 1] == []


@pytest.mark.parametrize("folder", [UNSEEN, UNSEEN / "final"], ids=lambda folder: folder.name)
def test_unseen_messages_are_not_trained_on(folder: Path, trained_on: TrainingSentences) -> None:
    if not folder.exists():
        pytest.skip("not written yet")
    leaked = [
        (example.set, example.intent, example.text)
        for example in read_unseen(folder).examples
        if trained_on.hold_any(example)
    ]
    assert leaked == []


def test_unseen_messages_about_danger_are_not_trained_on(trained_on: TrainingSentences) -> None:
    leaked = [each for each in read_dangers(UNSEEN_DANGERS) if trained_on.hold_any(each.message)]
    assert leaked == []


def test_calm_messages_are_no_training_sentences(trained_on: TrainingSentences) -> None:
    texts = list(calm_texts())
    assert len(texts) == len(set(texts))
    assert [text for text in texts if trained_on.hold_any(Example("", text, ("",)))] == []


def test_held_out_sentences_are_about_known_intents() -> None:
    held_out = {block["intent"] for _, block in blocks(HELD_OUT)}
    assert held_out
    assert held_out <= set(INTENTS)


@pytest.mark.parametrize("folder", [TRAINING, HELD_OUT], ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("kind", PERSONAL)
def test_sentences_hold_nothing_personal(folder: Path, kind: str) -> None:
    found = [
        (block["intent"], sentence)
        for _, block in blocks(folder)
        for sentence in sentences(block)
        if PERSONAL[kind].search(sentence)
    ]
    assert found == []


def test_every_block_says_where_its_sentences_come_from() -> None:
    missing = [
        file.name for file, block in BLOCKS if not (block.get("metadata") or {}).get("origin")
    ]
    assert missing == []


def test_no_sentence_begins_with_a_slash_or_is_marked_in_another_form() -> None:
    """Rasa would read a button, or take the mark for words."""
    wrong = [
        sentence
        for _, block in BLOCKS
        for sentence in sentences(block)
        if re.search(r"\]\(|\]\{", sentence) or sentence.startswith("/")
    ]
    assert wrong == []


def test_entities_of_the_sentences_are_marked_as_they_are_found(nlp_of_knowledge) -> None:
    """Marks that differ show a name that knowledge/ does not know yet, or a mark that was forgotten."""
    agreed, differing = 0, []
    for _, block in BLOCKS:
        for sentence, marked in zip(sentences(block), marks(block), strict=True):
            found = [(entity.text, entity.label_) for entity in nlp_of_knowledge(sentence).ents]
            agreed += len(set(found) & set(marked))
            if found != marked:
                differing.append((block["intent"], sentence, marked, found))
    print(*differing, sep="\n")
    assert len(differing) <= MARKS_DIFFER * agreed


@pytest.mark.parametrize("intent", INTENTS)
def test_the_sentences_of_an_intent_are_truly_different(intent: str) -> None:
    own = [s for _, block in BLOCKS if block["intent"] == intent for s in sentences(block)]
    print(*near_duplicates(own), sep="\n")
    assert share(own) <= NEAR_DUPLICATES


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
    registered = [action.name() for action in all_actions(None, None)]  # type: ignore[arg-type]
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
