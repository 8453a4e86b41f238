"""Where the work is, among all the places that an offer names."""

from __future__ import annotations

import pytest

from actions.screening.labelled_offers import NO_OFFER_AT_ALL
from actions.screening.places import destination
from bot.paths import LABELLED_OFFERS
from tests.actions.screening.pays import opened
from tests.actions.screening.texts import reading_of
from tests.helpers.rows import rows


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
        ("cuci piring, 95 rgt sehari", "MY"),
        ("gajina 2 jutaan won", "KR"),
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
        ("amankah, gak kayak di Myanmar? Beda, ini di Manila", "PH"),
        ("dulu paman kerja di Qatar, saya diajak jadi koki di Ankara", "TR"),
        ("job Brunei mundur, gantinya toko roti di Seychelles", "SC"),
        ("bos Cina, gaji 1.900 ringgit", "MY"),
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
        "naik kapal Cina, paspor saja",
        "kapal longline, naik di Cape Town, gaji 480 dolar",
        "Vietnam? bukan, dekat situ pokoknya",
        "mulai jam 9 malam ikut jam Amerika",
        "PRT 4 | Taiwan pabrik 2 | Hong Kong 6 | Brunei kasir 3",
        "buka lagi (1) toko emas Brunei - penuh (2) kedai Hatyai (3) kandang babi Taichung",
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


@pytest.mark.parametrize(
    "text",
    [
        "gaji US$ 900, tiket kantor",
        "proses super cepat, tanpa ribet",
        "yen gelem mangkat sesuk, ora popo ora nduwe ijazah",
        "maaf di luar topik, ada yang mau kerja?",
        "anak kelas 3 ipa boleh ikut, no php",
        "katong pi kerja, ta' usa ka kantor, uangnya tidak haram",
    ],
)
def test_everyday_words_are_no_country(text: str) -> None:
    """In Javanese "yen" is "if", in Kupang "katong" is "we", in Madurese "ta' usa" is "no need"."""
    assert country(text) is None


def test_who_builds_ships_works_ashore() -> None:
    assert country("las galangan kapal di Ulsan") == "KR"


def test_the_labelled_offers_are_read_nearly_as_well_as_by_people() -> None:
    """When last measured, 99.0% of the labelled half and 97.9% of the offers of eight more authors were right."""
    for part, least in (("labelled", 0.98), ("kinds", 0.97)):
        labelled = [
            (row["text"], row["country"])
            for row in rows(LABELLED_OFFERS.parent / part)
            if row["kind"] != NO_OFFER_AT_ALL and "country" in row
        ]
        right = sum(opened(text).facts.country_code == code for text, code in labelled)
        assert len(labelled) > 700
        assert right / len(labelled) >= least, part


def test_the_words_of_the_place_are_given() -> None:
    reading = reading_of("kerja di Kota Kinabalu ya")
    found = destination(reading)
    assert found is not None
    start, end = reading.offsets_of(found[1].start, found[1].end)
    assert reading.text[start:end] == "Kota Kinabalu"
