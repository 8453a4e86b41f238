from __future__ import annotations

import asyncio
import logging

import pytest

from bot.channels.telegram.log_lines import event, lost, quiet

TOKEN = "123:geheim"


def test_an_error_is_named_and_not_quoted(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(logging.getLogger("mawas.telegram"), "propagate", True)
    event("trouble", logging.ERROR, error=ValueError("tolong saya"), wait=0.5, chats=2)
    (record,) = caplog.records
    assert record.getMessage() == "event=trouble wait=0.5 chats=2 error=ValueError"


def test_a_lost_error_is_named_and_not_quoted(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(logging.getLogger("mawas.telegram"), "propagate", True)
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lost)
    loop.call_exception_handler({"message": "tolong", "exception": ValueError("tolong saya")})
    loop.close()
    assert [record.getMessage() for record in caplog.records] == [
        "event=lost_error error=ValueError"
    ]


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.WARNING])
@pytest.mark.parametrize(
    "name",
    [
        "httpx",
        "httpcore.http11",
        "telegram.ext.Updater",
        "telegram.Bot",
        "telegram.ext.AIORateLimiter",
    ],
)
def test_libraries_that_write_secrets_write_nothing(
    name: str, level: int, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger(name)
    quiet(level)
    for number in (logging.DEBUG, logging.INFO, logging.ERROR, logging.CRITICAL):
        logging.getLogger(name).log(
            number, "POST https://api.telegram.org/bot%s/sendMessage", TOKEN
        )
    assert TOKEN not in "".join([*capsys.readouterr(), caplog.text])


def test_our_own_lines_are_seen_whatever_the_level() -> None:
    quiet(logging.ERROR)
    assert logging.getLogger("mawas.telegram").isEnabledFor(logging.INFO)
