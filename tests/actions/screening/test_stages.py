"""Which stage a recruiter's chat has reached."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.screening.conversation import bubbles_in, without_headers
from actions.screening.model import STAGES
from actions.screening.stages import StageRules, stage_of
from bot.paths import KNOWLEDGE
from tests.actions.screening.texts import reading_of

RULES = StageRules.load(KNOWLEDGE)


def stage(text: str) -> str | None:
    bubbles = bubbles_in(text)
    return stage_of(reading_of(without_headers(text, bubbles)), bubbles, RULES)


CHATS = [
    ("umpan", "Ijal: bro mau kerja di Penang? restoran, 2500 ringgit\nTomo: kerja apaan\nIjal: cuci piring, makan ditanggung"),
    ("umpan", "Halo kak Nita, apa kabar?\nKakak lihat kamu lagi cari kerja ya\nAda kerja di kafe, 3000 ringgit\nKamu minat ga?"),
    ("kepercayaan", "Sari: ada lowongan butik di Dubai dik\nWati: takut mbak\nSari: masa mbak bohong sama saudara sendiri"),
    ("kepercayaan", "Sari: mau ke Doha dik?\nWati: gak bahaya mbak?\nSari: aman kok, banyak anak Kediri sudah sukses di sana"),
    ("biaya", "Dodi: uang administrasi 3,5 juta dulu, kirim ke BCA atas nama Dodi\nBudi: bisa dicicil?\nDodi: bisa"),
    ("biaya", "Har: besok setor 5 juta ya, buat booking kursi\nLina: saya belum ada uang\nHar: pinjam tetangga dulu"),
    ("biaya", "Har: kursi tinggal dua\nLina: iya pak, bapak baru jual sapi, sore saya transfer 5 juta\nHar: ditunggu"),
    ("dokumen", "Rekrut: kamu lolos\nPutri: alhamdulillah\nRekrut: tolong kirim foto paspor, KTP, sama selfie pegang KTP"),
    ("dokumen", "Tini: umurnya di KTP dibikin 23 ya nduk\nAyu: emang boleh bu?\nTini: KK asli dititip ke ibu dulu"),
    ("keberangkatan", "Leo: tiket sudah keluar, Jumat jam 5 pagi\nRio: siap\nLeo: kalau ditanya imigrasi jawab jalan-jalan"),
    ("keberangkatan", "Udin: malam ini jam 10 kumpul di dermaga\nSul: naik apa bang\nUdin: boat kecil"),
    ("keberangkatan", "Leo: ikut sopir saja\nRio: kak saya sudah landing di Bangkok\nLeo: ok"),
    ("biaya", "Ko Tan: biaya visa 6 juta, sisa 3 juta setelah itu\nEdo: kemarin sudah transfer 2 juta ko\nKo Tan: dikirim lewat USDT ya"),
    ("dokumen", "Lim: KTP sama KK difoto, jangan buram\nAni: buat apa ko\nLim: kode 6 angka yang masuk tolong dibacakan"),
    ("dokumen", "Haji Din: nanti di imigrasi bilang wisata\nUjang: siap\nHaji Din: kirim foto KTP sama KK dulu ya"),
    ("keberangkatan", "Kak Nab: feri jam 7 pagi besok, dari Dumai\n"
        "Lela: visanya kak?\nKak Nab: kalau ditanya pegawai bilang jenguk saudara"),
    ("keberangkatan", "Mei: rutenya lewat Batam terus Kolombo\nIda: kok muter\nMei: koper titipan jangan dibuka, ada yang jemput di sana"),
    ("isolasi", "Bapak Ilham: anak saya tidak bisa dihubungi dua minggu\n"
        "Yuda: HP semua di loker pak\nBapak Ilham: saya mau anak saya pulang"),
    ("isolasi", "Mandor: paspor ada di tauke\nIna: kami minta pulang paman\nMandor: yang minta pulang dianggap lari, denda 1.600"),
    ("umpan", "Bu Dewi: pabrik plastik di Tainan\nAji: paspor nanti ditahan gak bu\nBu Dewi: dipegang sendiri mas"),
    ("umpan", "Tole: kapal cumi, gaji 5 juta\nYanto: kata teman paspor diambil kapten bang\nTole: itu kapal lain"),
    ("isolasi", "Dewi: pak paspor saya diambil bos\nChen: kerja dulu\nDewi: saya mau pulang, kami dikunci di kamar"),
    ("isolasi", "Leader: hp kamu disita mulai besok\nSaya: tolong pulangkan saya\nLeader: bayar 4000 dolar baru boleh pulang"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "text"), CHATS)
def test_the_stage_is_seen(expected: str, text: str) -> None:
    assert stage(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "halo",
        "Dibutuhkan 20 orang. Kirim foto KTP dan paspor, DP 2 juta, tiket berangkat Jumat.",
    ],
)
def test_a_text_that_is_no_chat_has_none(text: str) -> None:
    assert stage(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Admin: jangan kirim foto KTP ke sini ya\nYuni: baik\nAdmin: datang saja ke kantor",
        "Admin: gajinya 1800 ringgit\nYuni: ada DP nya? saya belum punya 2 juta\nAdmin: tidak ada DP",
        "Admin: kerjanya jaga toko\nYuni: nanti pintunya tidak dikunci kan\nAdmin: tidak",
    ],
)
def test_what_is_denied_or_only_asked_is_not_reached(text: str) -> None:
    assert stage(text) == "umpan"


def test_of_money_and_papers_the_later_counts() -> None:
    papers, money = "kirim foto KTP sama KK", "transfer 3 juta ke rekening saya"

    assert stage(f"Ana: {papers}\nBeni: sudah\nAna: {money}") == "biaya"
    assert stage(f"Ana: {money}\nBeni: sudah\nAna: {papers}") == "dokumen"


def test_the_furthest_stage_counts_not_the_last() -> None:
    text = "Ana: tiket sudah keluar, Jumat\nBeni: ok\nAna: transfer 3 juta ke rekening saya"

    assert stage(text) == "keberangkatan"


def test_who_recruits_can_be_told() -> None:
    text = "Ana: kirim foto KTP\nBeni: siapa ini\nAna: kirim foto KTP"
    bubbles = bubbles_in(text)

    assert stage_of(reading_of(text), bubbles, RULES, {"Ana"}) == "dokumen"
    assert stage_of(reading_of(text), bubbles, RULES, {"Beni"}) != "isolasi"


def test_every_stage_of_the_contract_says_what_comes_and_what_can_be_refused() -> None:
    assert tuple(RULES.stages) == STAGES
    for row in RULES.stages.values():
        assert row.title
        for text in (row.now, row.next, row.refuse):
            assert text.text
            assert text.sources


@pytest.mark.parametrize(
    "piece", ["A: bayar dulu\n", "A: tiket tiket\n", "kak?\n", "A: tidak bayar transfer dulu kalau bawa orang\n"]
)  # fmt: skip
def test_a_long_hostile_chat_comes_to_an_end(piece: str) -> None:
    text = (piece * (100_000 // len(piece)))[:100_000]
    bubbles, reading = bubbles_in(text), reading_of(text)
    stage_of(reading, bubbles, RULES)

    assert bubbles


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=20), max_size=8))
def test_no_chat_breaks_it(words: list[str]) -> None:
    assert stage("\n".join(f"12/10/26 19.03 - A: {each}" for each in words)) in (None, *STAGES)
