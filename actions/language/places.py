"""Place names from knowledge/countries and knowledge/provinces, as plain rows that a model can carry."""

import re
from typing import Any

from actions.language.spelling import slang
from knowledge.model import Knowledge

# Names of places that are also everyday words, first names or places elsewhere: they count only where the words beside them allow it.
AMBIGUOUS = frozenset(
    """kisaran serang batang buru landak bone pati pare banjar malaka batu solo soe oki tts timor ende siak subang bantul blora malang
    kuningan dairi lahat kaur koba mura metro puncak agam muna nduga karo smg tual piru dobo arso selong woha gerung sape kuta natal
    clark jordan cuba madrid roma kedah amman baku miri lao suva boten kandal yala sur porac kent sabu""".split()
)
# Districts that are not called by their name alone: "karo" is Javanese for "and", "Puncak" means the hills near Bogor.
NEVER_ALONE = frozenset({"karo", "puncak", "nduga", "natal"})
_EVERYDAY = re.compile(r"^(?:Kabupaten|Kota) (?=\w)")


def place_rows(knowledge: Knowledge) -> list[dict[str, Any]]:
    """Rows for `actions.language.pipes.EntityFinder`, in a stable order.

    Args:
        knowledge: the records.

    Returns:
        One row a country (value: ISO 3166 alpha-2) and one a province (value: its official name).
    """
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
            names += [district.name, *_everyday(district.name), *district.aliases]
        rows.append(_row("provinsi", province.name, names))
    return rows


def _row(label: str, value: str, names: list[str]) -> dict[str, Any]:
    # Digits all look alike to the matcher.
    unique = [name for name in dict.fromkeys(names) if not any(map(str.isdigit, name))]
    return {
        "label": label,
        "value": value,
        "names": [name for name in unique if not _is_doubtful(name)],
        "needs_marker": [name for name in unique if _is_doubtful(name)],
    }


def _everyday(name: str) -> list[str]:
    """The everyday name: "Kabupaten Pidie" is called "Pidie"; of some names nothing but a word would be left."""
    short = _EVERYDAY.sub("", name)
    return [short] if short.casefold() not in NEVER_ALONE else []


def _is_doubtful(name: str) -> bool:
    # "KL" has the common spelling of "kl", which is how people write "kalau".
    return name.casefold() in AMBIGUOUS or name.casefold() in slang()
