"""Finds ages in text: "umur 19 th", "usia 18-35 tahun", "masih tujuh belas taun", "saya 37"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from actions.language.numerals import WORDS, number

_YEARS = r"(?:tahunan|tahun|taun|thn|thun|th|yo|y\.o|years?\s+old|taon|warsa)"
_SAID = r"(?:umur|usia|age|umor|yuswa|yuswo|omor|berumur|berusia|(?:belum|blm|baru|sudah)\sgenap)(?:nya|ku|mu|na|ne|e)?"
_FILLER = (
    r"(?:saya|sy|aku|dia|anak|adik|kamu|masih|msh|baru|udah|udh|sdh|sudah|sekarang|skrg|cuma|hanya|sekitar|kurang|lebih|dari|antara|mulai|yang"
    r"|minimal|min|minim|maksimal|maks|max|di\s?bawah|di\s?atas|under|jadi|menjadi|itu|ke|:|=)\.?"
)
_RANGE = r"\s*(?:-|–|sampai|sampe|smpe|smp|s\.?/?d\.?|hingga|ke|dan|to)\s*"
_FIGURE = rf"(?:\d{{1,2}}|{WORDS})"
_AGE = re.compile(
    rf"""(?<![\w.,/])
    (?:
      (?P<said>{_SAID})\s*(?:{_FILLER}\s*){{0,4}}
      (?P<low>{_FIGURE})(?![\d%]|[.,]\d)(?:{_RANGE}(?P<high>{_FIGURE}))?(?![\d%]|[.,]\d)(?:\s*{_YEARS}\b)?
      |
      (?P<young>{_FIGURE})(?:{_RANGE}(?P<old>{_FIGURE}))?\s*{_YEARS}\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "kontrak 24 tahun", "pengalaman 10 tahun", "10 tahun lalu" are spans of time.
_SPAN_BEFORE = re.compile(
    r"(?:kontrak(?:nya)?|pengalaman|selama|kerja|bekerja|dipenjara|penjara|hukuman|denda|pidana|ancaman(?:nya)?|vonis|divonis|tinggal"
    r"|nikah|menikah|sejak|tiap|per|lebih dari|hampir|sampai|paling lama|berlaku|masa|jangka|lama(?:nya)?|setelah|sesudah|habis|dalam"
    r"|garansi|tenor|cicilan|merantau|ikut|cekal|dicekal|blacklist|kuliah|sekolah|dijamin|jaminan|deposito|kredit|nyicil|nabung"
    r"|dikurung|disekap|ditahan|disimpan|menunggu|nunggu|butuh|total|ulang)\s*$",
    re.IGNORECASE,
)
_SPAN_AFTER = re.compile(
    r"\s*(?:lalu|yang lalu|yg lalu|lagi|kontrak|kerja|bekerja|pengalaman|penjara|kurungan|ke depan|terakhir|silam|kemudian|mendatang"
    r"|sekali|lamanya|merantau|nikah|menikah|di (?:sana|luar|arab|saudi|taiwan|hong ?kong|malaysia)|tanpa|tenor"
    r"|jadi (?:tki|tkw|pmi|art|prt)|(?:ga|gak|tidak|tdk|nggak|belum|blm) (?:pulang|digaji|dibayar|ada kabar))\b",
    re.IGNORECASE,
)
# "umur 6 bulan", "UU 21 Tahun 2007"
_NO_AGE_AFTER = re.compile(
    r"\s*(?:bulan|bln|minggu|mgg|hari|hr|jam|menit|juta|jt|ribu|rb|orang|org|kali|persen|\d{4})\b",
    re.IGNORECASE,
)
# "sudah 10 tahun di Riyadh", but "sudah 40 tahun, masih boleh".
_ALREADY_BEFORE = re.compile(r"\b(?:sudah|udah|dah|udh|sdh)\s*$", re.IGNORECASE)
_YOUNGEST_ALREADY = 30
_HAS_SAID = re.compile(rf"\b{_SAID}\b", re.IGNORECASE)
_RELATIVE = r"anak|adik|adek|kakak|istri|suami|ponakan|keponakan|cucu|ibu|bapak|temen|teman"
_PERSON = (
    r"(?:saya|aku|sy|ak|gue|gw|beta|dia|si\s\w+"
    rf"|(?:{_RELATIVE})(?:ku|nya|\s(?:saya|sy|aku|perempuan|laki-laki|gadis))?)"
)
_GOES_ON = r"gmn|gimana|bisa|boleh|blm|belum|mau|masih|pengen|ingin|dr|dari|dong|nih|kak"
# A number without "umur" and "tahun": after somebody ("saya 37, ..."), between two others ("wanita 20-35").
_BARE = re.compile(
    rf"(?<!\w){_PERSON}\s(?P<alone>\d{{2}})(?=\s*(?:[,;!?)]|\.(?!\d)|$|(?:{_GOES_ON})\b))"
    r"|\b(?:pria|wanita|cewek|cowok|perempuan|laki-laki|laki)\W{1,3}(?P<from>\d{2})\s*(?:-|–|sampai|s/d|sd)\s*(?P<to>\d{2})(?!\w)",
    re.IGNORECASE,
)
# In a message that speaks of ages anyway.
_BARE_BESIDE_SAID = re.compile(
    rf"(?<!\w)(?:{_PERSON}|jadi|menjadi|aslinya|asli|sebenarnya|sebenernya|masih|msh|baru|cuma|minimal|maksimal|maks|max|min"
    rf"|jadiin|dijadiin|dijadikan|ditulis|diubah|dituakan|dituain|sudah|udah|udh|sdh|ke|dari|padahal)\s(?P<alone>\d{{2}}|{WORDS})"
    r"(?!\w|[.,:/]\d|\s*(?:jam|hari|bulan|minggu|orang|org|juta|jt|rb|ribu|ratus|kg|cm|kali|lembar|lantai)\b)",
    re.IGNORECASE,
)
YOUNGEST, OLDEST = 10, 75
# Below this age, "N tahun" alone is more often a span of time ("10 tahun di Riyadh").
_YOUNGEST_UNSAID = 15
_CHILD_BEFORE = re.compile(
    r"(?:anak|adik|adek|gadis|bocah|ponakan|keponakan|cucu|masih|msh|baru|bawah|dibawah)(?:ku|nya)?(?:\s(?:saya|sy|aku|perempuan|laki-laki|masih|baru|di|umur))?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Age:
    """An age or a range of ages, in years, and where it stands in the text."""

    start: int
    end: int
    low: int
    high: int

    @property
    def value(self) -> str:
        """As an entity's value: "19" or "18-35"."""
        return f"{self.low}" if self.low == self.high else f"{self.low}-{self.high}"


def ages_in(text: str) -> Iterator[Age]:
    """Every age in a text. Spans of time are left out as far as the words beside them tell."""
    taken: list[Age] = []
    for found in _AGE.finditer(text):
        age = _age(text, found)
        if age is not None:
            taken.append(age)
            yield age
    bare = [*_BARE.finditer(text)]
    if _HAS_SAID.search(text) or taken:
        bare += _BARE_BESIDE_SAID.finditer(text)
    for found in bare:
        first, last = ("alone", "alone") if found["alone"] else ("from", "to")
        low, high = int(number(found[first])), int(number(found[last]))
        age = Age(found.start(first), found.end(last), low, high)
        if _YOUNGEST_UNSAID <= age.low <= age.high <= OLDEST and not any(
            age.start < other.end and other.start < age.end for other in taken
        ):
            taken.append(age)
            yield age


def _age(text: str, found: "re.Match[str]") -> Age | None:
    name, other = ("low", "high") if found["low"] else ("young", "old")
    low = int(number(found[name]))
    high = int(number(found[other] or found[name]))
    if not low <= high <= OLDEST:
        return None
    if _NO_AGE_AFTER.match(text, found.end()):
        return None
    if found["said"]:
        return Age(found.start(name), found.end(), low, high) if low > 2 else None
    if (
        low < _youngest(text[: found.start()], is_range=high > low)
        or _SPAN_AFTER.match(text, found.end())
        or _SPAN_BEFORE.search(text, 0, found.start())
    ):
        return None
    return Age(found.start(), found.end(), low, high)


def _youngest(before: str, *, is_range: bool) -> int:
    """From which number on "N tahun" is an age, by the words before it."""
    if _ALREADY_BEFORE.search(before):
        return _YOUNGEST_ALREADY
    return YOUNGEST if is_range or _CHILD_BEFORE.search(before) else _YOUNGEST_UNSAID
