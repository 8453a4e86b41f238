"""The guide's pictures still show what the screens show."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.demo.browser import Browser
from tests.demo.conftest import act
from tests.demo.pictures import FOLDER, taken, words_in
from tests.demo.server import Server

# Of a picture's words; a number of people or a date of a source may change, a screen may not.
SAME_WORDS = 0.9
MOST_BYTES = 150_000
# The pictures were taken with it; with a wider font less fits on a screen, and the rest comes on the next one.
FONT = "Roboto"


def has_font() -> bool:
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False)
    return FONT in listed.stdout


def test_every_picture_shows_the_words_and_the_size_of_its_screen(
    server: Server, chromium: Browser
) -> None:
    if shutil.which("fc-list") is None or not has_font():
        pytest.skip(f"{FONT} is not installed: screens hold other words than the pictures")
    server.wait_until_ready()
    stale = []
    try:
        for picture in taken(server, chromium):
            path = FOLDER / f"{picture.name}.png"
            same = path.exists() and _share(words_in(path), picture.words) >= SAME_WORDS
            if not same or Image.open(path).size != picture.size:
                stale.append(path.name)
    finally:
        act(server, "end")
    assert stale == [], "make them again: python -m tests.demo.pictures"


def test_the_guide_shows_every_picture_and_they_are_small() -> None:
    guide = Path(FOLDER.parent / "panduan-fasilitator.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\]\(gambar/([\w-]+\.png)\)", guide))
    assert shown == {path.name for path in FOLDER.glob("*.png")}
    assert {path.name for path in FOLDER.iterdir() if path.stat().st_size > MOST_BYTES} == set()


def _share(old: str, new: str) -> float:
    """Share of words, with their number, that two texts have in common."""
    left, right = old.split(), new.split()
    common = sum(min(left.count(word), right.count(word)) for word in set(left))
    return 2 * common / max(len(left) + len(right), 1)
