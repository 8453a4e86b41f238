"""The rule no_unverified."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import (
    findings,
    make_channel,
    make_contact,
    make_text,
    make_topic,
    whole_folder,
)

RULE = "no_unverified"


def test_a_mark_of_the_research_in_a_text_is_reported(tmp_path: Path) -> None:
    topics = [make_topic(short=make_text("Gratis [sedang].")), *whole_folder()["topic"][1:]]

    assert findings(tmp_path, RULE, topic=topics) == ["topics/cek_izin.yml:5 short.text"]


def test_a_mark_in_a_note_for_editors_is_fine(tmp_path: Path) -> None:
    contact = make_contact(note="[sedang] satu sumber")
    channel = make_channel(contacts=[contact], conflict="belum_terverifikasi")

    assert findings(tmp_path, RULE, channel=[channel]) == []
