"""The screens of a role-play in their order, and what they are called.

Screens of a round: story, chat (message by message), choose, reply, trick, answers, refuse. Then tally, happened, referral, contacts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.demo.part import Json
from bot.demo.telling import contact_screens
from knowledge.model_hall import Roleplay

COVER, STORY, CHAT, CHOOSE, REPLY, TRICK, ANSWERS, REFUSE = (
    "cover", "story", "chat", "choose", "reply", "trick", "answers", "refuse",
)  # fmt: skip
TALLY, HAPPENED, REFERRAL, CONTACTS = "tally", "happened", "referral", "contacts"
TITLES = {
    COVER: "Pembuka", STORY: "Cerita", CHAT: "Pesan perekrut", CHOOSE: "Balai memilih", REPLY: "Balasan", TRICK: "Tipu dayanya",
    ANSWERS: "Jawaban yang melindungi", REFUSE: "Kalimat menolak", TALLY: "Hasil balai", HAPPENED: "Yang benar terjadi",
    REFERRAL: "Yang dilakukan", CONTACTS: "Yang dihubungi",
}  # fmt: skip
STAGES = {
    "umpan": "Umpan", "kepercayaan": "Kepercayaan", "biaya": "Biaya", "dokumen": "Dokumen", "keberangkatan": "Keberangkatan",
    "isolasi": "Isolasi",
}  # fmt: skip
# Ids of the answers of a round, in their order.
LETTERS = "abcd"


@dataclass(frozen=True)
class Screen:
    """One screen: its kind, the round it belongs to (None: none), how many messages are shown, or which screen of contacts."""

    kind: str
    round: int | None = None
    shown: int = 0


def screens(play: Roleplay) -> Iterator[Screen]:
    """Yield all screens of a role-play in order."""
    yield Screen(COVER)
    for number, round_ in enumerate(play.rounds):
        yield Screen(STORY, number)
        yield from (Screen(CHAT, number, shown + 1) for shown in range(len(round_.says)))
        yield from (Screen(kind, number) for kind in (CHOOSE, REPLY, TRICK, ANSWERS, REFUSE))
    yield from (Screen(kind) for kind in (TALLY, HAPPENED, REFERRAL))
    yield from (Screen(CONTACTS, None, page) for page in range(contact_screens(play.ending.now)))


def tally(play: Roleplay, chosen: Mapping[str, str]) -> Json:
    """{"protected", "rounds", "kept"}: in how many rounds the hall chose an answer that protects, and in which stages.

    Args:
        play: the role-play.
        chosen: stage -> id of the answer; rounds that were passed over are missing.
    """
    answers = {each.stage: dict(zip(LETTERS, each.answers, strict=False)) for each in play.rounds}
    kept = [
        STAGES[stage]
        for stage, by_letter in answers.items()
        if stage in chosen and by_letter[chosen[stage]].protects
    ]
    return {"protected": len(kept), "rounds": len(play.rounds), "kept": kept}
