"""The rule phone_numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.builders import findings, make_channel, make_contact

RULE = "phone_numbers"


@pytest.mark.parametrize(
    ("country", "value"),
    [
        ("ID", "+62212924"),
        ("ID", "+85523217934"),
        ("ID", "08001000"),
        ("ID", "021-2924"),
        ("LA", "1191"),
        ("ID", "telepon"),
    ],
)
def test_a_number_that_cannot_be_dialled_is_reported(
    tmp_path: Path, country: str, value: str
) -> None:
    channel = make_channel(country=country, contacts=[make_contact(value=value, display=None)])

    assert findings(tmp_path, RULE, channel=[channel], country=[], province=[])[0].startswith(
        "channels/kp2mi.yml:11"
    )


@pytest.mark.parametrize(
    ("country", "value"),
    [("ID", "+628118080141"), ("ID", "110"), ("KH", "117"), ("KR", "15770071"), ("ID", "1500630")],
)
def test_a_valid_or_possible_short_number_is_fine(tmp_path: Path, country: str, value: str) -> None:
    contact = make_contact(value=value, display=None)
    channel = make_channel(id="lain", country=country, contacts=[contact])

    assert findings(tmp_path, RULE, channel=[channel]) == []


def test_an_unknown_country_is_reported_once(tmp_path: Path) -> None:
    channel = make_channel(id="lain", country="QQ")

    assert findings(tmp_path, RULE, channel=[channel]) == ["channels/lain.yml:5 country"]
