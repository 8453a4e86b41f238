"""The shape of `mawas ask --json`, as users and scripts rely on it."""

from __future__ import annotations

from typing import Any

KEYS = [
    "text",
    "intent",
    "confidence",
    "ranking",
    "entities",
    "crisis",
    "replies",
    "topics",
    "channels",
    "sources",
    "screening",
    "latency_ms",
]


def assert_is_answer(row: dict[str, Any]) -> None:
    """Keys, their order and their types; nothing more and nothing less."""
    assert list(row) == KEYS
    assert type(row["text"]) is str
    assert type(row["intent"]) is str
    assert row["intent"]
    assert _is_share(row["confidence"])
    assert len(row["ranking"]) <= 5
    for guess in row["ranking"]:
        assert list(guess) == ["id", "confidence"]
        assert type(guess["id"]) is str
        assert _is_share(guess["confidence"])
    shares = [guess["confidence"] for guess in row["ranking"]]
    assert shares == sorted(shares, reverse=True)
    for entity in row["entities"]:
        assert list(entity) == ["entity", "value", "text", "start", "end"]
        assert type(entity["start"]) is int
        assert type(entity["end"]) is int
        assert entity["text"] == row["text"][entity["start"] : entity["end"]]
    if row["crisis"] is not None:
        assert list(row["crisis"]) == ["id", "certain"]
        assert row["crisis"]["id"].startswith("darurat_")
        assert type(row["crisis"]["certain"]) is bool
    assert row["replies"]
    for reply in row["replies"]:
        assert list(reply) == ["text", "buttons"]
        assert reply["text"].strip()
        for button in reply["buttons"]:
            assert list(button) == ["title", "payload"]
            assert button["title"].strip()
            assert button["payload"].startswith("/")
    for key in ("topics", "channels", "sources"):
        assert all(type(id_) is str and id_ for id_ in row[key])
    assert row["screening"] is None
    assert type(row["latency_ms"]) is float
    assert row["latency_ms"] >= 0


def _is_share(value: Any) -> bool:
    return type(value) is float and 0 <= value <= 1
