"""Place names from knowledge/countries and knowledge/provinces, as plain rows that a model can carry."""

from collections.abc import Collection
from typing import Any

from actions.language.beside import PLACES
from knowledge.model import Knowledge, NameWords
from knowledge.spelling import slang


def place_rows(knowledge: Knowledge) -> list[dict[str, Any]]:
    """Rows for `actions.language.pipes.EntityFinder`, in a stable order.

    Args:
        knowledge: the records.

    Returns:
        One row a country (value: ISO 3166 alpha-2) and one a province (value: its official name).
    """
    words = knowledge.words_beside(PLACES)
    return [*_countries(knowledge, words), *_provinces(knowledge, words)]


def _countries(knowledge: Knowledge, words: NameWords) -> list[dict[str, Any]]:
    rows = []
    for country in sorted(knowledge.countries.values(), key=lambda country: country.id):
        if country.country != "ID":
            names = [country.name, *country.aliases]
            rows.append(_row("negara", country.country, names, words.doubtful))
    return rows


def _provinces(knowledge: Knowledge, words: NameWords) -> list[dict[str, Any]]:
    rows = []
    for province in sorted(knowledge.provinces.values(), key=lambda province: province.id):
        names = [province.name, *province.aliases]
        for district in province.districts:
            names.append(district.name)
            # Of some names nothing but a word would be left.
            if district.everyday_name.casefold() not in words.never_alone:
                names.append(district.everyday_name)
            names += district.aliases
        rows.append(_row("provinsi", province.name, names, words.doubtful))
    return rows


def _row(label: str, value: str, names: list[str], doubtful: Collection[str]) -> dict[str, Any]:
    # Digits all look alike to the matcher.
    unique = [name for name in dict.fromkeys(names) if not any(map(str.isdigit, name))]
    # "KL" has the common spelling of "kl", which is how people write "kalau".
    sure = [n for n in unique if n.casefold() not in doubtful and n.casefold() not in slang()]
    return {
        "label": label,
        "value": value,
        "names": sure,
        "needs_marker": [name for name in unique if name not in sure],
        "not": [],
    }
