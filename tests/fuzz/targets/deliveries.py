"""Updates of Telegram with something wrong in them, and what takes them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, cast

from tests.bot.channels.telegram.arrivals import FakeBot, Groups, document, message, photo, voice
from tests.bot.channels.telegram.stage import FakeTalk
from tests.bot.channels.telegram.updates import press
from tests.fuzz.inputs import INJECTIONS, text
from tests.fuzz.material import sentences
from tests.fuzz.target import Take
from tests.fuzz.targets.checks import is_plain, must
from tests.fuzz.values import body

SECRET = "rahasia-penguji-yang-panjang"
_COMMANDS = "/start sesi_a1,/cek,/hapus,/darurat,/kuis,/tidak_ada,/cek@mawas_uji_bot".split(",")
_FILES = {"foto": b"\x89PNG\r\n\x1a\n", "berkas": b"12/03/26 08.00 - Rina: halo", "kosong": b""}


def delivery(random: Random) -> tuple[bytes, bool]:
    """A delivery as bytes, and whether it is as Telegram describes it, however hostile its words are."""
    row = _row(random)
    if random.random() < 0.5:
        return json.dumps(row).encode(), True
    return body(random, row, sentences()), False


def _row(random: Random) -> dict[str, Any]:
    number = random.randrange(2**31)
    said = random.choice(_COMMANDS) if random.random() < 0.2 else text(random, sentences(), 4_000)
    if random.random() < 0.1:
        data = random.choice(
            ("m2", "tg:hapus", "/kuis", text(random, sentences(), 60), *INJECTIONS)
        )
        return press(number, data)
    content = random.choice(_CONTENTS)(random, said)
    group = random.random() < 0.3
    if random.random() < 0.15:
        content["forward_origin"] = {
            "type": "hidden_user",
            "date": 1_789_999_940,
            "sender_user_name": said[:60],
        }
    if random.random() < 0.1:
        content["reply_to_message"] = message({"text": said, "message_id": 1}, group=group)
    kind = random.choice(("message", "message", "message", "edited_message", "channel_post"))
    if random.random() < 0.04:
        return _joined(random, number)
    # Its own number, not that of a counter: the same input has to come again.
    content["message_id"] = random.randrange(2, 2**31)
    return {"update_id": number, kind: message(content, group=group)}


def _joined(random: Random, number: int) -> dict[str, Any]:
    bot = {"id": 99, "is_bot": True, "first_name": "Mawas", "username": "mawas_uji_bot"}
    standing = [
        {"status": status, "user": bot}
        for status in random.choices(("member", "left", "kicked"), k=2)
    ]
    chat = {"id": -1005, "type": "supergroup", "title": random.choice(INJECTIONS)}
    change = {
        "chat": chat,
        "from": {**bot, "is_bot": False},
        "date": 1_790_000_000,
        "old_chat_member": standing[0],
        "new_chat_member": standing[1],
    }
    return {"update_id": number, "my_chat_member": change}


def _entities(random: Random, said: str) -> dict[str, Any]:
    kinds = (
        "text_link",
        "bot_command",
        "mention",
        "text_mention",
        "url",
        "custom_emoji",
        "nonsense",
    )
    found = [
        {
            "type": random.choice(kinds),
            "offset": random.choice((0, 1, len(said), -1, 5_000)),
            "length": random.choice((0, 1, len(said), 10**6, -3)),
            "url": random.choice(INJECTIONS),
        }
        for _ in range(random.randint(1, 4))
    ]
    return {"text": said, "entities": found}


_CONTENTS = (
    lambda _, said: {"text": said},
    lambda _, said: {"text": said},
    _entities,
    lambda _, said: photo(caption=said),
    lambda random, said: document(
        random.choice(("a.txt", "b.png", "c.apk", said[:80])),
        random.choice(("text/plain", "image/png", "")),
        random.choice(("berkas", "foto", "kosong", "tidak_ada")),
    ),
    lambda _, said: voice(),
    lambda _, said: {"location": {"latitude": 11.5, "longitude": 104.9}},
    lambda _, said: {
        "sticker": {
            "file_id": "x",
            "file_unique_id": "x",
            "type": "regular",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
        }
    },
    lambda _, said: {"contact": {"phone_number": "+62", "first_name": said[:60]}},
    lambda _, said: {
        "poll": {
            "id": "1",
            "question": said[:300],
            "options": [],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
        }
    },
    lambda _, said: {"new_chat_title": said[:100]},
)


class Heard:
    """What was received since the last look, and who thinks about it."""

    def __init__(self, inbox: Any, thinking: Any, health: Any) -> None:
        self._inbox, self._thinking, self._health = inbox, thinking, health
        self._rows: list[Any] = []

    async def receive(self, updates: Sequence[Mapping[str, Any]]) -> None:
        self._rows += await self._inbox.receive(updates)

    def clear(self) -> None:
        self._rows.clear()
        self._health.troubles = 0

    async def answered(self, is_whole: bool) -> None:
        """Answer everything as the channel does, up to what would be sent.

        Args:
            is_whole: what was received is as Telegram describes it, so that an apology is not enough.
        """
        from bot.channels.telegram.cases import belongs, wait_after
        from bot.channels.telegram.formatting import as_html, split
        from bot.channels.telegram.keyboard import keyboard, marks
        from bot.channels.telegram.received import update_of

        for row in self._rows:
            update = update_of(row, None)  # type: ignore[arg-type]
            if update:
                wait_after(update)
                belongs(update, update)
                marks(update)
            await self._thinking.is_danger(row)
            outgoing, _ = await self._thinking.outgoing([row])
            must(not is_whole or not self._health.troubles, "an apology instead of an answer")
            for reply in outgoing.replies if outgoing else ():
                must(
                    all(
                        is_plain(part.replace("\t", "")) for part in map(as_html, split(reply.text))
                    ),
                    "signs",
                )
                keyboard(reply.buttons)
                outgoing.to_text().encode()
        if self._rows:
            await self._inbox.answered([row.update_id for row in self._rows])


class _Talk(FakeTalk):
    """Repeats, and remembers nothing."""

    async def turn(self, incoming: Any) -> Any:
        turn = await super().turn(incoming)
        must(incoming.kind == "text" or incoming.text in _BUTTONS, "a button that is none")
        self.heard.clear()
        self.ended.clear()
        self.kept.clear()
        return turn


_BUTTONS = frozenset(
    ("/bicara_manusia", "/langkah_aman", "/lapor_kemana", "/kuis", "/cek_tawaran", "")
)


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[tuple[Any, Heard]]:
    """The application that takes deliveries, and what it received."""
    from functools import partial

    from bot.channels.telegram.buttons import Buttons
    from bot.channels.telegram.careful import Careful
    from bot.channels.telegram.commands import _INTENTS, privacy
    from bot.channels.telegram.database import Database
    from bot.channels.telegram.health import Health
    from bot.channels.telegram.hearing import Hearing
    from bot.channels.telegram.inbox import Inbox
    from bot.channels.telegram.intake import heard
    from bot.channels.telegram.people import People
    from bot.channels.telegram.shown import Shown
    from bot.channels.telegram.thinking import Thinking
    from bot.channels.telegram.webhook import webhook_app
    from bot.pseudonym import Pseudonyms

    global _BUTTONS
    _BUTTONS |= set(_INTENTS.values())
    database = Database(f"sqlite:///{folder / 'telegram.db'}")
    bot = cast("Any", FakeBot())
    bot.files = _FILES
    people, buttons, shown, health = (
        People(Pseudonyms("k" * 32)),
        Buttons(database),
        Shown(database),
        Health(),
    )
    talk = _Talk()
    intake = partial(_intake, heard, cast("Any", Groups()))
    hearing = Hearing(buttons, people, intake, talk.hides)
    thinking = Thinking(
        bot, cast("Any", talk), hearing, people, buttons, shown, lambda _: False, health, privacy(7)
    )
    received = Heard(Inbox(database), thinking, health)
    yield (
        webhook_app("https://contoh.id/kabar", SECRET, Careful(received.receive, health)),
        received,
    )
    database.close()


async def _intake(heard: Take, groups: Any, updates: Any, bot: Any, sender: str) -> Any:
    found: Any = heard(updates, bot, sender, groups, None)  # type: ignore[call-arg]
    return await found
