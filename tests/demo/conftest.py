"""One page and one browser for all end-to-end tests; each test begins a session of its own."""

from __future__ import annotations

import contextlib
import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from bot.demo.addresses import handset_address
from bot.errors import SettingsError
from bot.settings import Settings
from tests.demo.browser import CHROMIUM, PROJECTOR, Browser, begin, browser
from tests.demo.server import Server, home_like, serving

PLACE, DAY, PEOPLE = "Balai Dusun Melati", "2026-11-28", 30


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser they cannot run."""
    if CHROMIUM is None:
        for item in items:
            if "tests/demo/" in item.path.as_posix():
                item.add_marker(pytest.mark.skip(reason="no chromium on the path"))


@pytest.fixture(scope="session")
def server(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = home_like(settings.home, tmp_path_factory.mktemp("demo") / "home")
    with serving(home) as running:
        running.wait_until_open()
        yield running


@pytest.fixture(scope="session")
def hotspot() -> str | None:
    """An address of this computer in a local network, which may be named by TEST_HOTSPOT; None when there is none."""
    try:
        return handset_address(os.environ.get("TEST_HOTSPOT", ""))
    except SettingsError:
        return None


# Its own event loop runs as long as it does, and no other can run beside it.
@pytest.fixture(scope="package")
def everybody(hotspot: str | None) -> Iterator[Browser]:
    with browser(*filter(None, [hotspot])) as opened:
        yield opened


@pytest.fixture
def chromium(everybody: Browser) -> Iterator[Browser]:
    """The browser without windows."""
    yield everybody
    everybody.close_windows()


@pytest.fixture
def wall(server: Server, chromium: Browser) -> Iterator:
    """The projector's window with a session that has just begun."""
    page = chromium.open(f"{server.address}/mulai", PROJECTOR)
    begin(page, server.address, PLACE, DAY, PEOPLE)
    yield page
    page.close()
    act(server, "end")


def act(server: Server, do: str, value: object = None, target: str = "stage") -> None:
    """A key press of a window that is not looked at; one that cannot be is none."""
    body = json.dumps({"target": target, "do": do, "value": value}).encode()
    request = urllib.request.Request(
        f"{server.address}/api/act", body, {"Content-Type": "application/json"}
    )
    with contextlib.suppress(urllib.error.HTTPError):
        urllib.request.urlopen(request, timeout=30).close()
