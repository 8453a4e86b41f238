"""What `mawas doctor` says of programs that run: whether they answer with what is there now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.diagnosis import Diagnosis
from bot.reload.note import Noted, running
from bot.screening_build import FINGERPRINT_NAME
from bot.settings import Settings
from bot.training import MODEL_NAME
from knowledge.store import sqlite_file

_HOW = "systemctl reload, atau kill -HUP pada proses utamanya"


def diagnoses(settings: Settings) -> Iterator[Diagnosis]:
    """One for each program that runs with this data folder. Nothing is changed."""
    for noted in running(settings.home):
        loaded = f"dimuat {datetime.fromtimestamp(noted.at).astimezone():%d-%m-%Y %H:%M}"
        state = loaded if noted.at else "belum dimuat, hanya bahaya yang dijawab"
        if noted.error:
            state += f", {'muat ulang' if noted.at else 'muat'} terakhir gagal ({noted.error})"
        yield Diagnosis(f"Program yang jalan: {noted.name}", state, _advice(noted, settings))


def _advice(noted: Noted, settings: Settings) -> str:
    if noted.error:
        kept = "Yang lama tetap dipakai. " if noted.at else ""
        return f"{kept}Perbaiki yang disebut di catatannya, lalu ulangi: {_HOW}."
    if not noted.at:
        return ""
    newer = [name for name, file in _parts(settings) if _changed(file) > noted.at]
    if newer:
        return f"Ada yang lebih baru: {', '.join(newer)}. Muat ulang: {_HOW}."
    return ""


def _parts(settings: Settings) -> Iterator[tuple[str, Path]]:
    """What is loaded and in which file it is; a database server has none that could be looked at."""
    yield "model", settings.models / MODEL_NAME
    yield "pemeriksa tawaran", settings.screening / FINGERPRINT_NAME
    file = sqlite_file(settings.db_url)
    if file:
        yield "basis pengetahuan", file


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
