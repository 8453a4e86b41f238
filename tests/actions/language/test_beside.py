"""Words with several meanings: what stands beside them decides whether they are a name."""

from __future__ import annotations

import pytest
from spacy.language import Language

from actions.language.pipeline import indonesian
from tests.helpers.language import lexicon_of, name_row

NAMES = [
    name_row("negara", "KR", "Korea"),
    name_row("provinsi", "Jawa Timur", needs_marker=("Malang",)),
    name_row("pekerjaan", "perkebunan", needs_marker=("kebun",)),
    name_row("dokumen", "kartu_keluarga", "kartu keluarga", needs_marker=("kk",)),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return indonesian(lexicon_of(NAMES))


def values(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [ent.ent_id_ for ent in doc.ents]


@pytest.mark.parametrize("text", ["ke Korea", "korea", "Korea selatan jauh"])
def test_a_country_is_one(nlp: Language, text: str) -> None:
    assert values(nlp, text) == ["KR"]


@pytest.mark.parametrize("text", ["les bahasa korea", "drama Korea", "film korea bagus"])
def test_what_is_called_after_a_country_is_none(nlp: Language, text: str) -> None:
    assert values(nlp, text) == []


@pytest.mark.parametrize("text", ["warga Malang", "kec. Malang", "saya tinggalnya Malang sih"])
def test_a_marker_or_a_capital_of_its_own_makes_a_place(nlp: Language, text: str) -> None:
    assert values(nlp, text) == ["Jawa Timur"]


def test_a_place_at_the_beginning_is_one_before_a_word_that_says_so(nlp: Language) -> None:
    assert values(nlp, "malang ada kantornya") == ["Jawa Timur"]
    assert values(nlp, "nasib malang ada") == []


def test_without_words_beside_it_nothing_doubtful_is_a_name() -> None:
    nlp = indonesian(lexicon_of(NAMES).replace('"tempat":', '"lain":'))
    assert values(nlp, "dari malang") == []
    assert values(nlp, "bahasa Korea") == ["KR"]


@pytest.mark.parametrize(
    "text",
    [
        "nasib malang",
        "Malang nian",
        "NASIB SAYA MALANG",
        "Nasib. Malang.",
        "aduh kak\n\nMalang nian",
    ],
)
def test_no_other_capital_does(nlp: Language, text: str) -> None:
    assert values(nlp, text) == []


@pytest.mark.parametrize("text", ["kerja di kebun", "lowongan: kebun", "jadi buruh kebun sawit"])
def test_a_noun_after_work_is_a_job(nlp: Language, text: str) -> None:
    assert values(nlp, text) == ["perkebunan"]


@pytest.mark.parametrize("text", ["kebun judol"])
def test_a_noun_before_work_is_a_job(nlp: Language, text: str) -> None:
    assert values(nlp, text) == ["perkebunan"]


@pytest.mark.parametrize(
    "text", ["jual kebun", "saya kerja. kebun orang tua dijual", "kebun", "kerja admin kebun"]
)
def test_a_noun_without_work_is_none(nlp: Language, text: str) -> None:
    assert values(nlp, text) == []


@pytest.mark.parametrize("text", ["ktp sama kk", "fotokopi kk", "kk palsu", "ktp, kk"])
def test_kk_among_papers_is_the_family_card(nlp: Language, text: str) -> None:
    assert values(nlp, text) == ["kartu_keluarga"]


@pytest.mark.parametrize(
    "text", ["kk mau tanya", "makasih kk", "kakak punya", "kk bawa apa", "kk, bawa apa"]
)
def test_kk_that_is_spoken_to_is_no_paper(nlp: Language, text: str) -> None:
    assert values(nlp, text) == []
