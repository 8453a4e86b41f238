"""The inventory names every file that the program puts into MAWAS_HOME, and none that it does not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.keeping.inventory import Entry
from bot.paths import ROOT
from tests.helpers.inventory import FILES, entry_of


def test_a_file_that_nobody_told_of_is_noticed() -> None:
    assert entry_of("percakapan-lama.txt") == []
    assert entry_of("conversations.db-wal") == ["conversations.db*"]


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.name)
def test_a_file_of_the_inventory_is_made_by_the_program(entry: Entry) -> None:
    """Its name stands in the file that is said to write it: an entry for what is no longer made fails."""
    fixed = max(re.split(r"[*/]", entry.name), key=len)
    source = (ROOT / entry.by).read_text(encoding="utf-8")
    assert fixed.strip("-.") in source


def _in_home(file: Path) -> Iterator[str]:
    """Names that a file of the program puts behind a data folder: `home / "x"`, `settings.home / NAME`."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)):
            continue
        left = node.left
        name = left.id if isinstance(left, ast.Name) else getattr(left, "attr", "")
        if name not in ("home", "_home"):
            continue
        if isinstance(node.right, ast.Constant):
            yield str(node.right.value)
        elif isinstance(node.right, ast.Name) and node.right.id in constants:
            yield str(constants[node.right.id])


def test_every_name_that_the_program_puts_into_its_home_is_in_the_inventory() -> None:
    told = {
        name: file.name
        for file in (ROOT / "bot").rglob("*.py")
        if "bench" not in file.parts
        for name in _in_home(file)
    }
    assert len(told) > 10
    unknown = {
        name: file for name, file in told.items() if not (entry_of(name) or entry_of(f"{name}/x"))
    }
    assert unknown == {}
