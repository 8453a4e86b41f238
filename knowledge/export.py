"""Writes the records for others: an HSDS 3.0 package and plain CSV files for spreadsheets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from knowledge import whole_file
from knowledge.findings import KnowledgeError
from knowledge.hsds import hsds_rows, hsds_services
from knowledge.hsds_tables import TABLES, datapackage
from knowledge.lint import blockers, lint
from knowledge.load import load
from knowledge.model import Knowledge
from knowledge.whole_file import write_whole

PHONE_COLUMNS = frozenset({"number", "value", "display"})
"""Columns that hold phone numbers, whose `+` must stay the first character."""

_PHONE = re.compile(r"\+[0-9][0-9 ()-]*")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def export(root: Path, folder: Path) -> list[Path]:
    """Write all export files under `folder` and return their paths.

    Raises:
        KnowledgeError: the records have errors; nothing was written.
    """
    corpus = load(root)
    wrong = blockers(lint(corpus))
    if wrong:
        raise KnowledgeError(f"{len(wrong)} kesalahan dalam berkas. Lihat: mawas knowledge check")
    return [*write_hsds(corpus.knowledge, folder / "hsds"), *write_csv(corpus.knowledge, folder)]


def write_hsds(knowledge: Knowledge, folder: Path) -> list[Path]:
    """Write the HSDS tables, `datapackage.json` and the nested `services.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = hsds_rows(knowledge)
    written = [
        _write_table(folder / table.path, table.fields, rows.get(table.name, []))
        for table in TABLES
    ]
    written.append(_write_json(folder / "datapackage.json", datapackage()))
    written.append(_write_json(folder / "services.json", hsds_services(rows)))
    return written


def write_csv(knowledge: Knowledge, folder: Path) -> list[Path]:
    """Write contacts, topics and sources, one flat table each."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _write_table(folder / "channels_contacts.csv", _CONTACTS, _contact_rows(knowledge)),
        _write_table(folder / "topics.csv", _TOPICS, _topic_rows(knowledge)),
        _write_table(folder / "sources.csv", _SOURCES, _source_rows(knowledge)),
    ]


def safe_cell(column: str, value: str | None) -> str:
    """Return a cell that a spreadsheet shows as text and never runs as a formula.

    Texts that begin like a formula get an apostrophe. A phone number in a phone column keeps its
    `+`: digits, spaces and brackets alone cannot call anything.
    """
    text = value or ""
    if text.startswith(_FORMULA_STARTS):
        if column in PHONE_COLUMNS and _PHONE.fullmatch(text):
            return text
        return f"'{text}"
    return text


_CONTACTS = (
    "channel_id", "channel_name", "level", "country", "province", "type", "value", "display",
    "label", "reach", "confidence", "status", "confirmed_on", "checked_on", "review_by",
)  # fmt: skip
_TOPICS = ("id", "group", "title", "short", "next_step", "sources", "checked_on", "review_by")
_SOURCES = ("id", "label", "title", "publisher", "date", "kind", "url")


def _contact_rows(knowledge: Knowledge) -> Iterator[dict[str, str | None]]:
    for channel in knowledge.channels.values():
        for contact in channel.contacts:
            yield {
                "channel_id": channel.id,
                "channel_name": channel.name,
                "level": channel.level,
                "country": channel.country,
                "province": channel.province,
                "type": contact.type,
                "value": contact.value,
                "display": contact.display,
                "label": contact.label,
                "reach": contact.reach,
                "confidence": contact.confidence,
                "status": channel.status,
                "confirmed_on": channel.confirmed_on,
                "checked_on": channel.checked_on.isoformat(),
                "review_by": channel.review_by.isoformat(),
            }


def _topic_rows(knowledge: Knowledge) -> Iterator[dict[str, str | None]]:
    for topic in knowledge.topics.values():
        cited = dict.fromkeys((*topic.short.sources, *topic.next_step.sources))
        yield {
            "id": topic.id,
            "group": topic.group,
            "title": topic.title,
            "short": topic.short.text,
            "next_step": topic.next_step.text,
            "sources": " ".join(cited),
            "checked_on": topic.checked_on.isoformat(),
            "review_by": topic.review_by.isoformat(),
        }


def _source_rows(knowledge: Knowledge) -> Iterator[dict[str, str | None]]:
    for source in knowledge.sources.values():
        yield {column: getattr(source, column) for column in _SOURCES}


def _write_table(
    path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str | None]]
) -> Path:
    cells = ([safe_cell(column, row.get(column)) for column in columns] for row in rows)
    whole_file.write_csv(path, [columns, *cells])
    return path


def _write_json(path: Path, content: object) -> Path:
    write_whole(path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())
    return path
