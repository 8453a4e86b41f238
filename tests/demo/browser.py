"""Debian's Chromium, shut off from every address but this laptop's, and what it tried to reach."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Locator, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PROJECTOR, LAPTOP, HANDSET = (1920, 1080), (1024, 768), (360, 740)
LOOPBACK = "127.0.0.1"
SERIOUS = ("serious", "critical")
PATIENCE = 20_000
"""Milliseconds until a hang is taken for one."""


class Browser:
    """Windows of one person.

    Attributes:
        asked: every address that a page asked for.
        errors: what pages wrote into their console as errors, and exceptions.
    """

    def __init__(self, chromium: Chromium, addresses: tuple[str, ...]) -> None:
        """Nothing is open yet."""
        self._chromium, self._addresses = chromium, addresses
        self._context = chromium.new_context(locale="id-ID", reduced_motion="reduce")
        self.asked: list[str] = []
        self.errors: list[str] = []
        self._context.set_default_timeout(PATIENCE)
        self._context.on("request", lambda request: self.asked.append(request.url))
        self._context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self._context.on(
            "console", lambda said: said.type == "error" and self.errors.append(said.text)
        )

    def somebody_else(self) -> Browser:
        """Windows of another person: nothing is shared."""
        return Browser(self._chromium, self._addresses)

    def open(self, address: str, size: tuple[int, int] = PROJECTOR) -> Page:
        """A window of a size in pixels, once its script has drawn it."""
        page = self._context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(address)
        page.wait_for_function("() => !document.querySelector('main.first')")
        return page

    def close_windows(self) -> None:
        """Close all windows, and forget what they asked for."""
        for window in self._context.pages:
            window.close()
        self.asked.clear()
        self.errors.clear()

    def outside(self) -> list[str]:
        """Addresses that were asked for and are not the laptop's."""
        hosts = "|".join(map(re.escape, self._addresses))
        return [
            url for url in self.asked if not re.match(rf"(http://({hosts}):\d+/|data:|blob:)", url)
        ]


@contextlib.contextmanager
def browser(*addresses: str) -> Iterator[Browser]:
    """A browser to which nothing resolves but addresses of this laptop."""
    reachable = (LOOPBACK, *addresses)
    rules = ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {address}" for address in reachable)])
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[f"--host-resolver-rules={rules}", "--force-color-profile=srgb"],
        )
        try:
            yield Browser(chromium, reachable)
        finally:
            chromium.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical: rule, and the first place."""
    # Otherwise it looks for the style sheets itself, beside the page instead of beside the sheet that imports them.
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['target']} {each['nodes'][0].get('failureSummary', '')}"
        for each in found
        if each["impact"] in SERIOUS
    ]


def begin(page: Page, server: str, place: str, day: str, people: int) -> None:
    """Fill in the start page and begin a session; the window shows its title then."""
    page.goto(f"{server}/mulai")
    page.get_by_label("Tempat").fill(place)
    page.get_by_label("Tanggal").fill(day)
    page.get_by_label("Jumlah peserta").fill(str(people))
    page.get_by_role("button", name="Mulai pertemuan").click()
    page.wait_for_url(f"{server}/layar")
    page.get_by_role("heading", name=place).wait_for()


def choose(page: Page, title: str) -> None:
    """Choose in the menu, by keyboard; the window shows the part then."""
    page.keyboard.press("m")
    menu = page.get_by_role("dialog")
    menu.get_by_role("button", name=title).first.press("Enter")
    menu.wait_for(state="detached")
    page.locator(".wall-title", has_text=title.split(":")[-1].strip()).wait_for()


# What changes with a step: the words, what is lit up, which page of a long text stands there, and a message about what cannot be.
SEEN = """() => JSON.stringify([
  document.querySelector("#stage").innerText, document.querySelector(".toast").innerText,
  [...document.querySelectorAll("#stage mark, #stage [data-mark]")].map((each) => [each.className, each.dataset.mark, each.innerText]),
  [...document.querySelectorAll("[data-pages]")].map(({ dataset }) => dataset.page), document.querySelector("#stage").scrollTop])"""


def step(page: Page, key: str = "ArrowRight") -> None:
    """Press a key and wait until the wall shows something else."""
    before = page.evaluate(SEEN)
    page.keyboard.press(key)
    page.wait_for_function(f"(before) => ({SEEN})() !== before", arg=before)


def step_to(page: Page, selector: str, most: int = 80) -> None:
    """Step on until something is there."""
    for _ in range(most):
        if page.locator(selector).count():
            return
        step(page)
    raise AssertionError(f"{selector} never came; last: {page.locator('#stage').inner_text()!r}")


def count(page: Page, hands: list[int]) -> None:
    """Type in how many hands were up for each choice, by keyboard, and wait until all are counted."""
    for number in hands:
        page.keyboard.type(str(number))
        page.keyboard.press("Enter")
    told = page.locator("#stage p", has_text="Terhitung")
    expect(told).to_have_text(f"Terhitung {sum(hands)} jawaban.", timeout=PATIENCE)


FIELD = "Tulis di sini"


def open_chat(page: Page) -> Locator:
    """Open the live chat by keyboard; returns its field."""
    page.keyboard.press("l")
    field = page.get_by_placeholder(FIELD)
    field.wait_for()
    return field


def write(page: Page, text: str, field: Locator | None = None) -> None:
    """Write a message into the live chat by keyboard, without sending it.

    Args:
        page: the wall or the notes.
        text: the message.
        field: of the chat when it is open; None to open it.
    """
    field = field or open_chat(page)
    page.keyboard.press("k")
    expect(field).to_be_focused()
    page.keyboard.insert_text(text)
    expect(field).to_have_value(text)


def ask(page: Page, text: str) -> None:
    """Open the live chat and send a message, by keyboard; its answer may take a while."""
    write(page, text)
    page.keyboard.press("Enter")
