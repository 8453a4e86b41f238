"""The kinds of record and where each lives. The only list of kinds in the code."""

from __future__ import annotations

from pathlib import Path

SCHEMA_FOLDER = Path(__file__).parent / "schema"
"""One JSON Schema per kind, used by editors and by the check alike."""

DEFAULT_ROOT = Path(__file__).parent
"""The knowledge folder of this repository: data and code live side by side."""

FOLDERS: dict[str, str] = {
    "source": "sources",
    "channel": "channels",
    "province": "provinces",
    "country": "countries",
    "topic": "topics",
    "crisis": "crisis",
    "red_flag": "red_flags",
    "destination": "destinations",
    "quiz": "quiz",
    "scene": "scenes",
    "roleplay": "roleplays",
    "check": "checks",
    "concepts": "concepts",
    "language": "languages",
    "names": "names",
}
"""Kind of record -> folder under `knowledge/`."""

ALL_KINDS: tuple[str, ...] = tuple(FOLDERS)

UNDERSTANDING: frozenset[str] = frozenset({"concepts", "language", "names"})
"""Kinds that serve understanding and state no facts: the model carries them, the store does not."""

STORED_KINDS: tuple[str, ...] = tuple(kind for kind in FOLDERS if kind not in UNDERSTANDING)
"""Kinds that the store holds."""

LABELS: dict[str, str] = {
    "source": "sumber",
    "channel": "kanal",
    "province": "provinsi",
    "country": "negara",
    "topic": "topik",
    "crisis": "panduan bahaya",
    "red_flag": "tanda bahaya",
    "destination": "negara tujuan",
    "quiz": "soal kuis",
    "scene": "adegan",
    "roleplay": "main peran",
    "check": "cek sebelum dan sesudah",
    "concepts": "konsep",
    "language": "bahasa",
    "names": "penentu nama",
}
"""Kind of record -> the Indonesian word for it in messages."""
