"""The object of `mawas check --json`: keys, types and offsets as the contract says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from actions.screening.explain import Explainer
from actions.screening.model import Screening
from actions.screening.to_json import to_json
from actions.screening.wording import Wording
from tests.actions.screening.offers import ALL, GENUINE, NEWS, SCAM, TEXT, offer_store
from tests.helpers.contract import assert_is_screening

WORDING = Wording.load()


def row(screening: Screening, file: str | None = "a.txt") -> dict[str, Any]:
    return to_json(file, screening, Explainer(offer_store(), WORDING).explain(screening))


@pytest.mark.parametrize("screening", ALL.values(), ids=ALL)
@pytest.mark.parametrize("file", ["a.txt", None])
def test_the_object_is_that_of_the_contract(screening: Screening, file: str | None) -> None:
    got = row(screening, file)
    assert_is_screening(got)
    assert json.loads(json.dumps(got)) == got


def test_a_scam_is_printed_whole() -> None:
    got = row(SCAM)
    assert got["file"] == "a.txt"
    assert got["text"] == TEXT
    assert got["score"] == 8
    assert got["flags"][0] == {
        "id": "visa_kunjungan",
        "severity": 3,
        "why": "Sebab visa_kunjungan. Lanjutan sebab.",
        "evidence": [
            {"text": "Visa turis dulu", "start": 48, "end": 63},
            {"text": "Visa turis", "start": 48, "end": 58},
        ],
    }
    assert got["facts"] == {
        "country": "KH",
        "position": "admin CS",
        "company": None,
        "licence": None,
        "salary": {"min": 12000000, "max": 15000000, "currency": "IDR", "period": "bulan"},
        "contacts": [
            {
                "type": "telepon",
                "value": "+6281200001111",
                "text": "0812-0000-1111",
                "start": 79,
                "end": 93,
            }
        ],
    }
    assert got["missing"] == ["nama P3MI", "nomor job order"]
    assert got["stage"] is None
    assert got["channels"][0] == "polri_110"


def test_offsets_count_code_points_of_the_text_as_it_came() -> None:
    for found in (each for flag in row(SCAM)["flags"] for each in flag["evidence"]):
        assert TEXT[found["start"] : found["end"]] == found["text"]


def test_whole_sums_have_no_decimals_and_others_keep_them() -> None:
    assert SCAM.facts.salary is not None
    hourly = replace(SCAM.facts.salary, low=13.9, high=None, currency="EUR", period="jam")
    facts = replace(SCAM.facts, salary=hourly)
    got = row(replace(SCAM, facts=facts))["facts"]["salary"]
    assert got == {"min": 13.9, "max": None, "currency": "EUR", "period": "jam"}
    assert "12000000," in json.dumps(row(SCAM))


def test_low_says_in_words_that_it_is_no_proof() -> None:
    advice = " ".join(row(GENUINE)["advice"])
    assert "tidak bisa memastikan tawaran ini benar" in advice
    assert "bukan bukti" in advice
    assert "Izin PT" in advice
    assert "Lowongannya" in advice


def test_nothing_is_found_where_there_is_no_offer() -> None:
    got = row(NEWS)
    assert (got["flags"], got["missing"], got["questions"], got["channels"]) == ([], [], [], [])
    assert got["advice"]


def test_a_stage_is_named_and_advised_on() -> None:
    got = row(replace(SCAM, stage="dokumen"))
    assert got["stage"] == "dokumen"
    assert WORDING.stages["dokumen"].refuse.text in got["advice"]
