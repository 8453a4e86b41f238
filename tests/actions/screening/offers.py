"""Screenings made by hand, as the engine would make them, and the records that explain them."""

from __future__ import annotations

from typing import Any

from actions.check_offer import CheckOffer
from actions.offer_desk import OfferDesk
from actions.screening.model import (
    HIGH,
    LOW,
    MEDIUM,
    NO_OFFER,
    Contact,
    Evidence,
    Facts,
    Flag,
    Salary,
    Screening,
)
from actions.screening.reading import Reading
from knowledge.store import Store
from tests.actions.fakes import make_store, make_topic
from tests.actions.screening.texts import reading_of
from tests.knowledge import builders as build

TEXT = (
    "🔥LOKER KAMBOJA🔥 admin CS, gaji 12-15 juta/bln.\r\nVisa turis dulu, DP 2 juta. "
    "WA 0812-0000-1111"
)


def words(quote: str, text: str = TEXT) -> Evidence:
    """The place of some words in the offer."""
    start = text.index(quote)
    return Evidence(quote, start, start + len(quote))


def flag(id_: str, severity: int, *quotes: str, text: str = TEXT) -> Flag:
    return Flag(id_, severity, tuple(words(quote, text) for quote in quotes))


FACTS = Facts(
    country=words("KAMBOJA"),
    country_code="KH",
    position=words("admin CS"),
    salary=Salary(12e6, 15e6, "IDR", "bulan", words("gaji 12-15 juta/bln")),
    contacts=(Contact("telepon", "+6281200001111", words("0812-0000-1111")),),
)
SCAM = Screening(
    TEXT,
    HIGH,
    8,
    (
        flag("visa_kunjungan", 3, "Visa turis dulu", "Visa turis"),
        flag("biaya_dimuka", 2, "DP 2 juta"),
        flag("negara_rawan", 2, "KAMBOJA"),
        flag("tanpa_p3mi", 1, "WA 0812-0000-1111"),
    ),
    FACTS,
    missing=("nama_p3mi", "job_order"),
)
GREY = Screening("Butuh orang", MEDIUM, 0, (), Facts(), missing=("nama_p3mi",))
GENUINE = Screening("PT A, SIP3MI 1/2020", LOW, 0, (), Facts(country_code="TW"))
NEWS = Screening("Polisi menangkap", NO_OFFER, 0, (), Facts())
DOMESTIC = Screening("Loker Bekasi", NO_OFFER, 0, (), Facts(is_domestic=True))
ALL = {"scam": SCAM, "grey": GREY, "genuine": GENUINE, "news": NEWS, "domestic": DOMESTIC}


def make_flag(id_: str, **changes: Any) -> dict[str, Any]:
    """A red flag whose texts tell which flag and which text they are."""
    return build.make_red_flag(
        id=id_,
        title=f"Judul {id_}",
        why=build.make_text(f"Sebab {id_}. Lanjutan sebab.", "uu"),
        genuine=build.make_text(f"Asli {id_}.", "iom"),
        ask_recruiter=f"Tanya {id_}?",
        verify=build.make_text(f"Cek {id_}.", "uu"),
        topics=["visa"],
        channels=["disnaker_setempat", "polri_110"],
        **changes,
    )


def offer_store(**records: list[dict[str, Any]]) -> Store:
    """A store that explains the screenings above."""
    usual = {
        "red_flag": [make_flag(each.id) for each in SCAM.flags],
        "topic": [
            make_topic("visa"),
            make_topic("ciri_lowongan_palsu"),
            make_topic("lapor_lowongan", channels=["komdigi_aduan_konten"]),
        ],
        "channel": [
            build.make_channel(id="disnaker_setempat", name="Disnaker", handles=["cek_p3mi"]),
            build.make_channel(id="kp2mi_siskop2mi", name="SISKOP2MI", handles=["cek_p3mi"]),
            build.make_channel(id="polri_110", name="Polisi", handles=["tppo_laporan"]),
            build.make_channel(
                id="komdigi_aduan_konten", name="Komdigi", handles=["konten_iklan_palsu"]
            ),
            build.make_office(id="bp3mi_aceh", name="BP3MI Aceh"),
        ],
    }
    return make_store(**{**usual, **records})


class Screens:
    """A screener that always finds the same."""

    def __init__(self, screening: Screening) -> None:
        self._screening = screening

    def screen(self, text: str) -> Screening:
        return self._screening

    def read(self, text: str) -> Reading:
        return reading_of(text)


def offer_desk(screening: Screening, **records: Any) -> OfferDesk:
    """What judges offers, over a screener that always finds the same."""
    return OfferDesk(offer_store(**records), Screens(screening))


def offer_action(screening: Screening, **records: Any) -> CheckOffer:
    """The chat action over a screener that always finds the same."""
    return CheckOffer(offer_desk(screening, **records))
