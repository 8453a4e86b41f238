from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    token, database = tmp_path / "token", tmp_path / "database"
    token.write_text("123:abc\n", encoding="utf-8")
    database.write_text("postgresql://mawas:rahasia@db/mawas\n", encoding="utf-8")
    settings = Settings.from_environment(
        {"MAWAS_TELEGRAM_TOKEN_FILE": str(token), "MAWAS_DB_URL_FILE": str(database)}
    )
    assert settings.telegram.token == "123:abc"
    assert settings.db_url == "postgresql://mawas:rahasia@db/mawas"


def test_an_empty_name_of_a_file_is_none() -> None:
    settings = Settings.from_environment(
        {"MAWAS_TELEGRAM_TOKEN_FILE": "", "MAWAS_TELEGRAM_TOKEN": "123:abc"}
    )
    assert settings.telegram.token == "123:abc"


def test_a_setting_that_is_given_twice_is_refused_without_showing_it(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("isi-berkas", encoding="utf-8")
    given = {"MAWAS_TELEGRAM_TOKEN": "isi-nilai", "MAWAS_TELEGRAM_TOKEN_FILE": str(file)}
    with pytest.raises(SettingsError, match="sama-sama diisi") as caught:
        Settings.from_environment(given)
    assert "isi-" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"MAWAS_SECRET_FILE=.*tidak bisa dibaca"):
        Settings.from_environment({"MAWAS_SECRET_FILE": str(tmp_path / "x")})
    (tmp_path / "y").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="tidak bisa dibaca"):
        Settings.from_environment({"MAWAS_SECRET_FILE": str(tmp_path / "y")})
