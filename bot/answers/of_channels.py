"""What Telegram and paper say by themselves."""

from __future__ import annotations

import string
from collections.abc import Iterator

from actions.paper.parts import Material
from actions.paper.sheets import CARDS, PATH, POSTER, SIGNS, Sheet, draw
from actions.paper.style import COLOUR, Format
from actions.paper.words import PaperWords
from actions.render.bubbles import Choice
from bot.answers.said import PAPER, TELEGRAM, Item, Said, plain
from bot.answers.world import World
from bot.channels.telegram import commands, words
from bot.channels.telegram.model import Say
from bot.messages import Reply
from bot.settings import RETENTION_DAYS
from knowledge.model import Country

# Stands for what the channel fills in.
_FILLED = {
    "code": "DESA1", "offer": "Lowongan kerja di pabrik.", "messages": "3", "messages_left": "0", "rows": "2", "rows_left": "0",
    "remembered": words.REMEMBERED_AN_HOUR, "days": "7", "commands": "/cek", "text": "Halo.", "minutes": "3", "cek": "/cek",
    "pantau": "/pantau_nyala", "link": "t.me/contoh_bot", "state": "nyala", "signs": "1. Diminta uang di muka",
}  # fmt: skip
_ITEM = Item(TELEGRAM, "kalimat", "Kalimat saluran Telegram")
# Parts of other sentences, and titles of buttons.
_SHORT = frozenset("NEXT TRY_SAMPLE CHECK_OWN IN_DANGER DELETE".split())
EXAMPLE_LINK = "https://t.me/contoh_bot"
EXAMPLE_COUNTRY = "KH"


def telegram() -> Iterator[Said]:
    """The screens of commands, then every other sentence of the channel."""
    screens = {
        "mulai": commands.first_screen(),
        "mulai, layar 2": commands.second_screen(),
        "privasi": commands.privacy(RETENTION_DAYS),
        "privasi, tanpa simpan": commands.privacy(0),
    }
    for name, reply in screens.items():
        yield _screen(Item(TELEGRAM, "perintah", "Perintah"), name, reply)
    for name in ("bahasa", "bantuan", "pantau", "start cek", "start sesi_DESA1"):
        command, _, rest = name.partition(" ")
        heard = commands.done(command, rest, "pengguna")
        if isinstance(heard, Say):
            yield _screen(Item(TELEGRAM, "perintah", "Perintah"), f"/{name}", *heard.replies)
    for name, text in sorted(vars(words).items()):
        if name.isupper() and isinstance(text, str) and name not in _SHORT:
            fields = [field for _, field, _, _ in string.Formatter().parse(text) if field]
            yield Said(
                _ITEM,
                name,
                (text.format(**{each: _FILLED[each] for each in fields}),),
                is_heard=True,
            )


def paper(world: World) -> Iterator[Said]:
    """The sheets for the wall, the poster, and the cards of one country."""
    for sheet, title in (
        (Sheet(SIGNS), "Tujuh tanda bahaya"),
        (Sheet(PATH), "Jalan resmi"),
        (Sheet(POSTER, link=EXAMPLE_LINK), "Poster"),
    ):
        item = Item(PAPER, sheet.kind, title, record="paper/lembar.yml")
        yield _sheet(world, sheet, item, title)
    for country in world.store.countries():
        if country.country == EXAMPLE_COUNTRY:
            yield _card(world, country)


def cards(world: World) -> Iterator[Said]:
    """The cards of every country."""
    for country in world.store.countries():
        yield _card(world, country)


def _card(world: World, country: Country) -> Said:
    item = Item(PAPER, CARDS, "Kartu darurat", record="paper/lembar.yml")
    return _sheet(world, Sheet(CARDS, country=country.country), item, country.name)


def _sheet(world: World, sheet: Sheet, item: Item, form: str) -> Said:
    material = Material(world.store, PaperWords.load(world.root), world.day)
    canvas = draw(material, sheet, Format("A4", COLOUR))
    # Lines are broken for the page, not for the sentence; the same card is printed several times.
    texts = dict.fromkeys(" ".join(each.text.split()) for each in canvas.placed)
    return Said(item, form, ("\n".join(texts),), states_facts=True, is_heard=True)


def _screen(item: Item, name: str, *replies: Reply) -> Said:
    choices = [Choice(each.title, each.payload) for reply in replies for each in reply.buttons]
    return plain(item, name, *(reply.text for reply in replies), choices=choices)
