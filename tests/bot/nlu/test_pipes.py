"""Place names in a text: the longest match, doubtful names only after a marker, offsets of the original."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from bot.nlu.normalize import normalize_word
from bot.nlu.pipes import NORMALIZER, PLACES, PlaceFinder
from tests.bot.nlu.conftest import ROWS


def places(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """(words as written, label, value) of every place."""
    return [(ent.text, ent.label_, ent.ent_id_) for ent in nlp(text).ents]


def values(nlp: Language, text: str) -> list[str]:
    return [value for _, _, value in places(nlp, text)]


def test_a_country_has_its_code(nlp: Language) -> None:
    assert places(nlp, "kerja di Kamboja") == [("Kamboja", "negara", "KH")]


def test_a_district_has_the_name_of_its_province(nlp: Language) -> None:
    assert places(nlp, "saya dari Blitar") == [("Blitar", "provinsi", "Jawa Timur")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ke Uni Emirat Arab", "AE"),
        ("ke Arab Saudi", "SA"),
        ("ke Arab", "SA"),
        ("ke Papua Nugini", "PG"),
        ("orang Papua", "Papua"),
        ("di Lombok Timur", "Nusa Tenggara Barat"),
    ],
)
def test_the_longest_name_wins(nlp: Language, text: str, value: str) -> None:
    assert values(nlp, text) == [value]


def test_a_name_after_a_longer_one_still_counts(nlp: Language) -> None:
    assert values(nlp, "Uni Emirat Arab atau Saudi") == ["AE", "SA"]


@pytest.mark.parametrize(
    "text", ["KAMBOJA", "kamboja", "Kambójà", "kambojaaaa", "ｋamboja", "(Kamboja)", "Kamboja?!"]
)
def test_a_name_is_found_in_any_spelling(nlp: Language, text: str) -> None:
    assert values(nlp, text) == ["KH"]


@pytest.mark.parametrize("text", ["Uni  Emirat Arab", "Uni\nEmirat\n\nArab", " Uni Emirat  Arab "])
def test_a_name_broken_by_spaces_is_still_the_longest_one(nlp: Language, text: str) -> None:
    assert places(nlp, text) == [(text.strip(), "negara", "AE")]


def test_a_marker_on_the_line_before_counts(nlp: Language) -> None:
    assert values(nlp, "asal\nMalang") == ["Jawa Timur"]


def test_several_places_keep_their_order(nlp: Language) -> None:
    assert values(nlp, "Taiwan/Kamboja, bukan Malaysia") == ["TW", "KH", "MY"]


@pytest.mark.parametrize("text", ["", " ", "?", "saya mau kerja", "kambojaku", "Atlantis"])
def test_where_no_place_is_named_none_is_found(nlp: Language, text: str) -> None:
    assert values(nlp, text) == []


@pytest.mark.parametrize(
    "text", ["malang", "nasib saya malang", "malang sekali. malang", "dia orang yang malang"]
)
def test_a_doubtful_name_alone_is_a_word(nlp: Language, text: str) -> None:
    assert values(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    ["dari Malang", "di malang", "d Malang", "asal Malang", "orang malang", "kota Malang",
     "kab Malang", "kab. Malang", "Kab.Malang", "Kabupaten Malang"],
)  # fmt: skip
def test_a_doubtful_name_after_a_marker_is_a_place(nlp: Language, text: str) -> None:
    assert values(nlp, text) == ["Jawa Timur"]


def test_the_end_of_a_sentence_is_no_marker(nlp: Language) -> None:
    assert values(nlp, "saya tinggal di kota. Malang nasib saya") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("🙏🙏 ke Kamboja ya", "Kamboja"),
        ("toloooong  saya di\nHong Kong", "Hong Kong"),
        ("e\u0301 KAMBO\u0301JA!", "KAMBO\u0301JA"),
        ("ke-Taiwan", "Taiwan"),
        ("di UNI EMIRAT ARAB, pak", "UNI EMIRAT ARAB"),
    ],
)
def test_offsets_point_into_the_original_text(nlp: Language, text: str, name: str) -> None:
    found = [text[ent.start_char : ent.end_char] for ent in nlp(text).ents]
    assert found == [name]


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_inside_any_text_has_the_offsets_of_the_name(before: str, after: str) -> None:
    from bot.nlu.language import indonesian
    from tests.bot.nlu.conftest import ROWS_JSON

    text = f"{before} Taiwan {after}"
    found = [text[ent.start_char : ent.end_char] for ent in indonesian(ROWS_JSON)(text).ents]
    assert "Taiwan" in found


def test_normalising_leaves_the_text_as_it_was(nlp: Language) -> None:
    text = "Tolooong  sy di KAMBOJA!!"
    assert nlp(text).text == text


def test_every_token_carries_its_common_spelling(nlp: Language) -> None:
    doc = nlp("yg bener")
    assert [token.norm_ for token in doc] == [normalize_word(token.text) for token in doc]


def test_without_places_nothing_is_found(nlp: Language) -> None:
    doc = nlp.make_doc("ke Kamboja")
    assert PlaceFinder(nlp, [])(doc).ents == ()


def test_both_pipes_can_be_added_by_name() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe(NORMALIZER)
    nlp.add_pipe(PLACES, config={"places": ROWS})
    assert values(nlp, "ke kamboja") == ["KH"]
