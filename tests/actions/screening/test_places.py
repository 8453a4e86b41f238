"""Where the work is, among all the places that an offer names."""

from __future__ import annotations

import pytest

from actions.screening.places import destination
from tests.actions.screening.texts import reading_of


def country(text: str) -> str | None:
    found = destination(reading_of(text))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Lowongan cuci piring di Damansara, mess ada", "MY"),
        ("jaga oma di Toa Payoh, libur minggu", "SG"),
        ("Dicari pemetik anggur di Renmark", "AU"),
        ("job panti di Kanazawa, mensetsu bulan depan", "JP"),
        ("kasir di Kampong Som, mess AC", "KH"),
        ("sopir truk di Vilnius", "LT"),
    ],
)
def test_a_city_says_the_country(text: str, code: str) -> None:
    assert country(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("gudang 🇷🇸 gaji bagus", "RS"),
        ("kerja kantoran V-I-E-T-N-A-M, tiket bos", "VN"),
        ("penempatan M Y A N M A R segera", "MM"),
        ("kerja PP tiket ditanggung", "KH"),
        ("besok ambil tiket CGK-KUL-VTE ya", "LA"),
        ("dibayar 9.000 dirham di hotel", "AE"),
        ("dapat 6.200 HKD, libur minggu", "HK"),
    ],
)
def test_flags_spaced_letters_routes_and_money_say_the_country(text: str, code: str) -> None:
    assert country(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("transit di Singapura, lalu ke Vientiane jadi kasir", "LA"),
        ("bukan Kamboja kok, ini di Filipina", "PH"),
        ("bisa bahasa Korea, kerja di pabrik Hanoi", "VN"),
        ("eks Taiwan boleh, job kebun di Selandia Baru", "NZ"),
        ("bos orang India, toko di Muscat", "OM"),
        ("hotel di Macau dua malam, terus lanjut ke Bavet kerja kasir", "KH"),
    ],
)
def test_a_place_that_is_passed_or_denied_does_not_count(text: str, code: str) -> None:
    assert country(text) == code


def test_the_last_place_counts_when_a_chat_changes_it() -> None:
    chat = "Ani: kerjanya di Phuket kak\nAni: tiket sudah ya\nAni: kantor Phuket penuh, kakak dipindah ke Myawaddy"
    assert country(chat) == "MM"


@pytest.mark.parametrize(
    "text",
    [
        "gaji 8 juta, tiket dan makan bos",
        "tidak perlu bisa bahasa Inggris",
        "Lowongan Taiwan, Jepang, Korea, Polandia. Hubungi kantor kami",
        "ABK kapal ikan bendera China, berangkat lewat Singapura",
        "kapal pesiar rute Alaska cari pelayan",
        "jadi kurir sampel kain, Brasil lalu Turki",
    ],
)
def test_no_country_without_a_single_one(text: str) -> None:
    assert country(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ABK longline, basis Walvis Bay", "NA"),
        ("ABK tuna Taiwan skema letter of guarantee", "TW"),
        ("pelayan hotel di Fiji, pengalaman kapal pesiar diutamakan", "FJ"),
    ],
)
def test_ships_count_with_their_base_only(text: str, code: str) -> None:
    assert country(text) == code


def test_the_words_of_the_place_are_given() -> None:
    reading = reading_of("kerja di Kota Kinabalu ya")
    found = destination(reading)
    assert found is not None
    start, end = reading.offsets_of(found[1].start, found[1].end)
    assert reading.text[start:end] == "Kota Kinabalu"
