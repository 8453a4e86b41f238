"""The company or institution that an offer names, and its licence."""

from __future__ import annotations

import pytest

from actions.screening.company import company_in, licence_in


def company(text: str) -> str | None:
    found = company_in(text)
    if found is None:
        return None
    assert text[found.start : found.end] == found.text
    return found.text


def licence(text: str) -> str | None:
    found = licence_in(text)
    if found is None:
        return None
    assert text[found.start : found.end] == found.text
    return found.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kantor PT Lentera Bahari Abadi, Jl. Melati", "PT Lentera Bahari Abadi"),
        ("*PT. KENCANA UTARA RAYA* SIP3MI 12/2022", "PT. KENCANA UTARA RAYA"),
        ("PT Mitra Langit Biru SIP3MI 77/2020", "PT Mitra Langit Biru"),
        ("datang ke pt kencana bumi sejahtera di Blitar", "pt kencana bumi sejahtera"),
        ("LPK Ohayou Nusa Gemilang buka kelas", "LPK Ohayou Nusa Gemilang"),
        ("Employer: Borneo Palm Glove Sdn Bhd, Ipoh", "Borneo Palm Glove Sdn Bhd"),
        ("offer from Quay Harbour Foods Pte Ltd today", "Quay Harbour Foods Pte Ltd"),
        ("Konsultan Benua Biru siap bantu", "Konsultan Benua Biru"),
        ("lewat P3MI PT Cakra Dewata Abadi SIP3MI 8/2021", "PT Cakra Dewata Abadi"),
        ("PT ne Kembang Sore Wanita, kantor Madiun", "PT ne Kembang Sore Wanita"),
        ("beasiswa dari yayasan Melati Harapan Bangsa", "yayasan Melati Harapan Bangsa"),
        ("kontrak dengan Talk Point Services (M) Sdn Bhd", "Talk Point Services (M) Sdn Bhd"),
    ],
)
def test_companies_are_found_by_their_form(text: str, name: str) -> None:
    assert company(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BP3MI Lampung membuka pendaftaran", "BP3MI Lampung"),
        ("Info Disnakertrans Sumbawa\nDibuka 40 orang", "Disnakertrans Sumbawa"),
        ("Pendaftaran hanya melalui SISKOP2MI ya", "SISKOP2MI"),
        ("Program perawat dibuka oleh KP2MI.", "KP2MI"),
    ],
)
def test_the_institution_counts_where_it_offers_the_work(text: str, name: str) -> None:
    assert company(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "PT nya nanti menyusul ya",
        "ga lewat PT kak, langsung ke bos",
        "ada cap PT. Kantornya ramai",
        "tidak usah ke Disnaker, ribet",
        "jangan tanya ke BP3MI",
        "PT mana saja bisa, pilih sendiri",
        "PT PT itu cuma cari untung",
        "tidak pakai PT PT-an, langsung kerja",
        "hubungi Kang Dadang Crewing saja",
        "dari PT nya di Pemalang nanti dikabari",
    ],
)
def test_a_mention_is_no_company(text: str) -> None:
    assert company(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SIP3MI No. 118 Tahun 2023 | Malang", "SIP3MI No. 118 Tahun 2023"),
        ("izin S|P3MI 31/2O21 lengkap", "S|P3MI 31/2O21"),
        ("SIUPPAK 21.07/2024, Tegal", "SIUPPAK 21.07/2024"),
        ("SIP3MI PT Awan Biru no. 45/2022 (Bekasi)", "SIP3MI PT Awan Biru no. 45/2022"),
        ("(izin Kemnaker 510/2020)", "izin Kemnaker 510/2020"),
        ("(SIUKAK 31/2022) Tanjung Priok", "SIUKAK 31/2022"),
        ("SIP3MI kami 000/412/2022, silakan dicek", "SIP3MI kami 000/412/2022"),
        ("SIP3MI-nya 55/2019 ditempel di kantor", "SIP3MI-nya 55/2019"),
        ("PT Awan, izin 0214/SIP3MI. tanya BP3MI", "izin 0214/SIP3MI"),
        ("LPK kami, Izin SO no. 2/140/2021, Gifu", "Izin SO no. 2/140/2021"),
        ("agency MOM lic. 19C2211", "MOM lic. 19C2211"),
        (
            "izinnya sip3mi nol dua tujuh tahun dua ribu dua satu",
            "sip3mi nol dua tujuh tahun dua ribu dua satu",
        ),
    ],
)
def test_licences_are_found_with_their_number(text: str, words: str) -> None:
    assert licence(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "izin lengkap kak",
        "SIP3MI menyusul",
        "NIB dan SIUP ada",
        "surat izin 3 hari",
        "izin kerja 2026",
    ],
)
def test_a_licence_needs_a_number(text: str) -> None:
    assert licence(text) is None
