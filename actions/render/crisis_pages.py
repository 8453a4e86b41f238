"""The pages of the guide for somebody in danger: their letters, their buttons, and which follows which.

Their names say nothing to somebody who looks over a shoulder.
"""

from __future__ import annotations

from actions.context import COVERED, OFFER_PART
from actions.render.bubbles import Choice, choice

FIRST, STEPS, AVOID, CONTACTS, REPORT = "awal", "langkah", "jangan", "kontak", "laporan"
SWITCH, RIGHTS, CLEAR, HIDE, LEAVE = "ganti", "hak", "hapus", "sembunyi", "keluar"
LETTERS = {
    "a": STEPS, "b": AVOID, "c": CONTACTS, "d": REPORT, "e": SWITCH, "f": RIGHTS, "h": CLEAR, "s": HIDE, "k": LEAVE,
}  # fmt: skip
_TITLES = {
    STEPS: "A Langkah",
    AVOID: "B Jangan",
    CONTACTS: "C Kontak lain",
    REPORT: "D Siapkan laporan",
    RIGHTS: "F Hak Anda",
    CLEAR: "H Hapus chat",
    HIDE: "S Sembunyikan layar",
    LEAVE: "K Keluar",
}
FAMILY_TITLE, SELF_TITLE = "E Untuk keluarga", "E Untuk diri sendiri"

# Somebody who wants to die gets lines and people, nothing to avoid, to prove or to claim.
HEALTH_CRISIS = "darurat_jiwa"
_HEALTH_PAGES = frozenset((STEPS, CONTACTS, SWITCH, CLEAR, HIDE, LEAVE))
# Its steps are those of the family, there is no other side to switch to.
FAMILY_CRISIS = "darurat_orang_lain"

# What is shown when the same danger is told again.
_READING_ORDER = (FIRST, STEPS, AVOID, CONTACTS, RIGHTS, CLEAR)
# With a choice of countries above them, only what cannot wait.
_BESIDE_COUNTRIES = (STEPS, SWITCH, HIDE, LEAVE)
_FIRST_PAGES = (STEPS, AVOID, CONTACTS, REPORT, SWITCH, HIDE, LEAVE)


def has_page(crisis_id: str, page: str) -> bool:
    """True when the guide for this danger has the page."""
    if page == SWITCH:
        return crisis_id != FAMILY_CRISIS
    return crisis_id != HEALTH_CRISIS or page in (FIRST, *_HEALTH_PAGES)


def page_after(crisis_id: str, page: str) -> str:
    """The page to read next; after the last one the first again."""
    pages = [each for each in _READING_ORDER if has_page(crisis_id, each)]
    place = pages.index(page) if page in pages else 0
    return pages[(place + 1) % len(pages)]


def page_buttons(
    crisis_id: str, page: str, for_family: bool, beside_countries: bool = False
) -> list[Choice]:
    """Buttons to the other pages.

    Args:
        crisis_id: the danger.
        page: the page they stand under.
        for_family: whom it is written for.
        beside_countries: countries are offered above them.
    """
    pages = LETTERS.values() if page != FIRST else _FIRST_PAGES
    shown = [each for each in (_BESIDE_COUNTRIES if beside_countries else pages) if each != page]
    return [page_button(crisis_id, each, for_family) for each in shown if has_page(crisis_id, each)]


def page_button(crisis_id: str, page: str, for_family: bool = False) -> Choice:
    """The button to one page; it names its danger, so that it works after the guide was left."""
    title = (SELF_TITLE if for_family else FAMILY_TITLE) if page == SWITCH else _TITLES[page]
    return guide_button(title, crisis_id, page)


def guide_button(title: str, crisis_id: str, page: str) -> Choice:
    """A button to a page under a title of its own."""
    # The one that hides the screen must not name what it hides.
    part = COVERED if page == HIDE else f"{page}.{crisis_id}"
    return choice(title, "lanjutan", **{OFFER_PART: part})
