"""Finds where somebody lives, as it is typed: "jl pendidikan no 7", "dusun karang baru rt 03 rw 02"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from actions.screening.everyday import is_everyday
from actions.screening.people import is_word

_GAP = r"[ \t,.]{1,3}"
_NUMBER = r"(?:\d{1,3}[a-z]?(?!\w)|[ivx]{1,4}(?!\w))"
_HOUSE = r"(?:(?:no|nomor|nmr)\b[ .:]{0,2}(?:rumah[ ])?\d{1,4}[a-z]?(?!\w))"
_BLOCK = r"(?:blok|blk)\b[ .]{0,2}[a-z]{0,2}[ /]?\d{0,3}(?!\w)"
_RT = r"(?:rt[ ]*/[ ]*rw[ .:]{0,2}\d{1,3}[ ]*/[ ]*\d{1,3}|r[tw][ .:]{0,2}\d{1,3}(?:[ ]*/[ ]*(?:rw[ .]{0,2})?\d{1,3})?)(?!\w)"
# Words that no street, alley or hamlet is called by.
_NO_NAME = (
    r"(?!(?:yang|yg|ini|itu|saya|sy|aku|kami|kita|dia|mereka|di|ke|dari|dan|atau|untuk|utk|dengan|dgn"
    r"|sama|lain|sebelah|sebelahnya|tetangga|terpencil"
    r"|sendiri|ada|tidak|gak|ga|sudah|udah|belum|mau|bisa|akan|lagi|juga|tapi|terus|pulang|keluar|kaki"
    r"|pintas|tengah|tikus|resmi|legal|ilegal|gelap|depan"
    r"|belakang|dekat|jauh|besar|kecil|sempit|buntu|bareng|bersama|jalan|raya|masuk|menuju|mana|apa|nya"
    r"|pikiran|hidup|cerita|agar|supaya|biar|kalau|kalo"
    r"|sampai|sampe|lewat|lancar|macet|rusak|motor|penjahat|penipu|narkoba|semua|banyak|warga|orang"
    r"|memang|katanya|cari|kerja|no|rt|rw|desa|kec|kecamatan"
    r"|kab|kabupaten|kota|terdekat|desanya|aman|nasib|darat|laut|udara|tol|sehat|gratis|bayar|damai|satu"
    r"|setapak|pakai|pake|naik|sore|pagi|malam"
    r"|melalui|dulu|saja|aja|seperti|jadi|takut|lapor|hubungi|minta|hilang|tinggal|rumah|berapa|bilang|sepi|ramai|banjir)\b)"
)
_WORD = rf"{_NO_NAME}[^\W\d_][\w'’-]*"
_PLACE = rf"{_WORD}(?:[ ]{_WORD}){{0,2}}?"
# "jalan cepat 3 jam"
_NO_UNIT = r"(?![ ]*(?:km|kilo|meter|jam|hari|menit|orang|kali|bulan|minggu|tahun|juta|jt|ribu|rb|persen|%))"
# What closes a name of several words, and says that it was one.
_CLOSES = (
    r"(?=[ ]*(?:[,.;:\n)]|$)|[ ,]+(?:no|nomor|nmr|rt|rw|gang|gg|blok|blk"
    r"|desa|ds|kec|kecamatan|kel|kelurahan|kab|kabupaten|kota|di|dekat|\d))"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "jl pendidikan no 7", "jln. veteran"
        rf"(?<!\w)(?:jl|jln)\b[ .]{{1,3}}(?:raya[ ]+)?(?:{_PLACE}{_CLOSES}|{_WORD})(?:{_GAP}{_HOUSE})?",
        # "jalan" is a way too: a number must follow, or it is said that somebody lives there.
        rf"(?<!\w)jalan[ ]+(?:raya[ ]+)?{_PLACE}{_GAP}(?:{_HOUSE}|{_NUMBER}{_NO_UNIT}|(?:gang|gg)\b[ .]{{1,3}}{_NUMBER})",
        rf"(?:(?<=alamat )|(?<=alamatnya )|(?<=alamatku )|(?<=tinggal di )|(?<=rumah di )|(?<=rumahnya di )|(?<=alamat: )|(?<=kos di ))"
        rf"jalan[ ]+(?:raya[ ]+)?{_PLACE}(?:{_CLOSES})",
        rf"(?<!\w)(?:gg|gang)\b[ .]{{1,3}}(?:{_NUMBER}|{_PLACE}(?=[ ,.]+(?:no|nomor|rt|rw|blok|\d)))(?:{_GAP}{_HOUSE})?",
        rf"(?<!\w)gg\b[ .]{{1,3}}{_WORD}(?:[ ]{_NUMBER})?",
        rf"(?:(?<=di )|(?<=alamat ))gang[ ]{_WORD}(?=[ ]*(?:[,.;\n)]|$|desa|kec|kel))",
        rf"(?<!\w)(?:dusun|dsn|dukuh|banjar|br|gubuk|gubug|lingkungan|padukuhan|kampung|kp|kmp|lorong"
        rf"|lr)\b[ .]{{1,3}}{_PLACE}(?:{_GAP}(?:{_HOUSE}|{_RT}))",
        rf"(?<!\w)(?<!kepala )(?:dusun|dsn|kp|padukuhan)\b[ .]{{1,3}}(?:{_PLACE}{_CLOSES}|{_WORD})(?:[ ]{_NUMBER})?",
        rf"(?<!\w)(?:perum|perumahan|komplek|kompleks|kos|kost|kosan|asrama|apartemen)\b[ .]{{1,3}}{_PLACE}{_GAP}(?:{_BLOCK}|{_HOUSE})",
        rf"(?<!\w){_BLOCK}(?<=[\da-z]){_GAP}{_HOUSE}",
        rf"(?<!\w){_RT}(?:{_GAP}{_RT})?(?:{_GAP}{_HOUSE})?",
        r"(?<!\w)(?:no|nomor|nomer)[ .]{0,2}rumah(?:nya|ku|[ ]saya)?[ :.]{1,2}\d{1,4}[a-z]?(?!\w)",
        r"(?<!\w)rumah(?:nya|ku|[ ]saya)?[ ](?:no|nomor|nomer)\b[ .:]{0,2}\d{1,4}[a-z]?(?!\w)",
    )
)


# A hamlet's second word, where nothing closes the name: one that nobody knows ("dusun montong gamang sudah ...").
_HAMLET = re.compile(
    rf"(?<!\w)(?<!kepala )(?:dusun|dsn|kp|padukuhan|gubuk|gubug)\b[ .]{{1,3}}{_WORD}[ ](?P<second>[^\W\d_]{{4,}})",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?<=\w)[ ,]+([^\W\d_]+)$")


def addresses_in(text: str, places: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Offsets of the first character and after the last of each address, or part of one.

    Args:
        text: as `lookalikes.plain` returns it.
        places: words in small letters; a town behind a street is shown.
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            words = match.group().rstrip(" ,.:;-")
            last = _LAST.search(words)
            is_town = last and last[1].casefold() in places and not is_word(last[1].casefold())
            if last and is_town and len(words[: last.start()].split()) > 1:
                words = words[: last.start()]
            yield match.start(), match.start() + len(words)
    for match in _HAMLET.finditer(text):
        second = match["second"].casefold()
        if second not in places and not is_everyday(second):
            yield match.span()
