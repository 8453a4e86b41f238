"""The terminal of the fake server: a person types, the bot's answers are printed."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.paths import ROOT
from tests.bot.channels.telegram.scenes import bot_of
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer
from tests.helpers.telegram_server.console import FIRST_PERSON, Console

SHE = FIRST_PERSON + 1


def test_a_person_is_played_in_the_terminal(tmp_path: Path) -> None:
    photo = tmp_path / "iklan.jpg"
    photo.write_bytes(b"gambar")
    lines: list[str] = []

    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server, bot_of(server) as bot:
            console = Console(server, lines.append)
            assert console.take("halo")
            markup = InlineKeyboardMarkup([[InlineKeyboardButton("Ya", callback_data="y")]])
            sent = await bot.send_message(SHE, "Halo juga", reply_markup=markup)
            await bot.send_chat_action(SHE, "typing")
            await bot.edit_message_text("Lain", SHE, sent.message_id, reply_markup=markup)
            console.catch_up()
            for line in ("!1", f":foto {photo} ini aman?", ":terus Loker Kamboja", ":ubah hai"):
                assert console.take(line)
            for line in (":suara", ":stiker", ":lokasi", ":kontak", f":berkas {photo}"):
                assert console.take(line)
            assert console.take("!7")
            assert console.take(":apa")
            assert console.take(":layar")
            assert console.take(":orang 2")
            assert console.take("saya orang lain")
            assert not console.take(":keluar")
            updates = [update.to_dict() for update in await bot.get_updates()]
            assert updates[0]["message"]["text"] == "halo"
            assert updates[1]["callback_query"]["data"] == "y"
            assert updates[2]["message"]["caption"] == "ini aman?"
            assert updates[3]["message"]["forward_origin"]["type"] == "hidden_user"
            assert updates[4]["edited_message"]["text"] == "hai"
            for update, kind in zip(updates[5:], ("voice", "sticker", "location"), strict=False):
                assert kind in update["message"]
            assert updates[-1]["message"]["from"]["id"] == FIRST_PERSON + 2

    asyncio.run(run())
    assert lines[:3] == [
        "Mawas: Halo juga\n  [!1] Ya",
        "  ... Mawas sedang mengetik",
        "Mawas mengubah pesan: Lain",
    ]
    assert lines[3] == "Tidak bisa: list index out of range"
    assert lines[4].startswith("Tulis pesan")


def test_it_starts_as_a_program_and_says_how_to_go_on() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.telegram_server", "--port", "0"],
        input="halo\n",
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert "MAWAS_TELEGRAM_API=http://127.0.0.1:" in done.stdout
    assert done.stderr == ""
