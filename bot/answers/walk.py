"""Every reachable answer: those that are reviewed one by one, and all their combinations with places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from actions.dates import as_of
from bot.answers.of_channels import cards, paper, telegram
from bot.answers.of_dangers import dangers
from bot.answers.of_hall import hall
from bot.answers.of_offers import Offers
from bot.answers.of_places import contacts, dangers_everywhere, places, towns
from bot.answers.of_reports import reports, reports_elsewhere
from bot.answers.of_talk import quiz, talk
from bot.answers.of_topics import everywhere, topics
from bot.answers.said import Said
from bot.answers.world import World

Section = Callable[[World], Iterator[Said]]

# By what a test run names them.
SECTIONS: dict[str, Section] = {
    "bahaya": dangers,
    "topik": topics,
    "tawaran": lambda world: Offers(world).all(),
    "tempat": places,
    "laporan": reports,
    "kuis": quiz,
    "pertemuan": hall,
    "obrolan": talk,
    "telegram": lambda world: telegram(),
    "cetak": paper,
}
# The same answers for every place; most of them have the same words.
COMBINATIONS: dict[str, Section] = {
    "topik di mana pun": everywhere,
    "bahaya di mana pun": dangers_everywhere,
    "kota dan kabupaten": towns,
    "kanal, bentuk lain": contacts,
    "laporan di negara lain": reports_elsewhere,
    "tanda di negara tujuan": lambda world: Offers(world).in_countries(),
    "kartu tiap negara": cards,
}


def walk(world: World, sections: Iterable[Section] = SECTIONS.values()) -> Iterator[Said]:
    """Everything that the sections say on the day of the world, form by form."""
    with as_of(world.day):
        yield from chain.from_iterable(section(world) for section in sections)
