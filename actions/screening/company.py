"""Finds the company or institution that an offer names, and its licence to place workers abroad."""

from __future__ import annotations

import re

from actions.screening.model import Evidence

_FORM = (
    r"(?:PT|P\.T|CV|LPK|LKP|P3MI(?![ \t]+PT\b)|PJTKI|BLKLN|YAYASAN|Yayasan|KOPERASI|Koperasi|SO|UD)"
)
# A capital or a digit begins each word of a name; it ends before what follows names in offers. Bounded, so that a run of
# thousands of letters costs no more than others.
_AFTER_NAME = r"(?!(?:SIP3MI|SIUPPAK|SIPPMI|SIPPTKI|WA|Wa|HP|Telp|No|NO|Jl|JL|Izin|IZIN|Hub|HUB|CP|Licence|License)\b)"
_WORD = rf"{_AFTER_NAME}[A-Z0-9][\w&'’-]{{0,40}}"
_GAP = r"[ \t]+"
_CAPITALS = re.compile(
    rf"\b(?:{_FORM}|[Cc]v|[Pp]t|[Ll]pk|[Yy]ayasan(?={_GAP}[A-Z]\w+{_GAP}[A-Z]))\b(?P<dot>\.?){_GAP}"
    rf"(?:(?:nya|ne|kami|kita|ku){_GAP}\(?(?=[A-Z]\w+{_GAP}[A-Z]))?(?P<name>(?:{_FORM}\b\.?{_GAP})?{_WORD}(?:{_GAP}(?:{_WORD}|&|dan(?={_GAP}[A-Z]))){{0,5}})"
)
# "pt bumi elok sejahtera": in small letters a name is a name only with one of the words of which such names are made.
_TYPICAL = (
    r"jaya|sejahtera|abadi|mandiri|utama|karya|sentosa|makmur|nusantara|bina|putra|putri|anugerah|anugrah|mitra|global"
    r"|internasional|bahtera|bumi|cipta"
    r"|citra|duta|insan|graha|surya|sinar|berkah|barokah|sukses|perkasa|persada|lestari|mulia|agung|sumber|prima"
    r"|pratama|gemilang|cemerlang|bersaudara|\w+indo"
)
_SMALL = re.compile(
    rf"\b(?:pt|cv|lpk|yayasan)\b\.?{_GAP}(?P<name>(?:[a-z]+{_GAP}){{0,3}}(?:{_TYPICAL})\b(?:{_GAP}(?:{_TYPICAL})\b){{0,3}})",
    re.IGNORECASE,
)
# Not names: "PT nya nanti", "ada cap PT. Kantornya ramai".
_NO_NAME = frozenset(
    """saya aku kami kita itu ini yang yg nya mana apa resmi di ke dari dan atau
    tapi kok kalau akan sudah belum ada lain lagi hanya cuma pung
    kantor kantornya kantorku pt cv lpk indonesia proses biaya gaji nanti dulu juga bisa tidak gak ga nggak operator hendra
    untuk untk utk dengan
    lewat sana sini tersebut luar penempatan penyalur langsung minta bukan harus wajib seperti kampung desa kampus rekanan partner
    pelaksana cabang ribet mahal abal bodong ilegal legal terdaftar berizin punya pakai pake buat jadi banyak tiap setiap""".split()
)
_FORMS = frozenset("PT P.T CV LPK LKP SO UD".split())
# "Kang Asep Crewing" is a person.
_TITLES = frozenset(
    "kang pak bang mas mbak bu ibu bapak om tante kak koh cik ustad haji hj umi".split()
)
_GENERIC = frozenset("mitra pusat semua global utama besar kecil".split())
# Legal forms abroad stand behind the name.
_ABROAD = re.compile(
    rf"(?:{_WORD}{_GAP}){{1,5}}(?:\(M\){_GAP})?(?:Sdn\.? ?Bhd|Pte\.?,? ?Ltd|Co\.?,? ?Ltd|Ltd|Limited|GmbH|L\.?L\.?C|FZE|FZCO|FZ-LLC|FZ"
    rf"|W\.L\.L|WLL|Inc|Corp|B\.V|S\.r\.l|SpA|d\.o\.o|[Ss]p\. z o\.o|Kft|s\.r\.o|K\.K|AG|BPO)\b\.?"
)
_KIND = (
    r"Travel|Tours?|Wisata|Agency|Agensi|Consultanc(?:y|ies)|Consultants?|Konsultan|Management|Manajemen|Entertainment"
    r"|Solutions?|Recruitment|Manpower|Placement"
    r"|Outsourcing|Hospitality|Hospital|Resorts?|Academy|Akademi|Cruises?|Cruise Lines?|Crewing|Shipping"
    r"|Group|Holdings?|Staffing|Kurs|Institut|Institute|Sprachhaus|Centre|Center"
)
_NAMED_KIND = re.compile(
    rf"(?:{_WORD}{_GAP}){{1,4}}(?:{_KIND})\b(?:{_GAP}{_WORD}){{0,2}}|\b(?:Travel|Konsultan|Agensi|Agency|Biro Jodoh"
    rf"|BIRO JODOH|RS|RSUD|Akademi|AKADEMI|BKK){_GAP}{_WORD}(?:{_GAP}{_WORD}){{0,3}}"
)
# The state's own programmes: the institution speaks itself, or one applies on its site.
_INSTITUTION = (
    r"(?:BP[23]MI|KP2MI|Kementerian(?: P2MI| Pelindungan Pekerja Migran Indonesia)?|Kemnaker|Kemenaker"
    r"|Disnaker(?:trans)?|Dinas Tenaga Kerja(?: dan Transmigrasi)?"
    r"|Pemerintah (?:Provinsi|Kabupaten|Kota)|Pemkab|Pemkot|Pemprov|Pemda|BLK|BBPVP|LTSA|HRD Korea|Balai Latihan Kerja)"
)
_REGION = r"(?:[ \t]{1,4}(?:Kab(?:upaten|\.)|Kota|Prov(?:insi|\.))?[ \t]{0,4}[A-Z][\w.]*(?:[ \t]{1,4}[A-Z]\w*){0,2})?"
_SPEAKS = re.compile(
    rf"^[^\w\n]*(?:(?:info|pengumuman|pemberitahuan|siaran pers"
    rf"|stand \d+)(?: resmi)?(?: dari)?[ \t:]+)?(?P<name>{_INSTITUTION}\b(?-i:{_REGION}))"
    rf"|(?:—|--|ttd\.?|dibuka oleh|diselenggarakan oleh|bersama|kerja ?sama dengan|info resmi"
    rf"|info dari)[ \t]+(?P<partner>{_INSTITUTION}\b(?-i:{_REGION}))"
    r"|(?:(?:pen)?daftar(?:an|annya)?\b[^.\n]{0,50}\b|akun )(?P<site>SISKOP2MI)|(?P<page>laman resmi kementerian|web kementerian)"
    r"|(?P<programme>\bdirect hiring\b|直聘|Employment Service Center|job fair (?:kab(?:upaten)?|kota)\.? \w+)",
    re.IGNORECASE | re.MULTILINE,
)
_LICENCE = re.compile(
    r"(?=[s5inlmeg許])(?:[S5][I1l|]P[32]M[I1l|]|S[I1]PPMI|SIPPTKI|SIUP{1,2}AK|SIUKAK|izin\s+(?:so\s+)?(?:kemnaker|kemenaker|bp2mi|kp2mi|kemnakertrans"
    r"|p3mi|menaker)|(?:nomor|no\.?|nmr)\s*izin(?:nya| kita| kami)?"
    r"|lisensi\s+(?:lpk|so|kemnaker)|MOM[^\n]{0,12}lic(?:en[cs]e|\.)?|EAA?\s+licen[cs]e|licen[cs]e\s+EAA?|GLAA licen[cs]e|許可證)"
    r"(?:/SIUKAK)?(?:[-\s]*(?:nya|kami|kita|katanya|ne|e)\b){0,2}[\s:.)]*(?:PT\s[^\d\n]{3,45}?)?(?:(?:no|nomor|nmr|number|kep)[\s.:]*)?(?P<number>[\w./-]{0,40}\d[\w./-]{0,80}(?:\s+tahun\s+\d{4})?)",
    re.IGNORECASE,
)
# "izin 0176/SIP3MI", "izin SO no. 2/118/2020": without the name of a licence it must be written as one.
_NUMBERED = re.compile(
    r"(?=i)\bizin(?:nya)?(?:\s(?:so|kami|kita|p3mi|resmi))?\s{0,3}(?:no\.?|nomor)?\s{0,3}:?\s{0,3}\d[\d.]*(?:/(?:sip[3p]mi|\d+|men|[ivx]+))+\b",
    re.IGNORECASE,
)
_DIGIT = r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan)"
_SPOKEN_LICENCE = re.compile(
    rf"\b(?:sip3mi|siuppak)(?:\s+nomor)?(?:\s+{_DIGIT}){{2,}}(?:\s+tahun(?:\s+(?:dua ribu|{_DIGIT}|puluh|belas))+)?",
    re.IGNORECASE,
)
_PERMIT = re.compile(r"izin penyelenggara(?:an)? pemagangan[^\n,;)]{0,40}", re.IGNORECASE)
_TRAILING = " .,;:-*_&("


