"""Voice notes become words where a model of speech lies on this computer; nothing is sent anywhere."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import io
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.channels.telegram import words
from bot.errors import MissingError
from bot.messages import Unread

logger = logging.getLogger(__name__)

# Sound in, words out; may raise anything, may take seconds.
Transcriber = Callable[[bytes], str]

MOST_MINUTES = 3
_PACKAGE = "faster_whisper"
# Without the last the package would fetch it.
_FILES = ("model.bin", "config.json", "tokenizer.json")


class Whisper:
    """A model of faster-whisper, loaded with the first voice note."""

    def __init__(self, folder: Path) -> None:
        """Keep where the model lies.

        Args:
            folder: of a model in the form of CTranslate2 (model.bin, config.json, ...).
        """
        self._folder = folder
        self._model: Any = None
        # One at a time: each takes all cores.
        self._turn = threading.Lock()

    def __call__(self, sound: bytes) -> str:
        """The words of a sound file (OGG, MP3, M4A); empty when there are none."""
        with self._turn:
            if self._model is None:
                package = importlib.import_module(_PACKAGE)
                self._model = package.WhisperModel(
                    str(self._folder), device="cpu", compute_type="int8", local_files_only=True
                )
            segments, _ = self._model.transcribe(
                io.BytesIO(sound), language="id", vad_filter=True, condition_on_previous_text=False
            )
            return " ".join(segment.text.strip() for segment in segments).strip()


def transcriber(folder: Path | None) -> Transcriber | None:
    """What turns voice into words; None where nobody set it up.

    Args:
        folder: of the model (MAWAS_VOICE_MODEL).

    Raises:
        MissingError: a folder was named, but the model or the package is not there.
    """
    if folder is None:
        return None
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise MissingError(
            f"MAWAS_VOICE_MODEL={folder} tidak berisi {', '.join(missing)}. Saran: lihat docs/telegram.id.md, bagian Pesan suara."
        )
    if importlib.util.find_spec(_PACKAGE) is None:
        raise MissingError(
            'faster-whisper belum terpasang. Saran: .venv/bin/python -m pip install "faster-whisper>=1.1,<2"'
        )
    return Whisper(folder)


async def written(sound: bytes, listen: Transcriber) -> str | Unread:
    """The words of a voice note, or why there are none."""
    try:
        text = await asyncio.to_thread(listen, sound)
    except Exception as error:
        # What failed may quote what was said.
        logger.error("voice not read: %s", type(error).__name__)
        return Unread(words.NO_VOICE)
    return text or Unread(words.VOICE_UNCLEAR)
