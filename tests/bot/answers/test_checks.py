"""Each check finds what it is for, and leaves a good answer alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.render.bubbles import Choice
from bot.answers import limits
from bot.answers.checks import channels, facts, wording
from bot.answers.checks.all import Check, faults
from bot.answers.checks.known import Known
from bot.answers.said import OFFER, TOPIC, Item, Said

CHOICE = Choice("Penjelasan lengkap", "/selengkapnya")
GOOD = Said(
    Item(TOPIC, "biaya", "Biaya"),
    "Jawaban pertama",
    (
        "Biaya resmi tertulis di perjanjian. Tanyakan rinciannya.",
        "Pusat Panggilan KP2MI\n• telepon gratis, dari Indonesia: 08001000\nTerakhir dipastikan 12 September 2026.",
        "Sumber: Jabar News, 2025. Dicek 21 November 2026.",
    ),
    (CHOICE,),
    sources=("jabarnews_2025_p3mi",),
    channels=("kp2mi_call_center",),
    states_facts=True,
)


def text(words: str, **changes: object) -> Said:
    """The good answer with other words in its first bubble."""
    return replace(GOOD, bubbles=(words, *GOOD.bubbles[1:]), **changes)


def test_a_good_answer_has_no_fault(known: Known) -> None:
    assert list(faults([GOOD], known)) == []


OFFERED = Item(OFFER, "rendah", "Risiko rendah")
WRONG: tuple[tuple[Check, Said, str], ...] = (
    (facts.sources, replace(GOOD, bubbles=GOOD.bubbles[:2]), "sumbernya tidak terlihat"),
    (facts.sources, replace(GOOD, sources=()), "fakta tanpa sumber"),
    (facts.sources, replace(GOOD, bubbles=(*GOOD.bubbles[:2], "Sumber: Jabar News.")), "tanggal pengecekan"),
    (facts.dated_contacts, replace(GOOD, bubbles=("Ini.\n1\n2\n• telepon: 08001000",)), "tanpa tanggal"),
    (facts.numbers, text("Telepon 0812-3456-7890 saja."), "0812-3456-7890"),
    (facts.addresses, text("Buka http://contoh.go.id sekarang."), "bukan https"),
    (facts.addresses, text("Buka https://contoh.go.id/a sekarang."), "tidak tercatat"),
    (wording.readable, text("kata " * (limits.SENTENCE + 1)), "kalimat 21 kata"),
    (wording.readable, text(("kata " * 18 + ". ") * 4), "rata-rata"),
    (wording.finished, text("Halo {nama}."), "sisa isian"),
    (wording.finished, text("Kontak: None"), "sisa isian"),
    (wording.finished, text("TODO"), "sisa isian"),
    (wording.finished, text("Biaya nan rupiah."), "sisa isian"),
    (wording.finished, text("Daftar:\n•\n• dua"), "baris kosong"),
    (wording.finished, text("• • dua"), "tanda daftar ganda"),
    (wording.finished, text("Dua  spasi."), "spasi atau tanda baca"),
    (wording.finished, text("Hubungi KBRI Washington D.C.. Lalu."), "spasi atau tanda baca"),
    (wording.finished, text("Tanya dulu , ya."), "spasi atau tanda baca"),
    (wording.finished, text(" Halo."), "berspasi di tepi"),
    (wording.indonesian, text("Please try again later."), "kata Inggris: please"),
    (wording.indonesian, replace(GOOD, choices=(Choice("Not found", "x"),)), "kata Inggris: not"),
    (wording.calms_nobody, text("Anda pasti aman."), "menjanjikan"),
    (wording.calms_nobody, text("Tawaran kerja itu aman menurut saya.", item=OFFERED), "menenangkan"),
    (channels.leads_on, Said(GOOD.item, "x", ("Begitulah adanya.",)), "tanpa langkah"),
    (channels.sizes, text("kata\n\n" * 200), "balon"),
    (channels.sizes, text("k" * (limits.PARAGRAPH + 1)), "balon"),
    (channels.sizes, replace(GOOD, bubbles=("Halo.",) * (limits.BUBBLES + 1)), "13 balon"),
    (channels.buttons, replace(GOOD, choices=(CHOICE, CHOICE)), "dua tombol"),
    (channels.buttons, replace(GOOD, choices=(Choice("Judul yang terpot…", "x"),)), "terpotong"),
    (channels.buttons, replace(GOOD, choices=(Choice("k" * 41, "x"),)), "terpotong"),
    (channels.fits, replace(GOOD, bubbles=("\n",)), "tidak muat"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("check", "said", "told"), WRONG, ids=lambda each: getattr(each, "__name__", "")
)
def test_a_fault_is_found(known: Known, check: Check, said: Said, told: str) -> None:
    found = [fault for _, fault in faults([said], known, [check])]
    assert any(told in fault for fault in found), found


RIGHT: tuple[tuple[Check, Said], ...] = (
    # What recruiters write is theirs.
    (wording.calms_nobody, text("Mereka menulis: “kerja ini pasti aman”.", item=OFFERED)),
    (wording.indonesian, text("Iklan: «Work from home, good salary».")),
    (wording.calms_nobody, text("Saya tidak pernah menyebut tawaran aman.", item=OFFERED)),
    (wording.indonesian, text("Aplikasi Safe Travel, program G to G, dan New York.")),
    (wording.finished, text("KBRI Washington D.C., KJRI New York.")),
    # Seconds count: sources stand on the pages behind.
    (facts.sources, replace(GOOD, bubbles=GOOD.bubbles[:2], is_first_aid=True)),
    # The first contact once more, below a page.
    (facts.dated_contacts, replace(GOOD, bubbles=("Pusat Panggilan KP2MI:\n08001000",))),
    (channels.leads_on, Said(GOOD.item, "x", ("Tanyakan ke Disnaker.",))),
    (facts.addresses, text("Buka https://siskop2mi.bp2mi.go.id.")),
)


@pytest.mark.parametrize(("check", "said"), RIGHT, ids=lambda each: getattr(each, "__name__", ""))
def test_what_only_looks_like_a_fault_is_left_alone(known: Known, check: Check, said: Said) -> None:
    assert list(faults([said], known, [check])) == []


def test_the_same_words_are_told_once(known: Known) -> None:
    twice = [text("TODO"), replace(text("TODO"), form="Kamboja")]
    assert len(list(faults(twice, known, [wording.finished]))) == 1
