"""The plug is pulled in the middle of a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings
from tests.demo.browser import Browser, begin, choose, count, step
from tests.demo.conftest import DAY, PEOPLE, PLACE
from tests.demo.server import Server, home_like


@pytest.fixture
def home(settings: Settings, tmp_path: Path) -> Path:
    return home_like(settings.home, tmp_path / "home")


def test_a_killed_session_loses_at_most_the_last_press(home: Path, chromium: Browser) -> None:
    first = Server(home)
    try:
        first.wait_until_open()
        wall = chromium.open(f"{first.address}/mulai")
        begin(wall, first.address, PLACE, DAY, PEOPLE)
        choose(wall, "Cek sebelum: Sebelum kerja ke luar negeri")
        step(wall)
        count(wall, [10, 15, 5])
        step(wall)
        shown = wall.locator("#stage").inner_text()
        # This one may be lost: nobody saw what it did.
        wall.keyboard.press("ArrowRight", delay=0)
    finally:
        first.kill()
    wall.get_by_role("alert").get_by_text("Mawas tidak terjangkau").wait_for()

    second = Server(home)
    try:
        second.wait_until_open()
        wall.goto(f"{second.address}/layar")
        wall.get_by_role("button", name=f"Lanjutkan {PLACE}").wait_for()
        wall.keyboard.press("Enter")
        wall.locator(".wall-title").wait_for()
        now = wall.locator("#stage").inner_text()
        if now != shown:
            step(wall, "ArrowLeft")
        assert wall.locator("#stage").inner_text() == shown
        step(wall, "ArrowLeft")
        assert "Terhitung 30 jawaban" in wall.locator("#stage").inner_text()
    finally:
        wall.close()
        second.stop()
