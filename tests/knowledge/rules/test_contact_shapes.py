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
