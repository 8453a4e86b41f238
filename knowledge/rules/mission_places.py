"""Where a country has several missions, a place belongs to one of them, and each is found by some place.

Danger: somebody in Tawau is sent to the embassy a thousand kilometres away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding

NAME = "mission_places"
SCOPE = ("country",)

FEW = 2
"""So many missions are shown at once; of more, people are asked for the town."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield places of two missions, and missions that no place leads to."""
    for document in documents:
        missions = document.get("missions")
        if isinstance(missions, list):
            yield from _wrong(document, missions)


def _wrong(document: Document, missions: list[Any]) -> Iterator[Finding]:
    owners: set[str] = set()
    for number, mission in enumerate(missions):
        places = mission.get("places") if isinstance(mission, dict) else None
        if not places and len(missions) > FEW:
            message = (
                "perwakilan ini tidak punya places, jadi tidak pernah ditunjukkan untuk kotanya."
            )
            tip = "tulis kota dan negara bagian di wilayahnya."
            yield document.finding(("missions", number), message, tip, NAME)
        for position, place in enumerate(places if isinstance(places, list) else ()):
            plain = " ".join(str(place).casefold().split())
            if plain in owners:
                path = ("missions", number, "places", position)
                tip = "simpan di satu perwakilan saja."
                message = f"'{place}' sudah ada, di sini atau di perwakilan lain."
                yield document.finding(path, message, tip, NAME, value=str(place))
            owners.add(plain)
