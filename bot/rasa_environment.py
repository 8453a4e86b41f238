"""Prepares the process for Rasa: must run before anything of Rasa is imported."""

import os
from pathlib import Path

from bot import without_tensorflow
from bot.logs import hide_deprecations, hide_warnings, quiet


def prepare(log_level: int, home: Path, show_warnings: bool = False) -> None:
    """Telemetry off, no TensorFlow, quiet logs, Rasa's caches inside the data folder.

    Args:
        log_level: level of the standard library's logging.
        home: the data folder.
        show_warnings: show Python warnings, but for deprecations; Rasa's own commands report problems in the data that way.
    """
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    # Rasa's own cache misses changes in helper modules and knowledge; `bot.training` decides what is stale.
    os.environ["RASA_MAX_CACHE_SIZE"] = "0"
    os.environ["RASA_CACHE_DIRECTORY"] = str(home / "rasa-cache")
    # Rasa draws a progress bar for every step of its training unless this is set.
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    # Sums over one message are small: a second thread of numpy's library only spins beside the first (docs/decisions.md).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("MPLCONFIGDIR", str(home / "matplotlib"))
    quiet(log_level)
    if show_warnings:
        hide_deprecations()
    else:
        hide_warnings(log_level)
    without_tensorflow.install()
