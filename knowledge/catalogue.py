"""Reads `catalogue.yml`: the stable ids of topics, crisis, conversation and red flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.findings import Finding, KnowledgeError
from knowledge.yaml_reader import KeyPath, parse

FILE_NAME = "catalogue.yml"


@dataclass(frozen=True)
class Catalogue:
    """The ids and their meaning (`means`, English).

    Attributes:
        topics: topic id -> meaning.
        topic_groups: topic id -> group (waspada, langkah, hak, bantuan).
        crisis: crisis id -> meaning.
        conversation: id of small talk and control -> meaning.
        red_flags: red flag id -> meaning.
        severities: red flag id -> 1, 2 or 3.
        lines: (kind, id) -> line in the file, from 1.
    """

    topics: Mapping[str, str] = field(default_factory=dict)
    topic_groups: Mapping[str, str] = field(default_factory=dict)
    crisis: Mapping[str, str] = field(default_factory=dict)
    conversation: Mapping[str, str] = field(default_factory=dict)
    red_flags: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, int] = field(default_factory=dict)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def ids(self, kind: str) -> Mapping[str, str]:
        """Return id -> meaning for the kinds topic, crisis and red_flag."""
        return {"topic": self.topics, "crisis": self.crisis, "red_flag": self.red_flags}[kind]


def read_catalogue(root: Path) -> Catalogue:
    """Return the catalogue of a knowledge folder.

    Raises:
        KnowledgeError: the file is missing or cannot be read.
    """
    path = root / FILE_NAME
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: katalog tidak bisa dibaca ({error}).") from error
    data, lines = _parsed(path, source)
    try:
        return _catalogue(data, lines)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"{path}: bentuk katalog salah ({error!r}).") from error


def catalogue_or_finding(root: Path) -> tuple[Catalogue, list[Finding]]:
    """Return the catalogue, or an empty one and the finding that says what is wrong with it."""
    try:
        return read_catalogue(root), []
    except KnowledgeError as error:
        tip = "kembalikan berkas itu dari git; isinya hanya ditambah, tidak dihapus."
        return Catalogue(), [
            Finding(f"{root.name}/{FILE_NAME}", 1, "", str(error), tip, "catalogue_complete")
        ]


def _parsed(path: Path, source: str) -> tuple[dict[str, Any], dict[KeyPath, int]]:
    parsed = parse(source, {})
    if parsed.problems or not isinstance(parsed.data, dict):
        raise KnowledgeError(f"{path}: katalog bukan YAML yang benar {parsed.problems[:1]}.")
    return parsed.data, parsed.lines


def _catalogue(data: dict[str, Any], lines: Mapping[KeyPath, int]) -> Catalogue:
    groups = data["topics"]
    flags = data["red_flags"]
    places: dict[tuple[str, str], KeyPath] = {
        ("topic", id_): ("topics", group, id_) for group in groups for id_ in groups[group]
    }
    places |= {("crisis", id_): ("crisis", id_) for id_ in data["crisis"]}
    places |= {("red_flag", id_): ("red_flags", id_) for id_ in flags}
    return Catalogue(
        topics={id_: means for ids in groups.values() for id_, means in ids.items()},
        topic_groups={id_: group for group, ids in groups.items() for id_ in ids},
        crisis=data["crisis"],
        conversation=data["conversation"],
        red_flags={id_: flag["means"] for id_, flag in flags.items()},
        severities={id_: int(flag["severity"]) for id_, flag in flags.items()},
        lines={key: lines[place] for key, place in places.items()},
    )
