"""Tells vacancies in Indonesia, which are no offer abroad."""

from __future__ import annotations

from actions.screening.reading import Named, Reading
from actions.screening.ship_places import is_on_ship

_COUNTRY, _PROVINCE = "negara", "provinsi"
_VACANCY = frozenset(
    """
    loker lowongan lowker dibutuhkan dicari butuh membutuhkan lamaran lamar melamar rekrutmen hiring karyawan gaji walk-in cari
    """.split()
)
# Where the work is stands at the beginning, or behind such a word; the office may be named anywhere.
_WORK = frozenset(
    "penempatan lokasi loker lowongan kerja area wilayah untuk utk site toko pabrik cabang outlet gudang hotel".split()
)
# News, stories and offers that hide the country.
_ABROAD = frozenset(
    "luar overseas abroad migran pmi tki tkw bmi polda polisi polres tersangka korban".split()
)
_REACH, _BEGINNING = 5, 25


def is_domestic(reading: Reading) -> bool:
    """Whether a text looks for workers in Indonesia; one that names any country does not."""
    if (
        any(entity.label == _COUNTRY for entity in reading.entities)
        or not _ABROAD.isdisjoint(reading.norms)
        or is_on_ship(reading.text)
    ):
        return False
    return not _VACANCY.isdisjoint(reading.norms) and any(
        _is_work_place(reading, entity) for entity in reading.entities if entity.label == _PROVINCE
    )


def _is_work_place(reading: Reading, place: Named) -> bool:
    first = reading.sentence(place.start)[0]
    return place.start < _BEGINNING or not _WORK.isdisjoint(
        reading.norms[max(first, place.start - _REACH) : place.start]
    )
