"""What people read about a screening: complete, sourced, never a promise, never an accusation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from actions.screening.explain import Explainer, Explanation
from actions.screening.model import HIGH, RISKS, STAGES, Screening
from actions.screening.wording import Wording
from bot.paths import KNOWLEDGE
from knowledge.load import load
from knowledge.model import Knowledge, Text
from knowledge.rules.no_promises import promises
from knowledge.rules.readability import HIGHEST_AVERAGE, LONGEST_SENTENCE, sentences
from tests.actions.screening.offers import (
    ALL,
    DOMESTIC,
    GENUINE,
    GREY,
    NEWS,
    SCAM,
    flag,
    offer_store,
)

WORDING = Wording.load(KNOWLEDGE)


def explain(screening: Screening, **records: Any) -> Explanation:
    return Explainer(offer_store(**records), WORDING).explain(screening)


def _texts(value: Any) -> list[Text]:
    """Every sourced text inside the wording."""
    if isinstance(value, Text):
        return [value]
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple):
        return [text for each in value for text in _texts(each)]
    return []


WORDS = [text for name in Wording.__annotations__ for text in _texts(getattr(WORDING, name))]
SENTENCES = [
    *(text.text for text in WORDS),
    *WORDING.headlines.values(),
    WORDING.no_accusation,
    WORDING.questions_greeting,
    WORDING.questions_closing,
    WORDING.how_to_send,
    WORDING.nothing_kept,
    WORDING.again,
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load(KNOWLEDGE).knowledge


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_are_short(text: str) -> None:
    counts = [len(sentence.split()) for sentence in sentences(text)]
    assert max(counts) <= LONGEST_SENTENCE
    assert len(counts) == 1 or sum(counts) / len(counts) <= HIGHEST_AVERAGE


@pytest.mark.parametrize("text", SENTENCES)
def test_nothing_is_promised_and_no_offer_is_called_safe(text: str) -> None:
    assert list(promises(text)) == []
    assert all("tidak pernah" in found for found in re.findall(r"[^.?!]*\baman\b", text))


def test_every_source_that_is_named_exists(knowledge: Knowledge) -> None:
    named = {source for text in WORDS for source in text.sources}
    assert named
    assert named - set(knowledge.sources) == set()


def test_there_are_words_for_every_risk_and_stage() -> None:
    assert set(WORDING.headlines) == set(WORDING.next_steps) == set(RISKS)
    assert set(WORDING.stages) == set(STAGES)
    assert set(WORDING.severities) == {1, 2, 3}


def test_what_asks_already_is_a_red_flag_and_what_is_asked_an_item(knowledge: Knowledge) -> None:
    flags = {id_ for flags in WORDING.asked_by.values() for id_ in flags} | WORDING.ask_first
    assert flags - set(knowledge.red_flags) == set()
    assert set(WORDING.asked_by) - set(WORDING.items) == set()


@pytest.mark.parametrize("screening", ALL.values(), ids=ALL)
def test_every_verdict_has_its_words(screening: Screening) -> None:
    told = explain(screening)
    assert told.headline == WORDING.headlines[screening.risk]
    assert told.verdict.text
    assert told.next_step.text


def test_low_says_that_it_proves_nothing_and_names_two_checks() -> None:
    told = explain(GENUINE)
    assert "tidak bisa memastikan tawaran ini benar" in told.verdict.text
    assert "bukan bukti" in told.verdict.text
    assert [text.text.split(":")[0] for text in told.checks] == ["Izin PT", "Lowongannya"]
    assert told.channels == ()
    assert told.no_accusation == ""


def test_low_with_a_small_sign_does_not_say_that_nothing_was_found() -> None:
    told = explain(replace(GENUINE, flags=(SCAM.flags[-1],)))
    assert told.verdict.text.startswith("Hal kecil di bawah")


def test_one_heavy_sign_is_told_otherwise_than_several_together() -> None:
    light = tuple(each for each in SCAM.flags if each.severity < 3)
    assert "Satu tanda berat" in explain(SCAM).verdict.text
    assert "muncul bersama" in explain(replace(SCAM, flags=light)).verdict.text
    assert "Satu tanda berat" in explain(replace(SCAM, flags=light[:1])).verdict.text


def test_without_any_sign_medium_says_that_nobody_is_named() -> None:
    told = explain(GREY)
    assert "siapa yang memberangkatkan" in told.verdict.text
    assert told.reasons == ()
    assert told.channels == ()


def test_high_and_medium_accuse_nobody() -> None:
    assert "bukan tuduhan" in explain(SCAM).no_accusation
    assert "bukan tuduhan" in explain(GREY).no_accusation


def test_a_text_that_is_no_offer_is_not_judged() -> None:
    told = explain(replace(NEWS, flags=SCAM.flags))
    assert (told.reasons, told.missing, told.questions, told.channels) == ((), (), (), ())
    assert "tawaran kerja" in told.next_step.text


def test_a_domestic_vacancy_is_told_so() -> None:
    assert "dalam negeri" in explain(DOMESTIC).verdict.text


def test_reasons_keep_order_severity_and_evidence() -> None:
    told = explain(SCAM)
    assert [reason.record.id for reason in told.reasons] == [each.id for each in SCAM.flags]
    assert [reason.label for reason in told.reasons][::3] == ["berbahaya", "perlu dicek"]
    assert told.reasons[0].evidence == SCAM.flags[0].evidence


def test_the_severity_is_that_of_this_offer() -> None:
    personal = replace(SCAM, flags=(flag("biaya_dimuka", 3, "DP 2 juta"),))
    assert explain(personal).reasons[0].label == "berbahaya"


def test_who_they_are_is_asked_first_and_nothing_twice() -> None:
    asked = explain(SCAM).questions
    assert asked[:2] == ("Tanya tanpa_p3mi?", "Tanya visa_kunjungan?")
    assert WORDING.items["job_order"].ask in asked
    # The question of tanpa_p3mi asks for the company's name.
    assert WORDING.items["nama_p3mi"].ask not in asked
    assert len(set(asked)) == len(asked)


def test_where_nothing_was_found_what_is_missing_is_asked() -> None:
    assert explain(GREY).questions == (WORDING.items["nama_p3mi"].ask,)


def test_reports_go_to_those_who_take_them() -> None:
    told = explain(SCAM)
    assert [channel.id for channel in told.channels] == ["polri_110", "komdigi_aduan_konten"]
    assert [channel.id for channel in told.offices] == ["disnaker_setempat", "kp2mi_siskop2mi"]


def test_every_statement_has_its_sources() -> None:
    told = explain(SCAM)
    assert {"uu", "iom"} <= {source.id for source in told.sources}


def test_the_date_is_that_of_the_oldest_record() -> None:
    from tests.actions.screening.offers import make_flag

    records = [make_flag(each.id) for each in SCAM.flags]
    records[2]["checked_on"] = "2020-01-02"
    assert str(explain(SCAM, red_flag=records).checked_on) == "2020-01-02"


def test_the_country_is_told_where_something_is_known() -> None:
    told = explain(SCAM)
    assert told.country is not None
    assert told.country.text == "Belum dibuka."
    assert explain(GENUINE).country is None


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_says_what_comes_next_and_what_can_be_refused(stage: str) -> None:
    told = explain(replace(SCAM, stage=stage)).stage
    assert told is not None
    assert told.next.text
    assert told.refuse.text


@pytest.mark.parametrize(
    "screening",
    [
        replace(SCAM, flags=(flag("tidak_ada", 3, "KAMBOJA"),)),
        replace(SCAM, missing=("tidak_ada",)),
        replace(SCAM, stage="tidak_ada"),
    ],
)
def test_an_unknown_id_is_an_error(screening: Screening) -> None:
    with pytest.raises(LookupError, match="tidak_ada"):
        explain(screening)


def test_real_records_explain_every_flag(knowledge: Knowledge) -> None:
    from tests.actions.fakes import make_store

    class Real:
        def __getattr__(self, name: str) -> Any:
            return getattr(make_store(), name)

        def red_flag(self, id_: str) -> Any:
            return knowledge.red_flags.get(id_)

    flags = tuple(
        flag(id_, record.severity, "KAMBOJA") for id_, record in knowledge.red_flags.items()
    )
    everything = Screening(SCAM.text, HIGH, 99, flags, SCAM.facts, tuple(WORDING.items))
    told = Explainer(Real(), WORDING).explain(everything)  # type: ignore[arg-type]
    assert len(told.reasons) == len(knowledge.red_flags)
    assert len(told.questions) >= len(flags)


def test_a_single_sentence_of_a_recruiter_is_no_offer_but_its_signs_are_told() -> None:
    told = explain(replace(NEWS, hints=SCAM.flags))
    assert told.reasons == ()
    assert [hint.record.id for hint in told.hints] == [flag.id for flag in SCAM.flags[:3]]
    assert told.hints[0].evidence == SCAM.flags[0].evidence
    assert told.sources
