"""What is not restored, and that nothing is changed then."""

from __future__ import annotations

import asyncio
import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.telegram.share import Share
from bot.errors import MawasError, MissingError, UnreadableError
from bot.keeping import archive
from bot.keeping.backup import back_up
from bot.keeping.restore import restore
from bot.pseudonym import Pseudonyms
from tests.bot.keeping.conftest import Place
from tests.bot.keeping.rows import all_rows, converse, filled, store_of
from tests.bot.tracker.talks import say

KINDS = ("sqlite", "postgresql")
BOTH = pytest.mark.parametrize("kind", KINDS)
KEY = "kunci-operator-yang-panjang"


@BOTH
def test_rows_that_are_there_stay_unless_they_are_to_go(
    kind: str, place: Place, tmp_path: Path
) -> None:
    old, new = filled(place("sqlite")), place(kind)
    back_up(old, tmp_path / "c")
    Pseudonyms.load(new)
    asyncio.run(converse(new, {"z": 0}))
    before = all_rows(new)
    with pytest.raises(MawasError, match="--replace"):
        restore(new, tmp_path / "c")
    (new.home / "secret").unlink()
    with pytest.raises(MawasError, match="--replace"):
        restore(new, tmp_path / "c")
    assert all_rows(new) == before
    assert not list(new.home.glob("secret*"))
    restore(new, tmp_path / "c", replace=True)
    assert all_rows(new) == all_rows(old)


@BOTH
def test_nothing_is_restored_below_a_running_bot(kind: str, place: Place, tmp_path: Path) -> None:
    old, new = filled(place("sqlite")), place(kind)
    back_up(old, tmp_path / "c")
    bot = store_of(new)
    asyncio.run(say(bot, "z", "satu"))
    asyncio.run(bot.delete(["z"]))
    with pytest.raises(MissingError, match="sedang dipakai"):
        restore(new, tmp_path / "c")
    bot.engine.dispose()
    share = Share(new.home)
    share.acquire()
    with pytest.raises(MissingError, match="sedang dipakai"):
        restore(new, tmp_path / "c")
    share.release()
    assert not list(new.home.glob("secret*"))
    restore(new, tmp_path / "c")


def test_another_key_here_is_not_overwritten_unasked(place: Place, tmp_path: Path) -> None:
    old, new = filled(place("sqlite")), place("sqlite")
    back_up(old, tmp_path / "c")
    Pseudonyms.load(new)
    key = (new.home / "secret").read_text()
    with pytest.raises(MawasError, match="bukan kunci cadangan"):
        restore(new, tmp_path / "c")
    assert (new.home / "secret").read_text() == key
    with pytest.raises(MissingError, match="kosongkan MAWAS_SECRET"):
        restore(replace(new, secret=KEY), tmp_path / "c", replace=True)


def _changed(lines: list[bytes], number: int, old: str, new: str) -> bytes:
    lines[number] = lines[number].replace(old.encode(), new.encode())
    return gzip.compress(b"".join(lines))


@pytest.mark.parametrize("damage", ["cut", "bytes", "row", "missing row", "no end", "more", "text"])
def test_a_damaged_file_is_refused_and_changes_nothing(
    damage: str, place: Place, tmp_path: Path
) -> None:
    file = tmp_path / "c"
    back_up(filled(place("sqlite")), file)
    whole = file.read_bytes()
    lines = gzip.decompress(whole).splitlines(keepends=True)
    middle = bytearray(whole)
    middle[len(whole) // 2] ^= 0xFF
    file.write_bytes(
        {
            "cut": whole[: len(whole) // 2],
            "bytes": bytes(middle),
            "row": _changed(list(lines), 3, "x", "q"),
            "missing row": gzip.compress(b"".join(lines[:3] + lines[4:])),
            "no end": gzip.compress(b"".join(lines[:-1])),
            "more": gzip.compress(b"".join([*lines, b"[1]\n"])),
            "text": b"bukan cadangan",
        }[damage]
    )
    new = place("sqlite")
    with pytest.raises(UnreadableError, match="rusak"):
        restore(new, file)
    assert list(new.home.iterdir()) == []


@pytest.mark.parametrize("change", ["format", "version", "table"])
def test_a_file_of_a_later_mawas_is_refused(change: str, place: Place, tmp_path: Path) -> None:
    file = tmp_path / "c"
    header = archive.Header(
        "2030-01-01", {"conversations": 99 if change == "version" else 1}, None, None
    )
    with file.open("wb") as out:
        writer = archive.Writer(out, header)
        writer.table("events" if change != "table" else "besok", ["sender_id"], [])
        writer.finish()
    if change == "format":
        line, *others = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
        value = json.loads(line) | {"format": archive.FORMAT + 1}
        file.write_bytes(gzip.compress(json.dumps(value).encode() + b"\n" + b"".join(others)))
    with pytest.raises(UnreadableError, match="lebih baru"):
        restore(place("sqlite"), file)


def _archive(
    file: Path, header: dict[str, object], *tables: tuple[list[object], list[object]]
) -> None:
    """A file whose digest is right, whatever stands in it."""
    told = {"made": "2026-11-29", "versions": {"conversations": 1}, "secret": None, "mark": None}
    with file.open("wb") as out:
        writer = archive.Writer(out, archive.Header(**{**told, **header}))  # type: ignore[arg-type]
        for columns, row in tables:
            writer.table("events", columns, [row])  # type: ignore[arg-type, list-item]
        writer.finish()


@pytest.mark.parametrize(
    "header",
    [
        {"made": 5},
        {"versions": [1]},
        {"versions": {"conversations": "1"}},
        {"mark": 7},
        {"secret": ["x"]},
        {"secret": ""},
        {"secret": "a\nb"},
        {"secret": "\ud800"},
    ],
)
def test_a_header_of_another_kind_is_refused_and_no_key_is_written(
    header: dict[str, object], place: Place, tmp_path: Path
) -> None:
    _archive(tmp_path / "c", header)
    new = place("sqlite")
    with pytest.raises(UnreadableError, match="rusak"):
        restore(new, tmp_path / "c")
    assert list(new.home.iterdir()) == []


@BOTH
@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (["sender_id", "type_name"], ["a"]),
        (["sender_id", "type_name"], ["a", ["user"]]),
        (["sender_id", "type_name"], ["a", {"x": 1}]),
        (["sender_id", "type_name"], ["a", "\ud800"]),
        (["sender_id", "type_name", "timestamp"], ["a", "user", 2**70]),
        (["sender_id", "type_name"], ["a", None]),
        ([5], ["a"]),
    ],
)
def test_rows_that_nobody_wrote_are_refused_and_nothing_is_changed(
    kind: str, columns: list[object], row: list[object], place: Place, tmp_path: Path
) -> None:
    good = (["sender_id", "type_name"], ["a", "user"])
    _archive(tmp_path / "c", {}, good, (columns, row))
    new = place(kind)
    with pytest.raises(UnreadableError, match="rusak"):
        restore(new, tmp_path / "c")
    assert not any(all_rows(new).values())


@pytest.mark.parametrize("line", [b"[" * 100_000, b'{"a":' * 100_000, b"[" + b"0" * 40_000_000])
def test_a_line_without_an_end_is_refused(line: bytes, place: Place, tmp_path: Path) -> None:
    _archive(tmp_path / "c", {})
    header = gzip.decompress((tmp_path / "c").read_bytes()).splitlines(keepends=True)[0]
    (tmp_path / "c").write_bytes(gzip.compress(header + line, 1))
    with pytest.raises(UnreadableError, match="rusak"):
        restore(place("sqlite"), tmp_path / "c")
