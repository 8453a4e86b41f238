"""Gets the store and the model ready: builds or trains what is missing or stale, with a progress bar."""

from __future__ import annotations

import sys
from typing import TextIO

from bot import screening_build, training
from bot.bar import Bar
from bot.errors import MawasError, MissingError
from bot.paths import KNOWLEDGE
from bot.settings import Settings
from knowledge.findings import KnowledgeError


def build_store(settings: Settings) -> None:
    """Build the knowledge store unless it is up to date.

    Raises:
        MawasError: the records have errors, so the store that is there stays as it is.
        MissingError: the database cannot be used.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from knowledge.build import build

    settings.home.mkdir(parents=True, exist_ok=True)
    try:
        with Bar("Menyusun pengetahuan") as bar:
            build(KNOWLEDGE, settings.db_url, lambda done, total: bar.advance("", done, total))
    except KnowledgeError as error:
        raise MawasError(
            f"{error}\nSaran: jalankan ./mawas knowledge check dan perbaiki yang disebut."
        ) from error
    except SQLAlchemyError as error:
        # The error itself may quote the URL with its password.
        raise MissingError(
            f"Basis data tidak bisa dipakai ({type(error).__name__}). Saran: periksa MAWAS_DB_URL."
        ) from error


def train_model(settings: Settings, force: bool = False, out: TextIO = sys.stderr) -> bool:
    """Train when something that the model is made of changed, and say what.

    Returns:
        True when a model was trained.
    """
    changed = training.changed_parts(settings)
    if not changed and not force:
        return False
    if len(changed) < len(training.PARTS) and changed:
        print(f"Berubah: {', '.join(changed)}. Melatih ulang.", file=out)
    with Bar("Melatih model") as bar:
        training.train(settings, bar.advance)
    return True


def build_screening(settings: Settings, force: bool = False) -> bool:
    """Make what screens offers unless it is up to date.

    Returns:
        True when it was made.
    """
    if not screening_build.changed_parts(settings) and not force:
        return False
    with Bar("Menyiapkan pemeriksa tawaran") as bar:
        screening_build.build(settings, bar.advance)
    return True


def get_ready(settings: Settings) -> None:
    """Everything that a conversation needs."""
    build_store(settings)
    build_screening(settings)
    train_model(settings)
