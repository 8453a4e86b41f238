"""What fits the channels, and that nobody is left without a way on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.answers import limits
from bot.answers.checks.known import Known
from bot.answers.said import Said
from bot.channels.telegram.formatting import MESSAGE_UNITS, units
from bot.channels.telegram.outgoing import CALM_LENGTH, Outgoing, merged, pieces
from bot.channels.terminal_text import render
from bot.messages import Button, Reply

_CUT = "…"
# Something to do, as it begins or stands in a sentence.
_DO = re.compile(
    r"\b(?:ajak|ambil|balas|baca|bawa|berhenti|cari|catat|cek|coba|cocokkan|datangi|dengar|ganti|gunting|hafalkan|hapus|hindari|"
    r"hubungi|jangan|jawab|kirim|laporkan|lapor|lihat|minta|mintalah|pakai|pegang|periksa|pilih|salin|sebut|sebutkan|siapkan|simpan|tanya|"
    r"tanyakan|tekan|telepon|temani|tolak|tulis|tunda|tunggu|ucapkan|unggah|urus)\b",
    re.IGNORECASE,
)
_NARROW = 40


def leads_on(said: Said, known: Known) -> Iterator[str]:
    """There is a button, a question, a contact or something to do."""
    if said.is_heard or said.choices or said.channels:
        return
    if "?" not in said.text and not _DO.search(said.text):
        yield "tanpa langkah berikutnya"


def sizes(said: Said, known: Known) -> Iterator[str]:
    """Bubbles and answers are short enough for a phone; what stands on paper or a wall has rules of its own."""
    if said.is_heard:
        return
    for bubble in said.bubbles:
        most = limits.BUBBLE if "\n\n" in bubble else limits.PARAGRAPH
        if len(bubble) > most:
            yield f"balon {len(bubble)} huruf (paling banyak {most})"
    if len(said.text) > limits.ANSWER:
        yield f"jawaban {len(said.text)} huruf (paling banyak {limits.ANSWER})"
    if len(said.bubbles) > limits.BUBBLES:
        yield f"{len(said.bubbles)} balon (paling banyak {limits.BUBBLES})"


def buttons(said: Said, known: Known) -> Iterator[str]:
    """Titles are whole and told apart."""
    titles = [each.title for each in said.choices]
    if len(titles) > limits.BUTTONS:
        yield f"{len(titles)} tombol (paling banyak {limits.BUTTONS})"
    for title in titles:
        if not title.strip() or len(title) > limits.TITLE or title.endswith(_CUT):
            yield f"judul tombol kosong atau terpotong: {title!r}"
    for title in sorted({title for title in titles if titles.count(title) > 1}):
        yield f"dua tombol berjudul {title!r}"


def fits(said: Said, known: Known) -> Iterator[str]:
    """Telegram takes it as it is sent there, and a narrow terminal shows all of its words."""
    sent = pieces(Outgoing(1, "pemilik", merged(replies_of(said), CALM_LENGTH)))
    if not sent or any(not 0 < units(piece.text) <= MESSAGE_UNITS for piece in sent):
        yield "tidak muat dalam pesan Telegram"
    if " ".join(piece.text for piece in sent).split() != said.text.split():
        yield "kata hilang di Telegram"
    if not all(map(_fits_terminal, said.bubbles)):
        yield "kata hilang di terminal"


def replies_of(said: Said) -> tuple[Reply, ...]:
    """What a channel is handed."""
    buttons = tuple(Button(each.title, each.payload) for each in said.choices)
    last = len(said.bubbles) - 1
    return tuple(
        Reply(bubble, buttons if number == last else ())
        for number, bubble in enumerate(said.bubbles)
    )


@cache
def _fits_terminal(bubble: str) -> bool:
    shown = render([Reply(bubble)], _NARROW).split()
    return shown[-len(bubble.split()) :] == bubble.split()
