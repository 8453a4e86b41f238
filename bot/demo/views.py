"""What each kind of window shows, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.demo.part import Choice, Json, Kind
from bot.demo.shown import DAY, key_of
from bot.demo.stage import Stage

if TYPE_CHECKING:
    from knowledge.store import Store


def wall(stage: Stage) -> Json:
    """The projector: {"open", "session", "theme", "hidden", "assistant", "trouble", "part"}.

    A part is {"name", "title", "view"}; None while hidden, so that nothing of it reaches the wall.
    """
    shown = stage.shown
    part = None
    if shown and shown.part and not shown.hidden:
        part = {"name": shown.kind, "title": shown.title, "view": shown.part.view()}
    return {
        "open": stage.sessions is not None,
        "session": {
            "id": shown.session,
            "place": shown.about["place"],
            "date": shown.about["date"],
        }
        if shown
        else None,
        "theme": shown.theme if shown else DAY,
        "hidden": bool(shown and shown.hidden),
        "assistant": {"state": stage.assistant.state, "words": stage.assistant.words},
        "trouble": stage.trouble,
        "part": part,
    }


def notes(stage: Stage, handsets: Json | None) -> Json:
    """The facilitator's window: the wall, what the part shows even while it is hidden, its notes, and where handsets join.

    Args:
        stage: what is shown.
        handsets: {"address", "code"}; None when they were not switched on.
    """
    shown = stage.shown
    part = None
    if shown and shown.part:
        part = {
            "name": shown.kind,
            "title": shown.title,
            "view": shown.part.view(),
            "notes": shown.part.notes(),
        }
    return {
        **wall(stage),
        "part": part,
        "about": shown.about if shown else None,
        "handsets": handsets,
    }


def handset(stage: Stage) -> Json:
    """A handset: {"theme", "hidden", "question"}; the question is what `Part.phone` gives."""
    shown = stage.shown
    question = None
    if shown and shown.part and shown.takes_votes and not shown.hidden:
        question = shown.part.phone()
    return {
        "session": shown is not None,
        "theme": shown.theme if shown else DAY,
        "hidden": bool(shown and shown.hidden),
        "question": question,
    }


def menu(stage: Stage, store: Store | None) -> list[Json]:
    """What can be shown: [{"part", "title", "choices": [{"title", "teaser", "arguments", "left", "done"}]}]; [] before it is built.

    "left" says that a part was shown before and goes on where it was left, "done" that this is its end.
    """
    if store is None:
        return []
    left = stage.shown.left if stage.shown else {}
    return [
        {
            "part": kind.name,
            "title": kind.title,
            "choices": [
                {**choice.as_dict(), **_left(left.get(key_of(_chosen(kind, choice))))}
                for choice in kind.choices(store)
            ],
        }
        for kind in stage.kinds.values()
    ]


def _chosen(kind: Kind, choice: Choice) -> Json:
    return {"part": kind.name, "arguments": choice.arguments}


def _left(dump: Json | None) -> Json:
    return {"left": dump is not None, "done": bool(dump and dump.get("done"))}


def provinces(store: Store | None) -> list[Json]:
    """Provinces and their districts, for the form: [{"id", "name", "districts": [name]}]."""
    rows = store.provinces() if store else []
    return [
        {"id": row.id, "name": row.name, "districts": [each.name for each in row.districts]}
        for row in rows
    ]
