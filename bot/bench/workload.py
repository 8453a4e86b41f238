"""What is asked: messages that nobody trained on, of every kind, the same for both."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from actions.screening.labelled_offers import SCAM, offers
from bot.errors import MissingError
from bot.evaluation.sets import TWIN, labelled
from bot.paths import UNSEEN, UNSEEN_OFFERS

_SEED = 7
GREETING = "halo"
# Intents of small talk, follow-ups and the like, which no question of a topic has.
_TOPICS = (
    "cek_p3mi", "biaya_penempatan", "dokumen_wajib", "visa_kerja", "paspor_pmi", "perjanjian_kerja", "langkah_aman",
    "syarat_kerja", "opp", "hak_pmi", "jeratan_utang", "calo_sponsor", "lapor_kemana", "kontak_bp3mi", "tes_kesehatan",
)  # fmt: skip
_FOLLOW_UPS = (
    "kalau ke Taiwan?",
    "kalau Malaysia gimana?",
    "yang di Arab Saudi?",
    "kalau Korea?",
    "terus Hong Kong?",
)


@dataclass(frozen=True)
class Asked:
    """A message, and those of the same conversation before it.

    Attributes:
        kind: greeting, topic, follow_up, danger, offer or flyer.
        text: the message; for a flyer what is drawn.
        before: earlier messages.
        style: number of the style in which a flyer is drawn.
    """

    kind: str
    text: str
    before: tuple[str, ...] = ()
    style: int = 0


def workload(each: int) -> list[Asked]:
    """So many messages of each kind, kinds in turn.

    Raises:
        MissingError: the held-out messages are not here.
    """
    kinds = _kinds()
    return [messages[number % len(messages)] for number in range(each) for messages in kinds]


def topics() -> list[str]:
    """Questions about topics, in an order that is always the same."""
    return [asked.text for asked in _kinds()[1]]


def _kinds() -> list[list[Asked]]:
    by_intent: dict[str, list[str]] = {}
    for intent, text in labelled(UNSEEN / TWIN) if (UNSEEN / TWIN).is_dir() else ():
        by_intent.setdefault(intent, []).append(text)
    scams = [offer for offer in offers(UNSEEN_OFFERS) if offer.kind == SCAM and not offer.is_chat]
    if not by_intent or not scams:
        raise MissingError(
            "Kalimat uji tidak ada di sini. Saran: ukur dari folder proyek yang lengkap."
        )
    topic = _drawn([text for intent in _TOPICS for text in by_intent.get(intent, ())])
    dangers = [
        text
        for intent, texts in by_intent.items()
        if intent.startswith("darurat_")
        for text in texts
    ]
    texts = _drawn([offer.text for offer in scams])
    return [
        [Asked("greeting", text) for text in _drawn(by_intent["sapa"])],
        [Asked("topic", text) for text in topic],
        [Asked("follow_up", _FOLLOW_UPS[n % len(_FOLLOW_UPS)], (text,)) for n, text in enumerate(topic)],
        [Asked("danger", text) for text in _drawn(dangers)],
        [Asked("offer", text) for text in texts],
        _flyers(),
    ]  # fmt: skip


def _flyers() -> list[Asked]:
    from bot.evaluation.flyers.samples import flyers

    return [
        Asked("flyer", offer.text, style=n)
        for n, (offer, _) in enumerate(flyers(offers(UNSEEN_OFFERS)))
    ]


def _drawn(texts: Sequence[str]) -> list[str]:
    return random.Random(_SEED).sample(list(texts), len(texts))  # noqa: S311 - an order, no secret
