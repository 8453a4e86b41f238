"""A terminal that plays the person: what is typed is sent to the bot, what the bot does is printed."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import Callable
from pathlib import Path

from tests.helpers.telegram_server.people import Person, buttons_of
from tests.helpers.telegram_server.server import TelegramServer
from tests.helpers.telegram_server.world import Event, Message

HELP = """\
Tulis pesan lalu tekan Enter. Perintah:
  !2                 tekan tombol nomor 2
  :foto BERKAS TEKS  kirim foto, TEKS boleh kosong
  :berkas BERKAS     kirim berkas
  :terus TEKS        teruskan pesan orang lain
  :ubah TEKS         ubah pesan Anda yang terakhir
  :suara  :stiker  :lokasi  :kontak
  :orang 2           menjadi orang nomor 2
  :layar             tampilkan layar
  :blokir  :buka     blokir bot, buka lagi
  :cabut             cabut token
  :keluar            selesai (atau Ctrl-D)"""
FIRST_PERSON = 500_000_000
_LOOK = 0.05
_VOICE = {"duration": 3, "mime_type": "audio/ogg"}
_STICKER = {
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}


class Console:
    """One terminal; plays one person at a time."""

    def __init__(self, server: TelegramServer, show: Callable[[str], None] = print) -> None:
        """Begin as the first person."""
        self._server = server
        self._show = show
        self._person = self._someone(1)
        self._seen: dict[int, int] = {}

    def _someone(self, number: int) -> Person:
        return self._server.person(FIRST_PERSON + number, f"Orang {number}")

    async def watch(self) -> None:
        """Print what the bot does, until it is cancelled."""
        while True:
            self.catch_up()
            await asyncio.sleep(_LOOK)

    def catch_up(self) -> None:
        """Print what the bot did since the last time."""
        for chat in list(self._server.world.chats.values()):
            start = self._seen.get(chat.id, 0)
            self._seen[chat.id] = len(chat.events)
            for event in chat.events[start:]:
                if event.kind != "user":
                    self._show(self._described(event, chat.id))

    def _described(self, event: Event, chat_id: int) -> str:
        who = "Mawas" if chat_id == self._person.id else f"Mawas (chat {chat_id})"
        if event.kind == "action":
            return f"  ... {who} sedang mengetik"
        label = {"bot": "", "edit": " mengubah pesan", "delete": " menghapus pesan"}[event.kind]
        shown = _shown(event.message)
        if event.kind != "bot":
            # It stands above in full.
            shown = shown.splitlines()[0]
        return f"{who}{label}: {shown}"

    def take(self, line: str) -> bool:
        """Do what a line says.

        Returns:
            Whether to go on.
        """
        word, _, rest = line.strip().partition(" ")
        try:
            return self._take(word, rest.strip(), line.strip())
        except (AssertionError, OSError, ValueError, IndexError) as error:
            self._show(f"Tidak bisa: {error}")
            return True

    def _take(self, word: str, rest: str, line: str) -> bool:
        person, world = self._person, self._server.world
        if word.startswith("!"):
            message, data = self._choices()[int(word[1:]) - 1]
            person.taps(message, data)
        elif word in (":foto", ":berkas"):
            path, _, caption = rest.partition(" ")
            file = Path(path)
            if word == ":foto":
                person.sends_photo(file.read_bytes(), caption)
            else:
                kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
                person.sends_document(file.read_bytes(), file.name, kind, caption)
        elif word == ":terus":
            person.forwards(rest)
        elif word == ":ubah":
            mine = [message for message in person.chat.screen() if not message["from"]["is_bot"]]
            person.edits(mine[-1], rest)
        elif word == ":suara":
            person.sends({"voice": {**world.file(b"OggS", "suara.ogg"), **_VOICE}})
        elif word == ":stiker":
            person.sends({"sticker": {**world.file(b"RIFF", "stiker.webp"), **_STICKER}})
        elif word == ":lokasi":
            person.sends({"location": {"latitude": -8.58, "longitude": 116.1}})
        elif word == ":kontak":
            person.sends({"contact": {"phone_number": "+628123456789", "first_name": "Calo"}})
        elif word == ":orang":
            self._person = self._someone(int(rest))
        elif word == ":layar":
            self._show("\n".join(_shown(message) for message in person.chat.screen()))
        elif word in (":blokir", ":buka"):
            person.blocks(word == ":blokir")
        elif word == ":cabut":
            self._server.revoked = True
        elif word == ":keluar":
            return False
        elif word.startswith(":"):
            self._show(HELP)
        elif line:
            person.says(line)
        return True

    def _choices(self) -> list[tuple[Message, str]]:
        """Buttons of the lowest message that has some, as they were numbered."""
        for message in reversed(self._person.chat.screen()):
            if found := buttons_of(message):
                return [(message, button.get("callback_data", "")) for button in found]
        raise ValueError("tidak ada tombol di layar")


def _shown(message: Message) -> str:
    """A message for the terminal; the buttons numbered."""
    picture = "[foto] " if "photo" in message else ""
    text = picture + (message.get("text") or message.get("caption") or "[bukan teks]")
    buttons = [
        f"  [!{number}] {button['text']}" for number, button in enumerate(buttons_of(message), 1)
    ]
    return "\n".join((text, *buttons))
