"""Vacancies in Indonesia."""

from __future__ import annotations

import pytest

from actions.screening.facts import facts_of
from tests.actions.screening.texts import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "Loker Surabaya: kasir minimarket, gaji UMR",
        "Dibutuhkan karyawan gudang. Syarat SMA, usia 18-25, sehat, jujur, siap kerja shift. Penempatan Makassar",
    ],
)
def test_work_in_indonesia_is_domestic(text: str) -> None:
    assert facts_of(reading_of(text)).is_domestic


@pytest.mark.parametrize(
    "text",
    [
        "Lowongan kilang di Penang, kantor kami di Surabaya",
        "Dibutuhkan staf dapur penempatan luar negeri, berangkat dari Surabaya",
        "Kantor di Semarang butuh ABK kapal ikan",
        "Polisi di Surabaya menangkap perekrut, lowongan itu palsu",
        "gaji 8 juta, inbox",
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert not facts_of(reading_of(text)).is_domestic
