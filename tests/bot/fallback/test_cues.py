"""How well words alone tell danger, on authors that were not learned from, and on the plainest cries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from bot.fallback.answers import FallbackAnswers
from bot.fallback.cues import Lesson, learn
from bot.fallback.facts import Facts
from bot.fallback.lessons import lessons, plain_phrases, training_sentences
from bot.paths import SENTENCES
from knowledge.load import load

_AUTHOR = re.compile(r"penulis (\d+)")
# Every fourth author is kept out of learning.
_KEPT = 4


def _is_kept(origin: str) -> bool:
    found = _AUTHOR.search(origin)
    return found is not None and int(found[1]) % _KEPT == 0


def test_cries_of_other_authors_are_noticed_and_most_questions_are_not() -> None:
    knowledge = load().knowledge
    dangers = knowledge.crisis
    kept = {
        text: intent if intent in dangers else None
        for origin, intent, text in training_sentences(SENTENCES)
        if _is_kept(origin)
    }

    def others() -> Iterator[Lesson]:
        return (each for each in lessons(dangers.values(), SENTENCES) if each[0] not in kept)

    concepts = [concept for theme in knowledge.concepts.values() for concept in theme.concepts]
    cues = learn(others(), plain_phrases(dangers.values(), concepts))
    noticed = Counter(
        (danger is not None, cues.notice(text) is not None) for text, danger in kept.items()
    )
    cries = noticed[True, True] + noticed[True, False]
    calm = noticed[False, True] + noticed[False, False]
    assert min(cries, calm) > 1000
    assert noticed[True, True] / cries >= 0.9
    assert noticed[False, True] / calm <= 0.15


@pytest.mark.parametrize(
    "text",
    [
        *("tolong", "SOS", "help", "bahaya!", "Tolong, saya dalam bahaya.", "toloooong"),
        *("saya dikurung", "paspor saya diambil majikan", "mereka minta tebusan 50 juta"),
        *("saya mau mati saja", "adik saya hilang di myanmar", "majikan pukul saya tiap hari"),
        "anak saya berangkat ke kamboja bulan lalu, katanya kerja di restoran, gajinya bagus, semua lancar, bulan pertama sempat kirim "
        "uang dan foto makanan, tapi sejak minggu kemarin teleponnya mati, lalu tadi malam ada pesan dia dikurung dan dipukul, tolong",
    ],
)
def test_plain_cries_are_noticed(answers: FallbackAnswers, text: str) -> None:
    assert answers.danger_in(text)


@pytest.mark.parametrize(
    "text",
    [
        *("halo", "terima kasih", "berapa gaji di korea?", "apa ciri lowongan palsu?"),
        *("dua", "sakit", "ya"),
        *("berapa biaya ke taiwan", "dokumen apa saja yang wajib?", "", "?", "🙂", "a" * 5000),
    ],
)
def test_plain_questions_are_not(answers: FallbackAnswers, text: str) -> None:
    assert answers.danger_in(text) is None


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("saya mau bunuh diri", "darurat_jiwa"),
        ("paspor saya ditahan agen", "darurat_paspor"),
        ("kami dikurung di gedung, pintu dijaga", "darurat_disekap"),
        ("saya dipukul majikan", "darurat_kekerasan"),
        ("mereka minta tebusan supaya saya dilepas", "darurat_tebusan"),
    ],
)
def test_the_right_danger_is_told(answers: FallbackAnswers, text: str, danger: str) -> None:
    assert answers.danger_in(text) == danger


def test_what_is_said_of_oneself_is_no_question_of_the_family(answers: FallbackAnswers) -> None:
    assert answers.danger_in("tolong saya") != "darurat_orang_lain"
    assert answers.danger_in("tolong") != "darurat_orang_lain"


def test_a_button_tells_its_own_danger(answers: FallbackAnswers, facts: Facts) -> None:
    for danger in facts.knowledge.crisis:
        assert answers.danger_in(f"/{danger}") == danger
        assert answers.danger_in(f'/lanjutan{{"lihat": "langkah.{danger}"}}') == danger
    assert answers.danger_in("/darurat_yang_tidak_ada") is None
    assert answers.danger_in("/langkah_aman") is None
