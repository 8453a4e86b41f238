"""Gets the store and the model ready: builds or trains what is missing or stale, with a progress bar."""

from __future__ import annotations

import sys
from typing import Any, TextIO

from tqdm import tqdm

from bot import training
from bot.errors import MawasError, MissingError
from bot.paths import KNOWLEDGE
from bot.settings import Settings
from knowledge.findings import KnowledgeError

BAR = "{desc} {percentage:3.0f}% |{bar:24}| {elapsed} {postfix}"


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
        with _Bar("Menyusun pengetahuan") as bar:
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
    with _Bar("Melatih model") as bar:
        training.train(settings, bar.advance)
    return True


def get_ready(settings: Settings) -> None:
    """Everything that a conversation needs."""
    build_store(settings)
    train_model(settings)


class _Bar:
    """A bar on standard error that appears with the first step; elsewhere than on a terminal, one line."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: tqdm[Any] | None = None

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def advance(self, step: str, done: int, total: int) -> None:
        """Show that so many of all steps are done, and what is going on."""
        bar = self._begin(total) if self._bar is None else self._bar
        bar.set_postfix_str(step, refresh=bool(step))
        bar.update(done - bar.n)

    def _begin(self, total: int) -> tqdm[Any]:
        bar: tqdm[Any] = tqdm(
            total=total, desc=self._label, file=sys.stderr, disable=None, bar_format=BAR
        )
        if bar.disable:
            print(f"{self._label} ...", file=sys.stderr, flush=True)
        self._bar = bar
        return bar
