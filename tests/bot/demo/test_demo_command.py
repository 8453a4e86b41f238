"""`mawas demo` from the command line: what is refused at once, and a page that is there."""

from __future__ import annotations

import asyncio
import socket
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import cli
from bot.demo import server
from bot.demo.addresses import handset_address
from bot.demo.command import PORT
from bot.errors import MissingError, SettingsError
from bot.settings import Settings


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("port", ["0", "-1", "70000"])
def test_a_port_that_is_none_is_refused(
    port: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["demo", "--no-browser", "--port", port]) == SettingsError.exit_status
    assert str(PORT) in capsys.readouterr().err


def test_a_port_that_is_taken_says_where_mawas_may_be_open(
    home: Path, taken: int, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["demo", "--no-browser", "--port", str(taken)]
    assert cli.main(arguments) == MissingError.exit_status
    told = capsys.readouterr().err
    assert f"http://127.0.0.1:{taken}/" in told
    assert f"--port {taken + 1}" in told


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "0.0.0.0", "127.0.0.1", "224.0.0.1", "laptop", "::1", "10.0.0.1; rm"]
)
def test_handsets_are_let_in_from_a_private_network_only(address: str) -> None:
    with pytest.raises(SettingsError, match="--handphone"):
        handset_address(address)


@pytest.mark.parametrize("address", ["192.168.137.1", "10.42.0.1", "172.20.10.2"])
def test_the_address_of_a_hotspot_is_taken(address: str) -> None:
    assert handset_address(address) == address


def test_an_address_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.demo.addresses._on_the_way", lambda: ["203.0.113.5"])
    monkeypatch.setattr("bot.demo.addresses._of_this_name", lambda: ["127.0.1.1", "192.168.4.1"])
    assert handset_address("") == "192.168.4.1"
    monkeypatch.setattr("bot.demo.addresses._of_this_name", list)
    with pytest.raises(SettingsError, match="hotspot"):
        handset_address("")


def test_the_page_is_there_before_the_assistant_and_nothing_heavy_is_read_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    started: list[bool] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("bot.demo.assistant.AssistantProcess.start", lambda _: started.append(True))
    settings = Settings(home=tmp_path, db_url="sqlite://", log_level=30)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"

    def page() -> str:
        with urllib.request.urlopen(address) as response:
            return str(response.read().decode())

    async def inside() -> None:
        serving = asyncio.create_task(
            server.serve(settings, server.Options(port, browser=True, handsets=None))
        )
        while not opened:
            await asyncio.sleep(0.01)
        assert "Mawas" in await asyncio.to_thread(page)
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        with pytest.raises(OSError, match="refused"):
            await asyncio.to_thread(page)

    asyncio.run(inside())
    assert opened == [address]
    assert started
    assert address in capsys.readouterr().out


def test_the_first_screen_needs_neither_rasa_nor_a_database() -> None:
    import subprocess

    code = (
        "import sys; import bot.demo.server; "
        "print([name for name in ('rasa', 'spacy', 'sqlalchemy', 'fpdf', 'segno', 'matplotlib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
