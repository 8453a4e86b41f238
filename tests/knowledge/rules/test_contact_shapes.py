"""The rule contact_shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.builders import findings, make_channel, make_contact

RULE = "contact_shapes"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"type": "web", "value": "kp2mi.go.id"}, "value"),
        ({"type": "email", "value": "surel kantor"}, "value"),
        ({"value": "+622129244800", "display": "021 2924 4801"}, "display"),
    ],
)
def test_a_wrong_shape_is_reported(tmp_path: Path, changes: dict[str, str], field: str) -> None:
    channel = make_channel(id="lain", contacts=[make_contact(**changes)])

    (found,) = findings(tmp_path, RULE, channel=[channel])

    assert found.endswith(f"contacts[0].{field}")


def test_a_display_may_be_missing_or_carry_an_extension(tmp_path: Path) -> None:
    contacts = [make_contact(display=None), make_contact(value="119", display="119 ext. 8")]

    channel = make_channel(id="lain", contacts=contacts)
    assert findings(tmp_path, RULE, channel=[channel]) == []


def test_hours_for_a_program_stand_in_words_too(tmp_path: Path) -> None:
    contacts = [make_contact(opening="Mo-Fr 08:00-16:00")]
    told = make_channel(id="tertulis", contacts=contacts, hours="Senin sampai Jumat.")
    untold = make_channel(id="lain", contacts=contacts)
    always = make_channel(id="selalu", contacts=[make_contact(opening="24/7")])

    (found,) = findings(tmp_path, RULE, channel=[told, untold, always])

    assert found.startswith("channels/lain.yml")
    assert found.endswith("contacts[0].opening")
