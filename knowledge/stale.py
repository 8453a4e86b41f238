"""What has to be checked again, as a work list: the most dangerous first, then the longest overdue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.kinds import FOLDERS, STORED_KINDS
from knowledge.model import Channel, Knowledge

RISKS = ("tinggi", "sedang", "rendah")
"""From what somebody in danger is shown to what is only read."""

COLUMNS = (
    "risiko", "rekaman", "nama", "negara", "provinsi", "kontak", "dipastikan", "periksa_sebelum",
    "hari_lewat", "keyakinan", "perintah",
)  # fmt: skip

_IN_DANGER = frozenset({"darurat_kekerasan", "tppo_laporan", "kesehatan_jiwa", "perempuan_anak"})
_ABROAD = frozenset({"perwakilan", "darurat_setempat"})
_RISK_OF_KIND = {"crisis": "tinggi", "red_flag": "sedang", "topic": "sedang"}


@dataclass(frozen=True)
class Overdue:
    """One record to check.

    Attributes:
        risk: one of RISKS.
        review_by: when it should have been checked.
        folder: where its file is.
        record: the record itself.
    """

    risk: str
    review_by: date
    folder: str
    record: Any

    def row(self, today: date) -> dict[str, str]:
        """Return the columns of the work list."""
        channel = self.record if isinstance(self.record, Channel) else None
        name = getattr(self.record, "name", None) or getattr(self.record, "title", self.record.id)
        return {
            "risiko": self.risk,
            "rekaman": f"{self.folder}/{self.record.id}.yml",
            "nama": name,
            "negara": getattr(self.record, "country", "") or "",
            "provinsi": (channel.province or "") if channel else "",
            "kontak": channel.contacts[0].value if channel and channel.contacts else "",
            "dipastikan": (channel.confirmed_on or "tidak diketahui") if channel else "",
            "periksa_sebelum": self.review_by.isoformat(),
            "hari_lewat": str(max(0, (today - self.review_by).days)),
            "keyakinan": channel.confidence if channel else "",
            "perintah": f"./mawas knowledge confirm {channel.id}" if channel else "sunting berkas",
        }


def overdue(knowledge: Knowledge, today: date) -> list[Overdue]:
    """Return what is overdue: its review date passed, or no source says when a contact was right."""
    found = list(_overdue(knowledge, today))
    return sorted(found, key=lambda each: (RISKS.index(each.risk), each.review_by, each.record.id))


def _overdue(knowledge: Knowledge, today: date) -> Iterator[Overdue]:
    shown_in_danger = _shown_in_danger(knowledge)
    for kind in STORED_KINDS:
        for record in getattr(knowledge, FOLDERS[kind]).values():
            review: date | None = getattr(record, "review_by", None)
            undated = isinstance(record, Channel) and record.confirmed_on is None
            if review is None or not (review < today or undated):
                continue
            risk = _RISK_OF_KIND.get(kind, "rendah")
            if isinstance(record, Channel):
                risk = _risk(record, shown_in_danger)
            yield Overdue(risk, review, FOLDERS[kind], record)


def _shown_in_danger(knowledge: Knowledge) -> frozenset[str]:
    """Return the channels of the protocols, and the missions and emergency numbers of countries where people work."""
    ids = {id_ for crisis in knowledge.crisis.values() for id_ in crisis.channels}
    for destination in knowledge.destinations.values():
        country = knowledge.countries.get(destination.country.lower())
        if country:
            ids |= {mission.channel for mission in country.missions}
            ids |= {country.emergency} - {None}  # type: ignore[arg-type]
    return frozenset(ids)


def _risk(channel: Channel, shown_in_danger: frozenset[str]) -> str:
    if channel.id in shown_in_danger:
        return "tinggi"
    helps = channel.level in _ABROAD or not _IN_DANGER.isdisjoint(channel.handles)
    return "sedang" if helps else "rendah"
