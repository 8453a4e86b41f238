"""Digests of what a model is made of, so that it is made again only when something changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

# Name of a part that a person is told -> its files and folders.
Parts = Mapping[str, tuple[Path, ...]]


def digests_of(parts: Parts, root: Path) -> dict[str, str]:
    """A digest of each part: of the contents of its YAML files and modules, and of their names below `root`."""
    return {name: _digest(_files(paths), root) for name, paths in parts.items()}


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_file():
            yield path
        else:
            yield from sorted(file for file in path.rglob("*") if file.suffix in (".yml", ".py"))


def _digest(files: Iterable[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