def company_in(text: str) -> Evidence | None:
    """The first company named with its legal form, else an agency, else the institution that offers the work itself; None without any."""
    for match in (*_CAPITALS.finditer(text), *_SMALL.finditer(text)):
        if _is_name(match):
            return _evidence(match.group(), match.start())
    for pattern in (_ABROAD, _NAMED_KIND):
        named = (each for each in pattern.finditer(text) if not _is_person(each))
        if found := next(named, None):
            return _evidence(found.group(), found.start())
    spoken = _SPEAKS.search(text)
    if spoken and spoken.lastgroup:
        return _evidence(spoken[spoken.lastgroup], spoken.start(spoken.lastgroup))
    return None


def licence_in(text: str) -> Evidence | None:
    """The licence with its number; None where only its name is said ("izin menyusul")."""
    match = (
        _LICENCE.search(text)
        or _NUMBERED.search(text)
        or _SPOKEN_LICENCE.search(text)
        or _PERMIT.search(text)
    )
    return _evidence(match.group(), match.start()) if match else None


def _is_name(match: re.Match[str]) -> bool:
    words = match["name"].split()
    if len(words) > 1 and words[0].strip(".") in _FORMS:
        # "P3MI PT Maju Jaya"
        words = words[1:]
    if len(words) == 1 and words[0].casefold() in _GENERIC:
        return False
    # "PT PT-an" is any company.
    if words[0].casefold().startswith(("pt-", "lpk-")):
        return False
    if words[0].strip(".").casefold() in _NO_NAME or words[0].casefold().endswith("nya"):
        return False
    # "... ada cap PT. Ramai orangnya": a full stop and one word with a capital begin a new sentence.
    return not (match.groupdict().get("dot") and len(words) == 1 and not words[0].isupper())


def _is_person(match: re.Match[str]) -> bool:
    return match.group().split()[0].casefold() in _TITLES


def _evidence(words: str, start: int) -> Evidence:
    """Words without signs at their end, at their place."""
    words = words.rstrip(_TRAILING)
    return Evidence(words, start, start + len(words))
