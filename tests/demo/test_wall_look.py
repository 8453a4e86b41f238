"""What is spoken of is seen, and only the right bar is green."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.demo.browser import choose, count, step, step_to
from tests.demo.server import Server

OFFER = "\n".join(
    [
        "Lowongan admin Kamboja, gaji 12-15 juta.",
        *(["Mess dan makan ditanggung."] * 14),
        "Masuk pakai visa turis dulu.",
    ]
)
BARS = "(bars) => bars.map((bar) => getComputedStyle(bar).backgroundImage)"
WIDTHS = "(bars) => bars.map((bar) => bar.getBoundingClientRect().width)"


def test_words_far_down_in_an_offer_are_scrolled_into_sight(server: Server, wall: Page) -> None:
    server.wait_until_ready()
    wall.keyboard.press("l")
    wall.get_by_placeholder("Tulis di sini").wait_for()
    wall.keyboard.press("k")
    wall.keyboard.insert_text(OFFER)
    wall.keyboard.press("Enter")
    wall.locator(".live-said mark").first.wait_for()
    step_to(wall, "#stage mark.strong")
    mark, box = (wall.locator(each).first.bounding_box() for each in ("mark.strong", ".live-said"))
    assert mark is not None
    assert box is not None
    assert box["y"] <= mark["y"]
    assert mark["y"] + mark["height"] <= box["y"] + box["height"]
    assert "Sumber:" in wall.locator(".live-answer").inner_text()


def test_bars_share_one_grid_and_the_right_one_stands_out(wall: Page) -> None:
    choose(wall, "Asli atau tipu? 1")
    count(wall, [4, 120, 6])
    step(wall)
    bars = wall.locator("#stage .bars .bar")
    colours = bars.evaluate_all(BARS)
    assert sorted(map(colours.count, set(colours))) == [1, 2]
    assert len(set(bars.evaluate_all(WIDTHS))) == 1
