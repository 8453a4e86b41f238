"""Builds the store from the YAML: checked first, skipped when nothing changed, never half done."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from knowledge.catalogue import FILE_NAME as CATALOGUE_FILE
from knowledge.findings import KnowledgeError
from knowledge.kinds import FOLDERS, SCHEMA_FOLDER
from knowledge.lint import blockers, lint
from knowledge.load import load
from knowledge.model import Knowledge
from knowledge.store import Store, sqlite_file
from knowledge.store_write import Progress, write
from knowledge.tables import ddl

LEFTOVER_SECONDS = 3600
"""Age from which an unfinished file belongs to a killed build and not to a running one."""


def build(root: Path, url: str, progress: Progress | None = None) -> str:
    """Build the store at `url` and return its digest; do nothing when it is already up to date.

    A SQLite file is written beside the old one and then put in its place, another database is
    changed in one transaction: an interrupted build leaves the old store as it was.

    Args:
        root: the knowledge folder.
        url: SQLAlchemy URL of the store.
        progress: called with records done and records in all.

    Raises:
        KnowledgeError: the records have errors; nothing was changed.
    """
    digest = folder_digest(root)
    if _built_digest(url) == digest:
        return digest
    corpus = load(root)
    wrong = blockers(lint(corpus))
    if wrong:
        raise KnowledgeError(
            f"Basis pengetahuan tidak dibuat: {len(wrong)} kesalahan dalam berkas. Yang pertama: "
            f"{wrong[0]}\nLihat semuanya: mawas knowledge check"
        )
    _write(url, corpus.knowledge, digest, progress)
    return digest


def is_current(root: Path, url: str) -> bool:
    """Tell whether the store at `url` was built from the folder as it is now."""
    return _built_digest(url) == folder_digest(root)


def _built_digest(url: str) -> str | None:
    store = Store(url)
    try:
        return store.digest()
    except sa.exc.DatabaseError:
        # A damaged file is as good as none: everything in it comes from the records.
        if sqlite_file(url) is None:
            raise
        return None
    finally:
        store.close()


def folder_digest(root: Path) -> str:
    """Return the SHA-256 over all records, the catalogue, the schemas and the tables."""
    hasher = hashlib.sha256(ddl().encode())
    folders = [root / folder for folder in sorted(FOLDERS.values())]
    files = [root / CATALOGUE_FILE, *sorted(SCHEMA_FOLDER.glob("*.json"))]
    files += [path for folder in folders for path in sorted(folder.glob("*.yml"))]
    for path in files:
        if path.is_file():
            content = path.read_bytes()
            # The length separates name and content of one file from those of the next.
            hasher.update(f"\n{path.parent.name}/{path.name} {len(content)}\n".encode())
            hasher.update(content)
    return hasher.hexdigest()


def _write(url: str, knowledge: Knowledge, digest: str, progress: Progress | None) -> None:
    final = sqlite_file(url)
    if final is None:
        _write_to(url, knowledge, digest, progress)
        return
    final.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(final)
    unfinished = final.with_name(f"{final.name}.building-{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        address = make_url(url).set(database=str(unfinished))
        _write_to(address.render_as_string(hide_password=False), knowledge, digest, progress)
        os.replace(unfinished, final)  # noqa: PTH105 - the documented atomic rename
    finally:
        unfinished.unlink(missing_ok=True)


def _write_to(url: str, knowledge: Knowledge, digest: str, progress: Progress | None) -> None:
    engine = sa.create_engine(url, future=True)
    try:
        write(engine, knowledge, digest, progress)
    finally:
        engine.dispose()


def _remove_leftovers(final: Path) -> None:
    """Remove files of builds that were killed long ago."""
    for path in final.parent.glob(f"{final.name}.building-*"):
        if time.time() - path.stat().st_mtime > LEFTOVER_SECONDS:
            path.unlink(missing_ok=True)
