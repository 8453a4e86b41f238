"""Gets the store and the model ready: builds or trains what is missing or stale, with a progress bar."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from bot import screening_build, training
from bot.bar import Bar
from bot.errors import MawasError, MissingError
from bot.file_lock import held
from bot.paths import KNOWLEDGE
from bot.settings import Settings
from knowledge.findings import KnowledgeError

# In MAWAS_HOME: whoever makes store, screener or model has it locked.
LOCK_NAME = "preparing.lock"
WAITING = "Program Mawas lain sedang menyiapkan, menunggu ..."


def build_store(settings: Settings) -> None:
    """Build the knowledge store unless it is up to date. One program of a data folder at a time.

    Raises:
        MawasError: the records have errors, so the store that is there stays as it is.
        MissingError: the database cannot be used.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from bot.fallback.file import renew
    from knowledge.build import build, is_current

    try:
        if not is_current(KNOWLEDGE, settings.db_url):
            with _alone(settings), Bar("Menyusun pengetahuan") as bar:
                # Does nothing when another program has built it meanwhile.
                build(KNOWLEDGE, settings.db_url, lambda done, total: bar.advance("", done, total))
        # Only of records that were found to be right.
        with contextlib.suppress(OSError):
            # Without the file the fallback reads the records.
            renew(settings.home)
    except KnowledgeError as error:
        raise MawasError(
            f"{error}\nSaran: jalankan ./mawas knowledge check dan perbaiki yang disebut."
        ) from error
    except SQLAlchemyError as error:
        # The error itself may quote the URL with its password.
        raise MissingError(
            f"Basis data tidak bisa dipakai ({type(error).__name__}). Saran: periksa MAWAS_DB_URL dan ruang disk."
        ) from error


def train_model(settings: Settings, force: bool = False, out: TextIO = sys.stderr) -> bool:
    """Train when something that the model is made of changed, and say what. One program of a data folder at a time.

    Returns:
        True when a model was trained.
    """
    if not training.changed_parts(settings) and not force:
        return False
    with _alone(settings):
        # Another program may have trained meanwhile.
        changed = training.changed_parts(settings)
        if not changed and not force:
            return False
        if len(changed) < len(training.PARTS) and changed:
            print(f"Berubah: {', '.join(changed)}. Melatih ulang.", file=out)
        with Bar("Melatih model") as bar:
            training.train(settings, bar.advance)
    return True


def build_screening(settings: Settings, force: bool = False) -> bool:
    """Make what screens offers unless it is up to date. One program of a data folder at a time.

    Returns:
        True when it was made.
    """
    if not screening_build.changed_parts(settings) and not force:
        return False
    with _alone(settings):
        if not screening_build.changed_parts(settings) and not force:
            return False
        with Bar("Menyiapkan pemeriksa tawaran") as bar:
            screening_build.build(settings, bar.advance)
    return True


def is_ready(settings: Settings) -> bool:
    """Whether everything that a conversation needs is up to date. Nothing is made.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
    """
    from bot.fallback import file
    from knowledge.build import is_current

    return (
        is_current(KNOWLEDGE, settings.db_url)
        and file.is_current(settings.home)
        and not screening_build.changed_parts(settings)
        and not training.changed_parts(settings)
    )


def get_ready(settings: Settings) -> None:
    """Everything that a conversation needs."""
    build_store(settings)
    build_screening(settings)
    train_model(settings)


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Wait while another program with the same data folder makes something: it may be what is needed here."""
    settings.home.mkdir(parents=True, exist_ok=True)
    with held(settings.home / LOCK_NAME, lambda: print(WAITING, file=sys.stderr, flush=True)):
        yield
