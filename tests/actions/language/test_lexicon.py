"""What the language pipeline is told of the knowledge folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from actions.language.compiled import compiled
from actions.language.lexicon import lexicon, rows
from actions.language.namesakes import NAMED
from actions.language.pipeline import indonesian
from bot.paths import KNOWLEDGE, SENTENCES
from knowledge.first_names import first_names
from knowledge.spelling import normalize_word
from tests.knowledge.builders import make_names, write_folder

PLACES = ("negara", "provinsi")


def concept(id: str, *words: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "means": "arti", "words": list(words), **more}


def theme(*concepts: dict[str, Any]) -> dict[str, Any]:
    return {"id": "tema", "title": "Tema", "concepts": list(concepts)}


def parts(tmp_path: Path, *concepts: dict[str, Any]) -> dict[str, Any]:
    records = {"concepts": [theme(*concepts)] if concepts else []}
    return rows(write_folder(tmp_path, **records), tmp_path)


def test_the_parts_are_names_concepts_words_places_and_languages(tmp_path: Path) -> None:
    kinds = {"names", "beside", "concepts", "words", "sparing", "ordinary", "people", "languages"}
    assert set(parts(tmp_path)) == kinds


def test_a_language_has_its_markers_and_what_is_said_in_it(tmp_path: Path) -> None:
    (row,) = parts(tmp_path)["languages"]
    assert (row["id"], row["name"], row["greeting"]) == ("jv", "bahasa Jawa", "Sugeng rawuh.")
    assert (len(row["strong"]), len(row["weak"])) == (60, 15)


def name_row(parts: dict[str, Any], value: str) -> dict[str, Any]:
    (row,) = (row for row in parts["names"] if row["value"] == value)
    return row


def test_places_come_first(tmp_path: Path) -> None:
    assert [row["value"] for row in parts(tmp_path)["names"]][:2] == ["KH", "Aceh"]


def test_a_concept_has_its_words_of_all_languages_and_its_near_misses(tmp_path: Path) -> None:
    hukum = concept(
        "hukum", "hukum", "aturan", regional={"jv": ["aturane"]}, near_misses=["fakultas hukum"]
    )
    assert parts(tmp_path, hukum)["concepts"] == [
        {"id": "hukum", "words": ["hukum", "aturan", "aturane"], "not": ["fakultas hukum"]}
    ]


def test_a_concept_that_is_a_thing_is_a_name_too(tmp_path: Path) -> None:
    visa = concept(
        "visa_kerja", "visa kerja", entity="dokumen", value="visa", near_misses=["kartu visa"]
    )
    row = name_row(parts(tmp_path, visa), "visa")
    assert row["label"] == "dokumen"
    assert {"visa kerja", "visa kerjanya", "visa kerjaku"} <= set(row["names"])
    assert row["not"] == ["kartu visa"]


def test_a_thing_without_a_value_of_its_own_has_that_of_its_concept(tmp_path: Path) -> None:
    paspor = concept("paspor", "paspor", entity="dokumen")
    assert name_row(parts(tmp_path, paspor), "paspor")["names"][0] == "paspor"


def test_a_doubtful_name_of_a_thing_needs_a_marker(tmp_path: Path) -> None:
    """ "kk" is the family card and, elsewhere, a person; "kkku" would be read as "ku"."""
    kk = concept("kk", "kartu keluarga", entity="dokumen", other_names=["kk"])
    names = [make_names(id="dokumen", doubtful=["kk"], not_names=["kk saya"])]
    root = write_folder(tmp_path, concepts=[theme(kk)], names=names)
    found = rows(root, tmp_path)
    row = name_row(found, "kk")
    assert row["needs_marker"] == ["kk"]
    assert row["names"][:2] == ["kartu keluarga", "kartu keluarganya"]
    assert "kk" not in found["concepts"][0]["words"]


def test_whose_a_doubtful_thing_is_does_not_make_it_one(tmp_path: Path) -> None:
    kebun = concept("kebun", "kebun", "perkebunan", entity="pekerjaan")
    names = [make_names(id="pekerjaan", doubtful=["kebun"], not_names=["jual kebun"])]
    row = name_row(
        rows(write_folder(tmp_path, concepts=[theme(kebun)], names=names), tmp_path), "kebun"
    )
    assert row["needs_marker"] == ["kebun", "kebunnya", "kebunku", "kebunmu"]
    assert row["names"][0] == "perkebunan"


def test_phrases_that_are_no_name_have_a_row_without_a_label(tmp_path: Path) -> None:
    row = name_row(parts(tmp_path), "tempat")
    assert (row["label"], row["not"]) == ("", ["roti kamboja"])


def test_the_words_beside_names_are_handed_on_by_kind(tmp_path: Path) -> None:
    beside = parts(tmp_path)["beside"]
    assert beside["tempat"]["before"] == ["dari", "kab."]
    assert beside["tempat"]["not_after"] == ["bahasa"]


def test_a_concept_that_is_no_thing_is_no_name(tmp_path: Path) -> None:
    names = parts(tmp_path, concept("hukum", "hukum"))["names"]
    assert "hukum" not in {row["value"] for row in names}


def test_mistyped_words_are_led_back_to_names_concepts_and_slang(tmp_path: Path) -> None:
    found = parts(tmp_path, concept("hukum", "undang-undang", "surat perintah"))
    assert {"kamboja", "undang", "surat", "perintah", "lowongan", "loker"} <= set(found["words"])
    assert "pidie" in found["sparing"]


def test_words_to_be_led_back_to_are_long_enough(tmp_path: Path) -> None:
    words = parts(tmp_path, concept("pt", "pt", "cv", "p3mi"))["words"]
    assert min(map(len, words)) >= 3


def test_the_same_folder_gives_the_same_text(tmp_path: Path) -> None:
    root = write_folder(tmp_path, concepts=[theme(concept("b", "biaya"), concept("a", "agen"))])
    assert lexicon(root, SENTENCES) == lexicon(root, SENTENCES)


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    return rows(KNOWLEDGE, SENTENCES)


@pytest.fixture(scope="module")
def nlp(real: dict[str, Any]) -> Language:
    return indonesian(compiled(real))


def test_every_name_in_knowledge_is_found(real: dict[str, Any], nlp: Language) -> None:
    """Of a name that two rows share, "Banjar" in two provinces, one is chosen."""
    owners: dict[str, set[tuple[str, str]]] = {}
    for row in real["names"]:
        for name in [*row["names"], *row["needs_marker"]]:
            owners.setdefault(name.casefold(), set()).add((row["label"], row["value"]))
    missed = []
    for row in real["names"]:
        names = [name for name in row["names"] if not name.endswith(("nya", "ku", "mu"))]
        markers = [f"dari {name}" for name in row["needs_marker"] if row["label"] in PLACES]
        for text in [*names, *markers]:
            doc = nlp(text)
            found = {(ent.label_, ent.ent_id_) for ent in doc.ents}
            if not found & owners[text.removeprefix("dari ").casefold()]:
                missed.append((row["value"], text))
    assert missed == []


def test_no_near_miss_in_knowledge_is_taken_for_its_concept(
    real: dict[str, Any], nlp: Language
) -> None:
    wrong = []
    for row in real["concepts"]:
        for text in row["not"]:
            doc = nlp(text)
            if row["id"] in {span.label_ for span in doc.spans["concepts"]}:
                wrong.append((row["id"], text))
    assert wrong == []


def test_every_word_in_knowledge_finds_its_concept(real: dict[str, Any], nlp: Language) -> None:
    missed = []
    for row in real["concepts"]:
        for text in row["words"]:
            doc = nlp(text)
            if row["id"] not in {span.label_ for span in doc.spans["concepts"]}:
                missed.append((row["id"], text))
    assert missed == []


def test_no_common_first_name_is_read_as_another_word(nlp: Language) -> None:
    misread = {
        name: (token.norm_, token.lemma_)
        for name in sorted(first_names())
        for token in nlp(f"hubungi {name} ya")[1:2]
        if not {token.norm_, token.lemma_} <= {normalize_word(name), NAMED}
    }
    assert misread == {}


@pytest.mark.parametrize("word", ["mahir", "diposting", "digotong", "sepadan"])
def test_a_plain_word_is_not_led_to_a_grave_one(nlp: Language, word: str) -> None:
    assert nlp(word)[0].norm_ == word


def concepts_of(nlp: Language, text: str) -> set[str]:
    doc = nlp(text)
    return {span.label_ for span in doc.spans["concepts"]}


@pytest.mark.parametrize("name", ["Rahmi", "Rohim", "Rahima", "Rahem", "Ginja", "Palsi", "Febri"])
def test_a_name_one_letter_away_from_a_grave_word_is_not_led_to_it(
    nlp: Language, name: str
) -> None:
    """Names that no list has among them."""
    labels = concepts_of(nlp, f"Bu {name} yang urus")
    assert not labels & {"jual_organ", "perbatasan", "dokumen_palsu"}


@pytest.mark.parametrize(("typed", "meant"), [("ginjl", "ginjal"), ("ginjalmu", "ginjal")])
def test_a_grave_word_without_a_vowel_is_still_understood(
    nlp: Language, typed: str, meant: str
) -> None:
    assert nlp(typed)[0].norm_ == meant


@pytest.mark.parametrize(
    "text", ["Pak Rahim", "Bpk. Rahim", "Abdul Rahim", "Pak Feri", "hubungi ferry", "bu  Rahim"]
)
def test_a_name_that_is_a_grave_word_is_a_name_behind_an_address(nlp: Language, text: str) -> None:
    labels = concepts_of(nlp, text)
    assert not labels & {"jual_organ", "perbatasan"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("sewa rahim", "jual_organ"),
        ("rahim saya", "jual_organ"),
        ("naik feri malam", "perbatasan"),
        ("kak, feri jam berapa", "perbatasan"),
    ],
)
def test_the_grave_word_itself_is_still_found(nlp: Language, text: str, label: str) -> None:
    assert label in concepts_of(nlp, text)
