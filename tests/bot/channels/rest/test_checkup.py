from __future__ import annotations

from bot.channels.rest.checkup import diagnoses
from bot.settings import Settings

TOKEN = "kata-rahasia-penguji"


def test_where_programs_ask_is_told_without_the_token() -> None:
    (here,) = diagnoses(Settings.from_environment({}))
    assert here.state == "127.0.0.1:5005, hanya dari komputer ini"
    (open_,) = diagnoses(
        Settings.from_environment({"MAWAS_SERVE_LISTEN": "0.0.0.0:5005", "MAWAS_API_TOKEN": TOKEN})
    )
    assert "proxy https" in open_.state
    assert "MAWAS_API_TOKEN" in open_.state
    assert TOKEN not in open_.state
    assert not here.advice
    assert not open_.advice
