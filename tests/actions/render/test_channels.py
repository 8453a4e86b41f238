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
        "Pusat Panggilan\nPengaduan.\n• telepon: +62 21 29244800\nJam dan biaya belum diketahui.\n"
        "Terakhir dipastikan Desember 2025."
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
    text = channel_text(channel(contacts=[make_contact(value="110", display="0812")]), TODAY)
    assert "• telepon: 110\n" in text


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
    assert "• telepon: +62 21 29244800 (belum pasti)" in text


def test_only_the_first_contacts_are_shown() -> None:
    contacts = [make_contact(value=f"12{number}") for number in range(5)]
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
    assert text == "Pusat Panggilan\nPengaduan.\nTerakhir dipastikan Desember 2025."


def test_channels_keep_their_order() -> None:
    texts = channel_texts([channel(name="B"), channel(name="A")], TODAY)
    assert [text[0] for text in texts] == ["B", "A"]


def test_no_channels_make_no_texts() -> None:
    assert channel_texts([], datetime.date(2026, 1, 1)) == []


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"cost": "gratis"}, "• telepon: 110 (gratis)"),
        ({"cost": "berbayar"}, "• telepon: 110 (kena pulsa)"),
        ({"opening": "24/7"}, "• telepon: 110 (24 jam)"),
        ({"cost": "gratis", "opening": "24/7"}, "• telepon: 110 (gratis, 24 jam)"),
        ({"cost": "gratis", "label": "telepon gratis"}, "• telepon gratis: 110"),
    ],
)
def test_hours_and_cost_stand_beside_the_number(changes: dict[str, Any], line: str) -> None:
    contacts = [make_contact(value="110", **changes)]
    assert line in channel_text(channel(contacts=contacts), TODAY).splitlines()


@pytest.mark.parametrize(
    ("contact", "hours", "line"),
    [
        ({}, None, "Jam dan biaya belum diketahui."),
        ({"cost": "gratis"}, None, "Jam belum diketahui."),
        ({"opening": "24/7"}, None, "Biaya belum diketahui."),
        ({}, "Senin-Jumat", "Biaya belum diketahui."),
    ],
)
def test_what_no_source_says_is_said_to_be_unknown(
    contact: dict[str, Any], hours: str | None, line: str
) -> None:
    record = channel(contacts=[make_contact(**contact)], hours=hours)
    assert line in channel_text(record, TODAY).splitlines()
    assert line in channel_text(record, TODAY, compact=True)


def test_the_words_of_the_record_say_the_hours_once() -> None:
    record = channel(contacts=[make_contact(opening="24/7")], hours="24 jam menurut berita 2011.")
    assert channel_text(record, TODAY).count("24 jam") == 1


def test_a_site_has_no_hours_and_no_cost() -> None:
    record = channel(contacts=[make_contact(type="web", value="https://a.go.id/", display=None)])
    assert "belum diketahui" not in channel_text(record, TODAY)


def test_a_doubtful_channel_says_so() -> None:
    assert "belum pasti benar" in channel_text(channel(confidence="rendah"), TODAY)


@pytest.mark.parametrize("purpose", ["paspor", "kematian", "janji_temu"])
def test_a_number_for_one_paper_only_is_never_the_first(purpose: str) -> None:
    narrow = make_contact(value="118", type="whatsapp", purpose=purpose)
    record = channel(contacts=[narrow, make_contact(value="110"), make_contact(value="112")])
    shown = [line for line in channel_text(record, TODAY, limit=2).splitlines() if "•" in line]
    assert [line[-3:] for line in shown] == ["110", "112"]
    assert channel_text(record, TODAY, compact=True).splitlines()[1] == "110"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("+6281290070027", "+62 812-9007-0027"),
        ("+85512813282", "+855 12 813 282"),
        ("110", "110"),
        ("08001000", "08001000"),
        ("+0", "+0"),
    ],
)
def test_a_number_is_shown_so_that_phones_dial_it(value: str, shown: str) -> None:
    assert f": {shown}\n" in channel_text(channel(contacts=[make_contact(value=value)]), TODAY)


def test_the_compact_form_has_the_number_on_a_line_of_its_own() -> None:
    record = channel(name="Hotline (Kemlu), Jakarta", hours="24 jam.")
    assert channel_text(record, TODAY, compact=True).splitlines() == [
        "Hotline: telepon",
        "+62 21 29244800",
        "24 jam. Biaya belum diketahui. Dipastikan Desember 2025.",
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"review_by": "2026-11-21"}, "⚠️ Dipastikan Desember 2025. Bisa sudah berganti."),
        ({"confirmed_on": None}, "⚠️ Belum diketahui kapan dipastikan."),
        ({"confidence": "rendah"}, "⚠️ Belum pasti benar."),
        ({"contacts": [make_contact(confidence="rendah")]}, "⚠️ Belum pasti benar."),
        ({"status": "temporarily_closed"}, "Kanal ini sedang tidak aktif."),
    ],
)
def test_the_compact_form_says_every_doubt(changes: dict[str, Any], words: str) -> None:
    text = channel_text(channel(**changes), TODAY, compact=True)
    assert words in text
    assert len(text.splitlines()) == 3


def test_the_compact_form_abroad_leaves_out_what_does_not_work_there() -> None:
    contacts = [make_contact(value="110", reach="indonesia"), make_contact(value="112")]
    text = channel_text(channel(contacts=contacts), TODAY, abroad=True, compact=True)
    assert text.splitlines()[1] == "112"


def test_a_channel_that_cannot_be_reached_has_no_number_in_the_compact_form() -> None:
    assert channel_text(channel(contacts=[]), TODAY, compact=True).splitlines() == [
        "Pusat Panggilan",
        "Dipastikan Desember 2025.",
    ]
