"""The rule invented_chats."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.builders import findings
from tests.knowledge.builders_hall import claim, make_roleplay, make_scene, make_steps

RULE = "invented_chats"


@pytest.mark.parametrize(
    "said",
    [
        "WA 0812 3456 7890 ya", "transfer ke 1234567890", "lihat www.kerja-cepat.com", "DM @kakmira_hrd", "klik t.me/loker",
        "lewat PT Maju Jaya kak", "email hrd@contoh.com", "CV Sinar Laut",
    ],
)  # fmt: skip
def test_a_contact_or_a_company_in_a_chat_is_reported(tmp_path: Path, said: str) -> None:
    steps = make_steps()
    steps[0]["chat"][0]["says"] = said

    found = findings(tmp_path, RULE, scene=[make_scene(steps=steps)])

    assert [line.split(" ")[1] for line in found] == ["steps[0].chat[0].says"]


@pytest.mark.parametrize(
    "said",
    [
        "PT-nya apa kak?", "gaji Rp 12.000.000 per bulan", "nomor saya, rekening saya", "cek di siskop2mi.bp2mi.go.id",
        "ga pake PT segala", "terbang jam 05.00, 12 juta",
    ],
)  # fmt: skip
def test_plain_words_and_amounts_are_right(tmp_path: Path, said: str) -> None:
    steps = make_steps()
    steps[1]["offer"]["pasted"] += f"\n{said}"

    assert findings(tmp_path, RULE, scene=[make_scene(steps=steps)]) == []


def test_all_that_is_said_in_a_roleplay_is_looked_at(tmp_path: Path) -> None:
    play = make_roleplay()
    play["rounds"][0]["says"].append("hubungi 0812-3456-7890")
    play["rounds"][1]["answers"][0]["text"] = "Saya telepon 0812-3456-7890"
    play["rounds"][2]["answers"][1]["reply"] = "pakai PT Maju Jaya"
    play["rounds"][3]["refuse"] = ["lapor ke www.contoh.com"]

    assert [line.split(" ")[1] for line in findings(tmp_path, RULE, roleplay=[play])] == [
        "rounds[0].says[1]",
        "rounds[1].answers[0].text",
        "rounds[2].answers[1].reply",
        "rounds[3].refuse[0]",
    ]


def test_a_record_says_that_it_is_invented(tmp_path: Path) -> None:
    scenes = [make_scene(based_on=claim("Dari kasus nyata."))]

    assert findings(tmp_path, RULE, scene=scenes) == ["scenes/adegan.yml:7 based_on.text"]
