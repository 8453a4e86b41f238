"""Buttons that name a country."""

from __future__ import annotations

from collections.abc import Sequence

from actions.render.bubbles import Choice, choice
from knowledge.records import Lookup


def country_choices(store: Lookup, codes: Sequence[str]) -> list[Choice]:
    """One button a country, without the unknown ones."""
    countries = (store.country(code) for code in codes)
    return [
        choice(country.name, "lanjutan", negara=country.country) for country in countries if country
    ]
