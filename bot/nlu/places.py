"""Place names from knowledge/countries and knowledge/provinces, as plain rows that a model can carry."""

from pathlib import Path
from typing import Any

from bot.nlu.normalize import slang
from knowledge.load import load
from knowledge.model import Knowledge

# Names of districts that are also everyday words, first names or places elsewhere (research note in knowledge/provinces).
AMBIGUOUS = frozenset(
    "serang batang buru landak bone pati pare banjar malaka batu solo soe oki tts timor ende siak subang bantul blora malang".split()
)


def place_rows(root: Path) -> list[dict[str, Any]]:
    """Rows for `bot.nlu.pipes.PlaceFinder`, in a stable order.

    Args:
        root: the knowledge folder.

    Returns:
        One row a country (value: ISO 3166 alpha-2) and one a province (value: its official name).
    """
    knowledge = load(root).knowledge
    return [*_countries(knowledge), *_provinces(knowledge)]


def _countries(knowledge: Knowledge) -> list[dict[str, Any]]:
    rows = []
    for country in sorted(knowledge.countries.values(), key=lambda country: country.id):
        if country.country != "ID":
            rows.append(_row("negara", country.country, [country.name, *country.aliases]))
    return rows


def _provinces(knowledge: Knowledge) -> list[dict[str, Any]]:
    rows = []
    for province in sorted(knowledge.provinces.values(), key=lambda province: province.id):
        names = [province.name, *province.aliases]
        for district in province.districts:
            names += [district.name, *district.aliases]
        rows.append(_row("provinsi", province.name, names))
    return rows


def _row(label: str, value: str, names: list[str]) -> dict[str, Any]:
    # "KL" would be read as "kl", which is how people write "kalau"; digits all look alike to the matcher.
    unique = [
        name
        for name in dict.fromkeys(names)
        if name.casefold() not in slang() and not any(map(str.isdigit, name))
    ]
    return {
        "label": label,
        "value": value,
        "names": [name for name in unique if name.casefold() not in AMBIGUOUS],
        "needs_marker": [name for name in unique if name.casefold() in AMBIGUOUS],
    }
