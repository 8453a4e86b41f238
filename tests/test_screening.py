"""Screening as a whole, with what was really trained: verdicts, exact quotations, no text that breaks it."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from actions.screening.model import HIGH, LOW, MEDIUM, NO_OFFER, RISKS
from actions.screening.screener import LONGEST, Screener
from bot.paths import KNOWLEDGE
from bot.settings import Settings

SCAMS = (
    "LOWONGAN KERJA LUAR NEGERI!!!\nPosisi: Admin / CS Online - Kamboja\nGaji 12-15 juta/bln\nTiket, mess DITANGGUNG\nWA 0812-0000-1234",
    "dicari 5 org buat j u d o l di p o i p e t, gaji 1000 usd, paspor dipegang kantor, dm aja kak",
    "bu, anaknya ikut saya ke Saudi jaga bayi, uang fit 10 juta cair sesudah medical, pakai visa umrah dulu, jangan bilang orang desa",
    "kerja kapal ikan, ndak usah buku pelaut, kasbon 5 juta dipotong gaji, kalau pulang sebelum 2 tahun ganti rugi 40 juta."
    " hub Pak Jon 0857 0000 1122",
)
GENUINE = (
    "PT Bina Karya Insani (SIP3MI No. 123/2021) membuka lowongan operator produksi di Taiwan. Gaji NT$ 29.500, kontrak 3 tahun dua bahasa,"
    " visa kerja sebelum berangkat, "
    "biaya sesuai tabel resmi lewat rekening PT. Kantor Jl. Melati 12 Malang. Job order terdaftar di SISKOP2MI.",
)
OTHERS = (
    "Polisi menangkap tiga perekrut yang menjanjikan kerja di Kamboja bergaji 15 juta. Paspor korban ditahan"
    " dan mereka berangkat dengan visa turis.",
    "Waspada! Ciri lowongan palsu: visa turis, paspor dipegang agen, diminta transfer dulu. Tanya ke BP3MI sebelum berangkat.",
    "Dibutuhkan kasir toko roti di Bandung, gaji UMR, datang langsung ke toko bawa lamaran",
    "halo, apa kabar",
    "",
)


@pytest.fixture(scope="module")
def screener(settings: Settings) -> Screener:
    return Screener.load(settings.screening, KNOWLEDGE)


@pytest.mark.parametrize("text", SCAMS)
def test_a_scam_is_high(screener: Screener, text: str) -> None:
    assert screener.screen(text).risk == HIGH


@pytest.mark.parametrize("text", GENUINE)
def test_a_genuine_offer_is_low_without_flags(screener: Screener, text: str) -> None:
    screening = screener.screen(text)
    assert (screening.risk, screening.flags) == (LOW, ())
    assert screening.facts.country_code == "TW"
    assert screening.facts.salary is not None
    assert (screening.facts.salary.low, screening.facts.salary.currency) == (29_500, "TWD")


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_offer_is_called_so(screener: Screener, text: str) -> None:
    screening = screener.screen(text)
    assert (screening.risk, screening.score, screening.flags) == (NO_OFFER, 0, ())


@pytest.mark.parametrize(
    "sign",
    ["KTP dan paspor asli dikirim dulu ke kantor", "berangkat lewat batam naik kapal malam"],
)
def test_a_licence_takes_no_severe_sign_away(screener: Screener, sign: str) -> None:
    """A company's name and number are easily borrowed."""
    base = "lowongan kerja taiwan pabrik gaji 29500 NT, PT Maju SIP3MI 12/2023 visa kerja kontrak. "
    screening = screener.screen(base + sign)
    assert screening.risk in (MEDIUM, HIGH)
    assert screening.flags


def test_a_sentence_of_a_recruiter_that_is_no_offer_keeps_its_signs(screener: Screener) -> None:
    text = "visa turis dulu, jangan bilang keluarga"
    screening = screener.screen(text)
    found = screening.flags or screening.hints
    assert {"rahasiakan", "visa_kunjungan"} <= {flag.id for flag in found}
    assert all(text[each.start : each.end] == each.text for flag in found for each in flag.evidence)


def test_flags_come_with_the_gravest_first(screener: Screener) -> None:
    severities = [flag.severity for flag in screener.screen(SCAMS[2]).flags]
    assert severities == sorted(severities, reverse=True)


