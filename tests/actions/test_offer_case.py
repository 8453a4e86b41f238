"""Which messages are one offer, and which ask about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions import offer_case
from actions.context import TurnContext
from actions.offer_case import MINUTES_BETWEEN, MINUTES_TO_CONTINUE, MOST_MESSAGES
from actions.said import Message
from actions.screening.case import Case, FormAnswer
from actions.screening.model import Facts, Salary, Screening
from actions.screening.screener import LONGEST
from tests.actions.screening.offers import DOMESTIC, GREY, SCAM, words

LINE = "paspor dikumpul dulu di kantor"
TOLD = "terus dia minta paspor difoto juga"


def turn(
    text: str, intent: str = "nlu_fallback", minutes: float = 1, between: str = "", sent: float = 0
) -> TurnContext:
    """A message some minutes after an offer, with another message between them if an intent is named."""
    messages = [Message("m1", "Butuh orang", "kirim_lowongan", 0.0)]
    if between:
        messages.append(Message("x", "...", between, 1.0))
    messages.append(Message("now", text, intent, minutes * 60))
    return TurnContext(
        intent, text, (), (), (("kirim_lowongan", sent),), {}, messages=tuple(messages)
    )


CASE = Case(GREY, ("m1",))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (LINE, {}),
        (LINE, {"intent": "kirim_lowongan"}),
        (LINE, {"between": "cek_lowongan"}),
        ("kak paspornya dikumpul ya", {"intent": "data_pribadi"}),
        (LINE, {"intent": "data_pribadi", "sent": 0.3}),
        (TOLD, {"intent": "data_pribadi"}),
        (TOLD, {"intent": "data_pribadi", "between": "biaya_dimuka"}),
        (TOLD, {"minutes": MINUTES_TO_CONTINUE - 1}),
        ("katanya bayar dulu", {"intent": "biaya_dimuka"}),
        ("visanya turis dulu nanti diganti di sana", {"intent": "visa_turis_kerja"}),
        ("nanti potong gaji 12 bulan ya", {"intent": "jeratan_utang"}),
        ("disuruh bayar dulu, wajar ga?", {"intent": "biaya_dimuka"}),
    ],
)
def test_what_comes_soon_and_goes_on_continues(text: str, given: dict[str, object]) -> None:
    assert offer_case.continues(turn(text, **given), CASE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (LINE, {"minutes": MINUTES_BETWEEN + 1}),
        (LINE, {"between": "biaya_dimuka"}),
        ("paspor dikumpul di kantor amankah", {"intent": "data_pribadi"}),
        ("cara bikin paspor", {"intent": "paspor_pmi"}),
        ("udahan dulu", {"intent": "batal"}),
        ("kak paspor boleh dikumpul ga?", {"intent": "data_pribadi"}),
        (TOLD, {"minutes": MINUTES_TO_CONTINUE + 1}),
        ("judol katanya bahaya ya, bener?", {"intent": "kerja_judol"}),
    ],
)
def test_what_comes_late_or_is_another_subject_does_not(
    text: str, given: dict[str, object]
) -> None:
    assert not offer_case.continues(turn(text, **given), CASE)  # type: ignore[arg-type]


def test_a_case_is_bounded() -> None:
    full = replace(CASE, messages=("m1",) * MOST_MESSAGES)
    assert not offer_case.continues(turn(TOLD), full)
    assert not offer_case.continues(turn(f"{TOLD} {'x' * LONGEST}"), CASE)


def test_an_offer_that_was_said_too_long_ago_to_be_read_is_not_continued() -> None:
    assert not offer_case.continues(turn(TOLD), replace(CASE, messages=("older",)))


def test_a_typed_answer_is_a_part_of_the_talk_about_the_offer() -> None:
    answered = replace(CASE, answers=(FormAnswer("visa", "turis", "x"),))
    assert offer_case.continues(turn(LINE, between="visa_turis_kerja"), answered)


def alone(country: str | None, text: str = "x", pay: Salary | None = None) -> Screening:
    return replace(SCAM, text=text, facts=Facts(country_code=country, salary=pay))


def test_another_country_or_a_whole_advertisement_is_another_offer() -> None:
    case = replace(CASE, screening=replace(GREY, facts=Facts(country_code="KH")))
    pay = Salary(1, 1, "IDR", None, words("12"))
    assert offer_case.is_another(case, alone("TH"))
    assert offer_case.is_another(case, alone("KH", "kata " * 30, pay))
    assert not offer_case.is_another(case, alone("KH", "kata " * 5, pay))
    assert not offer_case.is_another(case, alone("KH", "kata " * 30))
    assert not offer_case.is_another(case, alone(None))
    assert not offer_case.is_another(case, DOMESTIC)
    assert not offer_case.is_another(CASE, alone("TH"))


@pytest.mark.parametrize(
    "text",
    [
        "jadi aman ga?",
        "gimana menurutmu?",
        "itu penipuan bukan?",
        "tawaran tadi bener ga sih kak",
        "bisa dipercaya ga",
        "jadi gimana, ambil apa jangan?",
        "menurut kamu gimana",
    ],
)
def test_a_question_about_the_verdict_is_heard(text: str) -> None:
    assert offer_case.asks_for_verdict(turn(text), CASE)
    assert not offer_case.asks_for_verdict(turn(text, between="siskop2mi"), CASE)


@pytest.mark.parametrize(
    "text",
    [
        "visa turis aman ga?",
        "penipuan online itu apa",
        "cara lapor penipuan gimana?",
        "apa itu",
        "iya",
        "kerja di kamboja aman ga",
        "aman " * 10,
    ],
)
def test_a_question_with_a_subject_of_its_own_is_left_alone(text: str) -> None:
    assert not offer_case.asks_for_verdict(turn(text), CASE)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("saya sudah transfer 2 juta ke agennya", "uang_tertipu"),
        ("sepupu diajak pakai visa turis", "visa_turis_kerja"),
        ("disuruh transfer dulu, biasa kah begitu", "biaya_dimuka"),
    ],
)
def test_what_befell_people_and_what_they_ask_is_answered_first(text: str, intent: str) -> None:
    assert offer_case.is_answered(turn(text, intent))
    assert not offer_case.is_answered(turn(text, "kirim_lowongan"))
    assert not offer_case.is_answered(turn(text, "nlu_fallback"))


@pytest.mark.parametrize("text", ["transfer dulu 2 juta ke rekening bu Siti", TOLD])
def test_what_a_recruiter_says_is_no_need_of_the_person(text: str) -> None:
    assert not offer_case.is_answered(turn(text, "biaya_dimuka"))


@pytest.mark.parametrize(
    ("text", "given", "ends"),
    [
        ("makasih", {"intent": "terima_kasih"}, True),
        ("dadah", {"intent": "pamit"}, True),
        ("oke saya jadi berangkat", {"intent": "curhat"}, True),
        ("oke makasih saya jadi berangkat", {"intent": "terima_kasih", "between": "biaya"}, True),
        ("makasih infonya", {"intent": "terima_kasih", "between": "biaya"}, False),
        ("saya mau daftar g to g", {"intent": "g_to_g", "between": "biaya"}, False),
        ("jadi berangkat atau nggak, gimana?", {"intent": "curhat"}, False),
        ("biaya resmi ke taiwan", {"intent": "biaya"}, False),
    ],
)
def test_thanks_a_farewell_and_a_conclusion_close_the_talk(
    text: str, given: dict[str, str], ends: bool
) -> None:
    assert offer_case.closes(turn(text, **given), CASE) is ends  # type: ignore[arg-type]


FLYER = "LOKER KAMB0JA admin CS, gaji 1S juta, tiket ditanggung, berangkat besok"


def resent(text: str, minutes: float = 1, case: Case = CASE) -> str | None:
    now = turn(text, minutes=minutes)
    flyer = replace(now.messages[0], text=FLYER)
    return offer_case.resembled(replace(now, messages=(flyer, *now.messages[1:])), case)


def test_a_text_that_is_nearly_the_same_takes_the_place_of_the_one_before() -> None:
    right = FLYER.replace("KAMB0JA", "KAMBOJA").replace("1S", "15")
    assert resent(right) == "m1"
    assert resent(right, MINUTES_TO_CONTINUE + 1) is None
    assert (
        resent(f"{right}. Kantor kami di kota, hubungi admin, kuota tinggal 3, tanpa syarat")
        is None
    )
    assert resent("LOKER MALAYSIA operator pabrik, gaji 5 juta, mess gratis") is None
    assert resent(TOLD) is None
    # Nothing to compare with.
    answered = replace(CASE, messages=(), answers=(FormAnswer("visa", "turis", "m1"),))
    assert resent(right, case=answered) is None


def test_a_misread_text_that_was_no_offer_is_no_first_line_of_the_corrected_one() -> None:
    messages = (
        Message("a", FLYER, "kirim_lowongan", 0.0),
        Message("b", FLYER.replace("0", "O"), "kirim_lowongan", 10.0),
    )
    now = TurnContext("kirim_lowongan", messages[1].text, (), (), (), {}, messages=messages)
    assert offer_case.earlier(now) == ()


def test_lines_right_before_an_offer_belong_to_it() -> None:
    messages = (
        Message("a", "Halo", "sapa", 0.0),
        Message("b", "Halo kak saya HRD", "kirim_lowongan", 10.0),
        Message("c", "CV kakak lolos", "kirim_lowongan", 20.0),
        Message("d", "Kamboja ya", "kirim_lowongan", 30.0),
    )
    now = TurnContext("kirim_lowongan", "Kamboja ya", (), (), (), {}, messages=messages)
    assert offer_case.earlier(now) == ("b", "c")
    late = (*messages[:-1], replace(messages[-1], at=20.0 + MINUTES_BETWEEN * 60 + 1))
    assert offer_case.earlier(replace(now, messages=late)) == ()
    assert offer_case.earlier(replace(now, messages=())) == ()


def test_danger_is_seen_whatever_it_is_called() -> None:
    assert offer_case.is_danger(replace(turn("x"), intent="darurat_disekap"))
    assert offer_case.is_danger(replace(turn("x"), ranking=(("darurat_jiwa", 0.4),)))
    assert not offer_case.is_danger(turn("x"))
