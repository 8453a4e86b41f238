"""Dangers: every page for the one in danger and for the family, and the contacts of every country, town and province."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actions.crisis import ask_about_danger, crisis_words, open_guide
from actions.crisis_talk import CrisisTalk
from actions.guide import HOME, Guide
from actions.render.bubbles import Answer
from actions.render.crisis import CrisisAnswer
from actions.render.crisis_channels import towns_to_choose
from actions.render.crisis_pages import (
    AVOID,
    CLEAR,
    CONTACTS,
    FAMILY_CRISIS,
    FIRST,
    LEAVE,
    RIGHTS,
    STEPS,
    has_page,
)
from actions.unsure import no_danger
from bot.answers.said import DANGER, Item, Said, said
from bot.answers.world import World, turn
from knowledge.model import Country, Crisis

_PAGES = {
    FIRST: "Jawaban pertama",
    STEPS: "A Langkah",
    AVOID: "B Jangan",
    CONTACTS: "C Kontak lain",
    RIGHTS: "F Hak",
    CLEAR: "H Hapus chat",
    LEAVE: "K Keluar",
}
# Sources stand on the pages behind them: who reads these has seconds, and a small screen.
_FIRST_AID = frozenset((FIRST, CONTACTS, CLEAR, LEAVE))
# Whose contacts stand with each country.
EXAMPLE_DANGER = "darurat_disekap"
SELF, FAMILY = "untuk diri sendiri", "untuk keluarga"


def dangers(world: World) -> Iterator[Said]:
    """What is said in each danger while the place is not known, and what a message of another kind leads to."""
    for crisis in all_dangers(world):
        item = danger_item(crisis)
        for for_family in (False, True):
            if for_family or crisis.id != FAMILY_CRISIS:
                yield from _pages(world, crisis, item, for_family)
    yield from _between(world)


def dangers_at(world: World, country: Country | None, item: Item) -> Iterator[Said]:
    """The contacts of each danger in a country, for both readers; None: in Indonesia."""
    code = country.country if country else HOME
    towns = [None, *towns_to_choose(world.store, country)] if country else [None]
    for crisis in all_dangers(world):
        for for_family in (False, True):
            for town in towns:
                guide = Guide(page=FIRST, country=code, town=town)
                told = _words(world, crisis, guide, for_family)
                reader = FAMILY if for_family else SELF
                name = f"{crisis.title}, {reader}{f', {town}' if town else ''}"
                yield said(item, f"{name}: pertama", told.first(), is_first_aid=True)
                yield said(item, f"{name}: di tempat itu", told.at_place(), is_first_aid=True)
                yield said(item, f"{name}: kontak", told.contacts(), is_first_aid=True)
                yield said(item, f"{name}: ditanya dulu", told.question(), is_first_aid=True)
                yield said(item, f"{name}: langkah", told.steps())


def danger_first(world: World, crisis: Crisis, country: Country) -> Answer:
    """What somebody in danger in a country sees first."""
    return _words(world, crisis, Guide(page=FIRST, country=country.country), False).first()


def all_dangers(world: World) -> list[Crisis]:
    """Every danger there is."""
    return list(world.knowledge.crisis.values())


def danger_item(crisis: Crisis) -> Item:
    """A danger as it is reviewed."""
    return Item(
        DANGER, crisis.id, crisis.title, crisis.checked_on.isoformat(), f"crisis/{crisis.id}.yml"
    )


def _pages(world: World, crisis: Crisis, item: Item, for_family: bool) -> Iterator[Said]:
    reader = FAMILY if for_family else SELF
    talk = CrisisTalk(world.store)
    for page, name in _PAGES.items():
        if has_page(crisis.id, page):
            told = turn(krisis=crisis.id, untuk_orang_lain=for_family, panduan=Guide().to_slot())
            answer, _ = talk.page(page, crisis.id, told)
            first_aid = page in _FIRST_AID
            yield said(item, f"{name}, {reader}", answer, is_first_aid=first_aid)
    words = _words(world, crisis, Guide(), for_family)
    yield said(item, f"Ditanya dulu, {reader}", words.question(), is_first_aid=True)
    yield said(item, f"Belum dimengerti, {reader}", words.to_people(True), is_first_aid=True)
    yield said(item, f"Dijawab tidak, {reader}", words.to_people(False), is_first_aid=True)
    home = _words(world, crisis, Guide(country=HOME), for_family)
    yield said(item, f"Masih di Indonesia, {reader}", home.first(), is_first_aid=True)
    yield said(item, f"Menyebut provinsi, {reader}", home.perhaps_at_home(), is_first_aid=True)
    below = Answer()
    words.remind(below)
    yield said(item, f"Di bawah jawaban lain, {reader}", below, is_first_aid=True)


def _between(world: World) -> Iterator[Said]:
    """The question about danger and its two ends."""
    crisis = all_dangers(world)[0]
    item = replace(danger_item(crisis), name="umum", title="Pertanyaan tentang bahaya", record="")
    asked, slots = ask_about_danger(world.store, crisis.id, turn(crisis.id))
    yield said(item, "Ditanya dulu", asked, is_first_aid=True)
    yield said(item, "Dijawab tidak", no_danger(world.store, turn("tolak", "tidak", **slots))[0])
    yes = open_guide(world.store, crisis.id, turn("setuju", "iya", **slots))[0]
    yield said(item, "Dijawab ya", yes, is_first_aid=True)


def _words(world: World, crisis: Crisis, guide: Guide, for_family: bool) -> CrisisAnswer:
    return crisis_words(world.store, crisis.id, turn(), guide, for_family)
