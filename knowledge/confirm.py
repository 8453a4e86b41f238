"""Notes in a channel's file that somebody checked its contacts; comments and order of the file stay as they are."""

from __future__ import annotations

import calendar
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from knowledge.document import Document
from knowledge.findings import KnowledgeError, did_you_mean
from knowledge.kinds import FOLDERS
from knowledge.load import read_document
from knowledge.numbers import same_number
from knowledge.whole_file import whole

BY_PHONE = "telepon"
"""What is given for a source when somebody called."""

REVIEW_MONTHS = 6

_CALLED = "Telepon uji oleh tim Mawas"


@dataclass(frozen=True)
class Confirmation:
    """What somebody found.

    Attributes:
        on: the day on which the source shows the contact, or of the call.
        source: address of the page, or BY_PHONE.
        contact: the value that was checked; None for all contacts of the channel.
        by: role of who checked (never a person's name); None to leave it as it is.
    """

    on: date
    source: str = BY_PHONE
    contact: str | None = None
    by: str | None = None


def confirm(root: Path, channel_id: str, found: Confirmation, today: date) -> dict[str, str]:
    """Write the dates and the evidence into the channel's file.

    Args:
        root: the knowledge folder.
        channel_id: which channel.
        found: what was found.
        today: the day of the check.

    Returns:
        Field -> its new value.

    Raises:
        KnowledgeError: there is no such channel or contact, the date cannot be, or the file has errors; nothing was written.
    """
    path = root / FOLDERS["channel"] / f"{channel_id}.yml"
    known = [file.stem for file in path.parent.glob("*.yml")]
    if channel_id not in known:
        tip = did_you_mean(channel_id, known, "lihat nama berkas di channels/.")
        raise KnowledgeError(f"Kanal '{channel_id}' tidak ada. Saran: {tip}")
    document = read_document("channel", path)
    _refuse_errors(document)
    values = _values(document, found)
    _refuse_dates(document, found, today)
    changes = {
        "confirmed_on": found.on.isoformat(),
        "checked_on": today.isoformat(),
        "review_by": _later(today, REVIEW_MONTHS).isoformat(),
    }
    if found.by:
        changes["checked_by"] = found.by
    text = document.source
    for key, value in changes.items():
        text = _with_value(text, key, value)
    _write(path, _with_evidence(text, found, values))
    return changes


def _values(document: Document, found: Confirmation) -> list[str]:
    """Return the values that were checked, as the file writes them."""
    values = [contact["value"] for contact in document.get("contacts")]
    if found.contact is None:
        return values
    asked = found.contact
    same = [value for value in values if value == asked or _is_number(value, asked)]
    if not same:
        listed = ", ".join(values)
        raise KnowledgeError(f"Kontak '{asked}' tidak ada di kanal ini. Yang ada: {listed}")
    return same[:1]


def _is_number(value: str, asked: str) -> bool:
    return any(map(str.isdigit, asked)) and same_number(value, asked)


def _refuse_dates(document: Document, found: Confirmation, today: date) -> None:
    if found.on > today:
        raise KnowledgeError(f"Tanggal {found.on} belum terjadi.")
    before = document.get("confirmed_on")
    if before and found.on.isoformat()[: len(before)] < before:
        raise KnowledgeError(f"Kanal ini sudah dipastikan pada {before}, sesudah {found.on}.")


def _refuse_errors(document: Document) -> None:
    if document.problems:
        raise KnowledgeError(f"Berkas ini salah. Betulkan dulu: {document.problems[0]}")


def _with_value(text: str, key: str, value: str) -> str:
    """Replace the value of a top-level key; a comment behind it stays."""
    line = re.compile(rf'^({key}:[ \t]*)("[^"\n]*"|[^\s#][^#\n]*?)?([ \t]*(?:#.*)?)$', re.MULTILINE)
    return line.sub(lambda found: f"{found[1]}{_quoted(value)}{found[3]}", text, count=1)


def _with_evidence(text: str, found: Confirmation, values: list[str]) -> str:
    """Add one piece of evidence behind the others."""
    called = found.source == BY_PHONE
    says = f"Dicek: {', '.join(values)}." if found.contact else "Semua kontak kanal ini dicek."
    publisher = _CALLED if called else urlsplit(found.source).netloc or found.source
    item = [
        f"  - url: {'null' if called else _quoted(found.source)}",
        f"    publisher: {_quoted(publisher)}",
        f"    date: {_quoted(found.on.isoformat())}",
        f"    says: {_quoted(says)}",
    ]
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("evidence:"))
    following = [n for n, line in enumerate(lines) if n > start and line[:1].isalpha()]
    block = range(start, following[0] if following else len(lines))
    end = 1 + max(number for number in block if lines[number].startswith((" ", "-", "evidence:")))
    return "\n".join([*lines[:end], *item, *lines[end:]]) + "\n"


def _write(path: Path, text: str) -> None:
    """Put the new text in place, unless it no longer fits the schema."""
    with whole(path) as out:
        out.write(text.encode())
        out.flush()
        _refuse_errors(read_document("channel", Path(out.name)))


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
