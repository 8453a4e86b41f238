"""Several questions in one message."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from actions.language.pipeline import indonesian
from bot.nlu import questions
from bot.nlu.questions import Question, beginnings, first_asked, questions_in
from tests.helpers.language import concept_row, lexicon_of

TOPICS = frozenset({"biaya", "visa", "dokumen"})


WORDS = {
    "tanya_berapa": ["berapa"],
    "tanya_apa": ["apa saja", "apa"],
    "tanya_cara": ["bagaimana"],
    "tanya_beda": ["bedanya"],
}
NLP = indonesian(lexicon_of([], [concept_row(name, *words) for name, words in WORDS.items()]))


@pytest.fixture
def nlp() -> Language:
    return NLP


def margins_of(piece: Doc | Span) -> dict[str, float]:
    """Clearly the topics whose name a piece contains: less so with each other one, and the first of them most."""
    named = sorted((topic for topic in TOPICS if topic in piece.text), key=piece.text.index)
    said = {topic: 1.0 - 0.5 * len(named) - 0.1 * place for place, topic in enumerate(named)}
    return dict.fromkeys(TOPICS, -1.0) | {"sapa": -0.5} | said


def found(nlp: Language, text: str, whole: dict[str, float] | None = None) -> list[Question]:
    doc = nlp(text)
    return questions_in(doc, whole or margins_of(doc), margins_of, TOPICS.__contains__)


def asked(nlp: Language, text: str, whole: dict[str, float] | None = None) -> list[str]:
    return [question.topic for question in found(nlp, text, whole)]


@pytest.mark.parametrize(
    "text",
    [
        "dokumen apa saja? biaya berapa?",
        "dokumen apa saja, trus biaya berapa",
        "dokumen apa saja. Oh iya biaya berapa ya",
        "mau tanya dokumen apa saja\nbiaya berapa",
        "dokumen lengkap tidak? lalu biaya mahal tidak",
        "dokumen apa saja dan biaya berapa",
        "saya dari desa. dokumen apa saja? saya bingung. biaya berapa? terima kasih",
    ],
)
def test_two_questions_are_found_in_the_order_asked(nlp: Language, text: str) -> None:
    assert asked(nlp, text) == ["dokumen", "biaya"]


def test_each_question_keeps_its_words(nlp: Language) -> None:
    pieces = [each.piece.text for each in found(nlp, "dokumen apa saja, trus biaya berapa")]
    assert pieces == ["dokumen apa saja", ", trus biaya berapa"]


def test_a_third_question_is_found_too(nlp: Language) -> None:
    text = "dokumen apa saja? biaya berapa? visa bagaimana?"
    whole = {"dokumen": 0.1, "biaya": 0.0, "visa": -0.1, "sapa": -0.5}
    assert asked(nlp, text, whole) == ["dokumen", "biaya", "visa"]


@pytest.mark.parametrize(
    "text",
    [
        "biaya berapa?",
        "saya dari desa. sudah lama menganggur. biaya berapa?",
        "biaya berapa? biaya itu apa saja?",
        "kabar apa? biaya berapa?",
        "bedanya biaya sama visa apa",
        "",
        "?",
        "??? !",
    ],
)
def test_one_question_stays_one(nlp: Language, text: str) -> None:
    assert asked(nlp, text) == []


def test_two_questions_beside_a_comparison_are_two(nlp: Language) -> None:
    assert asked(nlp, "bedanya biaya sama ongkos apa? visa berapa") == ["biaya", "visa"]


def test_what_only_names_a_topic_must_name_it_clearly(nlp: Language) -> None:
    assert asked(nlp, "urus visa, biaya berapa") == ["visa", "biaya"]
    assert asked(nlp, "urus visa dokumen, biaya berapa") == []


def test_what_the_whole_message_does_not_mean_is_no_question(nlp: Language) -> None:
    whole = {"biaya": 1.2, "visa": -0.9, "dokumen": -0.9, "sapa": -0.5}
    assert asked(nlp, "biaya berapa dan visa apa", whole) == []
    assert asked(nlp, "biaya berapa dan visa apa", whole | {"visa": -0.7}) == ["biaya", "visa"]


def test_of_a_long_story_only_so_many_pieces_are_read(nlp: Language) -> None:
    read = []

    def counted(piece: Span) -> dict[str, float]:
        read.append(piece.text)
        return margins_of(piece)

    doc = nlp("dokumen apa saja? " * 50 + "biaya berapa?")
    questions_in(doc, margins_of(doc), counted, TOPICS.__contains__)
    assert 0 < len(read) < 20


@pytest.mark.parametrize("part", ["🙏, ", "bedanya apa sama ", "sama ", "?🙏 "])
def test_where_questions_begin_is_found_in_time_that_grows_with_the_text(
    nlp: Language, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []
    for each in ("_is_word", "_ends"):
        monkeypatch.setattr(questions, each, _counted(getattr(questions, each), looked))
    work = []
    for times in (100, 400):
        looked.clear()
        list(beginnings(nlp(part * times)))
        work.append(len(looked))
    assert 0 < work[1] <= 4.5 * work[0]


def _counted(look: Callable[[Token], bool], looked: list[Token]) -> Callable[[Token], bool]:
    def counted(token: Token) -> bool:
        looked.append(token)
        return look(token)

    return counted


@given(st.text(alphabet="?.,! \nabi", max_size=30))
def test_any_text_holds_no_question_or_several(text: str) -> None:
    assert len(asked(NLP, f"biaya {text} visa apa")) != 1


def test_the_ranking_begins_with_what_the_message_means_most() -> None:
    whole = [("visa", 0.5), ("biaya", 0.4), ("sapa", 0.1)]
    ranking = first_asked(whole, [("biaya", 0.8), ("visa", 0.9)])
    assert ranking[0] == ("visa", 0.9)
    assert sum(share for _, share in ranking) == pytest.approx(1.0)


def test_the_ranking_begins_with_the_first_question_when_the_whole_means_neither() -> None:
    whole = [("sapa", 0.5), ("biaya", 0.4), ("visa", 0.1)]
    assert first_asked(whole, [("biaya", 0.8), ("visa", 0.9)])[0] == ("biaya", 0.8)
