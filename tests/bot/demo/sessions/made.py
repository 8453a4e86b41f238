"""Sessions for tests: what was typed about one, and acts that counted something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.demo.keeping import Act
from bot.demo.sessions.model import SessionNotebook
from bot.demo.sessions.store import SessionStore

ABOUT = {
    "place": "Balai Desa Sukamaju",
    "date": "2026-11-21",
    "people": 30,
    "province": "jawa_timur",
    "district": "Kabupaten Malang",
}
# A trick and a genuine offer of the quiz, and a check with one of its statements.
TRICK, GENUINE, CHECK, STATEMENT = "q01", "q11", "sebelum_berangkat", "paspor_sendiri"


def act(notebook: SessionNotebook, part: str | None = "kuis", **state: Any) -> Act:
    shown = {
        "part": part,
        "arguments": {"items": [TRICK]},
        "title": "Asli atau tipu? 1",
        "dump": {},
    }
    return Act("next", {**shown, **state}, notebook.dump())


def counted(right_before: int, right_after: int, of: int) -> SessionNotebook:
    """A notebook in which one statement was counted before and after, and two questions of the quiz."""
    notebook = SessionNotebook(of)
    for round_, right in (("sebelum", right_before), ("sesudah", right_after)):
        notebook.count(f"cek/{round_}/{CHECK}/{STATEMENT}", {"salah": right, "benar": of - right})
    notebook.count(f"kuis/{TRICK}", {"tipu": of - 1, "asli": 1})
    notebook.count(f"kuis/{GENUINE}", {"tipu": of - 2, "asli": 2})
    return notebook


def held(store: SessionStore, notebook: SessionNotebook, **about: Any) -> str:
    """Hold a session and end it. Returns its id."""
    given: Mapping[str, Any] = {**ABOUT, "people": notebook.people, **about}
    id_ = store.begin(dict(given))
    store.append(id_, act(notebook))
    store.end(id_)
    return id_
