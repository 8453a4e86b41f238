"""Talks with the real service and the trained assistant through the fake server, and writes what stands on the screens as pages.

`.venv/bin/python -m tests.helpers.telegram_screens FOLDER`; with chromium each page becomes a picture too.
"""

from __future__ import annotations

import asyncio
import dataclasses
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tests.helpers.telegram_page import WIDTH, page
from tests.helpers.telegram_server import TelegramServer
from tests.helpers.telegram_server.people import Person

SAMPLE = """LOWONGAN KERJA KE KAMBOJA!!
Posisi: admin / CS online. Gaji 12-15 juta per bulan
Tanpa pengalaman, umur 18-35. Tiket pesawat dan mess DITANGGUNG
Berangkat minggu depan, cukup paspor (visa turis dulu)
Minat WA Bu Rina 0812-0000-0000"""
_HIGHEST = 16_000
Story = Callable[[TelegramServer, Person], Awaitable[None]]


async def first_run(server: TelegramServer, person: Person) -> None:
    """Somebody new: two screens and the sample."""
    person.says("/start")
    await person.hears_all(1)
    for title in ("Lanjut", "Coba contoh"):
        person.presses(title)
        await person.hears_all(2)


async def offer(server: TelegramServer, person: Person) -> None:
    """A forwarded offer, its verdict, the card."""
    person.forwards(SAMPLE)
    await person.hears_all(2.5)
    person.presses("Simpan kartu")
    await person.hears_all(3)


async def album(server: TelegramServer, person: Person) -> None:
    """Two pictures of one offer with a question."""
    from bot.evaluation.flyers.render import render
    from bot.evaluation.flyers.styles import styles

    first, second = SAMPLE.split("Tanpa")
    person.sends_photo(render(first, styles()[1]), "ini aman ga kak?", album="1")
    person.sends_photo(render(f"Tanpa{second}", styles()[1]), album="1")
    await person.hears_all(5)


async def danger(server: TelegramServer, person: Person) -> None:
    """A cry for help with a picture, then a page, then the harmless screen and back."""
    from bot.evaluation.flyers.render import render
    from bot.evaluation.flyers.styles import styles

    person.sends_photo(render(SAMPLE, styles()[1]), "tolong saya disekap, paspor saya diambil bos")
    await person.hears_all(3)
    person.says("kamboja")
    await person.hears_all(2)
    person.says("a")
    await person.hears_all(2)


async def hidden(server: TelegramServer, person: Person) -> None:
    """The harmless screen, and what a stranger finds behind it."""
    person.says("saya disekap di kamboja")
    await person.hears_all(2)
    for text in ("kopi", "/start", "/privasi"):
        person.says(text)
        await person.hears_all(2)


async def privacy(server: TelegramServer, person: Person) -> None:
    """What is kept, and its deletion."""
    person.says("apa ciri lowongan palsu?")
    await person.hears_all(2)
    person.says("/privasi")
    await person.hears_all(1)
    person.says("/hapus")
    await person.hears_all(2)


async def kinds(server: TelegramServer, person: Person) -> None:
    """Everything that cannot be read, help, languages, the poster."""
    file = {"file_id": "x", "file_unique_id": "x"}
    contents: list[dict[str, Any]] = [
        {"voice": {**file, "duration": 4}},
        {"location": {"latitude": 11.5, "longitude": 104.9}},
        {"contact": {"phone_number": "+62812", "first_name": "Bu Rina"}},
    ]
    for content in contents:
        person.sends(content)
        await person.hears_all(1.5)
    for text in ("/bahasa", "/bantuan", "/darurat", "/start cek", "/start sesi_Desa-7"):
        person.says(text)
        await person.hears_all(1.5)


async def group(server: TelegramServer, person: Person) -> None:
    """A village group that switches the watch on."""
    town = server.group(-1_000_005)
    town.promotes_bot()
    town.joins(person, "creator")
    neighbour = server.person(1002, "Budi")
    town.joins(neighbour)
    for who, text in (
        (person, "/start@mawas_uji_bot"),
        (person, "/pantau nyala"),
        (neighbour, "pagi semua, rapat jam 8 ya"),
        (neighbour, SAMPLE),
        (neighbour, "@mawas_uji_bot apa itu P3MI?"),
    ):
        who.says(text, to=town)
        await asyncio.sleep(6)
    first = town.chat.screen()[-1]
    for message in town.chat.screen():
        first = message if message.get("text") == SAMPLE else first
    person.says("/cek@mawas_uji_bot", to=town, answering=first)
    await asyncio.sleep(8)


STORIES: dict[str, Story] = {
    story.__name__: story
    for story in (first_run, offer, album, danger, hidden, privacy, kinds, group)
}


async def walk(folder: Path, wanted: list[str]) -> None:
    """Walk all stories with one service, each by a person of its own."""
    from bot.channels.telegram.service import Options, serve
    from bot.conversation import Conversation
    from bot.settings import Settings

    conversation = Conversation.load(Settings.from_environment())
    async with TelegramServer() as server:
        with tempfile.TemporaryDirectory() as home:
            settings = Settings.from_environment(
                {
                    "MAWAS_HOME": home,
                    "MAWAS_TELEGRAM_TOKEN": server.token,
                    "MAWAS_TELEGRAM_API": server.url,
                }
            )
            settings = dataclasses.replace(settings, bot_link="https://t.me/mawas_uji_bot")
            ready = asyncio.Event()
            service = asyncio.create_task(
                serve(settings, conversation, Options(), lambda name: ready.set())
            )
            await ready.wait()
            for number, (name, story) in enumerate(STORIES.items()):
                if wanted and name not in wanted:
                    continue
                person = server.person(2000 + number)
                await story(server, person)
                chat = server.world.chats[-1_000_005] if name == "group" else person.chat
                title = chat.data.get("title", "Mawas")
                shown = page(title, chat.screen(), person.id, server.world.files.get)
                (folder / f"{name}.html").write_text(shown, encoding="utf-8")
            service.cancel()
            await asyncio.gather(service, return_exceptions=True)
        for call in server.bad_requests:
            print("bad request:", call.method, call.description)


def photograph(file: Path) -> None:
    """A picture beside a page, where chromium is."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium:
        size = f"--window-size={WIDTH},{_HIGHEST}"
        target = f"--screenshot={file.with_suffix('.png')}"
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", size, target]
        subprocess.run([chromium, *options, file.as_uri()], check=True, capture_output=True)


def main() -> int:
    """Write pages, and pictures of them."""
    from bot.rasa_environment import prepare
    from bot.readiness import get_ready
    from bot.settings import Settings

    settings = Settings.from_environment()
    prepare(settings.log_level, settings.home)
    get_ready(settings)
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(walk(folder, sys.argv[2:]))
    for file in sorted(folder.glob("*.html")):
        photograph(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
