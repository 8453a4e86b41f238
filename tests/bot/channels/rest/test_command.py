from __future__ import annotations

import os
import signal
import socket
from pathlib import Path

import pytest

from bot import cli
from bot.channels.rest.start import start
from bot.errors import MissingError
from bot.reload.hangup import Hangup
from bot.settings import Settings


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--workers", "0"), "--workers 0"),
        (("--workers", "17"), "--workers 17"),
        (("--port", "0"), "--port 0"),
        (("--port", "70000"), "--port 70000"),
        (("--health-port", "65535"), "--health-port 65535"),
    ],
)
def test_options_that_cannot_be_are_refused_before_anything_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    named: str,
) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path))
    assert cli.main(["serve", *words]) == 2
    told = capsys.readouterr().err
    assert named in told
    assert "Saran:" in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_port_that_is_taken_is_told_before_anything_is_loaded(workers: int) -> None:
    with socket.socket() as taken:
        # Another server that lets others listen beside it would take a part of the messages.
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        listen = taken.getsockname()
        with pytest.raises(MissingError, match=rf"{listen[1]}.*Saran: pilih --port"):
            start(Settings.from_environment(), listen, workers, None)


def test_a_signal_to_load_anew_during_the_start_does_not_end_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hangup, before = Hangup(), signal.getsignal(signal.SIGHUP)
    monkeypatch.setattr("bot.reload.hangup.HANGUP", hangup)
    monkeypatch.setattr("bot.rasa_environment.prepare", lambda *_: None)

    def start_hearing_it(*_: object) -> int:
        os.kill(os.getpid(), signal.SIGHUP)
        return 0

    monkeypatch.setattr("bot.channels.rest.start.start", start_hearing_it)
    monkeypatch.setattr("bot.reload.hangup._has_terminal", lambda: False)
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path))
    # Before the mend it would end the tests.
    signal.signal(signal.SIGHUP, lambda *_: None)
    try:
        assert cli.main(["serve"]) == 0
        assert hangup.asked()
    finally:
        signal.signal(signal.SIGHUP, before)
