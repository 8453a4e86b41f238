"""Contacts: only the confirmed value, always with the date, with a warning when that is long ago."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from actions.render.channels import channel_text, channel_texts
from knowledge.convert import to_record
from knowledge.model import Channel
from tests.knowledge.builders import TODAY, make_channel, make_contact

WARNING = "⚠️"


def channel(**changes: Any) -> Channel:
    return to_record(Channel, make_channel(**changes))


def test_a_channel_shows_its_name_its_contact_and_its_date() -> None:
    assert channel_text(channel(), TODAY) == (
        "Pusat Panggilan\n• telepon: +622129244800\nTerakhir dipastikan Desember 2025."
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"contacts": [make_contact(display="RAHASIA")]},
        {"contacts": [make_contact(note="RAHASIA")]},
        {"conflict": "RAHASIA"},
        {"evidence": [{"url": "https://RAHASIA/", "publisher": "A", "date": None, "says": "B"}]},
        {"checked_by": "RAHASIA"},
    ],
    ids=["display", "note", "conflict", "evidence", "checked_by"],
)
def test_what_is_for_editors_is_never_shown(changes: dict[str, Any]) -> None:
    assert "RAHASIA" not in channel_text(channel(**changes), TODAY)


def test_a_contact_shows_its_value_and_not_its_display_form() -> None:
    text = channel_text(channel(contacts=[make_contact(value="+6281", display="0812")]), TODAY)
    assert "• telepon: +6281\n" in text


def test_a_channel_whose_review_date_passed_is_shown_with_a_warning() -> None:
    text = channel_text(channel(review_by="2026-11-21"), TODAY)
    assert text.endswith("⚠️ Terakhir dipastikan Desember 2025. Sudah lama, bisa jadi berganti.")


def test_on_the_review_date_itself_there_is_no_warning_yet() -> None:
    assert WARNING not in channel_text(channel(review_by="2026-11-22"), TODAY)


def test_a_channel_that_was_never_confirmed_says_so() -> None:
    text = channel_text(channel(confirmed_on=None), TODAY)
    assert text.endswith("⚠️ Belum diketahui kapan kontak ini terakhir dipastikan.")


@pytest.mark.parametrize("confirmed_on", ["2025", "2025-12", "2025-12-01", None])
@pytest.mark.parametrize("review_by", ["2020-01-01", "2030-01-01"])
def test_every_channel_speaks_of_its_confirmation(confirmed_on: str | None, review_by: str) -> None:
    text = channel_text(channel(confirmed_on=confirmed_on, review_by=review_by), TODAY)
    assert "dipastikan" in text.splitlines()[-1]


def test_a_doubtful_contact_says_that_it_is_uncertain() -> None:
    text = channel_text(channel(contacts=[make_contact(confidence="rendah")]), TODAY)
    assert "• telepon: +622129244800 (belum pasti)" in text


def test_only_the_first_contacts_are_shown() -> None:
    contacts = [make_contact(value=f"+62{number}") for number in range(5)]
    text = channel_text(channel(contacts=contacts), TODAY, limit=2)
    assert [line[-1] for line in text.splitlines() if line.startswith("•")] == ["0", "1"]


def test_hours_are_shown_when_they_are_known() -> None:
    assert "Jam: Senin-Jumat" in channel_text(channel(hours="Senin-Jumat"), TODAY)


def test_an_alert_is_shown() -> None:
    assert "Sedang pindah kantor." in channel_text(channel(alert="Sedang pindah kantor."), TODAY)


@pytest.mark.parametrize("status", ["temporarily_closed", "inactive"])
def test_a_channel_that_does_not_answer_now_says_so(status: str) -> None:
    assert "Kanal ini sedang tidak aktif." in channel_text(channel(status=status), TODAY)


def test_a_channel_without_contacts_still_shows_name_and_date() -> None:
    text = channel_text(channel(contacts=[]), TODAY)
    assert text == "Pusat Panggilan\nTerakhir dipastikan Desember 2025."


def test_channels_keep_their_order() -> None:
    texts = channel_texts([channel(name="B"), channel(name="A")], TODAY)
    assert [text[0] for text in texts] == ["B", "A"]


def test_no_channels_make_no_texts() -> None:
    assert channel_texts([], datetime.date(2026, 1, 1)) == []
