"""The report on its way in and out, without Rasa."""

from __future__ import annotations

import pytest
import yaml

from actions.context import ASKED_REPORT
from actions.report.case import ReportAnswer, ReportCase
from bot.keeping.identifiers import covered
from bot.messages import Reply
from bot.paths import ROOT
from bot.report_message import LONGEST, SMALL_TALK, for_report, may_be_small_talk, with_report
from tests.helpers.real_store import RealStore

REPLIES = (Reply("Sudah jadi."), Reply("Hubungi ..."))
CASE = ReportCase((ReportAnswer("pelaku", None, "m1"), ReportAnswer("siapa", "saya")), country="KH")


def test_small_talk_is_what_no_action_of_ours_answers_first() -> None:
    rules = yaml.safe_load((ROOT / "nlu_data" / "rules" / "conversation.yml").read_text("utf-8"))
    fixed = {
        rule["steps"][0]["intent"]
        for rule in rules["rules"]
        if rule["steps"][1].get("action", "").startswith("utter_")
    }
    assert fixed == SMALL_TALK


@pytest.mark.parametrize(
    ("intent", "text", "expected"),
    [
        ("terima_kasih", "dia pergi dulu katanya", True),
        ("biaya_penempatan", "biaya berapa", False),
        ("hapus_data", "hapus percakapan", False),
        ("hapus_data", "dia menyuruh saya hapus semua chat lalu pergi", True),
        (None, "", False),
    ],
)
def test_only_what_would_miss_the_report_is_looked_at(
    intent: str | None, text: str, expected: bool
) -> None:
    assert may_be_small_talk({"intent": {"name": intent}}, text) is expected
    assert may_be_small_talk({}, text) is False


def test_small_talk_reaches_an_open_report_and_nothing_else() -> None:
    parsed = {"intent": {"name": "terima_kasih", "confidence": 0.7}, "text": "x", "entities": []}
    turned = for_report(parsed, ASKED_REPORT)
    assert turned["intent"] == {"name": "lanjutan", "confidence": 0.7}
    assert parsed["intent"] == {"name": "terima_kasih", "confidence": 0.7}
    assert for_report(parsed, "formulir") is parsed
    assert for_report(parsed, None) is parsed


def test_the_text_comes_after_the_first_reply() -> None:
    first, text, last = with_report(REPLIES, CASE.to_slot(), {"m1": "Rudi 0812"}, RealStore())
    assert (first, last) == REPLIES
    assert "Siapa yang mengajak: Rudi 0812" in text.text
    assert "Di mana: Kamboja" in text.text
    assert "Tentang siapa: Pelapor sendiri" in text.text


def test_numbers_that_were_not_stored_are_told_before_the_text() -> None:
    stored = {"m1": covered("Rudi 0812-3456-7890")}
    _, told, text, _ = with_report(REPLIES, CASE.to_slot(), stored, RealStore())
    assert "tidak saya simpan" in told.text
    assert "Tulis lagi nomornya" in told.text
    assert "Siapa yang mengajak: Rudi ••••-••••-••••" in text.text


def test_other_replies_stay_as_they_are() -> None:
    assert with_report(REPLIES, None, {}, RealStore()) == REPLIES


def test_a_message_that_is_gone_leaves_its_line_empty() -> None:
    _, text, _ = with_report(REPLIES, CASE.to_slot(), {}, RealStore())
    assert "Siapa yang mengajak: (belum diisi)" in text.text


def test_a_text_that_is_too_long_for_one_message_is_parted_between_lines() -> None:
    case = ReportCase((ReportAnswer("pelaku", None, "m1"), ReportAnswer("cerita", None, "m2")))
    said = {"m1": "kata " * 500, "m2": "lain " * 500}
    parts = with_report(REPLIES, case.to_slot(), said, RealStore())[1:-1]
    assert len(parts) == 2
    assert all(len(each.text) <= LONGEST for each in parts)
    whole = "".join(each.text for each in parts)
    assert (whole.count("kata"), whole.count("lain")) == (500, 500)
