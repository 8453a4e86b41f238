"""A rehearsed scene (knowledge/scenes): one thought a screen, one screen a key press.

Acts: "next", "back", "go" (number of a screen, as `notes` lists them).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from bot.demo.part import Choice, Json, Kind, PartError, Services
from bot.demo.parts.scene_screens import (
    CONTACTS,
    COVER,
    DISCUSSION,
    RISKS,
    TAKE_HOME,
    TITLES,
    Screen,
    evidence,
    raised_in,
    screens,
    title,
)
from bot.demo.records import choices_of, chosen
from bot.demo.stepping import Stepping
from bot.demo.telling import Teller, marks
from knowledge.model_hall import Bubble, Offer, Raised, Reveal, Scene, Step
from knowledge.store import Store

NAME = "adegan"
# Screens that say that they are invented.
_INVENTED = frozenset({COVER, "narration", "chat", "offer", "question", "reveal"})
# What the facilitator says where the record has no notes of its own.
_SAY = {
    COVER: "Perkenalkan tokohnya. Katakan bahwa percakapannya rekaan, tetapi polanya dari kasus nyata.",
    DISCUSSION: "Beri waktu. Biarkan orang saling menjawab. Tambahkan isi di bawah ini bila belum disebut.",
    TAKE_HOME: "Minta semua membacanya bersama. Lalu ucapkan terima kasih.",
}
_GONE = "Adegan ini tidak ada lagi. Saran: pilih adegan lain dari menu."
_UNKNOWN = "Tombol ini tidak dipakai di adegan. Saran: panah kanan untuk lanjut."


class ScenePart:
    """A scene (see `part.Part`)."""

    NAME: ClassVar[str] = NAME

    def __init__(self, scene: Scene, state: Json | None, services: Services) -> None:
        """Begin, or go on where `dump` was."""
        self._scene = scene
        self._tell = Teller(services, scene)
        self._names = {person.id: person.name for person in scene.characters}
        self._offers = {step.offer.id: step.offer for step in scene.steps if step.offer}
        # A referral and its contacts are one place: the first screen names it.
        self._titles: dict[int, str] = {}
        for screen in screens(scene):
            self._titles.setdefault(screen.station, title(scene, screen))
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
        """What to say, what can be added, what comes, offers and messages for the live chat, and all screens to jump to."""
        here, scene = self._steps.here, self._scene
        last = scene.steps[-1].notes if here.kind == CONTACTS else ""
        return {
            "say": here.step.notes if here.step else _SAY.get(here.kind, last),
            "coming": TITLES[self._steps.coming.kind] if self._steps.coming else None,
            "more": self._more(here),
            "answer": self._tell.fact(scene.discussion[here.shown].answer)
            if here.kind == DISCUSSION
            else None,
            "people": [f"{each.name}: {each.role}" for each in scene.characters],
            "live": [*(offer.pasted for offer in self._offers.values()), *scene.try_live],
            "stations": self._steps.stations(
                lambda screen: (screen.station, self._titles[screen.station])
            ),
        }

    def phone(self) -> Json | None:
        """Handsets have nothing to do: the hall talks."""
        return None

    def dump(self) -> Json:
        """The place."""
        return self._steps.dump()

    def note(self) -> None:
        """Nothing is counted here."""

    def leave(self) -> None:
        """Nothing is left to do."""

    def _more(self, here: Screen) -> str:
        """The whole reason of the flag on the wall, which shows its first sentences."""
        reveal = here.step.reveal if here.step else None
        shown = reveal and 0 < here.shown <= len(reveal.flags)
        return self._tell.why(reveal.flags[here.shown - 1].flag) if reveal and shown else ""

    def _content(self, here: Screen) -> Json:
        scene, step = self._scene, here.step
        if here.kind == DISCUSSION:
            return {"text": scene.discussion[here.shown].ask}
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
            return {"bubbles": self._bubbles(step.chat[: here.shown])}
        if step.question:
            return {"text": step.question, "beside": self._beside(step)}
        return {"text": step.narration}

    def _beside(self, question: Step) -> Json:
        """{"offers", "bubbles", "story"}: what the hall is asked about."""
        found = evidence(self._scene, question)
        step = found.step
        return {
            "offers": [self._offer(offer, raised) for offer, raised in found.offers],
            "bubbles": self._bubbles(step.chat) if step else [],
            "story": step.narration or "" if step else "",
        }

    def _offer(self, offer: Offer, raised: Sequence[Raised]) -> Json:
        who, text = self._names[offer.by], offer.pasted
        return {"who": who, "text": text, "marks": marks(text, raised)}

    def _bubbles(self, chat: Sequence[Bubble]) -> list[Json]:
        # The hall looks at the phone of the first character.
        me = self._scene.characters[0].id
        return [
            {
                "who": self._names[each.by],
                "text": each.says,
                "side": "me" if each.by == me else "them",
            }
            for each in chat
        ]

    def _reveal(self, reveal: Reveal, shown: int) -> Json:
        raised = raised_in(reveal)
        last = shown > len(raised)
        danger = self._tell.danger(reveal.danger) if reveal.danger else None
        return {
            **self._offer(
                self._offers[reveal.offer], raised if shown == 0 or last else raised[:shown]
            ),
            "risk": reveal.risk,
            "verdict": danger["title"] if danger else RISKS[reveal.risk],
            "danger": danger,
            "flag": self._mark(reveal, shown - 1) if 0 < shown <= len(raised) else None,
            "number": shown,
            "flags": len(raised),
            "rest": self._tell.fact(reveal.rest) if last else None,
        }

    def _mark(self, reveal: Reveal, number: int) -> Json:
        """A red flag, or a remark in the same shape."""
        if number < len(reveal.flags):
            return self._tell.flag(reveal.flags[number].flag)
        remark = reveal.remarks[number - len(reveal.flags)]
        told = self._tell.fact(remark)
        id_ = raised_in(reveal)[number].flag
        return {"id": id_, "title": remark.title, "why": told["text"], "source": told["source"]}


def _choices(store: Store) -> Sequence[Choice]:
    return choices_of(store.scenes())


def _make(arguments: Json, state: Json | None, services: Services) -> ScenePart:
    return ScenePart(chosen(services.store.scene, arguments, _GONE), state, services)


KIND = Kind(NAME, "Adegan", _choices, _make)
