"""The rule one_per_country."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings, make_destination

RULE = "one_per_country"


def test_a_second_destination_for_a_country_is_reported(tmp_path: Path) -> None:
    destinations = [make_destination(), make_destination(id="kambodia")]

    assert findings(tmp_path, RULE, destination=destinations) == [
        "destinations/kamboja.yml:2 country"
    ]
