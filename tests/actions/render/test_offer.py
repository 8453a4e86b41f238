"""The parts of a screened offer that buttons ask for, each fit for a phone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from actions.context import OFFER, TurnContext
from actions.render.bubbles import BUBBLE_LIMIT, Answer
from actions.screening.kept import to_slot
from actions.screening.model import Evidence, Facts, Screening
from tests.actions.screening.offers import GENUINE, GREY, NEWS, SCAM, flag, make_flag, offer_action

PARTS = ("tanda", "tanya", "cek", "lapor", "kartu")


def presses(part: str, screening: Screening | None = SCAM, provinces: Sequence[str] = ()) -> Answer:
    """The answer to a button below a screened offer."""
    kept = {} if screening is None else {OFFER: json.loads(json.dumps(to_slot(screening)))}
    turn = TurnContext("cek_lowongan", "", (), tuple(provinces), (), kept, (), part)
    return offer_action(NEWS).answer(turn)[0]


def text_of(answer: Answer) -> str:
    return "\n".join(answer.bubbles)


def test_all_signs_are_told_in_full() -> None:
    answer = presses("tanda")
    text = text_of(answer)
    for each in SCAM.flags:
        assert f"Judul {each.id}" in text
        assert f"Mengapa: Sebab {each.id}. Lanjutan sebab." in text
        assert f"Seharusnya: Asli {each.id}." in text


def test_many_signs_come_in_turn() -> None:
    ids = [f"tanda{number}" for number in range(1, 8)]
    many = replace(SCAM, flags=tuple(flag(id_, 2, "KAMBOJA") for id_ in ids))
    checks = offer_action(NEWS, red_flag=[make_flag(id_) for id_ in ids])

    def part(name: str) -> Answer:
        turn = TurnContext("cek_lowongan", "", (), (), (), {OFFER: to_slot(many)}, (), name)
        return checks.answer(turn)[0]

    first = part("tanda")
    assert first.choices[0].title == "Tanda lain (3)"
    assert first.choices[0].payload == '/cek_lowongan{"lihat": "tanda_5"}'
    rest = text_of(part("tanda_5"))
    assert "5. Judul tanda5" in rest
    assert "7. Judul tanda7" in rest
    assert "Judul tanda4" not in rest
    for odd in ("tanda_99", "tanda_0", "tanda_x", "tanda_99999999"):
        assert "1. Judul tanda1" in text_of(part(odd))


def test_the_questions_are_a_message_that_can_be_forwarded() -> None:
    answer = presses("tanya")
    message = answer.bubbles[-1]
    assert message.startswith("Selamat siang.")
    assert "1. Tanya tanpa_p3mi?" in message
    assert message.endswith("Terima kasih.")
    assert "Sumber" not in message


def test_many_questions_stay_one_bubble() -> None:
    many = replace(
        GREY, missing=("nama_p3mi", "izin_p3mi", "job_order", "visa_kerja", "kontrak", "biaya")
    )
    assert len(presses("tanya", many).bubbles[-1]) <= BUBBLE_LIMIT


def test_how_to_check_names_office_and_the_strongest_signs() -> None:
    answer = presses("cek")
    text = text_of(answer)
    assert "1. Izin PT" in text
    assert "Cek visa_kunjungan." in text
    assert "Cek tanpa_p3mi." not in text
    assert answer.channels == ["disnaker_setempat", "kp2mi_siskop2mi"]
    assert answer.topics == ["cek_p3mi", "cek_job_order"]


def test_a_card_is_noted_and_said_in_words() -> None:
    answer = presses("kartu")
    assert len(answer.bubbles) == 1
    assert answer.card is not None
    assert answer.card["risk"] == "tinggi"
    assert answer.bubbles[0].startswith("Risiko tinggi. Jangan lanjut dulu.")
    assert "nama berhuruf kecil bisa terlewat" in answer.bubbles[0]
    assert "Belum disebut: " in answer.bubbles[0]
    assert answer.sources


def test_what_was_hidden_in_the_text_stays_hidden_in_its_card() -> None:
    text = "Hub PT Bahari Sentra Awak. Bayar bahari sentra awak"
    paid = flag("biaya_dimuka", 3, "Bayar bahari sentra awak", text=text)
    company = Evidence("PT Bahari Sentra Awak", 4, 25)
    offer = replace(SCAM, text=text, flags=(paid,), facts=Facts(company=company))
    card = presses("kartu", offer).card
    assert card is not None
    assert [sign["quote"] for sign in card["signs"]] == ["“Bayar [perusahaan]”"]


def test_in_a_known_province_its_office_comes_first() -> None:
    assert presses("cek", provinces=["Aceh"]).channels[0] == "bp3mi_aceh"


def test_reports_go_to_those_who_take_them() -> None:
    answer = presses("lapor")
    assert answer.channels == ["polri_110", "komdigi_aduan_konten"]
    assert answer.topics == ["lapor_lowongan"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_offers_the_other_parts(part: str) -> None:
    payloads = [button.payload for button in presses(part).choices]
    assert payloads == [f'/cek_lowongan{{"lihat": "{other}"}}' for other in PARTS if other != part]


@pytest.mark.parametrize("part", PARTS)
def test_without_an_offer_a_button_asks_for_one(part: str) -> None:
    answer = presses(part, None)
    assert "Belum ada tawaran" in text_of(answer)


@pytest.mark.parametrize("part", [*PARTS, "lain"])
@pytest.mark.parametrize("screening", [SCAM, GREY, GENUINE])
def test_every_part_says_something_of_every_offer(part: str, screening: Screening) -> None:
    answer = presses(part, screening)
    assert answer.bubbles
    assert all(answer.bubbles)
    assert all(len(bubble) <= BUBBLE_LIMIT for bubble in answer.bubbles)


def test_without_the_topic_of_reporting_it_is_an_error() -> None:
    turn = TurnContext("cek_lowongan", "", (), (), (), {OFFER: to_slot(SCAM)}, (), "lapor")
    with pytest.raises(LookupError, match="lapor_lowongan"):
        offer_action(NEWS, topic=[]).answer(turn)


def test_signs_of_a_text_that_is_no_offer_are_told_with_a_condition() -> None:
    alone = replace(NEWS, hints=SCAM.flags)
    turn = TurnContext("kirim_lowongan", "halo", (), (), (), {})
    answer, _ = offer_action(alone).answer(turn)
    text = text_of(answer)
    assert "Kalau kata-kata ini dari orang yang menawari Anda kerja" in text
    assert "“Visa turis dulu”" in text
    assert "Risiko" not in text
    assert answer.sources
