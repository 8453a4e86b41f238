"""How danger stands in a message."""

from __future__ import annotations

import json

from actions.danger.noticed import PHRASE, Danger, Level, Noticed


def test_a_danger_is_read_as_it_was_written() -> None:
    danger = Danger("darurat_jiwa", True, False, PHRASE)
    assert Danger.of(json.loads(json.dumps(danger.as_dict()))) == danger


def test_no_danger_is_none() -> None:
    assert Danger.of(None) is None
    assert Danger.of({}) is None


def test_the_likeliest_danger_leads() -> None:
    noticed = Noticed(0.0, 0.0, Level.NOTHING, {"a": 0.3, "b": 0.7}, False, PHRASE)
    assert noticed.id == "b"
