"""The rule withdrawn_numbers."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import (
    findings,
    make_channel,
    make_contact,
    make_mission,
    make_text,
    make_topic,
    whole_folder,
)

RULE = "withdrawn_numbers"


OLD = "Nomor 0811-9999-888 (2019) sudah usang."


def test_a_withdrawn_number_shown_by_another_channel_is_reported(tmp_path: Path) -> None:
    contact = make_contact(value="+628119999888", display="0811 9999 888")
    channels = [make_channel(conflict=OLD), make_channel(id="lain", contacts=[contact])]

    assert findings(tmp_path, RULE, channel=channels) == [
        "channels/lain.yml:11 contacts[0].value",
        "channels/lain.yml:12 contacts[0].display",
    ]


def test_a_withdrawn_number_in_a_text_is_reported(tmp_path: Path) -> None:
    channels = [make_channel(conflict=OLD), *whole_folder()["channel"][1:]]
    topics = [make_topic(short=make_text("Telepon +628119999888.")), *whole_folder()["topic"][1:]]

    found = findings(tmp_path, RULE, channel=channels, topic=topics)

    assert found == ["topics/cek_izin.yml:5 short.text"]


def test_a_number_that_the_conflict_calls_right_is_not_withdrawn(tmp_path: Path) -> None:
    channel = make_channel(conflict="Yang benar 021 2924 4800.")

    assert findings(tmp_path, RULE, channel=[channel, make_mission()]) == []
