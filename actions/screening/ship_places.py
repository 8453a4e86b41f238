"""Where the work is aboard a ship: nowhere, unless a base or the fleet of a country is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.screening.reading import Named, Reading

_SHIP = re.compile(
    r"\b(?=[acdklmopsbjt])(?:abk|(?:awak|kru|crew)(?= kapal)|anak buah kapal|kapal (?:ikan|tuna|cumi|pesiar|kargo|cargo|tanker|penangkap"
    r"|longline|niaga|squid|taiwan|korea|jepang|china|cina)|deck ?hand|long ?line|purse ?seine|cruise|manning|crewing|siup{1,2}ak|seaman"
    r"|state ?room|on ?board|sign[ -]on|oiler|bosun|join ship|buku pelaut|pelaut|tanker)\b",
    re.IGNORECASE,
)
# Schemes by which a country hires crews for its own fleet.
_SHIPS_OF = {
    "KR": re.compile(
        r"\bE-?10\b|\bkapal (?:(?:ikan|cumi|tuna) )?korea\b(?! bendera)|\bkorea kapal\b",
        re.IGNORECASE,
    ),
    "TW": re.compile(
        r"\bletter (?:of )?guarantee\b|\bL(?:o)?G\b|\bdonggang\b|\bharian\b|\bkapal (?:(?:ikan|cumi|tuna) )?taiwan\b(?! bendera)",
        re.IGNORECASE,
    ),
}
_BASED = frozenset("basis base based berbasis pangkalan homeport berpangkalan".split())
# "eks ABK", "pengalaman kapal pesiar diutamakan": ships of the past.
_ONCE = re.compile(
    r"\b(?:eks|ex|mantan|pengalaman|alumni|bekas|experience)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)
# A single mention of these words ("pengalaman onboard") makes no ship of a hotel.
_FEWEST_SHIP_WORDS = 2
_SURE_SHIP = re.compile(
    r"\b(?:abk|kapal (?:ikan|tuna|cumi|pesiar|longline)"
    r"|deck ?hand|long ?line|purse ?seine|cruise line|anak buah kapal|awak kapal|pelaut)\b",
    re.IGNORECASE,
)


def is_on_ship(text: str) -> bool:
    """Whether the work is aboard a ship."""
    matches = [match for match in _SHIP.finditer(text) if not _ONCE.search(text[: match.start()])]
    words = {match.group().casefold() for match in matches}
    return len(words) >= _FEWEST_SHIP_WORDS or any(
        _SURE_SHIP.match(text, match.start()) for match in matches
    )


def base_of_ship(reading: Reading, mentions: Sequence[Named]) -> tuple[str, Named] | None:
    """Taiwan hires crews for its own fleet (letter of guarantee), Korea with the E-10 visa; else the base must be named."""
    for named in mentions:
        near = reading.norms[max(0, named.start - 3) : named.start]
        if not _BASED.isdisjoint(near):
            return named.value, named
    for named in mentions:
        scheme = _SHIPS_OF.get(named.value)
        if scheme and scheme.search(reading.text):
            return named.value, named
    return None
