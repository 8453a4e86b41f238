"""Voice notes with a model of speech that is faked: none lies in the repository."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from bot.channels.telegram import voice, words
from bot.errors import MissingError
from bot.messages import Unread


def written(listen: voice.Transcriber) -> str | Unread:
    return asyncio.run(voice.written(b"OggS", listen))


def test_without_a_model_nothing_is_set_up() -> None:
    assert voice.transcriber(None) is None


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match=r"model\.bin, config\.json, tokenizer\.json"):
        voice.transcriber(tmp_path)
    (tmp_path / "model.bin").touch()
    (tmp_path / "config.json").touch()
    with pytest.raises(MissingError, match=r"tidak berisi tokenizer\.json\."):
        voice.transcriber(tmp_path)


def test_a_missing_package_is_told_with_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).touch()
    monkeypatch.setattr(voice, "_PACKAGE", "a_package_that_is_not_there")
    with pytest.raises(MissingError, match="faster-whisper"):
        voice.transcriber(tmp_path)
    monkeypatch.setattr(voice, "_PACKAGE", "json")
    assert voice.transcriber(tmp_path) is not None


class FakeModel:
    """Notes how it was loaded."""

    loaded: list[tuple[str, dict[str, Any]]] = []

    def __init__(self, folder: str, **options: Any) -> None:
        self.loaded.append((folder, options))

    def transcribe(self, sound: Any, **options: Any) -> tuple[list[Any], None]:
        assert sound.read() == b"OggS"
        assert options["language"] == "id"
        return [SimpleNamespace(text=" paspor saya"), SimpleNamespace(text=" diambil ")], None


def test_the_model_is_loaded_once_from_its_folder_without_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = ModuleType("faster_whisper")
    package.WhisperModel = FakeModel  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "faster_whisper", package)
    FakeModel.loaded = []
    listen = voice.Whisper(tmp_path)
    assert FakeModel.loaded == []
    assert listen(b"OggS") == listen(b"OggS") == "paspor saya diambil"
    [(folder, options)] = FakeModel.loaded
    assert folder == str(tmp_path)
    assert options["local_files_only"] is True


def test_silence_and_failure_are_told(caplog: pytest.LogCaptureFixture) -> None:
    def fails(sound: bytes) -> str:
        raise ValueError("paspor saya diambil")

    assert written(lambda sound: "halo") == "halo"
    assert written(lambda sound: "") == Unread(words.VOICE_UNCLEAR)
    with caplog.at_level(logging.DEBUG):
        assert written(fails) == Unread(words.NO_VOICE)
    assert "paspor" not in caplog.text
