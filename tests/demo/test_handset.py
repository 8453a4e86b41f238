"""Handsets on the laptop's hotspot: they need the code, read and vote, and reach nothing else."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.demo.browser import HANDSET, Browser, begin, choose, step, violations
from tests.demo.conftest import DAY, PEOPLE, PLACE
from tests.demo.server import Server, home_like, serving


@pytest.fixture
def address(hotspot: str | None) -> str:
    if hotspot is None:
        pytest.skip("this computer has no address in a local network")
    return hotspot


@pytest.fixture
def open_hall(settings: Settings, tmp_path: Path, address: str) -> Iterator[Server]:
    with serving(home_like(settings.home, tmp_path / "home"), "--handphone", address) as running:
        running.wait_until_open()
        yield running


def test_a_handset_votes_and_the_wall_counts(
    open_hall: Server, chromium: Browser, address: str
) -> None:
    wall = chromium.open(f"{open_hall.address}/mulai")
    begin(wall, open_hall.address, PLACE, DAY, PEOPLE)
    choose(wall, "Cek sebelum: Sebelum kerja ke luar negeri")
    step(wall)
    wall.keyboard.press("h")
    code = wall.get_by_role("dialog").locator(".code").inner_text()
    assert re.fullmatch(r"\w{6}", code)
    wall.keyboard.press("m")
    theirs = chromium.somebody_else()
    handset = theirs.open(f"http://{address}:{open_hall.port}/", HANDSET)
    handset.get_by_label("Kode").fill("AAAAAA" if code != "AAAAAA" else "BBBBBB")
    handset.get_by_role("button", name="Ikut").click()
    handset.get_by_role("alert").wait_for()
    assert violations(handset) == []
    handset.get_by_label("Kode").fill(code)
    handset.get_by_role("button", name="Ikut").click()
    handset.get_by_role("button", name="Salah").click()
    handset.get_by_text("Jawaban terkirim").wait_for()
    assert violations(handset) == []
    wall.get_by_text("Terhitung 1 jawaban").wait_for()
    assert theirs.outside() == []
    theirs.close_windows()


@pytest.mark.parametrize("path", ["/mulai", "/layar", "/catatan", "/laporan", "/api/menu"])
def test_a_handset_reaches_nothing_of_the_facilitator(
    open_hall: Server, address: str, path: str
) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"http://{address}:{open_hall.port}{path}", timeout=10)
    assert refused.value.code in (403, 404, 421)
