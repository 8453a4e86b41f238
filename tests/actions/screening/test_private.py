"""What is hidden before words of an offer are shown to others, and what stays readable."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.screening.kept import from_slot, hidden_of, to_slot
from actions.screening.model import Evidence, Facts, Flag, Screening
from actions.screening.private import hidden_evidence, hidden_in, masked
from tests.actions.screening.offers import SCAM

PLACES = frozenset("sri lanka kamboja saudi kuwait praya bangkok surabaya".split())


def shown(words: str, text: str | None = None, facts: Facts | None = None) -> str:
    """The words as they are shown when they are evidence in a text."""
    text = text or words
    start = text.index(words)
    evidence = Evidence(words, start, start + len(words))
    flag = Flag("tanpa_p3mi", 1, (evidence,))
    screening = Screening(text, "tinggi", 1, (flag,), facts or Facts())
    return masked(screening, (), PLACES).flags[0].evidence[0].text


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("WA 0812-0000-1111 ya", "WA [nomor] ya"),
        ("chat +62 857 0000 88 01", "chat [nomor]"),
        ("wa o812-oooo-1958", "wa [nomor]"),
        ("nol delapan satu tiga nol nol nol nol dua", "[nomor]"),
        ("rek 12345678", "rek [nomor]"),
        ("BCA 1234567890", "BCA [nomor]"),
        ("paspor B1234567", "paspor [nomor]"),
        ("kirim ke hr@perusahaan.example", "kirim ke [email]"),
        ("daftar wa.me/62812000", "daftar [tautan]"),
        ("daftar di lowongan-kita.com/daftar ya", "daftar di [tautan] ya"),
        ("tele @hr_lucia888", "tele [akun]"),
        ("line id: kayla_spaaa", "line id: [akun]"),
        ("kantor Jl. Sutoyo No 5 itu", "kantor [alamat] itu"),
    ],
)
def test_contacts_and_numbers_are_hidden(words: str, seen: str) -> None:
    assert shown(words) == seen


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("lewat Pak Ghufron aja", "lewat Pak [nama] aja"),
        ("tunai ke Ibu Hj. Siti Rodiah", "tunai ke Ibu Hj. [nama]"),
        ("bos. Kalau takut, bilang", "bos. Kalau takut, bilang"),
        ("transfer a.n. budi ya", "transfer a.n. [nama] ya"),
        ("rekening atas nama kamu", "rekening atas nama kamu"),
        ("namanya Wahyudi, fotonya", "namanya [nama], fotonya"),
        ("aku Bella recruiter ya", "aku [nama] recruiter ya"),
        ("WA Sheila 0857", "WA [nama] [nomor]"),
        ("nomor km dr Putri ya", "nomor km dr [nama] ya"),
        ("dijemput Kadir di hotel", "dijemput […] di hotel"),
        ("Karen from Riverbend said", "[nama] from […] said"),
        ("ka Kuwait, majikan guru", "ka Kuwait, majikan guru"),
        ("di Kamboja dan Bangkok", "di Kamboja dan Bangkok"),
        ("KAKAK LOLOS TES", "KAKAK LOLOS TES"),
        ("mbak mau daftar? Gaji besar", "mbak mau daftar? Gaji besar"),
        # Common first names by themselves.
        ("Rahmi minta transfer dulu", "[nama] minta transfer dulu"),
        ("RAHMI TRANSFER DULU", "[nama] TRANSFER DULU"),
        ("Sri, kapan berangkat", "[nama], kapan berangkat"),
        ("Sri Lanka jauh, Indah sekali", "Sri Lanka jauh, Indah sekali"),
        ("kirim ke Putri Rahmawati besok", "kirim ke [nama] besok"),
        ("Hubungi BAPAK BUDI SANTOSO segera", "Hubungi BAPAK [nama] segera"),
        ("PUTRI cantik, NUR terang", "PUTRI cantik, NUR terang"),
        # Jobs are no names.
        ("ADMIN CS ONLINE", "ADMIN CS ONLINE"),
        ("Koordinator Welder gaji besar", "Koordinator Welder gaji besar"),
        ("posisi: Caretaker, Waiter", "posisi: Caretaker, Waiter"),
        ("Cari mbak ART nginep", "Cari mbak ART nginep"),
    ],
)
def test_people_are_hidden_and_ordinary_words_are_not(words: str, seen: str) -> None:
    assert shown(words) == seen


@pytest.mark.parametrize(
    "words",
    ["gaji 15.000.000 per bulan", "Rp 15,000,000", "gaji 12-15 juta", "kelahiran 2008-2010", "$1000-1500"],
)  # fmt: skip
def test_money_and_years_stay(words: str) -> None:
    assert shown(words) == words


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("dana talangan PT Bahari Sentra Awak", "dana talangan [perusahaan]"),
        ("bersama CV Tirtasagara Lintang Abadi ya", "bersama [perusahaan] ya"),
    ],
)
def test_companies_are_hidden(words: str, seen: str) -> None:
    assert shown(words) == seen


def test_the_company_of_the_facts_is_hidden_wherever_it_stands() -> None:
    text = "Northbay Process Solutions buka lowongan. Bayar ke NORTHBAY PROCESS SOLUTIONS dulu"
    facts = Facts(company=Evidence("Northbay Process Solutions", 0, 26))
    assert shown("Bayar ke NORTHBAY PROCESS SOLUTIONS dulu", text, facts) == (
        "Bayar ke [perusahaan] dulu"
    )
    bahari = "PT Bahari Sentra Awak: daftar ke bahari sentra awak"
    facts = Facts(company=Evidence("PT Bahari Sentra Awak", 0, 21))
    assert shown("daftar ke bahari sentra awak", bahari, facts) == "daftar ke [perusahaan]"


def test_a_public_body_is_called_one_and_a_way_to_apply_is_none() -> None:
    text = "KP2MI buka kuota"
    assert shown(text, facts=Facts(company=Evidence("KP2MI", 0, 5))) == "[lembaga] buka kuota"
    text = "lewat direct hiring saja"
    facts = Facts(company=Evidence("direct hiring", 6, 19))
    assert shown(text, facts=facts) == text


def test_a_name_said_elsewhere_is_known_here() -> None:
    text = "Saya Rinawati dari Surabaya. Nanti uangnya rinawati simpan, kata Rinawati"
    assert shown("kata Rinawati", text) == "kata [nama]"


def test_who_writes_in_a_chat_is_hidden() -> None:
    text = "12/10/26 19.03 - Wulandari: transfer dulu\nSiapa? Wulandari minta DP"
    assert shown("Wulandari minta DP", text) == "[nama] minta DP"


def test_a_number_that_evidence_cuts_is_hidden() -> None:
    text = "chat WA 0813-0000-3358 sekarang"
    assert shown("WA 0813", text) == "WA [nomor]"


def test_nothing_is_hidden_twice() -> None:
    once = masked(SCAM, (), PLACES)
    assert masked(replace(once, text="", facts=Facts()), (), PLACES).flags == once.flags


def test_places_are_kept_without_the_words() -> None:
    text = "Hub PT Bahari Sentra Awak. Bayar bahari sentra awak"
    words = "Bayar bahari sentra awak"
    evidence = Evidence(words, text.index(words), len(text))
    facts = Facts(company=Evidence("PT Bahari Sentra Awak", 4, 25))
    screening = Screening(text, "tinggi", 3, (Flag("biaya_dimuka", 3, (evidence,)),), facts)
    slot = to_slot(screening)
    assert slot["hidden"] == [[33, 51, "[perusahaan]"]]
    assert hidden_evidence(screening) == hidden_of(slot)
    kept = from_slot(slot)
    assert kept is not None
    assert masked(kept, hidden_of(slot), PLACES).flags[0].evidence[0].text == "Bayar [perusahaan]"


def test_a_slot_of_an_older_version_hides_nothing_but_what_the_words_tell() -> None:
    assert hidden_of({"risk": "tinggi"}) == []
    assert hidden_of(None) == []


@given(text=st.text(max_size=120))
def test_any_text_is_survived(text: str) -> None:
    spans = hidden_in(text, Facts(), PLACES)
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    if text:
        shown(text)
