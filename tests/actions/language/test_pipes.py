"""What a text names: the longest match, doubtful names only after a marker, offsets of the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Span
from spacy.util import filter_spans

from actions.language.pipeline import indonesian
from actions.language.pipes import longest
from knowledge.spelling import normalize_word
from tests.helpers.language import LEXICON, lexicon_of, name_row

# Properties are tested on many texts; fixtures of a function are made once for all of them.
NLP = indonesian(LEXICON)


def named(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """(words as written, label, value) of everything that is named."""
    return [(ent.text, ent.label_, ent.ent_id_) for ent in nlp(text).ents]


def values(nlp: Language, text: str) -> list[str]:
    return [value for _, _, value in named(nlp, text)]


def test_a_country_has_its_code(nlp: Language) -> None:
    assert named(nlp, "kerja di Kamboja") == [("Kamboja", "negara", "KH")]


def test_a_district_has_the_name_of_its_province(nlp: Language) -> None:
    assert named(nlp, "saya dari Blitar") == [("Blitar", "provinsi", "Jawa Timur")]


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


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(1, 5), st.sampled_from("ab"))))
def test_of_places_that_overlap_those_are_kept_that_spacy_keeps(
    found: list[tuple[int, int, str]],
) -> None:
    doc = NLP.make_doc("a " * 16)
    places = [(start, start + length, label, "") for start, length, label in found]
    spans = [Span(doc, start, end, label=label) for start, end, label, _ in places]
    kept = [(span.start, span.end, span.label_, "") for span in filter_spans(spans)]
    assert longest(places) == kept


def test_a_name_after_a_longer_one_still_counts(nlp: Language) -> None:
    assert values(nlp, "Uni Emirat Arab atau Saudi") == ["AE", "SA"]


@pytest.mark.parametrize(
    "text", ["KAMBOJA", "kamboja", "Kambójà", "kambojaaaa", "ｋamboja", "(Kamboja)", "Kamboja?!"]
)
def test_a_name_is_found_in_any_spelling(nlp: Language, text: str) -> None:
    assert values(nlp, text) == ["KH"]


@pytest.mark.parametrize("text", ["Uni  Emirat Arab", "Uni\nEmirat\n\nArab", " Uni Emirat  Arab "])
def test_a_name_broken_by_spaces_is_still_the_longest_one(nlp: Language, text: str) -> None:
    assert named(nlp, text) == [(text.strip(), "negara", "AE")]


def test_a_marker_on_the_line_before_counts(nlp: Language) -> None:
    assert values(nlp, "asal\nMalang") == ["Jawa Timur"]


def test_several_places_keep_their_order(nlp: Language) -> None:
    assert values(nlp, "Taiwan/Kamboja, bukan Malaysia") == ["TW", "KH", "MY"]


@pytest.mark.parametrize("text", ["", " ", "?", "saya mau kerja", "tamboja", "Atlantis"])
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


def test_things_have_a_label_of_their_own(nlp: Language) -> None:
    assert named(nlp, "visa kerja buat pembantu") == [
        ("visa kerja", "dokumen", "visa"),
        ("pembantu", "pekerjaan", "rumah_tangga"),
    ]


def test_a_longer_phrase_that_means_something_else_is_nothing(nlp: Language) -> None:
    assert named(nlp, "bayar pakai kartu visa") == []
    assert named(nlp, "kartu visa dan visa") == [("visa", "dokumen", "visa")]


def test_amounts_and_ages_are_named_by_their_form(nlp: Language) -> None:
    assert named(nlp, "umur 19 th, gaji 15jt sebulan ke Taiwan") == [
        ("19 th", "umur", "19"),
        ("15jt", "uang", "IDR 15000000/bulan"),
        ("Taiwan", "negara", "TW"),
    ]


def test_an_amount_in_words_is_named(nlp: Language) -> None:
    assert named(nlp, "gaji dua digit") == [
        ("dua digit", "uang", "IDR 10000000-99000000"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("🙏🙏gaji 15jt🙏", ["15jt"]),
        (
            "DIBUTUHKAN\n\n✅ Gaji: Rp 15.000.000\n✅ Usia 18-35 tahun",
            ["Rp 15.000.000", "18-35 tahun"],
        ),
        ("👨‍👩‍👧 umur 17 taun\nke\n\nUni\nEmirat Arab", ["17 taun", "Uni\nEmirat Arab"]),
        ("NT$29.500/bln di Taiwan 🇹🇼", ["NT$29.500", "Taiwan"]),
    ],
)
def test_offsets_hold_in_pasted_offers(nlp: Language, text: str, words: list[str]) -> None:
    found = [text[ent.start_char : ent.end_char] for ent in nlp(text).ents]
    assert found == words


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_inside_any_text_has_the_offsets_of_the_name(before: str, after: str) -> None:
    # A letter that stands alone would be read as part of a word that is spelt out.
    text = f"{before} | Taiwan | {after}"
    found = [text[ent.start_char : ent.end_char] for ent in NLP(text).ents]
    assert "Taiwan" in found


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert all(ent.label_ and ent.ent_id_ for ent in doc.ents)
    for span in [*doc.ents, *doc.spans["concepts"]]:
        assert 0 <= span.start_char < span.end_char <= len(text)


def test_normalising_leaves_the_text_as_it_was(nlp: Language) -> None:
    text = "Tolooong  sy di KAMBOJA!!"
    assert nlp(text).text == text


def test_every_token_carries_its_common_spelling(nlp: Language) -> None:
    doc = nlp("yg bener")
    assert [token.norm_ for token in doc] == [normalize_word(token.text) for token in doc]


def test_without_names_only_amounts_and_ages_are_found() -> None:
    doc = indonesian(lexicon_of([]))("umur 19 tahun ke Kamboja")
    assert [ent.label_ for ent in doc.ents] == ["umur"]


def test_a_value_may_have_rows_of_several_labels() -> None:
    rows = [name_row("negara", "x", "Taiwan"), name_row("lembaga", "x", "Disnaker")]
    assert [label for _, label, _ in named(indonesian(lexicon_of(rows)), "Disnaker Taiwan")] == [
        "lembaga",
        "negara",
    ]
