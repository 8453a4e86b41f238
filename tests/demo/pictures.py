"""The pictures of the facilitator's guide, made from the real screens.

Usage: python -m tests.demo.pictures [FOLDER]   (default docs/gambar)

Each PNG carries the words that the screen showed (text chunk "Words"), so that a test can tell when the screen has changed
without comparing pixels: fonts and Chromium differ between computers, words and sizes do not (docs/decisions.md).
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Page

from bot.paths import ROOT
from bot.settings import Settings
from tests.demo.browser import (
    PROJECTOR,
    Browser,
    ask,
    begin,
    browser,
    choose,
    count,
    step,
    step_to,
)
from tests.demo.server import Server, home_like, serving

FOLDER = ROOT / "docs" / "gambar"
PLACE, DAY, PEOPLE = "Balai Dusun Melati", "2026-11-28", 30
NOTES = (1280, 720)
# Pixels of a picture in the guide, and colours: small enough for git, large enough to be read.
WIDTH = 1200
COLOURS = 200
WORDS = "Words"
CHECK = "Sebelum kerja ke luar negeri"
OFFER = (
    "Dibutuhkan tenaga admin untuk Kamboja. Gaji 12-15 juta. Masuk pakai visa turis dulu. Berangkat minggu depan."
    " Biaya 3 juta transfer ke rekening saya."
)


@dataclass(frozen=True)
class Picture:
    """A screen: name of its file without ending, PNG in the size of the window, and the words on it."""

    name: str
    png: bytes
    words: str

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the picture in the guide."""
        width, height = Image.open(io.BytesIO(self.png)).size
        return WIDTH, round(height * WIDTH / width)

    def write(self, folder: Path) -> Path:
        """Write it small, with its words inside."""
        image = Image.open(io.BytesIO(self.png)).convert("RGB").resize(self.size)
        told = PngInfo()
        told.add_itxt(WORDS, self.words, lang="id")
        path = folder / f"{self.name}.png"
        image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True, pnginfo=told)
        return path


def words_in(path: Path) -> str:
    """The words that a picture says were on the screen."""
    with Image.open(path) as image:
        image.load()
        return str(getattr(image, "text", {}).get(WORDS, ""))


def taken(server: Server, opened: Browser) -> Iterator[Picture]:
    """All pictures in the order of an evening; the assistant must be ready."""
    wall = opened.open(f"{server.address}/mulai", PROJECTOR)
    wall.get_by_label("Tanggal").fill(DAY)
    # The list of provinces comes after the form.
    wall.locator("#province option").nth(1).wait_for(state="attached")
    yield _picture("mulai", wall)
    begin(wall, server.address, PLACE, DAY, PEOPLE)
    choose(wall, f"Cek sebelum: {CHECK}")
    for _ in range(5):
        step(wall)
        count(wall, [11, 13, 6])
    choose(wall, "Teman lama mengajak jadi admin")
    step_to(wall, "#stage mark.strong")
    yield _picture("adegan", wall)
    notes = opened.open(f"{server.address}/catatan", NOTES)
    notes.get_by_role("region", name="Catatan").wait_for()
    yield _picture("catatan", notes)
    notes.close()
    ask(wall, OFFER)
    wall.get_by_text("Risiko tinggi").wait_for()
    step_to(wall, "#stage mark.strong")
    yield _picture("obrolan", wall)
    choose(wall, "Asli atau tipu? 1")
    count(wall, [4, 20, 6])
    step(wall)
    yield _picture("kuis", wall)
    choose(wall, f"Cek sesudah: {CHECK}")
    for _ in range(5):
        step(wall)
        is_false = wall.locator("#stage h1").inner_text().startswith(("Agen", "Masuk", "Anak"))
        count(wall, [2, 27, 1] if is_false else [26, 3, 1])
    step_to(wall, "#stage .hasil")
    yield _picture("cek", wall)
    wall.close()


def _picture(name: str, page: Page) -> Picture:
    # A message of a moment ago is no part of the screen.
    page.evaluate(
        "() => document.querySelectorAll('.toast').forEach((each) => { each.hidden = true; })"
    )
    words = re.sub(r"\s+", " ", page.locator("body").inner_text()).strip()
    return Picture(name, page.screenshot(animations="disabled", caret="hide"), words)


def main() -> int:
    """Make all pictures from a page of its own; nothing of the user's sessions is touched."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        home = home_like(Settings.from_environment().home, Path(name) / "home")
        with serving(home) as server, browser() as opened:
            server.wait_until_open()
            server.wait_until_ready()
            for picture in taken(server, opened):
                path = picture.write(folder)
                print(f"{path}: {path.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
