"""What a village hall sees: every screen of the scenes, role-plays, quizzes and checks, and the facilitator's notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.answers.said import HALL, Item, Said
from bot.answers.world import World
from bot.demo.part import Choice, Json, Kind, Part, PartError, Services
from bot.demo.parts import check, quiz, roleplay, scene
from bot.messages import Incoming

# Values of these keys tell the page what to draw; nobody reads them.
_SILENT = frozenset("screen id side flag round stage kind poll at of severity risk correct".split())
# Words of invented people, which are theirs; they stand between these marks.
_INVENTED_KEYS = frozenset(("offer", "said", "offers", "bubbles", "live"))
QUOTED = "«{}»"
_FOLDERS = {
    scene.NAME: "scenes",
    roleplay.NAME: "roleplays",
    quiz.NAME: "quiz",
    check.NAME: "checks",
}
_MOST_SCREENS = 500


class _Nobody:
    """Counts nobody, and answers nothing: the walk only looks."""

    state, words, people = "siap", "", None

    def counts(self, what: str) -> dict[str, int]:
        """None."""
        return {}

    def count(self, what: str, counts: Mapping[str, int]) -> None:
        """Nothing is kept."""

    def unanswered(self, text: str) -> None:
        """Nothing is kept."""

    async def turn(self, incoming: Incoming) -> Any:
        """Nobody writes."""
        raise PartError(incoming.text)

    async def forget(self, sender: str) -> None:
        """There is nothing."""


def hall(world: World) -> Iterator[Said]:
    """Every screen, in order."""
    nobody = _Nobody()
    services = Services(world.store, nobody, nobody, nobody, lambda: world.day)
    for kind in (scene.KIND, roleplay.KIND, quiz.KIND, check.KIND):
        for choice in kind.choices(world.store):
            yield from _shown(kind, choice, services)


def _shown(kind: Kind, choice: Choice, services: Services) -> Iterator[Said]:
    name = "-".join(str(each) for each in choice.arguments.values())
    record = (
        f"{_FOLDERS[kind.name]}/{choice.arguments['id']}.yml" if "id" in choice.arguments else ""
    )
    item = Item(HALL, f"{kind.name}-{name}", choice.title, record=record, group=kind.title)
    told: set[str] = set()
    # A role-play goes on with whatever was chosen: once for each answer.
    for letter in "abcd" if kind.name == roleplay.NAME else "a":
        for number, part in enumerate(_screens(kind, choice, services, letter), start=1):
            view = part.view()
            source = view.pop("source", "")
            fresh = [each for each in _strings(view, False) if each not in told]
            told.update(fresh)
            if fresh:
                fresh += [source] if source else []
                yield Said(
                    item,
                    f"Layar {number}",
                    ("\n".join(fresh),),
                    states_facts=bool(source),
                    is_heard=True,
                )
            notes = [
                each for each in _strings(_said_aloud(part.notes()), False) if each not in told
            ]
            told.update(notes)
            if notes:
                yield Said(item, f"Catatan {number}", ("\n".join(notes),), is_heard=True)


def _screens(kind: Kind, choice: Choice, services: Services, letter: str) -> Iterator[Part]:
    part = kind.make(choice.arguments, None, services)
    yield part
    for _ in range(_MOST_SCREENS):
        if not _moved(part, letter):
            return
        yield part
    raise LookupError(f"{choice.title} never ends")


def _moved(part: Part, letter: str) -> bool:
    """Go one screen on, with an answer where one has to be chosen; False on the last."""
    before = part.dump()
    try:
        part.act("next", None)
    except PartError:
        for chosen in (letter, "a"):
            try:
                part.act("choose", chosen)
            except PartError:
                continue
            break
        else:
            return False
    return part.dump() != before


def _said_aloud(notes: Json) -> Json:
    """What the facilitator is told to say; places to jump to and offers to paste are no sentences."""
    return {key: notes[key] for key in ("say", "more", "answer", "text") if notes.get(key)}


def _strings(value: Any, invented: bool) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield QUOTED.format(value) if invented else value
    elif isinstance(value, Mapping):
        # A chat bubble or an offer has its writer beside it.
        theirs = invented or "who" in value
        for key, child in value.items():
            if key not in _SILENT:
                yield from _strings(child, theirs or key in _INVENTED_KEYS)
    elif isinstance(value, Sequence):
        for child in value:
            yield from _strings(child, invented)
