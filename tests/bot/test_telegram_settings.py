from __future__ import annotations

import pytest

from bot.errors import SettingsError
from bot.settings import Settings
from bot.telegram_settings import API, LISTEN

_SECRET = "kata-rahasia-yang-panjang"


def test_without_anything_updates_are_fetched_from_telegram_itself() -> None:
    settings = Settings.from_environment({}).telegram
    assert (settings.token, settings.api, settings.webhook_url) == (None, API, None)
    assert settings.webhook_listen == LISTEN


def test_a_pasted_token_may_have_blanks_around_it() -> None:
    assert Settings.from_environment({"MAWAS_TELEGRAM_TOKEN": " 1:a\n"}).telegram.token == "1:a"


def test_secrets_are_not_shown() -> None:
    environment = {
        "MAWAS_TELEGRAM_TOKEN": "1:geheim",
        "MAWAS_WEBHOOK_SECRET": _SECRET,
        "MAWAS_SECRET": _SECRET,
    }
    shown = repr(Settings.from_environment(environment))
    assert "geheim" not in shown
    assert _SECRET not in shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("9000", ("127.0.0.1", 9000)),
        ("0.0.0.0:80", ("0.0.0.0", 80)),
        ("[::1]:8443", ("::1", 8443)),
        (":8080", ("127.0.0.1", 8080)),
    ],
)
def test_where_deliveries_are_taken(value: str, expected: tuple[str, int]) -> None:
    assert Settings.from_environment({"MAWAS_WEBHOOK_LISTEN": value}).telegram.webhook_listen == (
        expected
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAWAS_WEBHOOK_LISTEN", "host"),
        ("MAWAS_WEBHOOK_LISTEN", "127.0.0.1:0"),
        ("MAWAS_WEBHOOK_LISTEN", "127.0.0.1:99999"),
        ("MAWAS_WEBHOOK_URL", "http://bot.example.org/tg"),
        ("MAWAS_WEBHOOK_URL", "bot.example.org"),
        ("MAWAS_WEBHOOK_URL", "https://[bad"),
        ("MAWAS_WEBHOOK_URL", "https://bot.example.org:99999/tg"),
        ("MAWAS_WEBHOOK_URL", "https://bot.example.org:http/tg"),
        ("MAWAS_TELEGRAM_API", "ftp://example.org"),
        ("MAWAS_WEBHOOK_SECRET", "tebak"),
        ("MAWAS_WEBHOOK_SECRET", "ada spasi di dalamnya"),
        ("MAWAS_SECRET", "tebak"),
    ],
)
def test_what_cannot_be_used_is_named_with_a_way_out(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name}.*Saran:") as error:
        Settings.from_environment({name: value})
    assert "SECRET" not in name or value not in str(error.value)


@pytest.mark.parametrize(
    "url", ["https://bot.example.org/tg", "http://127.0.0.1:8080", "http://localhost/x"]
)
def test_http_is_for_this_computer_only(url: str) -> None:
    assert Settings.from_environment({"MAWAS_WEBHOOK_URL": f"{url}/"}).telegram.webhook_url == url
