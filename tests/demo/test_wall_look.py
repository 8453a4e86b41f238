"""What is spoken of is seen, and only the right bar is green."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.demo.browser import LAPTOP, PROJECTOR, ask, choose, count, step, step_to
from tests.demo.server import Server

OFFER = "\n".join(
    [
        "Lowongan admin Kamboja, gaji 12-15 juta.",
        *(["Mess dan makan ditanggung."] * 14),
        "Masuk pakai visa turis dulu.",
    ]
)
LONG = """Assalamualaikum bapak ibu warga dusun yang kami hormati
Kami ingin berbagi kabar baik untuk adik-adik yang baru lulus sekolah
Ada kesempatan kerja di restoran dan kebun di luar negeri
Suasananya enak dan kekeluargaan, banyak warga kita sudah betah di sana
Syaratnya sehat jasmani dan rohani dan mau bekerja keras
Boleh laki-laki atau perempuan, yang sudah berkeluarga juga boleh
Tujuan Kamboja, gaji 12 juta bersih tiap bulan
Makan, tempat tinggal, dan tiket semua ditanggung kantor
Kamar berisi empat orang, ada dapur dan tempat salat
Berangkat pakai visa turis dulu, nanti visa kerja diurus di sana
Paspor dan ijazah asli kami yang simpan supaya tidak hilang
Jangan bilang dulu ke tetangga karena tempat terbatas
Sesudah tiga bulan gaji naik sesuai hasil kerja
Yang mau ikut cukup kirim foto diri dan nama ibu kandung
DP 5 juta ditransfer ke rekening pribadi saya
Sisanya boleh dipotong dari gaji selama delapan bulan
Rombongan pertama berkumpul di Surabaya
Berangkat minggu depan, yang cepat dapat
Jangan lapor polisi atau Disnaker, nanti dipersulit
Terima kasih, semoga menjadi rezeki kita semua"""
BARS = "(bars) => bars.map((bar) => getComputedStyle(bar).backgroundImage)"
WIDTHS = "(bars) => bars.map((bar) => bar.getBoundingClientRect().width)"


def test_words_far_down_in_an_offer_are_on_the_page_that_is_shown(
    server: Server, wall: Page
) -> None:
    server.wait_until_ready()
    ask(wall, OFFER)
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


# Texts that their box cuts through, on top or below.
TORN = """() => [...document.querySelectorAll("#stage .paged")].flatMap((box) => {
  const { top, bottom } = box.getBoundingClientRect();
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const torn = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const line of range.getClientRects()) {
      const isCut = [top, bottom].some((edge) => line.top < edge - 4 && line.bottom > edge + 4);
      if (isCut) torn.push(walker.currentNode.data);
    }
  }
  return torn;
})"""
BELOW = "() => { const stage = document.querySelector('#stage'); return stage.scrollHeight - stage.clientHeight; }"


@pytest.mark.parametrize("size", [PROJECTOR, LAPTOP])
def test_a_long_offer_and_its_answer_come_page_by_page(
    server: Server, wall: Page, size: tuple[int, int]
) -> None:
    wall.set_viewport_size({"width": size[0], "height": size[1]})
    server.wait_until_ready()
    ask(wall, LONG)
    wall.locator(".live-said mark").first.wait_for()
    told = wall.locator(".live-said .paged")
    before = told.get_attribute("data-page")
    step(wall, "ArrowDown")
    assert told.get_attribute("data-page") != before
    step(wall, "ArrowUp")
    for _ in range(60):
        assert wall.evaluate(TORN) == []
        assert wall.evaluate(BELOW) <= 4
        step(wall)
        if "terakhir" in wall.locator(".toast").inner_text():
            break
    else:
        raise AssertionError("the answer never ends")
    # What was shown one by one is not offered again.
    assert wall.locator(".live-buttons").count() == 1
    assert "Semua tanda" not in wall.locator("#stage").inner_text()


def test_a_long_explanation_comes_after_the_count(wall: Page) -> None:
    choose(wall, "Asli atau tipu? 1")
    for number in range(1, 6):
        count(wall, [4, 20, 6])
        while f"{number} dari 5" in wall.locator("#stage").inner_text():
            assert wall.evaluate(BELOW) <= 4
            step(wall)
