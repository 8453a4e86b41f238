from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot import cli
from bot.channels.rest.start import start
from bot.errors import MissingError
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
