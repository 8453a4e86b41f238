"""Why a sentence raises a red flag: the same as screening sees, told apart."""

from __future__ import annotations

from typing import Any

import pytest

from actions.screening.pattern_trace import PatternTrace
from actions.screening.pattern_why import Why, why
from actions.screening.screener import LONGEST, Screener
from bot.paths import KNOWLEDGE
from bot.settings import Settings
from knowledge.load import load

TRACE = PatternTrace(load(KNOWLEDGE).knowledge.red_flags.values())
OFFERS = (
    "LOKER ADMIN KAMBOJA gaji 15 juta, tiket mess ditanggung, WA 0812-0000-1234",
    "bu, kerja di Saudi visa umrah dulu ya, jangan bilang orang desa, uang fit 10 juta",
    "PT Bina Karya Insani (SIP3MI No. 123/2021) membuka lowongan operator di Taiwan. Gaji NT$ 29.500, visa kerja.",
)
# A named company takes a severe sign back: it is told with less weight.
SOFTENED = (
    "lowongan kerja taiwan pabrik gaji 29500 NT, PT Maju SIP3MI 12/2023 visa kerja kontrak."
    " KTP dan paspor asli dikirim dulu ke kantor"
)
CHAT = """\
12/10/26 19.03 - Agen Rudi: ada job di Kamboja kak, gaji 15 juta, paspor nanti dipegang kantor
12/10/26 19.05 - Sari: uang fit itu apa kak
12/10/26 19.06 - Agen Rudi: jangan bilang keluarga dulu ya
"""


@pytest.fixture(scope="module")
def screener(settings: Settings) -> Screener:
    return Screener.load(settings.screening, KNOWLEDGE)


def asked(screener: Any, text: str, *always: str) -> Why:
    return why(text, screener.nlp, TRACE, screener, always)


@pytest.mark.parametrize("text", [*OFFERS, SOFTENED, CHAT])
def test_what_is_told_is_what_screening_raises(screener: Screener, text: str) -> None:
    found = asked(screener, text)
    assert found.is_offer
    raised = {each.flag: each.told for each in found.flags if each.is_raised}
    assert raised == {flag.id: flag for flag in screener.screen(text).flags}


def test_a_severe_sign_that_the_rest_takes_back_is_told_to_be_softened(screener: Screener) -> None:
    flags = {each.flag: each for each in asked(screener, SOFTENED).flags}
    softened = flags["paspor_ditahan"]
    assert softened.is_raised
    assert softened.is_softened
    assert softened.told is not None
    assert softened.told.severity < screener.flags.severities["paspor_ditahan"]
    assert softened.sum is not None
    assert not softened.sum.is_enough
    assert not any(each.is_softened for each in asked(screener, OFFERS[1]).flags)


def test_raised_flags_come_first(screener: Screener) -> None:
    raised = [each.is_raised for each in asked(screener, OFFERS[0]).flags]
    assert raised == sorted(raised, reverse=True)


def test_the_words_of_the_person_who_is_recruited_count_for_nothing(screener: Screener) -> None:
    flags = {each.flag: each for each in asked(screener, CHAT, "uang_fit").flags}
    assert flags["rahasiakan"].is_said
    assert not flags["uang_fit"].is_said


def test_each_pattern_is_told_once(screener: Screener) -> None:
    (flag,) = [
        each
        for each in asked(screener, "visa turis visa turis").flags
        if each.flag == "visa_kunjungan"
    ]
    assert len(flag.matches) == len({match.pattern for match in flag.matches})


@pytest.mark.parametrize("text", ["", "  ", "\n", "🔥", "visa turis " * LONGEST])
def test_any_text_is_borne(screener: Screener, text: str) -> None:
    asked(screener, text, "uang_fit")
    why(text[:300], screener.nlp, TRACE)
