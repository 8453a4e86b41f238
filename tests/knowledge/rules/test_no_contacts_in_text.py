"""The rule no_contacts_in_text."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.rules.no_contacts_in_text import contacts_in
from tests.knowledge.builders import findings, make_channel, make_crisis, whole_folder

RULE = "no_contacts_in_text"


@pytest.mark.parametrize(
    "text",
    [
        "Hubungi 0811-8080-141.", "Telepon 110 sekarang.", "Kirim ke a@kp2mi.go.id.",
        "Buka https://kp2mi.go.id/x", "Buka www.kp2mi.go.id.", "Buka kp2mi.go.id.",
        "WhatsApp ke nomor 1708.", "Cek wa.me/62811.",
    ],
)  # fmt: skip
def test_a_contact_in_a_text_is_found(text: str) -> None:
    assert list(contacts_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Buka siskop2mi.bp2mi.go.id.", "Hubungi BP3MI.", "Undang-Undang Nomor 18 Tahun 2017.",
        "Gaji Rp15.000.000 sebulan.", "Pada 2021-2023.", "Tunggu 30 hari.Lalu tanya.",
    ],
)  # fmt: skip
def test_an_ordinary_text_has_none(text: str) -> None:
    assert list(contacts_in(text)) == []


def test_a_crisis_question_with_a_number_is_reported(tmp_path: Path) -> None:
    crisis = [make_crisis(ask="Sudah hubungi 110?")]

    assert findings(tmp_path, RULE, crisis=crisis) == ["crisis/disekap.yml:26 ask"]


def test_the_name_of_a_channel_may_be_its_number_but_its_hours_not(tmp_path: Path) -> None:
    channels = [make_channel(name="Polri 110", hours="Hubungi 110"), *whole_folder()["channel"][1:]]

    assert findings(tmp_path, RULE, channel=channels) == ["channels/kp2mi.yml:18 hours"]
