"""What an offer that is talked about means for a message of any intent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.context import ASKED_COUNTRY, ASKED_DANGER, CRISIS, OFFER, PENDING
from actions.offer_talk import OfferTalk
from actions.said import Message
from actions.screening.model import Screening
from tests.actions.offer_turns import ASKING, CASE, OPEN, answered, case_in, talk, turn
from tests.actions.screening.offers import NEWS, SCAM, flag, offer_desk


@pytest.mark.parametrize(
    "given",
    [
        {"intent": "darurat_disekap"},
        {CRISIS: "darurat_disekap"},
        {PENDING: ASKED_COUNTRY},
        {PENDING: ASKED_DANGER},
    ],
)
def test_danger_and_other_questions_of_ours_come_first(given: dict[str, Any]) -> None:
    assert talk().before(turn("saya dikurung, visa turis", **given)) is None


def test_a_suspicion_of_danger_comes_first() -> None:
    suspected = replace(
        turn("visa turis, saya takut"), ranking=(("biaya", 0.6), ("darurat_paspor", 0.3))
    )
    assert talk().before(suspected) is None


def test_a_letter_answers_the_question_of_the_form_whatever_else_it_may_mean() -> None:
    suspected = replace(turn("b"), ranking=(("lanjutan", 0.3), ("darurat_transit", 0.2)))
    assert talk().before(suspected)
    # Without a question of ours it is no choice.
    assert talk().before(replace(suspected, slots={**suspected.slots, PENDING: None})) is None


def test_a_button_is_left_to_its_action() -> None:
    assert talk().before(turn("/biaya", "biaya")) is None


@pytest.mark.parametrize("intent", ["batal", "kuis", "darurat_disekap"])
def test_danger_quiz_and_cancel_end_the_form_without_a_word(intent: str) -> None:
    answer, slots = talk().after(turn("x", intent), answered(), {})
    assert answer.bubbles == ["Jawaban biaya."]
    assert case_in(slots).asking is None


def test_without_an_open_form_an_answer_stays_as_it_is() -> None:
    for case in (None, CASE):
        answer, slots = talk().after(turn("biaya?", "biaya", case), answered(), {"topik": "biaya"})
        assert (answer.bubbles, slots) == (["Jawaban biaya."], {"topik": "biaya"})


def test_a_wish_for_another_offer_forgets_this_one() -> None:
    found = talk().before(turn("mau cek lowongan lain", "cek_lowongan", CASE, **{PENDING: None}))
    assert found
    assert found[1] == {OFFER: None}


def test_after_danger_is_denied_the_message_that_led_to_the_question_is_judged() -> None:
    offer = Message("m1", "LOKER", "nlu_fallback", 0.0, (("kirim_lowongan", 0.4),))
    denied = replace(
        turn("tidak", "tolak", None, **{PENDING: ASKED_DANGER}),
        messages=(offer, Message("m2", "tidak", "tolak", 5.0)),
    )
    scam = OfferTalk(offer_desk(SCAM))
    answer, slots = scam.after(denied, answered(), {CRISIS: None})
    assert answer.bubbles[0].startswith("🔴")
    assert case_in(slots).messages == ("m1",)
    # Still in danger, or never an offer.
    assert scam.after(denied, answered(), {CRISIS: "darurat_disekap"})[0].bubbles == [
        "Jawaban biaya."
    ]
    denied = replace(denied, screened={})
    assert talk(NEWS).after(denied, answered(), {CRISIS: None})[0].bubbles == ["Jawaban biaya."]


def test_a_message_more_that_raises_nothing_and_means_something_is_not_joined() -> None:
    told = turn("katanya berangkat bulan depan", "persiapan_berangkat", CASE, **{PENDING: None})
    assert talk(OPEN).before(told) is None


def test_a_message_more_is_judged_with_the_others_and_says_so() -> None:
    text = f"{OPEN.text}\nterus dia minta DP 2 juta"
    joined = replace(
        OPEN, text=text, risk="tinggi", flags=(flag("biaya_dimuka", 3, "DP 2 juta", text=text),)
    )
    found = talk(joined).before(turn("terus dia minta DP 2 juta", "biaya", CASE, **{PENDING: None}))
    assert found
    answer, slots = found
    assert answer.bubbles[0].startswith("Saya gabung dengan pesan sebelumnya (2 pesan")
    assert "sedang → tinggi" in answer.bubbles[0]
    assert "“DP 2 juta”" in answer.bubbles[0]
    assert case_in(slots).messages == ("m1", "m2")


def test_a_question_that_tells_more_is_answered_and_the_verdict_brought_up_to_date() -> None:
    said = "dia minta DP 2 juta, boleh ga?"
    text = f"{OPEN.text}\n{said}"
    joined = replace(
        OPEN, text=text, risk="tinggi", flags=(flag("biaya_dimuka", 3, "DP 2 juta", text=text),)
    )
    asked = turn(said, "biaya", ASKING)
    assert talk(joined).before(asked) is None
    answer, slots = talk(joined).after(asked, answered(), {})
    assert answer.bubbles[0] == "Jawaban biaya."
    assert "sedang → tinggi" in answer.bubbles[1]
    assert answer.choices[0].title == "Hasil tawaran tadi"
    # Nothing is left to ask about a high risk.
    assert len(answer.bubbles) == 2
    assert case_in(slots).messages == ("m1", "m2")
    assert case_in(slots).asking is None
    asked = replace(asked, screened={})
    assert talk(OPEN).after(asked, answered(), {})[0].bubbles[1].startswith("Pertanyaan 1")


def test_an_advertisement_of_a_new_vacancy_is_no_wish() -> None:
    pasted = turn("Lowongan baru pabrik Taiwan", "kirim_lowongan", CASE, **{PENDING: None})
    found = talk().before(pasted)
    assert found
    assert found[1][OFFER] is not None


def test_a_new_question_after_the_one_about_danger_is_answered() -> None:
    offer = Message("m1", "LOKER", "nlu_fallback", 0.0, (("kirim_lowongan", 0.4),))
    other = replace(
        turn("biaya?", "biaya", None, **{PENDING: ASKED_DANGER}),
        messages=(offer, Message("m2", "biaya?", "biaya", 5.0)),
    )
    answer = answered()
    answer.topics.append("biaya")
    assert OfferTalk(offer_desk(SCAM)).after(other, answer, {CRISIS: None})[0] is answer


def test_evidence_is_noted_with_the_messages_that_it_counts_in() -> None:
    found = talk().before(turn("visanya turis katanya", "visa"))
    assert found
    noted = found[0].screening
    assert noted
    assert (noted["messages"], noted["answers"]) == (["m1"], [["m2", ""]])
    pressed = talk().before(turn("b"))
    assert pressed
    assert pressed[0].screening
    assert pressed[0].screening["answers"] == [[None, "Visa turis atau kunjungan"]]


def test_nothing_is_noted_when_the_messages_cannot_be_read_any_more() -> None:
    gone = replace(ASKING, messages=("older",))
    found = talk().before(turn("visanya turis katanya", "visa", gone))
    assert found
    assert "sedang → tinggi" in found[0].bubbles[0]
    assert found[0].screening is None


BUBBLE = "transfer dulu 2 juta ke rekening bu Siti"


def with_fee(text: str) -> Screening:
    whole = f"{OPEN.text}\n{text}"
    return replace(
        OPEN, text=whole, risk="tinggi", flags=(flag("biaya_dimuka", 3, "2 juta", text=whole),)
    )


def test_a_recruiters_line_with_a_topic_of_its_own_joins_the_offer() -> None:
    found = talk(with_fee(BUBBLE)).before(turn(BUBBLE, "biaya_dimuka", CASE, **{PENDING: None}))
    assert found
    assert "sedang → tinggi" in found[0].bubbles[0]
    assert found[0].choices[-1].title == "Ini tawaran baru"
    assert case_in(found[1]).messages == ("m1", "m2")


def test_danger_comes_before_a_recruiters_line() -> None:
    suspected = replace(
        turn(BUBBLE, "biaya_dimuka", CASE, **{PENDING: None}),
        ranking=(("biaya_dimuka", 0.6), ("darurat_tebusan", 0.3)),
    )
    assert talk(with_fee(BUBBLE)).before(suspected) is None
    answer, _ = talk(with_fee(BUBBLE)).after(suspected, answered(), {})
    assert answer.bubbles == ["Jawaban biaya."]


def test_what_the_person_did_is_answered_with_the_verdict_below() -> None:
    own = "saya sudah transfer 2 juta"
    sent = turn(own, "uang_tertipu", CASE, **{PENDING: None})
    assert talk(with_fee(own)).before(sent) is None
    answer, slots = talk(with_fee(own)).after(sent, answered(), {})
    assert answer.bubbles[0] == "Jawaban biaya."
    assert "sedang → tinggi" in answer.bubbles[1]
    assert case_in(slots).messages == ("m1", "m2")


def test_thanks_after_a_verdict_repeat_it_with_the_next_step() -> None:
    thanks = turn("makasih ya brarti aman", "terima_kasih", CASE, **{PENDING: None})
    answer, slots = talk(NEWS).after(thanks, answered(), {})
    [_, reminder] = answer.bubbles
    assert reminder.startswith("Ingat hasil tawaran tadi: 🟡 Risiko sedang.")
    assert "Lakukan sekarang: " in reminder
    assert "Sumber: " in reminder or "Dicek " in reminder
    assert answer.choices[0].title == "Hasil tawaran tadi"
    assert slots == {}


def test_a_low_risk_is_repeated_with_the_two_checks_and_never_calms() -> None:
    low = replace(CASE, screening=replace(OPEN, risk="rendah"))
    thanks = turn("makasih ya brarti aman", "terima_kasih", low, **{PENDING: None})
    words = "\n".join(talk(NEWS).after(thanks, answered(), {})[0].bubbles)
    assert "1. Izin PT" in words
    assert "2. Lowongannya" in words
    assert "aman." not in words


def test_thanks_in_danger_repeat_no_verdict() -> None:
    thanks = turn("makasih", "terima_kasih", CASE, **{PENDING: None, CRISIS: "darurat_disekap"})
    assert talk(NEWS).after(thanks, answered(), {})[0].bubbles == ["Jawaban biaya."]


def test_a_corrected_text_takes_the_place_of_what_was_misread() -> None:
    right = OPEN.text.replace("orang", "orang!")
    sent = turn(right, "biaya", replace(ASKING, messages=("m1",)))
    found = talk(replace(OPEN, text=right)).before(sent)
    assert found
    assert found[0].bubbles[0].startswith("Saya menilai ulang dengan teks ini")
    assert case_in(found[1]).messages == ("m2",)
    assert case_in(found[1]).asking is None
    # What is no offer any more corrects nothing.
    assert "Saya menilai ulang" not in str(talk(NEWS).before(replace(sent, screened={})))
