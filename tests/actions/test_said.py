"""Messages are read when they are looked at, and are those that were said."""

from __future__ import annotations

from typing import Any

import pytest

from actions.said import Message, Messages, earlier_languages, earlier_texts

SAID = (
    Message("a", "halo", "sapa", 1.0, (("sapa", 0.9),), "jv"),
    Message("b", "biaya?", "biaya", 2.0),
    Message("c", "makasih", "terima_kasih", 3.0),
)
ROWS = [message.as_row() for message in SAID]
EVENT = {"event": "user", "message_id": "d", "text": "ya", "timestamp": 4.0, "parse_data": {}}


def test_they_are_read_from_rows_and_events() -> None:
    found = Messages([*ROWS, EVENT])
    assert found == (*SAID, Message("d", "ya", "", 4.0))
    assert (len(found), found[-1].text, found[0]) == (4, "ya", SAID[0])
    assert [message.id for message in reversed(found)] == ["d", "c", "b", "a"]
    assert found[1:3] == SAID[1:]
    assert found[:-1][-1] is not None
    assert found != SAID
    assert not Messages([])


def test_only_what_is_looked_at_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Any] = []
    of_row = Message.of_row
    monkeypatch.setattr(Message, "of_row", lambda row: read.append(row["id"]) or of_row(row))
    found = Messages(ROWS)
    assert [found[-1].id, found[-1].text, found[:2][-1].id, len(found[:2])] == [
        "c",
        "makasih",
        "b",
        2,
    ]
    assert read == ["c", "b"]


def test_texts_and_languages_need_no_messages() -> None:
    assert earlier_texts(ROWS) == {"a": "halo", "b": "biaya?", "c": "makasih"}
    assert list(earlier_languages(ROWS)) == ["jv", None, None]
    assert earlier_texts(None) == {}
    assert list(earlier_languages(None)) == []
