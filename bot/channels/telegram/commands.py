"""What starts with a slash, and the buttons of the channel's own screens."""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.render.offer_update import next_button
from bot.channels.telegram import words
from bot.channels.telegram.model import CHANNEL, Ask, Delete, Heard, Privacy, Say
from bot.messages import Button, Incoming, Part, Reply
from bot.warming import SAMPLE_OFFER

# In the order in which Telegram shows them.
COMMANDS = (
    ("cek", "Periksa tawaran kerja"),
    ("darurat", "Saya butuh bantuan sekarang"),
    ("langkah", "Langkah kerja resmi ke luar negeri"),
    ("lapor", "Ke mana melapor"),
    ("kuis", "Kuis: asli atau tipu"),
    ("bahasa", "Bahasa yang bisa dipakai"),
    ("privasi", "Data apa yang disimpan"),
    ("hapus", "Hapus data saya"),
    ("bantuan", "Cara memakai Mawas"),
    ("start", "Mulai dari awal"),
)
# Telegram shows the one before somebody starts, the other in the bot's profile (512 and 120 characters at most).
DESCRIPTION = (
    "Mawas memeriksa tawaran kerja di luar negeri dan menjawab tentang cara berangkat resmi, hak pekerja, dan tempat melapor. "
    "Mawas program komputer, bukan petugas. Tekan Mulai."
)
ABOUT = "Memeriksa tawaran kerja di luar negeri. Program komputer, bukan petugas."

# Payloads of buttons that the conversation knows nothing of.
_OWN = "tg:"
_SECOND_SCREEN, _SAMPLE, _DANGER, _DELETE = (f"{_OWN}{name}" for name in ("layar2", "contoh", "bahaya", "hapus"))  # fmt: skip
_OTHER_NAMES = {
    "mulai": "start",
    "help": "bantuan",
    "menu": "bantuan",
    "settings": "bantuan",
    "privacy": "privasi",
    "delete": "hapus",
    "tolong": "darurat",
    "sos": "darurat",
    "periksa": "cek",
    "quiz": "kuis",
}
# What asks for the closed question about danger, which comes with contacts.
CRY = "Tolong, saya dalam bahaya."
# What Telegram lets through in a link.
_SESSION = re.compile(r"sesi_([A-Za-z0-9_-]{1,59})")

# Makes room for an offer: one that was talked about before, or the sample, must not be joined with it.
_CHECK = next_button(words.CHECK_OWN).payload

_INTENTS = {
    "cek": _CHECK,
    "langkah": "/langkah_aman",
    "lapor": "/lapor_kemana",
    "kuis": "/kuis",
}
_MENU = (
    Button(words.CHECK_OWN, _CHECK),
    Button("Langkah kerja resmi", "/langkah_aman"),
    Button("Ke mana melapor", "/lapor_kemana"),
)


def done(name: str, rest: str, sender: str, parts: tuple[Part, ...] = ()) -> Heard:
    """What a command leads to.

    Args:
        name: of the command, without slash and bot's name.
        rest: what was written after it.
        sender: conversation id.
        parts: what the message is an answer to, or came with.
    """
    name = _OTHER_NAMES.get(name.casefold(), name.casefold())
    if name in _INTENTS and not rest and not parts:
        return _asked(sender, _INTENTS[name], is_button=True)
    if name in _INTENTS:
        return Ask(Incoming(sender, rest, channel=CHANNEL, parts=parts))
    if name == "darurat":
        return _asked(sender, f"{CRY} {rest}".strip())
    if name in _SAYS:
        return Say(_SAYS[name](rest))
    if name == "hapus":
        return Delete()
    if name == "privasi":
        return Privacy()
    # "/saya_mau_tanya": whatever was meant, the conversation answers.
    text = f"{name.replace('_', ' ')} {rest}".strip()
    return Ask(Incoming(sender, text, channel=CHANNEL, parts=parts))


def pressed(payload: str, sender: str) -> Heard:
    """What a button leads to.

    Args:
        payload: what it stands for.
        sender: conversation id.
    """
    if payload == _SECOND_SCREEN:
        return Say((second_screen(),))
    if payload == _SAMPLE:
        lead = Reply(words.SAMPLE_LEAD.format(offer=SAMPLE_OFFER))
        return Ask(Incoming(sender, SAMPLE_OFFER, channel=CHANNEL), before=(lead,))
    if payload == _DANGER:
        return _asked(sender, CRY)
    if payload == _DELETE:
        return Delete()
    return _asked(sender, payload, is_button=True)


def first_screen() -> Reply:
    """What somebody new sees."""
    buttons = (Button(words.NEXT, _SECOND_SCREEN), Button(words.IN_DANGER, _DANGER))
    return Reply(words.FIRST_SCREEN, buttons)


def second_screen() -> Reply:
    """How Mawas is used, and something to try."""
    return Reply(words.SECOND_SCREEN, (Button(words.TRY_SAMPLE, _SAMPLE), *_MENU))


def _started(link: str) -> tuple[Reply, ...]:
    """The screen for somebody new, or for who comes from a poster.

    Args:
        link: what the address of the bot carried after `?start=`.
    """
    if link.casefold() == "cek":
        buttons = (Button(words.TRY_SAMPLE, _SAMPLE), Button(words.IN_DANGER, _DANGER))
        return (Reply(words.FROM_POSTER, buttons),)
    session = _SESSION.fullmatch(link)
    if session:
        return (Reply(words.FROM_SESSION.format(code=session[1])), first_screen())
    return (first_screen(),)


def _languages(_: str) -> tuple[Reply, ...]:
    return (Reply(words.LANGUAGES),)


def privacy(days: int) -> Reply:
    """What is kept, for how long, and how it is deleted.

    Args:
        days: so long a conversation is remembered that nobody goes on with; 0 for an hour.
    """
    remembered = words.REMEMBERED_DAYS.format(days=days) if days else words.REMEMBERED_AN_HOUR
    return Reply(words.PRIVACY.format(remembered=remembered), (Button(words.DELETE, _DELETE),))


def _help(_: str) -> tuple[Reply, ...]:
    listed = "\n".join(f"/{name} – {description.lower()}" for name, description in COMMANDS[:-2])
    return (Reply(words.HELP.format(commands=listed), _MENU),)


def _groups_only(_: str) -> tuple[Reply, ...]:
    return (Reply(words.GROUPS_ONLY),)


_SAYS: dict[str, Callable[[str], tuple[Reply, ...]]] = {
    "start": _started,
    "bahasa": _languages,
    "bantuan": _help,
    "pantau": _groups_only,
    "pantau_nyala": _groups_only,
    "pantau_mati": _groups_only,
}


def _asked(sender: str, text: str, *, is_button: bool = False) -> Ask:
    incoming = Incoming(sender, text, kind="button" if is_button else "text", channel=CHANNEL)
    return Ask(incoming)
