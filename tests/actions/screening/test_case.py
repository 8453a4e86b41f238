"""An offer with its messages and answers: what answers do to a verdict, and what is kept of them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.screening.case import AnswerLine, Case, FormAnswer, Judge
from actions.screening.form import FormChoice, FormRules
from actions.screening.model import HIGH, LOW, MEDIUM, RISKS, Facts, Screening
from actions.screening.risk import RiskRules
from bot.paths import KNOWLEDGE
from knowledge.load import load
from tests.actions.screening.offers import GENUINE, GREY, SCAM, words

RECORDS = load(KNOWLEDGE).knowledge
FORM = FormRules.load(RECORDS.red_flags.get)
JUDGE = Judge(
    RiskRules.load(KNOWLEDGE), {flag.id: flag.severity for flag in RECORDS.red_flags.values()}
)
CASE = Case(GREY, ("m1", "m2"), (FormAnswer("visa", "turis", "m3"), FormAnswer("biaya", "tidak")))
EVERY = [choice for question in FORM.questions.values() for choice in question.choices]


def line(question: str, choice: str, said: str | None = None) -> AnswerLine:
    found = FORM.questions[question].choice(choice)
    assert found
    return AnswerLine(found, said or found.title, None)


def test_what_is_kept_comes_back() -> None:
    case = replace(CASE, asking="kontrak", asides=1)
    kept = json.loads(json.dumps(case.to_slot()))
    assert Case.of_slot(kept) == replace(case, screening=replace(GREY, text=""))
    assert GREY.text not in json.dumps(kept)


def test_nothing_was_kept_before_the_first_offer() -> None:
    assert Case.of_slot(None) is None
    assert Case.of_slot({}) is None


def test_a_new_answer_takes_the_place_of_the_old_one() -> None:
    case = CASE.with_answers({"visa": "kerja"}, None)
    assert case.answers == (FormAnswer("biaya", "tidak"), FormAnswer("visa", "kerja"))


def test_answers_come_with_the_words_that_were_typed_or_pressed() -> None:
    lines = CASE.lines(FORM, {"m3": "visanya turis katanya"})
    assert [(each.words, each.message) for each in lines] == [
        ("visanya turis katanya", "m3"),
        ("Tidak bayar", None),
    ]
    # The message cannot be read any more.
    assert CASE.lines(FORM, {})[0].words == "Visa turis atau kunjungan"


def test_answers_to_what_an_editor_took_out_are_left_out() -> None:
    gone = replace(CASE, answers=(FormAnswer("gaji", "besar"), FormAnswer("visa", "dinas")))
    assert gone.lines(FORM, {}) == []


def test_without_answers_the_screening_stays_as_it_is() -> None:
    assert JUDGE.judge(SCAM, []) is SCAM


def test_an_answer_raises_its_flag_and_is_quoted() -> None:
    judged = JUDGE.judge(GENUINE, [line("visa", "turis", "visanya turis katanya")])
    assert (judged.risk, judged.flags[0].id) == (HIGH, "visa_kunjungan")
    quote = judged.flags[0].evidence[0]
    assert quote.text == "visanya turis katanya"
    assert judged.text[quote.start : quote.end] == quote.text
    assert judged.text.startswith(GENUINE.text)


def test_an_answer_adds_to_a_flag_of_the_text() -> None:
    judged = JUDGE.judge(SCAM, [line("biaya", "bayar")])
    assert [flag.id for flag in judged.flags] == [flag.id for flag in SCAM.flags]
    flag = next(flag for flag in judged.flags if flag.id == "biaya_dimuka")
    assert [each.text for each in flag.evidence] == ["DP 2 juta", "Ya, bayar dulu"]


def test_an_answer_fills_what_was_missing() -> None:
    missing = replace(GREY, missing=("visa_kerja", "kontrak", "nama_p3mi"))
    judged = JUDGE.judge(missing, [line("visa", "kerja"), line("kontrak", "ada")])
    assert judged.missing == ("nama_p3mi",)
    assert judged.risk == MEDIUM


def test_only_a_licence_number_makes_an_offer_traceable() -> None:
    assert JUDGE.judge(GREY, [line("perekrut", "pt_berizin")]).risk == MEDIUM
    typed = line("perekrut", "pt_berizin", "PT Bina Karya, SIP3MI No. 123/2021")
    judged = JUDGE.judge(GREY, [typed])
    assert judged.risk == LOW
    assert judged.facts.licence
    assert judged.text[judged.facts.licence.start : judged.facts.licence.end] in typed.words


def test_a_licence_number_takes_no_flag_back() -> None:
    flagged = replace(GREY, flags=(replace(SCAM.flags[3], evidence=(words("WA 0812-0000-1111"),)),))
    typed = line("perekrut", "pt_berizin", "SIP3MI No. 123/2021")
    judged = JUDGE.judge(flagged, [typed])
    assert (judged.risk, judged.flags) == (MEDIUM, flagged.flags)


@pytest.mark.parametrize("screening", [SCAM, GREY, GENUINE], ids=["scam", "grey", "genuine"])
@given(given_=st.lists(st.sampled_from(EVERY), max_size=6))
def test_no_button_makes_an_offer_safer(screening: Screening, given_: list[FormChoice]) -> None:
    judged = JUDGE.judge(screening, [AnswerLine(each, each.title, None) for each in given_])
    assert RISKS.index(judged.risk) <= RISKS.index(screening.risk)
    assert {flag.id for flag in screening.flags} <= {flag.id for flag in judged.flags}
    assert set(judged.missing) <= set(screening.missing)


def test_a_low_offer_of_which_only_the_verdict_is_left_stays_low() -> None:
    kept = replace(GENUINE, text="", facts=Facts())
    assert JUDGE.judge(kept, [line("visa", "kerja")]).risk == LOW
