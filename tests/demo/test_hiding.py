"""What the hall must not see: the wall while it is hidden, what is pasted, the cry for help."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.demo.browser import (
    FIELD,
    LAPTOP,
    Browser,
    ask,
    choose,
    open_chat,
    step,
    violations,
    write,
)
from tests.demo.conftest import PLACE
from tests.demo.server import Server

OFFER = "Admin chat Kamboja, gaji 12 juta\nMasuk pakai visa turis\nHub Budi Santoso 0812-3456-7890"
PASTE = """(text) => {
  const pasted = new DataTransfer();
  pasted.setData("text", text);
  const event = { clipboardData: pasted, bubbles: true, cancelable: true };
  document.getElementById("live-text").dispatchEvent(new ClipboardEvent("paste", event));
}"""
HIDDEN = "[data-state=hidden]"


def test_one_esc_closes_the_menu_and_hides_and_only_esc_shows_again(wall: Page) -> None:
    choose(wall, "Teman lama mengajak jadi admin")
    wall.keyboard.press("m")
    wall.get_by_role("dialog").wait_for()
    wall.keyboard.press("Escape")
    wall.locator(HIDDEN).wait_for()
    expect(wall.get_by_role("dialog")).to_have_count(0)
    for key in ("m", "l", "ArrowRight", "?"):
        wall.keyboard.press(key)
    wall.keyboard.press("Escape")
    # Nothing that was pressed while it was hidden had any effect.
    wall.locator(".wall-title", has_text="Teman lama mengajak jadi admin").wait_for()
    expect(wall.get_by_role("dialog")).to_have_count(0)


def test_the_notes_lead_while_the_wall_is_hidden(
    server: Server, chromium: Browser, wall: Page
) -> None:
    server.wait_until_ready()
    notes = chromium.open(f"{server.address}/catatan", LAPTOP)
    notes.keyboard.press("Escape")
    wall.locator(HIDDEN).wait_for()
    ask(notes, "lapor ke mana")
    notes.locator(".preview .live-answer").wait_for()
    notes.keyboard.press("m")
    notes.get_by_role("dialog").wait_for()
    notes.keyboard.press("Escape")
    expect(notes.get_by_role("dialog")).to_have_count(0)
    assert wall.locator("body").inner_text().split("\n") == ["Mawas", "", PLACE]


def test_what_is_pasted_is_not_on_the_wall_before_it_is_masked(
    server: Server, chromium: Browser, wall: Page
) -> None:
    server.wait_until_ready()
    notes = chromium.open(f"{server.address}/catatan", LAPTOP)
    open_chat(wall)
    wall.evaluate(PASTE, OFFER)
    wall.get_by_text("Teks ditempel, 3 baris").wait_for()
    assert "Budi" not in wall.locator("body").inner_text()
    expect(notes.get_by_placeholder(FIELD)).to_have_value(OFFER)
    wall.keyboard.press("Enter")
    wall.locator(".live-said mark").first.wait_for()
    assert "0812" not in wall.locator("body").inner_text()


@pytest.mark.parametrize("other", ["mmmmmmmmmmmm", "0812 3456 78"])
def test_what_is_typed_on_the_wall_is_read_in_the_notes_only(
    server: Server, chromium: Browser, wall: Page, other: str
) -> None:
    notes = chromium.open(f"{server.address}/catatan", LAPTOP)
    field = open_chat(wall)
    write(wall, "iiiiiiiiiiii", field)
    wall.get_by_text("12 huruf diketik").wait_for()
    dots = field.screenshot(caret="hide", animations="disabled")
    card = notes.locator("#live-mirror")
    expect(card).to_contain_text("iiiiiiiiiiii")
    field.fill(other)
    expect(card).to_contain_text(other)
    # Whatever the letters are, the wall looks the same.
    assert field.screenshot(caret="hide", animations="disabled") == dots
    assert other not in wall.locator("body").inner_text()
    # Who has no second window shows the letters deliberately, until the field is left.
    wall.keyboard.press("F2")
    assert field.screenshot(caret="hide", animations="disabled") != dots
    field.blur()
    expect(field).to_have_class("veiled")
    assert violations(wall) == []


def test_what_was_typed_is_gone_from_the_notes_once_it_is_sent(
    server: Server, chromium: Browser, wall: Page
) -> None:
    server.wait_until_ready()
    notes = chromium.open(f"{server.address}/catatan", LAPTOP)
    write(wall, "apa itu P3MI")
    card = notes.locator("#live-mirror")
    expect(card).to_be_visible()
    wall.keyboard.press("Enter")
    expect(card).to_be_hidden()
    wall.locator(".live-answer").wait_for()
    expect(wall.get_by_placeholder(FIELD)).to_have_value("")


def test_a_cry_for_help_hides_the_wall_and_the_notes_say_what_to_do(
    server: Server, chromium: Browser, wall: Page
) -> None:
    server.wait_until_ready()
    notes = chromium.open(f"{server.address}/catatan", LAPTOP)
    ask(wall, "saya disekap di myanmar, paspor ditahan")
    wall.locator(HIDDEN).wait_for()
    card = notes.get_by_role("alert").filter(has_text="Panduan bagian 6")
    assert "Layar disembunyikan" in card.inner_text()
    assert "+95" in card.inner_text()
    assert violations(notes) == []
    notes.keyboard.press("Escape")
    wall.locator("[data-state=part]").wait_for()
    shown = wall.locator("#stage").inner_text()
    assert "kopi" not in shown
    notes.get_by_text("Tekan Esc. Panduan bagian 6").wait_for()


def test_no_digit_of_a_count_is_lost_and_the_arrow_steps_on(wall: Page) -> None:
    choose(wall, "Cek sebelum: Sebelum kerja ke luar negeri")
    step(wall)
    wall.keyboard.type("12")
    wall.keyboard.press("Enter")
    wall.keyboard.type("15")
    wall.keyboard.press("ArrowRight")
    wall.get_by_text("2 dari 5").wait_for()
    step(wall, "ArrowLeft")
    assert [each.input_value() for each in wall.locator("input.hands").all()] == ["12", "15", ""]


def test_what_was_typed_at_the_beginning_is_put_right_in_the_menu(wall: Page) -> None:
    wall.keyboard.press("m")
    wall.get_by_role("button", name="Ubah data pertemuan").press("Enter")
    wall.get_by_label("Tempat").fill("Balai Dusun Mawar 081234567890")
    wall.get_by_text("Nomor akan disamarkan").wait_for()
    assert violations(wall) == []
    wall.keyboard.press("Enter")
    wall.get_by_role("heading", name="Balai Dusun Mawar [nomor]").wait_for()
