"""Regional and foreign languages are recognised by their words, and Indonesian is left alone."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from actions.language.lexicon import lexicon
from actions.language.pipeline import ChatIndonesian
from actions.language.regional import LanguageDetector
from bot.paths import KNOWLEDGE, SENTENCES
from knowledge.load import load

ROWS = [
    {"id": "jv", "strong": ["piye", "ora", "nuwun sewu"], "weak": ["wae", "opo"]},
    {"id": "su", "strong": ["naon", "teu"], "weak": ["wae", "abdi"]},
    {"id": "mad", "strong": ["enja'", "ka'dhinto", "tadha'"], "weak": ["mon"]},
]
NLP = ChatIndonesian()


def words(text: str) -> list[str]:
    return [token.lower_ for token in NLP(text)]


def found(text: str) -> str | None:
    return LanguageDetector(ROWS).detect(words(text))


def test_one_word_of_its_own_is_enough_in_a_short_message() -> None:
    assert found("gajine piro, piye mas?") == "jv"


def test_in_a_longer_message_one_word_of_its_own_is_not() -> None:
    assert found("saya mau tanya soal paspor, piye yang benar itu") is None


def test_a_word_of_its_own_with_a_shared_one_is_enough() -> None:
    assert found("saya mau tanya soal paspor, opo iku larang, piye sing bener") == "jv"


def test_a_phrase_of_its_own_is_enough() -> None:
    assert found("nuwun sewu, saya mau tanya soal paspor yang hilang kemarin") == "jv"


def test_shared_words_alone_are_never_enough() -> None:
    assert found("abdi wae") is None


def test_a_marker_counts_once() -> None:
    assert found("ora ora ora, begitu kata bapak saya kemarin sore di rumah") is None


def test_two_languages_with_as_much_are_not_told_apart() -> None:
    assert found("piye naon") is None


def test_the_language_with_more_wins() -> None:
    assert found("naon wae teu piye") == "su"


@pytest.mark.parametrize("text", ["ka'dhinto tadha'", "kadhinto tadha", "KA’DHINTO, TADHA’!"])
def test_apostrophes_and_capitals_do_not_matter(text: str) -> None:
    assert found(text) == "mad"


def test_accents_do_not_matter() -> None:
    assert found("piyé carané") == "jv"


@pytest.mark.parametrize("text", ["", "???", "123", "halo kak", "p3mi itu apa"])
def test_nothing_is_found_where_nothing_is(text: str) -> None:
    assert found(text) is None


REGIONAL = {
    "jv": ["piye carane budal sing resmi", "Kula badhe bidhal, punapa wonten syaratipun?"],
    "su": ["kumaha carana ngadaptar supaya teu katipu", "hatur nuhun kang"],
    "mad": ["kaula terro alako ka loar nagara, ponapa syaratta", "mator sakalangkong"],
    "sas": ["berembe entan ngurus paspor leq Praya", "tiang yaq begawean jok Malaysia, aman keq"],
    "kup": ["beta mau pi karja di Malaysia, karmana dia pung jalan", "sonde tau"],
    "btk": ["Horas lae", "songon dia do dalan na resmi laho tu Korea"],
    "bug": ["pekkogi carana majjama ri saliweng", "mauka' kerja tapi takutka' ditipu kodong"],
    "ms": ["macam mane nak kerje kat Kuching", "saye nak balek kampong"],
    "en": ["How do I check if the agency is licensed?", "they took my passport"],
}
INDONESIAN = [
    "gue mau kerja di jepang dong, gimana caranya sih",
    "gak ngerti kak, kok bisa gitu, nggak masuk akal aja",
    "loker work from home gaji dolar, aman ga min",
    "pls cek job order sama call center nya dong, thanks kak",
    "bandara, visa on arrival, flight malam ini",
    "saya tertipu agen, uang dua juta hilang, harus lapor ke mana",
    "temenan di fb terus ditawarin kerja",
    "boleh ke disnaker dulu atau ke bp3mi, ada bp3mi di sana kah",
    "tiang listrik di depan rumah, abdi negara, teh manis",
    "Orang macam mana yang sering jadi korban",
    "kek mana bang, awak takut kali ditipu orang tu",
]


@pytest.fixture(scope="module")
def real() -> LanguageDetector:
    return LanguageDetector(json.loads(lexicon(KNOWLEDGE, SENTENCES))["languages"])


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in REGIONAL.items() for text in texts]
)
def test_every_language_in_knowledge_is_recognised(
    real: LanguageDetector, code: str, text: str
) -> None:
    assert real.detect(words(text)) == code


@pytest.mark.parametrize("text", INDONESIAN)
def test_colloquial_indonesian_is_no_regional_language(real: LanguageDetector, text: str) -> None:
    assert real.detect(words(text)) is None


def test_a_marker_belongs_to_one_language_and_is_strong_or_weak() -> None:
    languages = load(KNOWLEDGE).knowledge.languages.values()
    strong = Counter(marker for language in languages for marker in language.markers)
    assert [marker for marker, count in strong.items() if count > 1] == []
    for language in languages:
        assert set(language.markers).isdisjoint(language.weak_markers)
