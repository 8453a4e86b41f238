"""What an action needs to know about the turn, read from the tracker once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from actions.danger.noticed import DANGER, Danger
from actions.said import Message, messages_of, whole_ranking
from actions.screening.model import Screening

if TYPE_CHECKING:
    from rasa_sdk import Tracker

# Slot names; declared in nlu_data/domain/entities_slots.yml.
COUNTRY = "negara_terakhir"
PROVINCE = "provinsi_terakhir"
PLACE = "tempat_terakhir"
TOPIC = "topik"
PART = "bagian"
FOR_OTHER = "untuk_orang_lain"
PENDING = "tanya"
CRISIS = "krisis"
CITED = "rujukan"
UNSURE = "bingung"
QUIZ = "kuis"
OFFER = "tawaran"
REPORT = "laporan"
GUIDE = "panduan"
COVERED = "samar"

# Open questions of ours (slot PENDING).
ASKED_COUNTRY = "negara"
ASKED_PROVINCE = "provinsi"
ASKED_DANGER = "bahaya"
ASKED_QUIZ = "kuis"
ASKED_FORM = "formulir"
ASKED_REPORT = "laporan"

# Entity of the buttons that ask for a part: of a screened offer, of the guide for somebody in danger, or of the report.
OFFER_PART = "lihat"

# What a screened offer was put together from, in the note of a reply: ids of messages, and of each answer the message or the words.
MESSAGES, ANSWERS = "messages", "answers"

# What understanding notes about a message besides intent and entities (bot/nlu).
QUESTIONS = "questions"
LANGUAGE = "language"

MOST_WORDS_OF_A_PLACE = 4

_RELATIVE = (
    r"anak|adik|adek|kakak|suami|istri|ayah|bapak|ibu|mama|ponakan|keponakan|sepupu|paman|bibi|om|tante|tetangga|murid|siswa|santri"
    r"|warga|teman|temen|saudara|sodara|pacar|keluarga|menantu|cucu"
)
_OWNER = r"saya|sy|aku|ku|kami|kita|gue|gw|desa|sekolah"
# Who comes along or makes the offer is not the one it is about: "saya sama teman saya", "diajak teman saya".
_BESIDES = r"sama|ama|dan|bareng|bersama|dengan|dgn|oleh|dari|diajak|diajakin|ditawari|ditawarin|dibujuk|disuruh|kata"
_INVITES = r"(?:(?:yg|yang)\s+)?(?:ngajak|ngajakin|ajak|mengajak|nawarin|nawari|menawari|menawarkan|bilang)"
_FOR_OTHER = re.compile(
    rf"(?P<beside>\b(?:{_BESIDES})\s+)?\b(?:{_RELATIVE})(?:(?:ku|nya)?\s+(?:{_OWNER})|ku)\b(?!\s+{_INVITES}\b)",
    re.IGNORECASE,
)


_SELF = re.compile(
    r"(?<!\bbukan )\b(?:saya|sy|aku|ak|ku|kami|kita|gue|gua|gw|beta)\b", re.IGNORECASE
)
_SOMEBODY_ELSE = re.compile(r"\b(?:dia|ia|beliau|mereka)\b", re.IGNORECASE)


def asks_for_other(text: str) -> bool:
    """True when the words say that the question is about somebody else ("anak saya mau berangkat ...")."""
    return any(not found["beside"] for found in _FOR_OTHER.finditer(text))


def speaks_of_self(text: str) -> bool:
    """True when the words are about the writer and nobody else ("saya dikurung")."""
    return (
        _SELF.search(text) is not None
        and not asks_for_other(text)
        and _SOMEBODY_ELSE.search(text) is None
    )


def says_in_indonesia(text: str) -> bool:
    """True for "Indonesia" or "masih di Indonesia", the answer to where somebody in danger is; no destination, so no entity."""
    words = re.findall(r"\w+", text.casefold())
    return "indonesia" in words and len(words) <= MOST_WORDS_OF_A_PLACE


@dataclass(frozen=True)
class TurnContext:
    """The message and what is remembered.

    Attributes:
        intent: intent of the message ("nlu_fallback" when it was not understood).
        text: the message.
        countries: ISO codes named in this message, in order.
        provinces: official names of provinces named in this message, in order.
        ranking: (intent, probability), most probable first.
        slots: what earlier turns left behind.
        questions: topics that the message asks about, in order, when there are several.
        offer_part: the part of a screened offer, or of the guide for somebody in danger, that a button asks for.
        messages: of the person in this session, the latest last: at most MESSAGES_READ, with the present one.
        danger: what was noticed of danger in the message.
        screened: texts that were screened in this turn; several look at a message one after the other.
    """

    intent: str
    text: str
    countries: tuple[str, ...]
    provinces: tuple[str, ...]
    ranking: tuple[tuple[str, float], ...]
    slots: dict[str, Any]
    questions: tuple[str, ...] = ()
    offer_part: str | None = None
    messages: Sequence[Message] = ()
    danger: Danger | None = None
    screened: dict[str, Screening] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, tracker: Tracker) -> TurnContext:
        """Read the turn from the tracker."""
        message = tracker.latest_message
        return cls(
            intent=(message.get("intent") or {}).get("name") or "",
            text=message.get("text") or "",
            countries=_values(message, "negara"),
            provinces=_values(message, "provinsi"),
            ranking=whole_ranking(message),
            slots=dict(tracker.slots),
            questions=tuple(message.get(QUESTIONS) or ()),
            offer_part=next(iter(_values(message, OFFER_PART)), None),
            messages=messages_of(tracker.events, tracker.slots),
            danger=Danger.of(message.get(DANGER)),
        )

    def before(self) -> TurnContext | None:
        """The turn of the message before this one, as it was understood, with what is remembered now; None before the first."""
        if len(self.messages) < 2:
            return None
        message = self.messages[-2]
        return replace(
            self,
            intent=message.intent,
            text=message.text,
            countries=(),
            provinces=(),
            ranking=message.ranking,
            questions=(),
            offer_part=None,
            messages=self.messages[:-1],
            danger=None,
        )

    @property
    def remembered_country(self) -> str | None:
        """The country of this message, else the one that was talked about before."""
        return self.countries[0] if self.countries else self.slots.get(COUNTRY)

    @property
    def remembered_province(self) -> str | None:
        """The province of this message, else the one that was talked about before."""
        return self.provinces[0] if self.provinces else self.slots.get(PROVINCE)

    @property
    def for_other(self) -> bool:
        """True when the person asks on somebody else's behalf, now or as said before."""
        return bool(self.slots.get(FOR_OTHER)) or asks_for_other(self.text)

    @property
    def danger_to_other(self) -> bool:
        """As `for_other`, but somebody who now writes of their own danger gets their own steps, whatever was asked before."""
        told = self.danger is not None and self.danger.for_other
        return (self.for_other or told) and not speaks_of_self(self.text)

    @property
    def pending(self) -> str | None:
        """The question of ours that is still open."""
        return self.slots.get(PENDING)


def _values(message: dict[str, Any], entity: str) -> tuple[str, ...]:
    found = (
        str(row["value"]) for row in message.get("entities") or [] if row.get("entity") == entity
    )
    return tuple(dict.fromkeys(found))
