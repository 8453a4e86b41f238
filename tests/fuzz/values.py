"""Hostile JSON: real objects in which values were changed, and objects that were made up."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from random import Random
from typing import Any

from tests.fuzz.inputs import damaged, text

_NUMBERS = (
    0, -1, 1, 2**31, 2**53, 2**63, -(2**63) - 1, 10**30, 0.5, -0.0, 1e308, float("inf"), float("-inf"), float("nan"), True,
)  # fmt: skip
# What no library writes and every parser meets.
_RAW = (
    b"", b"null", b"[]", b"{}", b'""', b"0", b"nan", b"{", b'{"a":1,"a":2}', b"\xff\xfe{\x00}\x00", b"\xef\xbb\xbf{}",
    b"[" * 50_000, b'{"a":' * 50_000, b'{"update_id":' + b"9" * 5_000 + b"}", b'{"update_id": 1e999}', b'"\\ud800"', b"{}\x00",
)  # fmt: skip


def value(random: Random, real: Sequence[str], depth: int = 3) -> Any:
    """Any value of JSON."""
    kind = random.randrange(7 if depth else 4)
    if kind == 0:
        return random.choice(_NUMBERS)
    if kind == 1:
        return random.choice((None, True, False, ""))
    if kind < 4:
        return text(random, real, 6_000)
    if kind < 6:
        return [value(random, real, depth - 1) for _ in range(random.randint(0, 4))]
    return {
        text(random, real, 40): value(random, real, depth - 1) for _ in range(random.randint(0, 4))
    }


def changed(random: Random, row: Any, real: Sequence[str]) -> Any:
    """A copy of a value of JSON in which a few places hold something else, or are gone, or stand twice."""
    found = copy.deepcopy(row)
    for _ in range(random.choice((0, 1, 1, 1, 2, 3))):
        found = _changed_once(random, found, real)
    return found


def body(random: Random, row: Any, real: Sequence[str]) -> bytes:
    """The same as bytes; some are no JSON at all."""
    if random.random() < 0.06:
        return random.choice(_RAW)
    data = json.dumps(changed(random, row, real), ensure_ascii=random.random() < 0.7)
    sent = data.encode("utf-8", "surrogatepass")
    return damaged(random, sent) if random.random() < 0.12 else sent


def _changed_once(random: Random, row: Any, real: Sequence[str]) -> Any:
    if not isinstance(row, dict | list) or not row or random.random() < 0.15:
        return text(random, real) if random.random() < 0.3 else value(random, real)
    if isinstance(row, dict):
        key = random.choice(list(row))
        match random.randrange(8):
            case 0:
                del row[key]
            case 1:
                row[text(random, real, 60)] = row.pop(key)
            case 2:
                row[random.choice(list(row))] = row[key]
            case _:
                row[key] = _changed_once(random, row[key], real)
        return row
    place = random.randrange(len(row))
    match random.randrange(5):
        case 0:
            del row[place]
        case 1:
            row.extend([row[place]] * random.randint(1, 50))
        case _:
            row[place] = _changed_once(random, row[place], real)
    return row
