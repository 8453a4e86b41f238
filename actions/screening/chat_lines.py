"""Reads single lines of a pasted chat: which of them begin a bubble, and who speaks.

Everything here works a line at a time with patterns of bounded length, so that no text, however hostile, takes more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = r"[\u200b-\u200f\u202a-\u202f\u2066-\u2069\ufeff]{0,4}"
_DATE = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_CLOCK = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u202f\u00a0]?[AaPp]\.?[Mm]\.?)?"
_WHEN = rf"(?:{_DATE},?[ \u202f]{{1,3}}{_CLOCK}|{_CLOCK},?[ ]{{1,3}}{_DATE})"
# "[3/9 20:14]": copied without the year.
_SHORT_WHEN = rf"\d{{1,2}}[/.-]\d{{1,2}},?[ \u202f]{{1,3}}{_CLOCK}"
_NAME = r"(?P<speaker>[^\n:\[\]]{1,40}?)"
# WhatsApp on Android, "12/10/26 19.03 - Rani: halo", and on iPhone or copied from its window, "[12/10/26 19.03.22] Rani: halo".
EXPORTED = re.compile(
    rf"{_MARKS}(?:\[(?:{_WHEN}|{_SHORT_WHEN}|{_CLOCK})\][ ]?|{_WHEN}[ ]{{1,2}}-[ ]){_MARKS}~?[ ]?{_NAME}:(?:[ ]|$)"
)
# What the programme itself says stands in no bubble: "12/10/26 19.03 - Pesan dienkripsi", "17/08/26, 08:30 - Rani memblokir Anda".
NOTICE = re.compile(rf"{_MARKS}(?:\[{_WHEN}\][ ]?|{_WHEN}[ ]{{1,2}}-[ ])")
# Telegram Desktop, copied: "Rani, [14.11.2026 22:10]" on a line of its own.
TELEGRAM = re.compile(
    rf"{_MARKS}(?P<speaker>[^\n\[\]]{{1,40}}?),?[ ]{{1,2}}\[[^\[\]\n]{{0,20}}?{_CLOCK}[^\[\]\n]{{0,12}}\]:?[ ]{{0,3}}$"
)
# A name and the time on a line of their own, as copied from windows of other programmes: "Rani 19.03".
NAME_AND_TIME = re.compile(
    rf"{_MARKS}(?P<speaker>[^\W\d_][^\n:\[\]]{{0,39}}?),?[ ]{{1,3}}(?:{_WHEN}|{_CLOCK})[ ]{{0,3}}$"
)
# Bubbles copied by hand: "Rani: halo", "[Rani]: halo", "+62 812 ...: halo".
NAMED = re.compile(
    r"[*_>\-• ]{0,4}\[?(?P<speaker>[^\W\d_][^\n:/\[\]]{0,39}?|\+?\d[\d -]{8,18}\d)\]?[*_]{0,2}[ ]?:[*_]{0,2}(?=\s|$|[^\W\d_])"
)
# Only the time is left of the header: "09.12  halo".
TIMED = re.compile(rf"{_MARKS}\[?{_CLOCK}\]?[ ]{{1,4}}(?:-[ ])?(?=\S)")
# A line that is nothing but a name: "Pak Slamet Crew".
BARE = re.compile(r"(?P<speaker>[^\W\d_][^\n:?!.,;]{1,29})[ ]{0,3}$")
_DATED = (EXPORTED, TELEGRAM)
_MOST_WORDS_OF_A_NAME = 5
# What stands before a colon in advertisements as well: "Gaji: 5 juta".
_LABELS = frozenset(
    """ijazah ktp kk paspor skck sim foto akta sertifikat bpjs mcu medical berkas
    gaji lokasi penempatan posisi syarat kontak cp hp wa info note nb biaya kontrak visa fasilitas benefit hubungi catatan kuota usia
    umur pendidikan persyaratan alamat kantor jam keberangkatan interview wawancara position salary location requirements
    facilities contact job tujuan negara upah pekerjaan bagian sumber update ps pendaftaran keterangan deskripsi kualifikasi
    kategori email telp lembur bonus cuti asuransi makan tiket dokumen proses pemberangkatan jabatan sektor majikan potongan minat
    gender tinggi syaratnya gajinya loker lowongan t j tanya jawab q soal kunci contoh jawaban pertanyaan penting tugas income
    penghasilan pay company perusahaan rute jadwal tanggal waktu tempat bahasa kerja kerjanya link daftar http https perihal nomor
    lampiran hal nama no bank rek rekening an""".split()
)


@dataclass(frozen=True)
class Line:
    """One line of a text.

    Attributes:
        start: offset of its first code point.
        text: the line without its end.
    """

    start: int
    text: str


@dataclass(frozen=True)
class Header:
    """Where a bubble begins.

    Attributes:
        speaker: as it stands in the text.
        start: offset of the line with name or date.
        end: offset of the first code point that may be said.
    """

    speaker: str
    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold something; only line feeds end a line."""
    lines = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(start, line.rstrip("\r")))
        start += len(line) + 1
    return lines


def headers(lines: list[Line], pattern: re.Pattern[str]) -> Iterator[Header]:
    """Lines that begin as a pattern says; where no date stands beside it, the name must be one.

    Args:
        lines: what `lines_of` returns.
        pattern: one of the patterns above with a group `speaker`.
    """
    for line in lines:
        match = pattern.match(line.text)
        if match and (pattern in _DATED or is_name(match["speaker"])):
            yield Header(match["speaker"].strip(" ~"), line.start, line.start + match.end())


def is_name(words: str) -> bool:
    """Whether somebody can be called so: up to five words, not a label of advertisements."""
    parts = words.casefold().split()
    return 0 < len(parts) <= _MOST_WORDS_OF_A_NAME and parts[0].strip("*_ ") not in _LABELS
