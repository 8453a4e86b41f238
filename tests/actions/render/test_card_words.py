"""What a result card says: never who, never that an offer is fine."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from actions.render.bubbles import BUBBLE_LIMIT
from actions.render.card import Card, card_answer, card_text
from actions.render.card_words import CardMaker
from actions.screening.explain import Explainer
from actions.screening.model import Evidence, Flag, Screening
from actions.screening.wording import Wording
from bot.paths import KNOWLEDGE, ROOT
from knowledge.load import load
from tests.actions.render.cards import CARD
from tests.actions.screening.offers import (
    DOMESTIC,
    GENUINE,
    GREY,
    NEWS,
    SCAM,
    make_flag,
    offer_store,
)
from tests.knowledge import builders as build

TODAY = datetime.date(2026, 11, 28)
WORDING = Wording.load(KNOWLEDGE)


def card(screening: Screening, **records: Any) -> Card:
    store = offer_store(**records)
    made = CardMaker(store, Explainer(store, WORDING)).card(screening, TODAY)
    assert made is not None
    return made


def quoting(*words: str) -> Screening:
    """A scam whose only flag was raised by these words."""
    text = "\n".join(words)
    evidence = tuple(Evidence(w, text.index(w), text.index(w) + len(w)) for w in words)
    return replace(SCAM, text=text, flags=(Flag("visa_kunjungan", 3, evidence),))


def test_a_card_holds_what_a_family_needs() -> None:
    made = card(SCAM)
    assert (made.title, made.call) == ("Risiko tinggi", "Jangan lanjut dulu.")
    assert made.sentence == "Satu tanda berat saja sudah cukup untuk berhenti dan bertanya dulu."
    assert [sign.title for sign in made.signs] == [
        "Judul visa_kunjungan",
        "Judul biaya_dimuka",
        "Judul negara_rawan",
    ]
    assert made.signs[0].quote == "“Visa turis dulu”"
    assert made.signs_count == 4
    assert made.accusation == "Ini tanda yang perlu dicek, bukan tuduhan kepada siapa pun."
    assert made.missing == ("nama P3MI", "nomor job order")
    assert "Disnaker" in made.steps[0]
    assert "28 November 2026" in made.above
    assert made.no_proof == ""
    assert made.cited


@pytest.mark.parametrize("screening", [NEWS, DOMESTIC])
def test_what_is_no_offer_has_no_card(screening: Screening) -> None:
    store = offer_store()
    assert CardMaker(store, Explainer(store, WORDING)).card(screening, TODAY) is None


def test_low_says_that_it_proves_nothing_and_gives_two_checks() -> None:
    made = card(GENUINE)
    assert made.no_proof == "Ini bukan bukti bahwa tawarannya benar."
    assert [step.split(":")[0] for step in made.steps] == ["Izin PT", "Lowongannya"]
    assert made.title == "Risiko rendah menurut teksnya"
    assert made.accusation == ""


def test_medium_without_a_sign_does_not_calm() -> None:
    assert card(GREY).sentence == WORDING.verdicts["unnamed"].text


@pytest.mark.parametrize("screening", [SCAM, GREY, GENUINE])
def test_no_card_calls_an_offer_fine(screening: Screening) -> None:
    words = json.dumps(card(screening).to_note(), ensure_ascii=False)
    assert re.search(r"\b(?:aman|terpercaya|resmi dan|disetujui)\b", words) is None


def test_the_people_of_the_offer_are_not_on_the_card() -> None:
    made = card(quoting("DP 2 juta ke Pak Hendra 0812-0000-1111, tele @hendra_hr"))
    (sign,) = made.signs
    assert sign.quote == "“DP 2 juta ke Pak [nama] [nomor], tele [akun]”"
    assert "0812" not in json.dumps(made.to_note())


def test_pictures_in_words_are_left_out_and_other_letters_become_plain() -> None:
    assert card(quoting("🔥𝗚𝗔𝗝𝗜 15 juta🔥 mudah")).signs[0].quote == "“GAJI 15 juta mudah”"


def test_words_that_show_nothing_are_not_quoted() -> None:
    assert card(quoting("WA 0812-0000-1111")).signs[0].quote == "“WA [nomor]”"
    assert card(quoting("@hr_lucia")).signs[0].quote == ""
    assert card(quoting("微信", "🔥")).signs[0].quote == ""
    assert card(quoting("@hr_lucia", "Visa turis")).signs[0].quote == "“Visa turis”"


def test_the_same_words_are_quoted_once_where_there_are_others() -> None:
    one = quoting("Visa turis", "DP dulu")
    both = (*one.flags, Flag("biaya_dimuka", 2, one.flags[0].evidence))
    quotes = [sign.quote for sign in card(replace(one, flags=both)).signs]
    assert quotes == ["“Visa turis”", "“DP dulu”"]
    same = (*one.flags, Flag("biaya_dimuka", 2, one.flags[0].evidence[:1]))
    quotes = [sign.quote for sign in card(replace(one, flags=same)).signs]
    assert quotes == ["“Visa turis”", "“Visa turis”"]


def test_one_official_contact_with_the_day_it_was_confirmed() -> None:
    channel = build.make_channel(id="kp2mi_call_center", name="Pusat Panggilan KP2MI, kementerian")
    made = card(SCAM, channel=[channel])
    value = channel["contacts"][0]["value"]
    assert made.contact == ("Pusat Panggilan KP2MI", value)
    assert "Dipastikan Desember 2025." in made.contact_checked
    assert made.channel == "kp2mi_call_center"
    old = card(SCAM, channel=[channel | {"review_by": "2026-01-01"}])
    assert old.contact_checked.endswith("Sudah lama, bisa jadi berganti.")
    unknown = card(SCAM, channel=[channel | {"confirmed_on": None}])
    assert "Belum diketahui kapan dipastikan." in unknown.contact_checked


def test_a_channel_out_of_work_makes_way_for_another() -> None:
    channels = [
        build.make_channel(id="kp2mi_call_center", name="Tutup", status="inactive"),
        build.make_channel(id="polri_110", name="Polisi", handles=["tppo_laporan"]),
    ]
    assert card(SCAM, channel=channels).contact[0] == "Polisi"
    assert card(SCAM, channel=[]).contact == ("", "")


def test_a_link_takes_the_place_of_the_name() -> None:
    assert CARD.with_link("https://t.me/mawas_bot/").about == "t.me/mawas_bot"
    assert CARD.with_link(None) is CARD


def test_a_card_survives_the_way_through_json() -> None:
    assert Card.from_note(json.loads(json.dumps(CARD.to_note()))) == CARD


def test_the_words_beside_the_picture_fit_a_bubble() -> None:
    titles = sorted((flag.title for flag in load(KNOWLEDGE).knowledge.red_flags.values()), key=len)
    assert len(titles) > 30
    store = offer_store(red_flag=[make_flag(each.id) for each in SCAM.flags])
    caption = CardMaker(store, Explainer(store, WORDING)).caption
    for screening in (SCAM, replace(SCAM, risk="sedang"), GREY, GENUINE):
        made = card(screening)
        signs = tuple(
            replace(sign, title=title) for sign, title in zip(made.signs, titles[-3:], strict=False)
        )
        text = card_text(replace(made, signs=signs), caption)
        assert len(text) <= BUBBLE_LIMIT
        assert text.startswith(made.title)
        assert made.no_proof in text
        assert made.steps[0] in text


def test_the_answer_cites_what_the_picture_shows() -> None:
    answer = card_answer(CARD, "Teruskan.")
    assert answer.card == CARD.to_note()
    assert answer.channels == ["kp2mi_call_center"]
    assert answer.sources == ["suara", "uu", "faktakalbar"]


def test_words_are_made_without_what_draws() -> None:
    code = (
        "import sys, actions.check_offer, bot.cards\n"
        "assert not {'PIL', 'matplotlib'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
