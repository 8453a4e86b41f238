"""The questions that complete an offer: which are asked, and what a typed answer means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from actions.screening.form import UNKNOWN, FormRules
from actions.screening.model import LOW, MEDIUM, RISKS, Facts, Flag, Screening
from bot.paths import KNOWLEDGE
from knowledge.load import load
from tests.actions.screening.offers import words
from tests.actions.screening.texts import reading_of

RECORDS = load(KNOWLEDGE).knowledge
FORM = FormRules.load(RECORDS.red_flags.get)
ALL = tuple(FORM.questions)
OPEN = Screening(
    "Butuh orang", MEDIUM, 0, (), Facts(), missing=tuple(q.item for q in FORM.questions.values())
)


def asked(screening: Screening, answered: tuple[str, ...] = ()) -> list[str]:
    return [question.id for question in FORM.open_for(screening, answered)]


def test_there_are_at_most_four_questions_and_each_can_be_answered_with_not_known() -> None:
    assert 0 < len(ALL) <= 4
    for question in FORM.questions.values():
        assert question.choices[-1].id == UNKNOWN
        assert len({choice.id for choice in question.choices}) == len(question.choices)


def test_what_is_raised_and_filled_exists() -> None:
    for question in FORM.questions.values():
        assert question.answered_by <= set(RECORDS.red_flags)
        raised = {choice.raises for choice in question.choices} - {None}
        assert raised <= set(RECORDS.red_flags)


@pytest.mark.parametrize("risk", RISKS)
def test_only_what_is_neither_high_nor_no_offer_is_asked_about(risk: str) -> None:
    expected = list(ALL) if risk in (MEDIUM, LOW) else []
    assert asked(replace(OPEN, risk=risk)) == expected


def test_what_the_text_says_is_not_asked() -> None:
    assert "visa" not in asked(replace(OPEN, missing=("kontrak", "biaya")))
    flag = Flag("biaya_dimuka", 2, (words("DP 2 juta"),))
    assert asked(replace(OPEN, flags=(flag,))) == [id_ for id_ in ALL if id_ != "biaya"]


def test_what_was_answered_is_not_asked_again() -> None:
    assert asked(OPEN, ("visa", "kontrak")) == ["perekrut", "biaya"]


@pytest.mark.parametrize(
    ("question", "text", "choice"),
    [
        ("visa", "visanya turis katanya", "turis"),
        ("visa", "Visa kerja kak", "kerja"),
        ("visa", "visa turis buat kerja", "turis"),
        ("visa", "bukan visa turis, visa kerja", "kerja"),
        ("visa", "gak pake visa", "turis"),
        ("visa", "umroh dulu", "turis"),
        ("visa", "ga tau", UNKNOWN),
        ("visa", "gak tau, katanya turis", "turis"),
        ("perekrut", "temen saya", "orang"),
        ("perekrut", "pt tapi ga ada izin", "pt_belum_jelas"),
        ("perekrut", "ada izinnya", "pt_berizin"),
        ("perekrut", "PT Bina Karya (SIP3MI No. 123/2021)", "pt_berizin"),
        ("perekrut", "bukan pt, orang", "orang"),
        ("biaya", "gak ada biaya", "tidak"),
        ("biaya", "bayar 5jt dulu", "bayar"),
        ("biaya", "enggak", "tidak"),
        ("biaya", "iya", "bayar"),
        ("biaya", "dipotong gaji 6 bulan", "potong"),
        ("kontrak", "udah baca", "ada"),
        ("kontrak", "belum", UNKNOWN),
        ("kontrak", "nanti di sana", "nanti"),
        ("kontrak", "gak ada", "tidak"),
    ],
)
def test_a_typed_answer_is_understood(question: str, text: str, choice: str) -> None:
    assert FORM.understood(text, reading_of, question)[question] == choice


@pytest.mark.parametrize("text", ["iya", "halo", "", "...", "bukan turis", "berapa gajinya"])
def test_what_answers_nothing_is_not_guessed(text: str) -> None:
    assert FORM.understood(text, reading_of, "visa", ALL) == {}


def test_words_that_raise_a_flag_answer_their_own_question_too() -> None:
    found = FORM.understood("visa turis, bayar 5 juta dulu", reading_of, "visa", ALL)
    assert found == {"visa": "turis", "biaya": "bayar"}
    assert FORM.understood("bayar 5 juta dulu", reading_of, "visa", ALL) == {"biaya": "bayar"}


def test_a_denied_flag_answers_nothing() -> None:
    assert "biaya" not in FORM.understood("visa kerja, tidak bayar 5 juta", reading_of, "visa", ALL)


def test_an_item_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "screening"
    folder.mkdir()
    for name in ("formulir", "kelengkapan"):
        source = (KNOWLEDGE / "screening" / f"{name}.yml").read_text(encoding="utf-8")
        changed = source.replace("item: visa_kerja", "item: visa_baru")
        (folder / f"{name}.yml").write_text(changed, encoding="utf-8")
    with pytest.raises(ValueError, match="visa_baru"):
        FormRules.load(RECORDS.red_flags.get, tmp_path)