def _check(screener: Screener, text: str) -> None:
    screening = screener.screen(text)
    assert screening.risk in RISKS
    for flag in screening.flags:
        assert flag.evidence
        assert all(text[each.start : each.end] == each.text for each in flag.evidence)


@limits(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=400))
def test_any_text_is_screened(screener: Screener, text: str) -> None:
    _check(screener, text)


def test_broken_offers_are_screened_and_quoted_exactly(screener: Screener) -> None:
    chance = random.Random(11)
    noise = "\n\t 🔥•:[]()/@0123456789.,?!-–‎ʼabK"
    for number in range(300):
        words = list(SCAMS[number % len(SCAMS)])
        for _ in range(chance.randrange(1, 40)):
            place = chance.randrange(len(words))
            words[place : place + chance.randrange(3)] = chance.choice(noise)
        _check(screener, "".join(words))


@pytest.mark.parametrize(
    "piece", ["a", "🔥", "visa turis ", "0812-", "\n", "12/10/26 19.03 - A: x\n", "(" * 50]
)
def test_a_very_long_text_is_cut(screener: Screener, piece: str) -> None:
    text = piece * (2 * LONGEST // len(piece))
    _check(screener, text)


@pytest.mark.parametrize(
    "text",
    [
        "Lowongan pabrik di Taiwan, gaji NT$ 29.500, kontrak 3 tahun. Hubungi Bu {} 0812-0000-1234",
        "Info kerja ke Malaysia sektor pabrik, tanya {} aja di kantor desa, WA 0857-0000-1122",
    ],
)
@pytest.mark.parametrize(
    "name",
    ["Rahmi", "Rahma", "Rahman", "Rahmat", "Rahimah", "Pak Rahim", "Abdul Rahim", "Pak Ferry"],
)
def test_a_name_is_no_grave_sign(screener: Screener, text: str, name: str) -> None:
    """Nothing changes when somebody is called otherwise."""
    plain = screener.screen(text.format("Budi"))
    named = screener.screen(text.format(name))
    assert {flag.id for flag in named.flags} <= {flag.id for flag in plain.flags}
    assert named.risk == plain.risk


@pytest.mark.parametrize(
    "text",
    [
        "sewa rahim di Thailand dibayar 200 juta, chat Bu Rahmi",
        "butuh ginjal bayar tunai, ke Kamboja, hub Pak Rahim",
    ],
)
def test_the_grave_sign_itself_is_still_seen(screener: Screener, text: str) -> None:
    assert "organ_rahim" in {flag.id for flag in screener.screen(text).flags}


@pytest.mark.parametrize(
    ("words", "raised"),
    [
        ("Kontrak 2 tahun ganti rugi 20 juta bila kabur.", False),
        ("Kontrak 3 tahun bayar ganti rugi 30jt.", False),
        ("Kontrak 2 tahun bisa ganti majikan.", False),
        ("Umur kamu 17 tahun nanti diganti jadi 21 di KTP.", True),
        ("Tahun lahir diganti biar lolos.", True),
    ],
)
def test_a_contract_of_years_is_no_forged_age(screener: Screener, words: str, raised: bool) -> None:
    text = f"Lowongan pabrik Taiwan. {words} Gaji NT 29.500, hubungi Bu Sri 0812-0000-1111"
    flags = {flag.id for flag in screener.screen(text).flags}
    assert ("pemalsuan_dokumen" in flags) == raised


def test_the_name_of_an_institution_alone_makes_nothing_low(screener: Screener) -> None:
    """Whoever writes can borrow it."""
    text = (
        "PENGUMUMAN BP3MI Jawa Tengah: pendaftaran EPS-TOPIK Korea sektor manufaktur dibuka melalui SISKOP2MI. Syarat: usia 18-39 tahun,"
        " sehat, SMA. Proses G to G tidak dipungut biaya perekrutan."
    )
    assert screener.screen(text).risk == MEDIUM


def test_a_contract_of_years_hints_at_no_forged_age(screener: Screener) -> None:
    hints = screener.screen("Kontrak 2 tahun ganti rugi kalau berhenti").hints
    assert "jeratan_utang" in {flag.id for flag in hints}
    assert "pemalsuan_dokumen" not in {flag.id for flag in hints}
