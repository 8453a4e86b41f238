"""What stands on paper is what the records say: titles, numbers, dates, sources; what is old says so, what is closed is not there."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter

import pytest

from actions.dates import in_words
from actions.paper.canvas import Canvas
from actions.paper.parts import Material
from actions.paper.pictures import PICTURES
from actions.paper.sheets import CARDS, PATH, POSTER, SIGNS, Sheet, draw, file_name
from actions.paper.style import BLACK, Format
from actions.paper.words import SIGNS as SIGNS_WORDS
from actions.paper.words import PaperLine, PaperWords
from actions.render.numbers import dialled
from knowledge.numbers import PHONE_TYPES, digits
from knowledge.schemas import schema
from tests.actions.paper.conftest import DAY, LINK
from tests.helpers.labelled_offers import OFFERS
from tests.helpers.withdrawn import assert_clean

WALL = (Sheet(SIGNS), Sheet(PATH), Sheet(POSTER, link=LINK))
WARNING = "Bisa sudah berganti."


def words_of(canvas: Canvas) -> str:
    """Everything on the pages, lines of a text joined."""
    return "\n".join(each.text.replace("\n", " ") for each in canvas.placed)


def card(material: Material, country: str) -> str:
    return words_of(draw(material, Sheet(CARDS, country=country), Format("A5")))


def test_the_seven_are_the_heaviest_of_the_labelled_offers(material: Material) -> None:
    often = Counter(flag for offer in OFFERS for flag in offer.flags)
    weight = {
        flag.id: flag.severity * often[flag.id]
        for flag in material.store.red_flags()
        if flag.severity > 1
    }
    heaviest = sorted(weight, key=lambda id_: -weight[id_])[:7]
    rows = material.words.sheets[SIGNS_WORDS].rows
    assert {row.flag for row in rows} == set(heaviest)


def test_signs_carry_the_titles_of_the_records(material: Material) -> None:
    words = words_of(draw(material, Sheet(SIGNS), Format()))
    for row in material.words.sheets[SIGNS_WORDS].rows:
        record = material.store.red_flag(row.flag)
        assert record
        assert record.title in words
        assert row.text in words
        assert row.do in words


def test_a_sign_without_a_record_is_not_printed(material: Material) -> None:
    sheet = material.words.sheets[SIGNS_WORDS]
    lost = dataclasses.replace(sheet, rows=(PaperLine("Teks.", flag="tidak_ada", picture="uang"),))
    words = dataclasses.replace(material.words, sheets={**material.words.sheets, SIGNS_WORDS: lost})
    with pytest.raises(LookupError, match="tidak_ada"):
        draw(dataclasses.replace(material, words=words), Sheet(SIGNS), Format())


@pytest.mark.parametrize("sheet", WALL, ids=lambda sheet: sheet.kind)
def test_sheets_name_their_sources_and_dates(material: Material, sheet: Sheet) -> None:
    words = words_of(draw(material, sheet, Format()))
    name = {SIGNS: "signs", PATH: "path", POSTER: "poster"}[sheet.kind]
    cited = material.store.sources(material.words.sheets[name].cited)
    assert cited
    for source in cited:
        assert source.label in words
    assert f"Dicek {in_words(material.words.checked_on)}." in words
    assert "Dicetak 28 November 2026." in words


def test_every_statement_has_a_source_that_is_there(material: Material) -> None:
    for sheet in material.words.sheets.values():
        assert len(material.store.sources(sheet.cited)) == len(sheet.cited)
        assert len(material.store.channels(sheet.contacts)) == len(sheet.contacts)


def test_pictures_are_those_that_editors_may_choose(material: Material) -> None:
    rows = schema("paper/lembar")["properties"]["signs"]["properties"]["rows"]
    chosen = set(rows["items"]["properties"]["picture"]["enum"])
    assert chosen <= set(PICTURES)
    used = {
        row.picture for sheet in material.words.sheets.values() for row in (*sheet.rows, *sheet.how)
    }
    assert used - {""} <= chosen


def test_numbers_are_those_of_the_records(material: Material) -> None:
    for country in material.store.countries():
        known = {
            dialled(contact)
            for channel in (
                *material.store.missions_for(country.country),
                *filter(None, [material.store.emergency_for(country.country)]),
                *material.store.channels(material.words.sheets["card"].contacts),
            )
            for contact in channel.contacts
        }
        canvas = draw(material, Sheet(CARDS, country=country.country), Format("A5"))
        shown = {each.text for each in canvas.placed if _is_number(each.text)}
        assert shown
        assert shown <= known, country.name


def _is_number(text: str) -> bool:
    return len(digits(text)) > 1 and not any(sign.isalpha() for sign in text)


@pytest.mark.parametrize("country", ["KH", "MY", "SA", "TW"])
def test_a_card_has_the_mission_kemlu_kp2mi_steps_and_dates(
    material: Material, country: str
) -> None:
    words = card(material, country)
    missions = material.store.missions_for(country)
    assert missions
    for channel in (*missions, *material.store.channels(material.words.sheets["card"].contacts)):
        number = next(
            each
            for each in channel.contacts
            if each.type in PHONE_TYPES and (each.reach != "indonesia" or channel.country != "ID")
        )
        assert dialled(number) in words
        assert channel.confirmed_on
        assert f"Dipastikan {in_words(channel.confirmed_on)}." in words
    for row in material.words.sheets["card"].rows:
        assert row.text in words
    assert "Dicetak 28 November 2026. Sesudah" in words


def test_a_country_with_many_missions_has_a_page_for_each(material: Material) -> None:
    canvas = draw(material, Sheet(CARDS, country="MY"), Format())
    assert canvas.pages == len(material.store.missions_for("MY")) == 6
    assert draw(material, Sheet(CARDS, country="SA"), Format()).pages == 1


def test_nothing_on_paper_is_withdrawn_or_unconfirmed(material: Material) -> None:
    codes = [row.country for row in material.store.countries()]
    said = [(code, card(material, code)) for code in codes]
    said += [(sheet.kind, words_of(draw(material, sheet, Format()))) for sheet in WALL]
    assert_clean(said)


def test_what_is_old_says_so(material: Material) -> None:
    kdei = material.store.channel("kdei_taipei")
    assert kdei
    assert kdei.review_by < DAY
    assert WARNING in card(material, "TW")
    assert WARNING not in card(material, "KH")
    later = dataclasses.replace(material, today=datetime.date(2027, 5, 22))
    assert WARNING in card(later, "KH")
    assert "Isinya sudah lama, tanyakan dulu sebelum dipakai." in card(later, "KH")


def test_doubt_is_drawn_and_not_only_written(material: Material) -> None:
    def signs(country: str) -> int:
        return len(draw(material, Sheet(CARDS, country=country), Format("A5")).pictures)

    # Both have two numbers of one mission; the old one has a sign on each of its two cards.
    assert signs("TW") - signs("KH") == 2


def test_black_and_white_has_no_other_colour(material: Material) -> None:
    import re
    import zlib

    for sheet in (*WALL, Sheet(CARDS, country="KH")):
        data = draw(material, sheet, Format(palette=BLACK)).bytes()
        streams = [
            zlib.decompress(found)
            for found in re.findall(rb"stream\n(x\x9c.*?)\nendstream", data, re.DOTALL)
        ]
        page = b"\n".join(streams)
        colours = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", page)
        greys = re.findall(rb"(?<![\d.] )\b([\d.]+) [gG]\b", page)
        assert colours or greys
        assert {float(each) for colour in colours for each in colour} <= {0.0, 1.0}
        assert {float(each) for each in greys} <= {0.0, 1.0}


def test_files_are_named_for_what_they_are(material: Material) -> None:
    names = [
        file_name(material, Sheet(SIGNS), Format()),
        file_name(material, Sheet(CARDS, country="SA"), Format("A5", BLACK)),
    ]
    assert names == [
        "tanda-bahaya-A4.pdf",
        "kartu-darurat-arab-saudi-A5-hitam-putih.pdf",
    ]


@pytest.mark.parametrize(
    "sheet", [Sheet("lain"), Sheet(CARDS), Sheet(CARDS, country="XX"), Sheet(POSTER)]
)
def test_what_there_is_not_is_refused(material: Material, sheet: Sheet) -> None:
    with pytest.raises(LookupError):
        draw(material, sheet, Format())


def test_words_are_needed(tmp_path) -> None:
    with pytest.raises(FileNotFoundError):
        PaperWords.load(tmp_path)
