"""The rule country_aliases."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings, make_country

RULE = "country_aliases"


def test_a_name_of_two_countries_is_reported(tmp_path: Path) -> None:
    countries = [
        make_country(),
        make_country(id="th", country="TH", name="Thai", aliases=["bavet"]),
    ]

    assert findings(tmp_path, RULE, country=countries) == ["countries/th.yml:4 aliases[0]"]


def test_an_empty_or_repeated_name_is_reported(tmp_path: Path) -> None:
    country = make_country(aliases=["", "Kamboja"])

    assert findings(tmp_path, RULE, country=[country]) == [
        "countries/kh.yml:4 aliases[0]",
        "countries/kh.yml:4 aliases[1]",
    ]
