"""A rehearsed scene (knowledge/scenes): one thought a screen, one screen a key press.

Acts: "next", "back", "go" (number of a screen, as `notes` lists them).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.demo.part import Choice, Json, Kind, PartError, Services
from bot.demo.stepping import Stepping
from bot.demo.telling import Teller, contact_screens, marks
from knowledge.model_hall import STEP_CONTENTS, Offer, Reveal, Scene, Step
from knowledge.store import Store

NAME = "adegan"
COVER, DISCUSSION, TAKE_HOME, CONTACTS = "cover", "discussion", "take_home", "contacts"
TITLES = {
    COVER: "Pembuka", "narration": "Cerita", "chat": "Percakapan", "offer": "Tawaran", "question": "Pertanyaan",
    "reveal": "Pemeriksaan", "fact": "Fakta", "referral": "Yang dilakukan", CONTACTS: "Yang dihubungi",
    DISCUSSION: "Obrolan", TAKE_HOME: "Dibawa pulang",
}  # fmt: skip
RISKS = {
    "tinggi": "Risiko tinggi: jangan lanjut dulu",
    "sedang": "Risiko sedang: tanyakan dulu",
    "rendah": "Tidak ada tanda bahaya di tulisannya: tetap dicek",
}
# Screens that say that they are invented.
_INVENTED = frozenset({COVER, "narration", "chat", "offer", "reveal"})
# What the facilitator says where the record has no notes of its own.
_SAY = {
    COVER: "Perkenalkan tokohnya. Katakan bahwa percakapannya rekaan, tetapi polanya dari kasus nyata.",
    DISCUSSION: "Beri waktu. Biarkan orang saling menjawab.",
    TAKE_HOME: "Minta semua membacanya bersama. Lalu ucapkan terima kasih.",
}
_GONE = "Adegan ini tidak ada lagi. Saran: pilih adegan lain dari menu."
_UNKNOWN = "Tombol ini tidak dipakai di adegan. Saran: panah kanan untuk lanjut."


@dataclass(frozen=True)
class Screen:
    """One screen.

    Attributes:
        kind: a content of `Step`, or one of COVER, CONTACTS, DISCUSSION, TAKE_HOME.
        station: to which place of the line of dots it belongs, from 0.
        step: the step; None for what is no step.
        shown: how many bubbles, or how far a reveal has come (0: verdict, flag by flag, then the rest); which question or
            screen of contacts.
    """

    kind: str
    station: int
    step: Step | None = None
    shown: int = 0


class ScenePart:
    """A scene (see `part.Part`)."""

    NAME: ClassVar[str] = NAME

    def __init__(self, scene: Scene, state: Json | None, services: Services) -> None:
        """Begin, or go on where `dump` was."""
        self._scene = scene
        self._tell = Teller(services, scene)
        self._names = {person.id: person.name for person in scene.characters}
        self._offers = {step.offer.id: step.offer for step in scene.steps if step.offer}
        self._steps = Stepping(tuple(screens(scene)), (state or {}).get("at"))

    def act(self, do: str, value: Any) -> None:
        """See the module."""
        if do in ("next", "back"):
            self._steps.turn(1 if do == "next" else -1)
        elif do == "go":
            self._steps.go(value)
        else:
            raise PartError(_UNKNOWN)

    def view(self) -> Json:
        """{"screen", "at", "of"} and what that screen shows."""
        here = self._steps.here
        of = self._steps.screens[-1].station + 1
        place = {
            "screen": here.kind,
            "at": here.station + 1,
            "of": of,
            "invented": here.kind in _INVENTED,
        }
        return {**place, **self._content(here)}

    def notes(self) -> Json:
        """What to say, what comes, whole offer and messages for the live chat, and all screens to jump to."""
        here, scene = self._steps.here, self._scene
        last = scene.steps[-1].notes if here.kind == CONTACTS else ""
        return {
            "say": here.step.notes if here.step else _SAY.get(here.kind, last),
            "coming": TITLES[self._steps.coming.kind] if self._steps.coming else None,
            "more": self._more(here),
            "people": [f"{each.name}: {each.role}" for each in scene.characters],
            "live": [*(offer.pasted for offer in self._offers.values()), *scene.try_live],
            "stations": self._steps.stations(lambda screen: (screen.station, TITLES[screen.kind])),
        }

    def phone(self) -> Json | None:
        """Handsets have nothing to do: the hall talks."""
        return None

    def dump(self) -> Json:
        """The place."""
        return {"at": self._steps.at}

    def _more(self, here: Screen) -> str:
        """The whole reason of the flag on the wall, which shows its first sentences."""
        reveal = here.step.reveal if here.step else None
        shown = reveal and 0 < here.shown <= len(reveal.flags)
        return self._tell.why(reveal.flags[here.shown - 1].flag) if reveal and shown else ""

    def _content(self, here: Screen) -> Json:
        scene, step = self._scene, here.step
        if here.kind == DISCUSSION:
            return {"text": scene.discussion[here.shown]}
        if here.kind == TAKE_HOME:
            return self._tell.fact(scene.take_home)
        if step is None:
            return self._tell.cover(scene, scene.characters)
        if step.reveal:
            return self._reveal(step.reveal, here.shown)
        if step.offer:
            return {"who": self._names[step.offer.by], "text": step.offer.pasted}
        if step.fact:
            return self._tell.fact(step.fact)
        if step.referral:
            told = self._tell.fact(step.referral)
            contacts = (
                self._tell.contacts(step.referral, here.shown) if here.kind == CONTACTS else []
            )
            return {**told, "contacts": contacts}
        if step.chat:
            return {"bubbles": self._bubbles(step, here.shown)}
        return {"text": step.narration or step.question}

    def _bubbles(self, step: Step, shown: int) -> list[Json]:
        # The hall looks at the phone of the first character.
        me = self._scene.characters[0].id
        return [
            {
                "who": self._names[each.by],
                "text": each.says,
                "side": "me" if each.by == me else "them",
            }
            for each in step.chat[:shown]
        ]

    def _reveal(self, reveal: Reveal, shown: int) -> Json:
        offer: Offer = self._offers[reveal.offer]
        last = shown > len(reveal.flags)
        raised = reveal.flags[shown - 1] if 0 < shown <= len(reveal.flags) else None
        return {
            "who": self._names[offer.by],
            "text": offer.pasted,
            "marks": marks(
                offer.pasted, reveal.flags if shown == 0 or last else reveal.flags[:shown]
            ),
            "risk": reveal.risk,
            "verdict": RISKS[reveal.risk],
            "flag": self._tell.flag(raised.flag) if raised else None,
            "number": shown,
            "flags": len(reveal.flags),
            "rest": self._tell.fact(reveal.rest) if last else None,
        }


def screens(scene: Scene) -> Iterator[Screen]:
    """Yield all screens of a scene in order."""
    yield Screen(COVER, 0)
    station = 1
    for step in scene.steps:
        kind = next(name for name in STEP_CONTENTS if getattr(step, name))
        if step.chat:
            yield from (Screen(kind, station, step, n + 1) for n in range(len(step.chat)))
        elif step.reveal:
            yield from (Screen(kind, station, step, n) for n in range(len(step.reveal.flags) + 2))
        else:
            yield Screen(kind, station, step)
        if step.referral:
            for page in range(contact_screens(step.referral)):
                yield Screen(CONTACTS, station, step, page)
        station += 1
    yield from (Screen(DISCUSSION, station, None, n) for n in range(len(scene.discussion)))
    yield Screen(TAKE_HOME, station + 1)


def _choices(store: Store) -> Sequence[Choice]:
    return [
        Choice(f"{scene.title} ({scene.minutes} menit)", {"id": scene.id}, scene.teaser)
        for scene in store.scenes()
    ]


def _make(arguments: Json, state: Json | None, services: Services) -> ScenePart:
    scene = services.store.scene(str(arguments.get("id")))
    if scene is None:
        raise PartError(_GONE)
    return ScenePart(scene, state, services)


KIND = Kind(NAME, "Adegan", _choices, _make)
