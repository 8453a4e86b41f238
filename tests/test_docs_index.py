"""The index of the documentation and the page about the architecture leave nothing out."""

from __future__ import annotations

import re

from bot.paths import ROOT

DOCS = ROOT / "docs"
ARCHITECTURE = DOCS / "architecture.md"
FLOW = DOCS / "gambar" / "alur-pesan.svg"


def test_every_path_in_the_picture_of_a_message_exists() -> None:
    text = FLOW.read_text(encoding="utf-8")
    paths = set(re.findall(r"\b(?:actions|bot|docs|knowledge|nlu_data)/[\w/.]*\w", text))
    assert len(paths) > 20
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


def test_every_folder_of_the_program_stands_in_the_architecture() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    folders = {file.parent.name for file in ROOT.glob("*/__init__.py")}
    assert {"actions", "bot", "knowledge"} <= folders
    assert [name for name in sorted(folders) if f"| `{name}/` |" not in text] == []


def test_every_page_of_the_documentation_stands_in_its_index() -> None:
    linked = set(re.findall(r"\]\(([^)#/]+)\)", (DOCS / "README.md").read_text(encoding="utf-8")))
    assert {file.name for file in DOCS.glob("*.md")} - {"README.md"} - linked == set()
