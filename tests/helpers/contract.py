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
SCREENING_KEYS = (
    "file text risk score flags facts missing questions stage advice channels sources".split()
)
FACT_KEYS = "country position company licence salary contacts".split()


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
    if row["screening"] is not None:
        assert_is_screening(row["screening"])
    assert type(row["latency_ms"]) is float
    assert row["latency_ms"] >= 0


def assert_is_screening(row: dict[str, Any]) -> None:
    """A screening as `mawas check --json` and the key "screening" of `mawas ask --json` print it."""
    assert list(row) == SCREENING_KEYS
    assert row["file"] is None or type(row["file"]) is str
    assert row["risk"] in ("tinggi", "sedang", "rendah", "bukan_lowongan")
    assert type(row["score"]) is int
    assert row["score"] >= 0
    severities = [flag["severity"] for flag in row["flags"]]
    assert severities == sorted(severities, reverse=True)
    for flag in row["flags"]:
        assert list(flag) == ["id", "severity", "why", "evidence"]
        assert flag["severity"] in (1, 2, 3)
        assert flag["why"]
        assert flag["evidence"]
    facts = row["facts"]
    assert list(facts) == FACT_KEYS
    if facts["salary"] is not None:
        assert list(facts["salary"]) == ["min", "max", "currency", "period"]
    for contact in facts["contacts"]:
        assert list(contact) == ["type", "value", "text", "start", "end"]
    quoted = [each for flag in row["flags"] for each in flag["evidence"]]
    for each in [*quoted, *facts["contacts"]]:
        assert each["text"]
        assert row["text"][each["start"] : each["end"]] == each["text"]
    for key in ("missing", "questions", "advice", "channels", "sources"):
        assert all(type(text) is str and text for text in row[key])
        assert len(set(row[key])) == len(row[key])
    assert row["advice"]
    stages = (None, "umpan", "kepercayaan", "biaya", "dokumen", "keberangkatan", "isolasi")
    assert row["stage"] in stages


def _is_share(value: Any) -> bool:
    return type(value) is float and 0 <= value <= 1
