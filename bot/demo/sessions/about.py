"""Reads what was typed about a session: place, date, people, province and district."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from actions.screening.known_places import place_words
from bot.demo.part import PartError
from bot.demo.sessions.model import MOST_PEOPLE, About
from bot.demo.sessions.place import shown_place
from knowledge.model import Province
from knowledge.store import Store

LONGEST_PLACE = 120


def checked(given: Mapping[str, Any], store: Store) -> About:
    """What was typed, checked.

    Args:
        given: {"place": str, "date": "2025-01-31", "people": int | None, "province": id or name, "district": name}; all but the
            first two may be left out.
        store: knows provinces and districts.

    Raises:
        PartError: something cannot be; says what to type instead.
    """
    # It stands on the wall and in reports: "Rumah Pak Ahmad 0812 3456 7890".
    place = shown_place(str(given.get("place") or ""), place_words(store))
    if not place:
        raise PartError("Tempat belum diisi. Saran: tulis misalnya Balai Desa Sukamaju.")
    if len(place) > LONGEST_PLACE:
        raise PartError(f"Nama tempat terlalu panjang. Saran: paling banyak {LONGEST_PLACE} huruf.")
    province = _province(given.get("province"), store)
    return About(
        place=place,
        held_on=_day(given.get("date")),
        people=_people(given.get("people")),
        province=province.id if province else None,
        district=_district(given.get("district"), province),
    )


def as_json(about: About, store: Store) -> dict[str, Any]:
    """What `checked` was given, in the same keys, and the name of the province as "province_name"."""
    province = store.province(about.province) if about.province else None
    return {
        # One that was kept before names were masked.
        "place": shown_place(about.place, place_words(store)),
        "date": about.held_on.isoformat(),
        "people": about.people,
        "province": about.province,
        "province_name": province.name if province else None,
        "district": about.district,
    }


def _day(given: Any) -> date:
    try:
        return date.fromisoformat(str(given))
    except ValueError:
        raise PartError("Tanggal tidak terbaca. Saran: tulis seperti 2026-11-21.") from None


def _people(given: Any) -> int | None:
    if given is None or given == "":
        return None
    try:
        people = int(str(given))
    except ValueError:
        people = 0
    if not 1 <= people <= MOST_PEOPLE:
        raise PartError(f"Jumlah peserta tidak terbaca. Saran: tulis angka 1 sampai {MOST_PEOPLE}.")
    return people


def _province(given: Any, store: Store) -> Province | None:
    said = str(given or "").strip().casefold()
    if not said:
        return None
    for row in store.provinces():
        if said in (row.id, row.name.casefold()):
            return row
    raise PartError("Provinsi tidak dikenal. Saran: pilih dari daftar, atau kosongkan.")


def _district(given: Any, province: Province | None) -> str | None:
    said = str(given or "").strip().casefold()
    if not said:
        return None
    for row in province.districts if province else ():
        if said == row.name.casefold():
            return row.name
    raise PartError(
        "Kabupaten atau kota tidak dikenal. Saran: pilih provinsinya dulu, lalu pilih dari daftar."
    )
