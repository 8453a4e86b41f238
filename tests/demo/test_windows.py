"""Every kind of window in the sizes that people have: nothing serious for axe-core, nothing cut off, letters large enough."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.demo.browser import (
    HANDSET,
    LAPTOP,
    PROJECTOR,
    Browser,
    choose,
    step,
    step_to,
    violations,
)
from tests.demo.conftest import act
from tests.demo.server import Server

PARTS = (
    ("Teman lama mengajak jadi admin", "#stage .bubble"),
    ("Teman lama mengajak jadi admin", "#stage mark.strong"),
    ("Anak yang tidak menjawab lagi", "#stage .home"),
    ("Kak Mira, HRD kantor online", "#stage .options"),
    ("Asli atau tipu? 1", "#stage input"),
    ("Cek sebelum: Sebelum kerja ke luar negeri", "#stage input"),
    ("Obrolan langsung", "#stage textarea"),
)
# Pixels of the words of the wall at 1920x1080: the guide tells why (docs/panduan-fasilitator.md).
READABLE = 44


@pytest.mark.parametrize(("title", "until"), PARTS)
def test_the_wall_is_readable_by_everybody(wall: Page, title: str, until: str) -> None:
    choose(wall, title)
    step_to(wall, until)
    for theme in ("day", "dark"):
        assert violations(wall) == [], theme
        wall.keyboard.press("t")
        wall.wait_for_timeout(300)
    assert _sideways(wall) == 0


@pytest.mark.parametrize("size", [PROJECTOR, LAPTOP, HANDSET])
@pytest.mark.parametrize("path", ["/mulai", "/layar", "/catatan", "/laporan", "/cetak"])
def test_every_window_in_every_size(
    server: Server, chromium: Browser, wall: Page, path: str, size: tuple[int, int]
) -> None:
    choose(wall, "Teman lama mengajak jadi admin")
    page = chromium.open(f"{server.address}{path}", size)
    page.locator("h1, .bubble, .hall").first.wait_for()
    assert violations(page) == []
    assert _sideways(page) == 0


def test_a_role_play_is_readable_by_everybody_to_its_end(wall: Page) -> None:
    choose(wall, "Kak Mira, HRD kantor online")
    step_to(wall, "#stage .options")
    step(wall, "1")
    for until in (".tag.danger", ".answers", ".tag.good"):
        step_to(wall, f"#stage {until}")
        assert violations(wall) == [], until


def test_the_words_of_the_wall_are_large(wall: Page) -> None:
    choose(wall, "Teman lama mengajak jadi admin")
    step_to(wall, "#stage .bubble")
    size = wall.locator("#stage .bubble p").last.evaluate(
        "(each) => getComputedStyle(each).fontSize"
    )
    assert float(size.removesuffix("px")) >= READABLE


def test_the_notes_lead_and_the_wall_follows(server: Server, chromium: Browser, wall: Page) -> None:
    choose(wall, "Teman lama mengajak jadi admin")
    notes = chromium.open(f"{server.address}/catatan", LAPTOP)
    before = wall.locator("#stage").inner_text()
    notes.get_by_role("button", name="Lanjut").click()
    wall.wait_for_function(
        "(before) => document.querySelector('#stage').innerText !== before", arg=before
    )
    told = notes.get_by_role("region", name="Catatan").inner_text()
    assert told.strip()
    assert told.split("\n")[0] not in wall.locator("body").inner_text()


def test_the_keys_are_told_and_the_menu_closes_by_keyboard(wall: Page) -> None:
    wall.keyboard.press("?")
    dialog = wall.get_by_role("dialog")
    dialog.wait_for()
    keys = dialog.locator("kbd").all_inner_texts()
    assert {"Esc", "M", "L", "T", "F", "?"} <= set(keys)
    assert violations(wall) == []
    wall.keyboard.press("?")
    dialog.wait_for(state="detached")
    wall.keyboard.press("m")
    dialog.wait_for()
    assert violations(wall) == []
    wall.keyboard.press("m")
    dialog.wait_for(state="detached")
    assert wall.locator("[data-state=hidden]").count() == 0


def test_a_number_that_was_drawn_again_while_typing_stays_with_its_question(
    server: Server, wall: Page
) -> None:
    choose(wall, "Cek sebelum: Sebelum kerja ke luar negeri")
    step(wall)
    wall.keyboard.type("4")
    wall.keyboard.press("Enter")
    wall.get_by_text("Terhitung 4 jawaban").wait_for()
    wall.keyboard.type("2")
    # Somebody else counts: the wall is drawn again below the cursor.
    act(server, "count", {"choice": "benar", "n": 5}, target="part")
    wall.get_by_text("Terhitung 5 jawaban").wait_for()
    wall.keyboard.type("7")
    wall.keyboard.press("Enter")
    wall.get_by_text("Terhitung 32 jawaban").wait_for()
    wall.keyboard.press("Enter")
    step(wall)
    assert [field.input_value() for field in wall.locator("input.hands").all()] == ["", "", ""]


def _sideways(page: Page) -> int:
    """Pixels that one must scroll sideways."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
