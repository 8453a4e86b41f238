"""`mawas chat`: a conversation in the terminal. Buttons are chosen by number."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from actions.dates import today
from bot.cards import CardFolder
from bot.channels.dropped import dropped_picture
from bot.channels.terminal_text import INDENT, render
from bot.errors import MissingError
from bot.in_terminal import Answering
from bot.messages import Button, Incoming, Turn

CHANNEL = "shell"
SENDER = "shell"
PROMPT = "\nAnda  : "
WELCOME = """\
Mawas siap. Saya membantu soal kerja di luar negeri. Saya program komputer, bukan layanan darurat.
Tulis pertanyaan, atau nomor pilihan. Foto lowongan: seret berkasnya ke sini. Keluar: tekan Ctrl-D.
Contoh: bang saya ditawari kerja di kamboja jadi cs, aman tidak?"""
ONLY_DANGER_WELCOME = """\
Mawas belum bisa dipakai penuh. Kalau ada bahaya, ceritakan singkat dan sebut negaranya: kontak dan langkah pertama tetap ada.
Saya program komputer, bukan layanan darurat. Keluar: tekan Ctrl-D."""
GOODBYE = "\nSampai jumpa."
_LONGEST_CHOICE = 3
# Everything on the screen, everything above it, and the cursor to the first line.
CLEAR = "\033[2J\033[3J\033[H"


def run(conversation: Answering, *, cards: Path, debug: bool = False, is_whole: bool = True) -> int:
    """Talk until Ctrl-D or Ctrl-C.

    Args:
        conversation: who answers.
        cards: folder for pictures; made with the first.
        debug: show what was understood and done.
        is_whole: False where only who is in danger is answered.

    Returns:
        The exit status, 0.
    """
    # Line editing and history with the arrow keys where the platform has it.
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    print(WELCOME if is_whole else ONLY_DANGER_WELCOME)
    try:
        asyncio.run(_talk(conversation, cards, debug))
    except (EOFError, KeyboardInterrupt):
        print(GOODBYE)
    return 0


async def _talk(conversation: Answering, cards: Path, debug: bool) -> None:
    choices: Sequence[Button] = ()
    while True:
        line = input(PROMPT)
        number = _number(line)
        if number is not None and choices and not 1 <= number <= len(choices):
            print(f"\n{INDENT}Pilih nomor 1 sampai {len(choices)}, atau tulis pertanyaan Anda.")
            continue
        turn = await conversation.turn(_incoming(line, number, choices))
        # An answer without buttons ("sumbernya?") leaves the numbers above it usable.
        choices = tuple(button for reply in turn.replies for button in reply.buttons) or choices
        if any(reply.covers for reply in turn.replies):
            choices = ()
            _hide()
        print(render(turn.replies, shutil.get_terminal_size().columns))
        for reply in turn.replies:
            if reply.picture:
                print(f"\n{INDENT}{_saved(reply.picture, cards)}")
        if debug:
            print(describe(turn))


def _hide() -> None:
    """Empty the screen, what can be scrolled back to, and the lines that the arrow keys bring back."""
    with contextlib.suppress(ImportError):
        import readline

        readline.clear_history()
    if _is_terminal():
        print(CLEAR, end="", flush=True)


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _saved(picture: bytes, folder: Path) -> str:
    """Save a picture that a terminal cannot show, and say where it is."""
    try:
        path = CardFolder(folder).save(f"kartu {today()}", picture)
    except MissingError as error:
        return f"Maaf, {error}"
    return f"Kartu tersimpan: {path}"


def _number(line: str) -> int | None:
    """The number that was typed as it is printed or without its brackets: "1", "[1]", "1."."""
    typed = line.strip().strip("[].) ")
    # Longer numbers are no choice, and Python refuses to read very long ones.
    return int(typed) if typed.isdecimal() and len(typed) <= _LONGEST_CHOICE else None


def _incoming(line: str, number: int | None, choices: Sequence[Button]) -> Incoming:
    """A number that stands for a button becomes its payload, the path of a picture the picture; anything else is text."""
    if number is not None and choices:
        return Incoming(SENDER, choices[number - 1].payload, kind="button", channel=CHANNEL)
    picture = dropped_picture(line)
    if picture is not None:
        print(f"\n{INDENT}Membaca gambar ...")
        return Incoming(SENDER, "", channel=CHANNEL, picture=picture)
    return Incoming(SENDER, line, channel=CHANNEL)


def describe(turn: Turn) -> str:
    """What was understood and done, for developers."""
    ranking = ", ".join(f"{intent} {share:.2f}" for intent, share in turn.ranking)
    entities = ", ".join(f"{row['entity']}={row['value']}" for row in turn.entities) or "-"
    crisis = (
        "-"
        if turn.crisis is None
        else f"{turn.crisis[0]} ({'pasti' if turn.crisis[1] else 'ditanyakan dulu'})"
    )
    return "\n".join(
        (
            f"    maksud   : {turn.intent} {turn.confidence:.2f}   [{ranking}]",
            f"    entitas  : {entities}",
            f"    bahaya   : {crisis}",
            f"    tindakan : {', '.join(turn.actions) or '-'}",
            f"    topik    : {', '.join(turn.topics) or '-'}   kanal: {', '.join(turn.channels) or '-'}",
            f"    sumber   : {', '.join(turn.sources) or '-'}",
            f"    waktu    : {turn.latency_ms:.1f} ms",
        )
    )
