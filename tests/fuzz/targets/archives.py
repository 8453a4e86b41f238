"""Backups that are none: lines of another kind, bombs, archives of other programs."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tarfile
from random import Random
from typing import Any

from tests.fuzz.inputs import damaged
from tests.fuzz.material import sentences
from tests.fuzz.values import changed

_HEADER = {
    "kind": "mawas-cadangan",
    "format": 1,
    "made": "2026-11-21T10:00:00+07:00",
    "versions": {"conversations": 1, "telegram": 1, "sessions": 1},
    "secret": None,
    "mark": None,
}
_TABLES: tuple[tuple[dict[str, Any], list[Any]], ...] = (
    (
        {
            "table": "events",
            "columns": [
                "sender_id",
                "type_name",
                "timestamp",
                "intent_name",
                "action_name",
                "data",
            ],
        },
        ["tg-a", "user", 1.5, "sapa", None, '{"event": "user"}'],
    ),
    (
        {
            "table": "telegram_waiting",
            "columns": ["bot", "update_id", "chat", "received", "tries", "body", "replies", "sent"],
        },
        [1, 5, 77, 1.5, 0, "{}", None, 0],
    ),
    (
        {"table": "telegram_buttons", "columns": ["owner", "id", "payload", "at"]},
        ["tg-a", "m1", "/setuju", 1.5],
    ),
    (
        {"table": "sessions", "columns": ["id", "place", "held_on", "acts", "began", "used"]},
        ["a1", "Balai", "2026-03-01", 2, 1.5, 1.6],
    ),
)
_SECRETS = (None, "k" * 32, "", "../../secret", 5, ["x"], "\x00", "k\nk")


def _lines(random: Random) -> list[Any]:
    lines: list[Any] = [_HEADER if random.random() < 0.7 else changed(random, _HEADER, sentences())]
    if random.random() < 0.3:
        lines[0] = {
            **_HEADER,
            "secret": random.choice(_SECRETS),
            "mark": random.choice((None, "x", 7)),
        }
    for head, row in random.sample(_TABLES, random.randint(0, len(_TABLES))):
        lines.append(head if random.random() < 0.85 else changed(random, head, sentences()))
        for _ in range(random.randint(0, 3)):
            lines.append(row if random.random() < 0.6 else changed(random, row, sentences()))
    return lines


def archive(random: Random) -> bytes:
    """A backup; most are whole as far as their digest tells."""
    kind = random.random()
    if kind < 0.03:
        return _packed(b"[" * 100_000)
    if kind < 0.05:
        return _packed(json.dumps(_HEADER).encode() + b"\n" + b"[" * 200_000 + b"\n")
    if kind < 0.07:
        # A few kilobytes that unpack into 300 MB without a line end.
        return _packed(json.dumps(_HEADER).encode() + b"\n" + b"[", b"0" * 1_000_000, 300)
    if kind < 0.1:
        return _tar(random)
    data = b"".join(json.dumps(line).encode("utf-8", "replace") + b"\n" for line in _lines(random))
    rows: dict[str, int] = {}
    name = ""
    for line in data.splitlines():
        found = json.loads(line)
        if isinstance(found, list):
            rows[name] = rows.get(name, 0) + 1
        elif isinstance(found, dict) and isinstance(found.get("table"), str):
            name = found["table"]
            rows[name] = 0
    digest = hashlib.sha256(data).hexdigest()
    last = (
        {"rows": rows, "sha256": digest}
        if random.random() < 0.9
        else changed(random, {"rows": rows, "sha256": digest}, sentences())
    )
    data += json.dumps(last).encode() + b"\n"
    if random.random() < 0.1:
        data = damaged(random, data)
    packed = _packed(data)
    return damaged(random, packed) if random.random() < 0.15 else packed


def _packed(data: bytes, more: bytes = b"", times: int = 0) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1, mtime=0) as file:
        file.write(data)
        for _ in range(times):
            file.write(more)
    return out.getvalue()


def _tar(random: Random) -> bytes:
    """What other programs take for a backup: paths and links that lead out of it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=random.choice(("w", "w:gz"))) as tar:
        for name in ("../../lolos", "/lolos", "a/../../lolos", "C:\\lolos"):
            info = tarfile.TarInfo(name)
            info.size = 3
            tar.addfile(info, io.BytesIO(b"abc"))
        link = tarfile.TarInfo("tautan")
        link.type, link.linkname = random.choice((tarfile.SYMTYPE, tarfile.LNKTYPE)), "../../../etc"
        tar.addfile(link)
    return out.getvalue()
