"""Which fields of a record name other records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge.document import Document
from knowledge.yaml_reader import KeyPath

_POINTERS: dict[str, dict[tuple[str, ...], str]] = {
    "source": {},
    "channel": {("province",): "province"},
    "province": {("bp3mi",): "channel", ("other_channels", "*"): "channel"},
    "country": {("missions", "*", "channel"): "channel", ("emergency",): "channel"},
    "topic": {
        ("related", "*"): "topic",
        ("channels", "*"): "channel",
        ("countries", "*", "country"): "country",
    },
    "crisis": {("channels", "*"): "channel"},
    "red_flag": {("topics", "*"): "topic", ("channels", "*"): "channel"},
    "destination": {("country",): "country"},
    "quiz": {("topic",): "topic"},
    "scene": {
        ("steps", "*", "reveal", "flags", "*", "flag"): "red_flag",
        ("steps", "*", "reveal", "danger"): "crisis",
        ("steps", "*", "referral", "country"): "country",
        ("steps", "*", "referral", "channels", "*"): "channel",
    },
    "roleplay": {
        ("rounds", "*", "trick", "flags", "*", "flag"): "red_flag",
        ("ending", "now", "country"): "country",
        ("ending", "now", "channels", "*"): "channel",
    },
    "check": {},
    "screening/kalimat": {
        ("ask_first", "*"): "red_flag",
        **{
            ("asked_by", item, "*"): "red_flag"
            for item in "nama_p3mi izin_p3mi visa_kerja kontrak biaya alamat_kantor".split()
        },
    },
    "screening/tahap": {},
    "screening/kelengkapan": {},
    "screening/formulir": {
        ("questions", "*", "answered_by", "*"): "red_flag",
        ("questions", "*", "choices", "*", "raises"): "red_flag",
    },
    "screening/gaji": {},
    "screening/kurs": {},
    "screening/negara": {},
    "screening/risiko": {
        ("one_fact", "*", "*"): "red_flag",
        ("enough", "*"): "red_flag",
        ("weighty", "*"): "red_flag",
    },
    "screening/kartu": {("channel",): "channel"},
    "report/laporan": {("questions", "*", "choices", "*", "danger"): "crisis"},
    "report/urutan": {("rules", "*", "contacts", "*", "channel"): "channel"},
    "paper/lembar": {
        ("signs", "rows", "*", "flag"): "red_flag",
        **{(sheet, "contacts", "*"): "channel" for sheet in ("signs", "path", "card", "poster")},
    },
    "concepts": {},
    "language": {},
    "names": {},
}
"""Kind -> path (list positions as `*`) -> kind of the record named there."""


@dataclass(frozen=True)
class Reference:
    """A mention of record `target` of `kind` at `path` in `document`."""

    document: Document
    path: KeyPath
    kind: str
    target: str


def references_in(document: Document) -> Iterator[Reference]:
    """Yield every mention of another record in one file; countries by their lower-case code."""
    for pattern, kind in _POINTERS[document.kind].items():
        for path, value in _values(document.data, pattern, ()):
            target = value.lower() if kind == "country" else value
            yield Reference(document, path, kind, target)
    for path, holder in document.claims:
        for step, value in _values(holder["sources"], ("*",), (*path, "sources")):
            yield Reference(document, step, "source", value)


def _values(node: Any, pattern: tuple[str, ...], path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield the strings at `pattern` under `node`; the schema reports shapes that do not fit."""
    if not pattern:
        if isinstance(node, str):
            yield path, node
    elif pattern[0] == "*":
        for position, child in enumerate(node if isinstance(node, list) else ()):
            yield from _values(child, pattern[1:], (*path, position))
    elif isinstance(node, dict) and pattern[0] in node:
        yield from _values(node[pattern[0]], pattern[1:], (*path, pattern[0]))
