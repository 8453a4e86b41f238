"""The screens of a scene in their order, what they are called, and what a question is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.demo.telling import contact_screens
from knowledge.model_hall import STEP_CONTENTS, Offer, Raised, Reveal, Scene, Step

COVER, DISCUSSION, TAKE_HOME, CONTACTS = "cover", "discussion", "take_home", "contacts"
TITLES = {
    COVER: "Pembuka", "narration": "Cerita", "chat": "Percakapan", "offer": "Tawaran", "question": "Pertanyaan",
    "reveal": "Pemeriksaan", "fact": "Fakta", "referral": "Yang dilakukan", CONTACTS: "Yang dihubungi",
    DISCUSSION: "Diskusi", TAKE_HOME: "Dibawa pulang",
}  # fmt: skip
RISKS = {
    "tinggi": "Risiko tinggi: jangan lanjut dulu",
    "sedang": "Risiko sedang: tanyakan dulu",
    "rendah": "Tulisannya saja belum cukup untuk menilai. Cek sendiri.",
}
# A demand for money is no offer.
MESSAGE = "Pesan"
# Words of a step beside its title, so that two places of the same kind can be told apart.
_WORDS = 4


@dataclass(frozen=True)
class Screen:
    """One screen.

    Attributes:
        kind: a content of `Step`, or one of COVER, CONTACTS, DISCUSSION, TAKE_HOME.
        station: to which place of the line of dots it belongs, from 0.
        step: the step; None for what is no step.
        shown: how many bubbles, or how far a reveal has come (0: verdict, mark by mark, then the rest); which question or
            screen of contacts.
    """

    kind: str
    station: int
    step: Step | None = None
    shown: int = 0


def screens(scene: Scene) -> Iterator[Screen]:
    """Yield all screens of a scene in order."""
    yield Screen(COVER, 0)
    station = 1
    for step in scene.steps:
        kind = next(name for name in STEP_CONTENTS if getattr(step, name))
        if step.chat:
            yield from (Screen(kind, station, step, n + 1) for n in range(len(step.chat)))
        elif step.reveal:
            shown = len(raised_in(step.reveal)) + 2
            yield from (Screen(kind, station, step, n) for n in range(shown))
        else:
            yield Screen(kind, station, step)
        if step.referral:
            for page in range(contact_screens(step.referral)):
                yield Screen(CONTACTS, station, step, page)
        station += 1
    yield from (Screen(DISCUSSION, station, None, n) for n in range(len(scene.discussion)))
    yield Screen(TAKE_HOME, station + 1)


def raised_in(reveal: Reveal) -> tuple[Raised, ...]:
    """What is marked one after another: the flags, then the remarks under names of their own."""
    remarks = (Raised(f"remark{n}", each.quotes) for n, each in enumerate(reveal.remarks))
    return (*reveal.flags, *remarks)


def title(scene: Scene, screen: Screen) -> str:
    """What a screen is called in the list of places to jump to: its place, its kind, its first words."""
    step = screen.step
    kind = TITLES[screen.kind]
    if step and step.offer and step.offer.id in dangers(scene):
        kind = MESSAGE
    told = _told(step) if step else ""
    words = told.split()
    opening = " ".join(words[:_WORDS]).rstrip(".,:;!?")
    hint = f": {opening}{'…' if len(words) > _WORDS else ''}" if words else ""
    return f"{screen.station + 1}. {kind}{hint}"


def dangers(scene: Scene) -> set[str]:
    """Ids of the messages that offer nothing: they are a danger."""
    reveals = (step.reveal for step in scene.steps if step.reveal)
    return {reveal.offer for reveal in reveals if reveal.danger}


@dataclass(frozen=True)
class Evidence:
    """What a question is asked about: offers with what was marked in them, or the step with a chat or a story."""

    offers: tuple[tuple[Offer, tuple[Raised, ...]], ...] = ()
    step: Step | None = None


def evidence(scene: Scene, question: Step) -> Evidence:
    """The offers that the question names, else what was shown last."""
    # By identity: two steps may say the same.
    place = next(n for n, step in enumerate(scene.steps) if step is question)
    before = scene.steps[:place]
    last = before[-1] if before else None
    names = question.about
    if not names and last and last.offer:
        names = (last.offer.id,)
    if not names and last and last.reveal:
        names = (last.reveal.offer,)
    if not names:
        return Evidence(step=last)
    offers = {step.offer.id: step.offer for step in before if step.offer}
    marked = {step.reveal.offer: raised_in(step.reveal) for step in before if step.reveal}
    return Evidence(tuple((offers[name], marked.get(name, ())) for name in names if name in offers))


def _told(step: Step) -> str:
    if step.chat:
        return step.chat[0].says
    if step.offer:
        return step.offer.pasted
    if step.reveal or step.referral:
        return ""
    return step.narration or step.question or (step.fact.text if step.fact else "")
