"""The rule forbidden_address."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings, make_channel, make_contact

RULE = "forbidden_address"


def test_the_misspelt_address_is_reported_where_users_see_it(tmp_path: Path) -> None:
    contact = make_contact(type="web", value="https://siskop2mi.go.id", display=None)

    found = findings(tmp_path, RULE, channel=[make_channel(contacts=[contact])])

    assert found == ["channels/kp2mi.yml:11 contacts[0].value"]


def test_the_right_address_and_a_note_about_the_wrong_one_are_fine(tmp_path: Path) -> None:
    contact = make_contact(type="web", value="https://siskop2mi.bp2mi.go.id", display=None)
    channel = make_channel(contacts=[contact], conflict="Berita menulis siskop2mi.go.id.")

    assert findings(tmp_path, RULE, channel=[channel]) == []
