"""The chat action: screens an offer, then explains it part by part; never a verdict that it is fine."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from actions.context import CRISIS, OFFER, TOPIC
from actions.render.bubbles import BUBBLE_LIMIT
from actions.screening.case import Case
from actions.screening.kept import to_slot
from actions.screening.model import Screening
from bot.paths import KNOWLEDGE
from knowledge.load import load
from tests.actions.fakes import Said, make_tracker, run, run_on
from tests.actions.screening.offers import (
    ALL,
    DOMESTIC,
    GENUINE,
    GREY,
    NEWS,
    SCAM,
    TEXT,
    offer_action,
)
from tests.helpers.contract import assert_is_screening


def sends(screening: Screening, intent: str = "kirim_lowongan", **turn: Any) -> Said:
    message = {"event": "user", "message_id": "m1", "text": screening.text}
    return run(offer_action(screening), intent=intent, text=TEXT, events=[message], **turn)


def test_an_offer_gets_verdict_signs_and_one_next_step() -> None:
    said = sends(SCAM)
    assert said.bubbles[0].startswith("🔴 Risiko tinggi.")
    assert "1. Judul visa_kunjungan\n“Visa turis dulu”\nSebab visa_kunjungan." in said.text
    assert "Lanjutan sebab" not in said.text
    assert "Belum disebut: nama P3MI, nomor job order." in said.text
    assert said.text.count("Lakukan sekarang: ") == 1
    assert "bukan tuduhan" in said.text
    assert "Sumber: " in said.bubbles[-1]


def test_only_the_three_strongest_signs_are_shown_at_first() -> None:
    said = sends(SCAM)
    assert "Ada 4 tanda di tawaran ini. 3 yang terberat:" in said.text
    assert "Judul negara_rawan" in said.text
    assert "Judul tanpa_p3mi" not in said.text


def test_the_buttons_lead_to_the_rest() -> None:
    assert sends(SCAM).buttons == {
        "Semua tanda": '/cek_lowongan{"lihat": "tanda"}',
        "Yang perlu ditanyakan": '/cek_lowongan{"lihat": "tanya"}',
        "Cara mengecek": '/cek_lowongan{"lihat": "cek"}',
        "Laporkan": '/cek_lowongan{"lihat": "lapor"}',
        "Simpan kartu": '/cek_lowongan{"lihat": "kartu"}',
    }


def test_both_intents_are_screened() -> None:
    assert sends(SCAM, intent="cek_lowongan").bubbles == sends(SCAM).bubbles


def test_low_is_no_proof_and_names_the_two_checks() -> None:
    said = sends(GENUINE)
    assert "tidak bisa memastikan tawaran ini benar" in said.text
    assert "bukan bukti" in said.text
    assert "1. Izin PT" in said.text
    assert "2. Lowongannya" in said.text
    assert list(said.buttons) == ["Cara mengecek", "Simpan kartu"]
    assert re.search(r"\baman\b", said.text) is None


def test_medium_without_a_sign_asks_for_the_company() -> None:
    said = sends(GREY)
    assert "siapa yang memberangkatkan" in said.text
    assert list(said.buttons) == ["Yang perlu ditanyakan", "Cara mengecek", "Simpan kartu"]


@pytest.mark.parametrize(
    ("screening", "words"), [(NEWS, "tidak tampak"), (DOMESTIC, "dalam negeri")]
)
def test_what_is_no_offer_is_told_so(screening: Screening, words: str) -> None:
    said = sends(screening)
    assert words in said.text
    assert "lalu tempel di sini" in said.text
    assert OFFER not in said.slots


def test_who_asks_for_a_check_learns_how_to_send_one() -> None:
    said = sends(NEWS, intent="cek_lowongan")
    assert "lalu tempel di sini" in said.text
    # True in the terminal too.
    assert "Di Telegram, foto atau pesan yang diteruskan juga bisa." in said.text
    assert "Jangan kirim uang, KTP, atau paspor" in said.text
    assert "Saya tidak pernah menyebut tawaran aman." in said.text
    assert "tidak tampak" not in said.text
    assert said.about["screening"] is None


def test_a_question_after_an_offer_is_about_that_offer() -> None:
    said = sends(NEWS, intent="cek_lowongan", **{OFFER: to_slot(SCAM)})
    assert "Risiko tinggi" in said.text
    assert "Punya tawaran lain?" in said.bubbles[-1]
    assert said.about["screening"] is None


def test_a_second_offer_takes_the_place_of_the_first() -> None:
    said = sends(GENUINE, **{OFFER: to_slot(SCAM)})
    assert said.slots[OFFER] == Case(GENUINE, ("m1",)).to_slot()


def test_an_offer_ends_a_danger_and_sets_what_is_talked_about() -> None:
    said = sends(SCAM, **{CRISIS: "darurat_disekap"})
    assert said.slots[CRISIS] is None
    assert said.slots[TOPIC] == "visa"
    assert sends(GENUINE).slots[TOPIC] == "ciri_lowongan_palsu"


def test_the_slot_is_plain_data_without_the_text() -> None:
    kept = sends(SCAM).slots[OFFER]
    assert json.loads(json.dumps(kept)) == kept
    assert "LOKER" not in json.dumps(kept)


def test_the_screening_is_noted_without_the_text() -> None:
    noted = sends(SCAM).about["screening"]
    assert "text" not in noted
    assert (noted.pop("messages"), noted.pop("answers")) == (["m1"], [])
    assert_is_screening({"file": noted["file"], "text": TEXT, **noted})


@pytest.mark.parametrize("screening", ALL.values(), ids=ALL)
def test_bubbles_fit_a_phone(screening: Screening) -> None:
    assert all(0 < len(bubble) <= BUBBLE_LIMIT for bubble in sends(screening).bubbles)


def test_where_somebody_is_held_help_comes_first() -> None:
    buttons = sends(replace(SCAM, stage="isolasi")).buttons
    assert next(iter(buttons.values())) == "/darurat_disekap"
    assert "/darurat_disekap" not in sends(replace(SCAM, stage="biaya")).buttons.values()


def test_a_stage_says_what_comes_next() -> None:
    text = sends(replace(SCAM, stage="biaya")).text
    assert "Percakapan ini sampai tahap biaya" in text


def test_records_named_in_code_exist() -> None:
    from actions.check_offer import CHECKLIST_TOPIC
    from actions.render.offer import CHECK_TOPICS, OFFICES
    from actions.screening.explain import CHECK_CHANNELS, REPORT_TOPIC

    knowledge = load(KNOWLEDGE).knowledge
    assert {CHECKLIST_TOPIC, REPORT_TOPIC, *CHECK_TOPICS} <= set(knowledge.topics)
    assert {OFFICES, *CHECK_CHANNELS} <= set(knowledge.channels)
    assert "darurat_disekap" in knowledge.crisis


OPEN = replace(GREY, missing=("visa_kerja", "izin_p3mi", "biaya", "kontrak"))


def presses(part: str, case: Case | None) -> Said:
    slots = {OFFER: case.to_slot() if case else None}
    action = offer_action(OPEN)
    tracker = make_tracker(intent="cek_lowongan", text="/cek_lowongan", **slots)
    tracker.latest_message["entities"] = [{"entity": "lihat", "value": part}]
    return run_on(action, tracker)


def test_an_offer_that_leaves_questions_open_begins_with_their_button() -> None:
    assert next(iter(sends(OPEN).buttons.items())) == (
        "Lengkapi: 4 pertanyaan",
        '/cek_lowongan{"lihat": "isi"}',
    )


def test_the_buttons_of_the_form_ask_answer_and_end() -> None:
    asked = presses("isi", Case(OPEN))
    assert (
        asked.buttons["Visa turis atau kunjungan"] == '/cek_lowongan{"lihat": "jawab_visa.turis"}'
    )
    answered = presses("jawab_visa.kerja", Case(OPEN, asking="visa"))
    assert answered.text.startswith("Pertanyaan 2 dari 4")
    ended = presses("cukup", Case.of_slot(answered.slots[OFFER]))
    assert ended.text.startswith("Dari jawaban Anda: visa kerja. Hasil tetap: sedang.")
    assert next(iter(ended.buttons)) == "Lanjut isi (3 lagi)"


def test_an_answer_can_be_changed_by_its_button() -> None:
    answered = presses("jawab_visa.kerja", Case(OPEN, asking="visa"))
    changed = presses("jawab_visa.turis", Case.of_slot(answered.slots[OFFER]))
    assert "sedang → tinggi" in changed.text


@pytest.mark.parametrize("part", ["jawab_visa.dinas", "jawab_gaji.besar", "jawab_visa"])
def test_a_button_of_an_older_form_does_no_harm(part: str) -> None:
    assert presses(part, Case(OPEN)).bubbles
    assert "Belum ada tawaran" in presses(part, None).text


def test_the_button_of_an_answer_after_the_form_has_nothing_to_ask() -> None:
    said = presses("jawab_visa.turis", Case(SCAM))
    assert said.text.startswith("🔴")
    assert presses("isi", Case(SCAM)).text.startswith("🔴")


def test_another_offer_is_asked_for_where_the_last_message_is_none() -> None:
    said = presses("baru", Case(OPEN))
    assert "lalu tempel di sini" in said.text
    assert said.slots[OFFER] is None


@pytest.mark.parametrize(
    "case", [None, Case(OPEN), Case(OPEN, ("m1", "m2")), Case(OPEN, asking="visa")]
)
def test_room_for_the_next_offer_forgets_the_last(case: Case | None) -> None:
    said = presses("lain", case)
    assert said.slots[OFFER] is None
    assert "Memeriksa izin PT" in said.buttons
