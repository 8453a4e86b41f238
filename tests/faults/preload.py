"""What every killed program imports, read once by the process from which they fork; nothing of it depends on a data folder."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from bot.rasa_environment import prepare

# Only names a folder for caches that are switched off.
prepare(logging.ERROR, Path(tempfile.gettempdir()))

import rasa.model_training  # noqa: E402, F401

import actions.screening.build  # noqa: E402
import actions.screening.screener  # noqa: E402, F401
import bot.channels.rest.start  # noqa: E402
import bot.channels.telegram.start  # noqa: E402
import bot.cli  # noqa: E402
import bot.conversation  # noqa: E402
import bot.keeping.backup  # noqa: E402
import bot.keeping.restore  # noqa: E402
import bot.training  # noqa: E402, F401
