"""Several questions in one message."""

from __future__ import annotations

import json

import pytest
from spacy.language import Language

from actions.language.pipeline import indonesian
from bot.nlu.questions import first_asked, questions_in

TOPICS = frozenset({"biaya", "visa", "dokumen"})


@pytest.fixture(scope="module")
def nlp() -> Language:
    words = {
        "tanya_berapa": ["berapa"],
        "tanya_apa": ["apa saja", "apa"],
        "tanya_cara": ["bagaimana"],
    }
    concepts = [{"id": name, "words": phrases, "not": []} for name, phrases in words.items()]
    return indonesian(json.dumps({"names": [], "concepts": concepts, "words": [], "languages": []}))


def classify(text: str) -> tuple[str, float]:
    """The topic whose name a clause contains, if it is the only one."""
    named = [topic for topic in sorted(TOPICS) if topic in text]
    return (named[0], 0.9) if len(named) == 1 else ("sapa", 0.4)


def asked(nlp: Language, text: str, whole: dict[str, float] | None = None) -> list[str]:
    shares = whole or dict.fromkeys(sorted(TOPICS), 0.3)
    ranking = sorted(shares.items(), key=lambda row: -row[1])
    return [name for name, _ in questions_in(nlp(text), ranking, classify, TOPICS.__contains__)]


@pytest.mark.parametrize(
    "text",
    [
        "dokumen apa saja? biaya berapa?",
        "dokumen apa saja, trus biaya berapa",
        "dokumen apa saja. Oh iya biaya berapa ya",
        "mau tanya dokumen apa saja\nbiaya berapa",
        "dokumen lengkap tidak? lalu biaya mahal tidak",
    ],
)
def test_two_questions_are_found_in_the_order_asked(nlp: Language, text: str) -> None:
    assert asked(nlp, text) == ["dokumen", "biaya"]


def test_a_third_question_is_found_too(nlp: Language) -> None:
    text = "dokumen apa saja? biaya berapa? visa bagaimana?"
    assert asked(nlp, text) == ["dokumen", "biaya", "visa"]


@pytest.mark.parametrize(
    "text",
    [
        "biaya berapa?",
        "saya dari desa. sudah lama menganggur. biaya berapa?",
        "biaya berapa? biaya itu apa saja?",
        "kabar apa? biaya berapa?",
        "",
        "?",
    ],
)
def test_one_question_stays_one(nlp: Language, text: str) -> None:
    assert asked(nlp, text) == []


def test_what_the_whole_message_does_not_mean_is_no_question(nlp: Language) -> None:
    whole = {"biaya": 0.999, "visa": 0.0005, "dokumen": 0.0005}
    assert asked(nlp, "biaya berapa dan visa apa", whole) == []


def test_the_ranking_begins_with_what_the_message_means_most() -> None:
    whole = [("visa", 0.5), ("biaya", 0.4), ("sapa", 0.1)]
    ranking = first_asked(whole, [("biaya", 0.8), ("visa", 0.9)])
    assert ranking[0] == ("visa", 0.9)
    assert sum(share for _, share in ranking) == pytest.approx(1.0)


def test_the_ranking_begins_with_the_first_question_when_the_whole_means_neither() -> None:
    whole = [("sapa", 0.5), ("biaya", 0.4), ("visa", 0.1)]
    assert first_asked(whole, [("biaya", 0.8), ("visa", 0.9)])[0] == ("biaya", 0.8)
