from __future__ import annotations

import logging
import traceback
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import LOG_LEVELS, Settings, remembered_seconds


def test_an_empty_environment_gives_the_users_data_folder_and_sqlite_in_it() -> None:
    settings = Settings.from_environment({})
    assert settings.home.is_absolute()
    assert settings.home.name == "mawas"
    assert settings.db_url == f"sqlite:///{settings.home / 'knowledge.db'}"
    assert settings.log_level == logging.WARNING


def test_empty_values_count_as_not_set() -> None:
    empty = dict.fromkeys(("MAWAS_HOME", "MAWAS_DB_URL", "MAWAS_LOG"), "")
    assert Settings.from_environment(empty) == Settings.from_environment({})


def test_everything_follows_home(tmp_path: Path) -> None:
    settings = Settings.from_environment({"MAWAS_HOME": str(tmp_path / "a b")})
    assert settings.home == tmp_path / "a b"
    assert settings.models == tmp_path / "a b" / "models"
    assert settings.db_url == f"sqlite:///{tmp_path / 'a b' / 'knowledge.db'}"


def test_a_relative_home_and_a_tilde_become_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Settings.from_environment({"MAWAS_HOME": "data"}).home == tmp_path / "data"
    assert Settings.from_environment({"MAWAS_HOME": "~/data"}).home == tmp_path / "data"


def test_reading_the_settings_writes_nothing(tmp_path: Path) -> None:
    Settings.from_environment({"MAWAS_HOME": str(tmp_path / "new")})
    assert list(tmp_path.iterdir()) == []


def test_a_database_url_is_taken_as_it_is() -> None:
    url = "postgresql://mawas@localhost/mawas"
    assert Settings.from_environment({"MAWAS_DB_URL": url}).db_url == url


@pytest.mark.parametrize("level", [*LOG_LEVELS, "debug"])
def test_log_levels(level: str) -> None:
    settings = Settings.from_environment({"MAWAS_LOG": level})
    assert settings.log_level == getattr(logging, level.upper())


def test_an_unknown_log_level_says_which_are_allowed() -> None:
    with pytest.raises(
        SettingsError, match=r"MAWAS_LOG=LOUD .*DEBUG, INFO, WARNING, ERROR"
    ) as error:
        Settings.from_environment({"MAWAS_LOG": "loud"})
    assert error.value.exit_status == 2


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(SettingsError, match="bukan folder"):
        Settings.from_environment({"MAWAS_HOME": str(file)})


def test_the_environment_is_read_when_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path))
    assert Settings.from_environment().home == tmp_path


@pytest.mark.parametrize("link", ["https://t.me/mawas_bot", "https://mawas.example/a?b=c"])
def test_the_bots_link_is_taken_as_it_is(link: str) -> None:
    assert Settings.from_environment({"MAWAS_BOT_LINK": link}).bot_link == link


@pytest.mark.parametrize(
    "link", ["t.me/mawas", "http://t.me/mawas", "https://", "https://a b", "https://t.me/" + "x" * 60, "https://x/\n"]
)  # fmt: skip
def test_a_link_that_is_none_is_refused(link: str) -> None:
    with pytest.raises(SettingsError, match=r"MAWAS_BOT_LINK=.*\s*.*Saran: "):
        Settings.from_environment({"MAWAS_BOT_LINK": link})


def test_without_a_link_there_is_none() -> None:
    assert Settings.from_environment({"MAWAS_BOT_LINK": ""}).bot_link is None


def test_saved_cards_have_a_folder_of_their_own(tmp_path: Path) -> None:
    assert Settings.from_environment({"MAWAS_HOME": str(tmp_path)}).cards == tmp_path / "kartu"


@pytest.mark.parametrize(
    ("value", "days", "hours"),
    [(None, 7, 168), ("", 7, 168), (" 30 ", 30, 720), ("1", 1, 24), ("0", 0, 1)],
)
def test_conversations_are_remembered_for_days_or_an_hour(
    value: str | None, days: int, hours: int
) -> None:
    environment = {} if value is None else {"MAWAS_RETENTION_DAYS": value}
    assert Settings.from_environment(environment).retention_days == days
    assert remembered_seconds(days) == hours * 3600


@pytest.mark.parametrize("value", ["-1", "366", "7 hari", "1.5", "٧"])
def test_days_that_cannot_be_are_refused(value: str) -> None:
    with pytest.raises(SettingsError, match="0 sampai 365 hari"):
        Settings.from_environment({"MAWAS_RETENTION_DAYS": value})


def test_health_is_shown_to_this_computer_unless_an_address_is_given() -> None:
    name = "MAWAS_HEALTH_LISTEN"
    assert Settings.from_environment({}).health_listen == "127.0.0.1"
    assert Settings.from_environment({name: "0.0.0.0"}).health_listen == "0.0.0.0"
    assert Settings.from_environment({name: "::1"}).health_listen == "::1"
    for wrong in ("0.0.0.0:8081", "8081", "mawas.example"):
        with pytest.raises(SettingsError, match=f"{name}={wrong} .*alamat IP tanpa port"):
            Settings.from_environment({name: wrong})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAWAS_REDIS_URL", "127.0.0.1:6379/rahasia-7351"),
        ("MAWAS_REDIS_URL", "redis://:rahasia-7351#x@127.0.0.1:6379/0"),
        ("MAWAS_REDIS_URL", "redis://:rahasia-7351/x@127.0.0.1:6379/0"),
        ("MAWAS_REDIS_URL", "redis://127.0.0.1:rahasia-7351/0"),
        ("MAWAS_REDIS_URL", "redis://[::1/rahasia-7351"),
        ("MAWAS_DB_URL", "rahasia-7351"),
        ("MAWAS_DB_URL", "postgresql://mawas@127.0.0.1:rahasia-7351/mawas"),
    ],
)
def test_an_address_that_is_mistyped_is_told_without_its_password(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} tidak bisa dipakai") as caught:
        Settings.from_environment({name: value})
    told = "".join(traceback.format_exception(None, caught.value, None))
    assert "rahasia" not in told


@pytest.mark.parametrize(
    "value",
    [
        "redis://127.0.0.1:6379/0",
        "rediss://:sandi%23x@redis.example/1",
        "unix:///run/redis.sock?db=1",
        "redis://[::1]:6379",
    ],
)
def test_an_address_of_redis_is_taken_as_it_is(value: str) -> None:
    assert Settings.from_environment({"MAWAS_REDIS_URL": value}).redis_url == value
