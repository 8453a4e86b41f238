"""An expert reviews answers in a real browser, saves the file, and an editor reads it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.answers.items import Reviewed, reviewed
from bot.answers.page import page as page_of
from bot.answers.review_file import checked, read_file
from bot.answers.world import World
from bot.paths import KNOWLEDGE
from knowledge.build import build
from knowledge.reviews import read_reviews, write_review
from tests.demo.browser import Browser, violations

PHONE, LAPTOP = (390, 844), (1280, 900)
REMARK = 'Biaya naik sejak 2026.\nLihat "aturan" <baru> & tanya Disnaker 🙂'
ANSWER, OTHER = "topik/biaya_dimuka", "bahaya/darurat_disekap"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Reviewed]]:
    folder = tmp_path_factory.mktemp("answers")
    url = f"sqlite:///{folder / 'knowledge.db'}"
    build(KNOWLEDGE, url)
    world = World.of(url)
    rows = reviewed(world)
    (folder / "answers.html").write_text(page_of(world, rows), encoding="utf-8")
    return folder / "answers.html", rows


@pytest.fixture(params=[PHONE, LAPTOP], ids=["phone", "laptop"])
def page(
    answers: tuple[Path, list[Reviewed]], chromium: Browser, request: pytest.FixtureRequest
) -> Iterator[Page]:
    opened = chromium.somebody_else()
    window = opened.open(answers[0].as_uri(), request.param)
    window.locator(".item").first.wait_for()
    yield window
    assert opened.errors == []
    # Nothing but the page itself and the files that it hands out.
    assert [url for url in opened.asked if not url.startswith(("file:", "blob:"))] == []
    opened.close_windows()


def item(page: Page, id_: str) -> Locator:
    return page.locator(f".item[data-id='{id_}']")


def opened(page: Page, id_: str) -> Locator:
    found = item(page, id_)
    found.locator("summary").first.click()
    found.locator(".review").wait_for()
    return found


def saved(page: Page, tmp_path: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan berkas").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_remarks_go_out_and_come_back(
    page: Page, answers: tuple[Path, list[Reviewed]], tmp_path: Path
) -> None:
    page.get_by_label("Nama dan peran Anda").fill("Sari, pendamping")
    card = opened(page, ANSWER)
    card.get_by_label("Perlu diubah").check()
    card.get_by_label("Catatan").fill(REMARK)
    opened(page, OTHER).get_by_label("Benar").check()
    expect(page.locator("#count")).to_have_text(f"2 dari {len(answers[1])} ditinjau")
    file = saved(page, tmp_path)
    assert file.name.startswith("tinjauan-mawas-sari-pendamping-20")
    digests = {row.item.id: row.digest for row in answers[1]}
    found = checked(read_file(file), digests, [])
    assert (found.refused, found.changed, found.known, found.empty) == ((), (), (), 0)
    said = {row.id: (row.verdict, row.remark) for row in found.review.rows}
    assert said == {ANSWER: ("perlu_diubah", REMARK), OTHER: ("benar", "")}
    write_review(tmp_path, found.review)
    assert read_reviews(tmp_path) == [found.review]


def test_what_was_said_is_still_there_when_the_page_is_opened_again(page: Page) -> None:
    card = opened(page, ANSWER)
    card.get_by_label("Ragu").check()
    card.get_by_label("Catatan").fill("Nanti saya cek.")
    page.reload()
    expect(item(page, ANSWER).locator(".chip")).to_have_text("Ragu")
    card = opened(page, ANSWER)
    expect(card.get_by_label("Ragu")).to_be_checked()
    expect(card.get_by_label("Catatan")).to_have_value("Nanti saya cek.")
    card.get_by_role("button", name="Kosongkan").click()
    expect(item(page, ANSWER).locator(".chip")).to_have_text("Belum ditinjau")


def test_words_that_changed_since_are_shown_as_such(
    page: Page, answers: tuple[Path, list[Reviewed]], tmp_path: Path
) -> None:
    row = {
        "id": ANSWER,
        "sidik": "f" * 12,
        "putusan": "benar",
        "catatan": "",
        "tanggal": "2026-11-01",
    }
    file = tmp_path / "lama.json"
    file.write_text(
        json.dumps(
            {
                "mawas_tinjauan": 1,
                "halaman": "0" * 12,
                "peninjau": "Sari",
                "tanggal": "2026-11-01",
                "baris": [row],
            }
        )
    )
    page.locator("#load").set_input_files(file)
    expect(page.locator("#told")).to_have_text("1 pendapat dimuat dari berkas.")
    expect(page.get_by_label("Nama dan peran Anda")).to_have_value("Sari")
    page.get_by_label("Tampilkan").select_option("Berubah sejak ditinjau")
    expect(page.locator(".item")).to_have_count(1)
    expect(item(page, ANSWER).locator(".chip")).to_have_text("Berubah sejak ditinjau")


def test_a_file_of_something_else_is_refused_in_words(page: Page, tmp_path: Path) -> None:
    (tmp_path / "lain.json").write_text('{"baris": 7}')
    page.locator("#load").set_input_files(tmp_path / "lain.json")
    expect(page.locator("#told")).to_contain_text("tidak bisa dibaca")


def test_answers_are_found_by_words_and_kind_and_state(page: Page) -> None:
    page.get_by_label("Cari").fill("PASPOR imigrasi")
    expect(item(page, "topik/paspor_pmi")).to_have_count(1)
    page.get_by_label("Cari").fill("tidakadakatanya")
    expect(page.locator(".empty")).to_contain_text("Tidak ada jawaban yang cocok")
    page.get_by_label("Cari").fill("")
    page.get_by_label("Jenis").select_option("Bahaya dan pertolongan")
    expect(page.locator(".item")).to_have_count(8)
    opened(page, OTHER).get_by_label("Benar").check()
    page.get_by_label("Tampilkan").select_option("Belum ditinjau")
    expect(page.locator(".item")).to_have_count(7)


def test_nothing_is_saved_without_a_name_or_without_an_opinion(page: Page) -> None:
    page.get_by_role("button", name="Simpan berkas").click()
    expect(page.locator("#told")).to_contain_text("Tulis dulu nama dan peran")
    page.get_by_label("Nama dan peran Anda").fill("Sari")
    page.get_by_role("button", name="Simpan berkas").click()
    expect(page.locator("#told")).to_contain_text("Belum ada pendapat")


def test_all_forms_and_sources_unfold(page: Page) -> None:
    card = opened(page, "topik/cek_p3mi")
    card.locator(".forms > summary").first.click()
    card.get_by_text("Kamboja", exact=True).click()
    assert "Kamboja" in card.locator(".form[open] .said").first.inner_text()
    card.locator(".forms > summary").last.click()
    link = card.locator(".sources a").first
    assert (link.get_attribute("href") or "").startswith("http")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_the_page_fits_its_window_and_can_be_used_by_all(page: Page) -> None:
    opened(page, ANSWER)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
