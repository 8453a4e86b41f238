from __future__ import annotations

import pytest

from bot.errors import SettingsError
from bot.serve_settings import ServeSettings
from bot.settings import Settings


def test_it_answers_on_this_computer_unless_told_otherwise() -> None:
    settings = ServeSettings.from_environment({})
    assert (settings.listen, settings.token) == (("127.0.0.1", 5005), None)


@pytest.mark.parametrize(
    ("value", "listen"),
    [("6000", ("127.0.0.1", 6000)), ("0.0.0.0:80", ("0.0.0.0", 80)), ("[::1]:80", ("::1", 80))],
)
def test_an_address_is_host_and_port(value: str, listen: tuple[str, int]) -> None:
    assert ServeSettings.from_environment({"MAWAS_SERVE_LISTEN": value}).listen == listen


@pytest.mark.parametrize("value", ["x", "host:", "host:0", "host:70000", ":x"])
def test_an_address_that_is_none_is_told_with_an_example(value: str) -> None:
    with pytest.raises(SettingsError, match=r"MAWAS_SERVE_LISTEN.*127\.0\.0\.1:5005"):
        ServeSettings.from_environment({"MAWAS_SERVE_LISTEN": value})


@pytest.mark.parametrize("value", ["pendek", "x" * 15, "ü" * 20])
def test_a_token_that_could_be_guessed_is_refused_and_never_shown(value: str) -> None:
    with pytest.raises(SettingsError, match=r"MAWAS_API_TOKEN.*Saran") as error:
        Settings.from_environment({"MAWAS_API_TOKEN": value})
    assert value not in str(error.value)
    token = "kata-rahasia-panjang"
    assert token not in repr(Settings.from_environment({"MAWAS_API_TOKEN": token}))
