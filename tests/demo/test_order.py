"""What arrives late or not at all must not show what was hidden, nor leave a window without its part."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.demo.browser import PATIENCE
from tests.demo.conftest import act
from tests.demo.server import Server

QUIZ = {"part": "kuis", "arguments": {"items": ["q01"]}, "title": "Kuis"}
SCRIPT = "**/js/parts/kuis.js*"
HIDDEN = ".wall-window[data-state=hidden]"


def test_a_script_that_comes_late_does_not_show_what_was_hidden(server: Server, wall: Page) -> None:
    held: list[Route] = []
    wall.route(SCRIPT, lambda route: held.append(route))
    with wall.expect_request(SCRIPT):
        act(server, "show", QUIZ)
    act(server, "hide", True)
    wall.locator(HIDDEN).wait_for()
    held[0].continue_()
    wall.evaluate(
        "() => import('/static/js/parts/kuis.js').then(() => new Promise((done) => setTimeout(done, 200)))"
    )
    expect(wall.locator(HIDDEN)).to_be_visible()


def test_a_covered_wall_waits_until_it_is_hidden(server: Server, wall: Page) -> None:
    act(server, "show", QUIZ)
    wall.locator("#stage input").first.wait_for()
    held: list[Route] = []
    wall.route("**/api/act", lambda route: held.append(route))
    with wall.expect_request("**/api/act"):
        wall.keyboard.press("Escape")
    before = wall.locator("html").get_attribute("data-theme")
    # Somebody else changes something meanwhile: the state that comes is not hidden.
    act(server, "theme")
    expect(wall.locator(f"html:not([data-theme={before}])")).to_have_count(1, timeout=PATIENCE)
    expect(wall.locator("#stage")).to_be_hidden()
    held[0].continue_()
    wall.locator(HIDDEN).wait_for()
    expect(wall.locator("#stage")).to_be_visible()
    wall.unroute("**/api/act")
    wall.keyboard.press("Escape")
    wall.locator("#stage input").first.wait_for()


def test_a_script_that_failed_is_fetched_again(server: Server, wall: Page) -> None:
    wall.route(SCRIPT, lambda route: route.abort())
    with wall.expect_event("requestfailed"):
        act(server, "show", QUIZ)
    wall.get_by_role("heading", name="Kuis").wait_for()
    wall.unroute(SCRIPT)
    act(server, "count", {"choice": "tipu", "n": 5}, target="part")
    wall.get_by_text("Terhitung 5 jawaban").wait_for()


def test_a_wire_that_was_cut_stays_cut_when_the_page_comes_back(wall: Page) -> None:
    opened = wall.evaluate(
        """async () => {
          const { listen } = await import("/static/js/link.js");
          let opened = 0;
          const Real = window.EventSource;
          window.EventSource = class extends Real { constructor(address) { super(address); opened += 1; } };
          const stop = listen("/api/events/layar", () => {}, () => {});
          stop();
          window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
          window.EventSource = Real;
          return opened;
        }"""
    )
    # The wall's own wire opens again, under the name that it found then.
    assert opened == 2
