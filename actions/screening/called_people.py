"""Finds names of people as they are typed in a hurry: in small letters, behind a title or a word of kinship ("inaq sumiati")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from actions.language.lemma import base_form
from actions.screening.everyday import is_everyday
from actions.screening.people import is_word
from knowledge.first_names import first_names


@dataclass(frozen=True)
class _How:
    """What may be a name behind some words.

    Attributes:
        words: a first name that is an ordinary word too.
        unknown: a word that nobody knows, whatever it looks like.
        any_word: an ordinary word that is no known first name: "nama saya bunga".
    """

    words: bool = False
    unknown: bool = False
    any_word: bool = False


_FIRST_NAME, _ROLE = _How(), _How(unknown=True)
_TITLE, _OWN = _How(words=True, unknown=True), _How(words=True, unknown=True, any_word=True)
# Behind these a name follows more often than not; of Java, Sunda, Lombok, Bali, Sumatra, Sulawesi and the east.
_TITLES = (
    r"pak|bpk|bapak|bapa|bu|ibu|mbak|mba|mb|mas|kang|teh|teteh|haji|hj|h\.|hj\.|bpk\.|ust|ustad|ustadz"
    r"|ustaz|ustadzah|gus|kiai|kyai|kiyai|kh|k\.h\."
    r"|tuan guru|tgh|tgkh|tgh\.|tgkh\.|inaq|amaq|inak|amak|baiq|baik(?=[ ]nur)|lale|mamiq|mamik|papuk|miq"
    r"|uni|daeng|bli|mbok|jero|gede|bang|abang|bung|cak|ning"
    r"|koh|om|tante|pakde|pak de|bude|budhe|bu de|mbah|simbah|eyang|bibi|bik|paman|lek|paklik|pak lik"
    r"|bulik|bu lik|pakcik|makcik|cik|encik|acik|tok|uwak|wak"
    r"|nek|nenek|kakek|opa|oma|ompu|ompung|tulang|inang|amang|ito|lae|mama|mamak|emak|mak|abah|abi|umi|ummi|bunda|umak|mami|papi|papa"
    r"|mbah putri|mbah kakung|mbah kung|mbah uti|kak|kakak|kaka|adik|adek|dek|dik|neng|nyai|nona|usi"
    r"|raden|rd|datuk|datu|tengku|teungku|puang|opu|karaeng|andi|dokter|dr|dr\.|bidan"
    r"|suster|mandor|juragan|sdr|sdri|sdr\.|sdri\.|saudara|saudari|bripka|aiptu|kapten|miss|mr|mrs|madam|nyonya|ny\.|tn\."
)
# Offices between a title and a name: "pak kades sumantri".
_OFFICES = (
    r"kades|kepala desa|kepala dusun|carik|lurah|camat|bupati|rt|rw|kadus|sekdes|keliang|kaling|kawil"
    r"|keuchik|wali|ketua|haji|hj\.?|h\.|guru|ustadz?|dosen|bidan"
    r"|dokter|mandor|agen|sponsor|calo|tekong|admin|bos|polisi|sopir|modin|penghulu|imam|direktur|manajer|hrd|kiai|kyai|lalu|raden|gede"
)
# What people are to somebody who works abroad: an ordinary word is none of their names ("agen resmi").
_ROLES = r"bos|boss|agen|calo|sponsor|tekong|majikan|guru|sopir|admin|tetangga|teman|temen|temenku|temanku|kawan|pacar"
# Words too of another meaning: what follows must be a sure first name ("lalu" is "then", "uda" is "already").
_WEAK = r"lalu|uda|si|ama|ina|ka|aa|bi|mi|ko|ci|ce|cece|sis|bro|ade|kk|tuan|kata|sama|bareng|oleh|dipanggil|panggil|panggilan|panggilannya"
# Titles and offices at the end of a text: "Rumah Pak Kepala Desa ". Few, for some are both, and each of them would double the time.
TITLES_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:{_TITLES}|{_OFFICES}|{_ROLES}|{_WEAK})[ ]+){{1,6}}$", re.IGNORECASE
)
_KIN = (
    r"anak|adik|adek|kakak|suami|istri|isteri|ibu|bapak|ayah|paman|bibi|tetangga|teman|temen|kawan"
    r"|keponakan|ponakan|sepupu|ipar|mertua|menantu|cucu"
    r"|saudara|sodara|sahabat|pacar|calon|bojo|laki|bini|putra|putri|nenek|kakek|bulik|pakde|om|tante|misan|semeton"
)
_MINE = r"(?:-?ku|-?nya|[ ](?:saya|sy|aku|gue|gw|kami|kita|beliau|dia|perempuan|laki-laki|pertama|kedua|bungsu|sulung)){1,3}"
_NAME = r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?"
_FOLLOWS = re.compile(rf"[ ]+(?P<name>{_NAME})")
# Looked at without being read: the next title may stand in it.
_REST = rf"(?=(?P<name>{_NAME}(?:[ ]+{_NAME}){{0,3}}))"
_CALLED = re.compile(
    rf"(?<![\w-])(?:(?:{_TITLES})[ ]+){{1,6}}(?:(?P<office>{_OFFICES})[ ]+){{0,4}}{_REST}",
    re.IGNORECASE,
)
_WORKING = re.compile(rf"(?<![\w-])(?:{_ROLES}|{_OFFICES})(?:nya|ku)?[ ]+{_REST}", re.IGNORECASE)
_WEAKLY = re.compile(rf"(?<![\w-])(?:{_WEAK})[ ]+{_REST}", re.IGNORECASE)
_OF_KIN = re.compile(
    rf"(?<![\w-])(?:{_KIN}){_MINE}[ ,]+(?:yang[ ]|yg[ ]|si[ ]){{0,2}}{_REST}", re.IGNORECASE
)
_IS = r"[ :=,]{1,3}(?:itu[ ]|adalah[ ]|asli[ ]|si[ ]|lalu[ ]|baiq[ ])?"
_OWN_NAME = re.compile(
    rf"(?<![\w-])(?:nama[ ]+(?:lengkap[ ]+)?(?:saya|aku|sy)|namaku|bernama){_IS}{_REST}",
    re.IGNORECASE,
)
_NAME_OF_OTHER = re.compile(
    rf"(?<![\w-])(?:nama[ ]+(?:lengkap[ ]+)?(?:dia|beliau|anak|suami|istri|ibu|bapak|adik|kakak)(?:ku|nya|[ ](?:saya|aku|sy))?"
    rf"|namanya|a\.?n\.?|a/n|atas[ ]+nama|jenenge?|jenengku|arane|aran(?:ku|na)){_IS}{_REST}",
    re.IGNORECASE,
)
# "saya ani dari praya"
_INTRODUCED = re.compile(
    rf"(?<![\w-])(?:saya|aku|sy|ini|kulo|kula|tiang|abdi|gue|sengko'?)[ ,]+(?P<name>{_NAME}(?:[ ]+{_NAME})?)"
    r"(?=[ ]+(?:dari|dr|asal|asli|umur|usia|warga|saking|ti|sking|ndek|lahir|alumni)\b)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"(?<![\w@'’.-]){_NAME}(?!\w)")
_SHORTEST = 4
_LONGEST_SHORT_FORM = 4
# "saya eka mau daftar"
_MYSELF = re.compile(rf"(?<![\w-])(?:saya|aku|sy|gue)[ ,]+{_REST}", re.IGNORECASE)
# First names that describe where this follows: "mbak bagus gak", "bu indah sekali".
_DESCRIBING = frozenset("bagus indah endah murni suci teguh tegar".split())
_SAID_OF = re.compile(
    r"[ ]*(?:ga|gak|nggak|ngga|tidak|tdk|ndak|banget|sekali|nya|kah|dong|ya|buat|untuk|kalau|kalo|dan)\b"
)
# Of names that stand in no list.
_LIKE_NAME = re.compile(
    r"\w{2}(?:wati|[iy]ati|anto|udin|ullah|iman|awan|yem|inem|inten|[iy]ah|ningsih|asih|atun|[iy]ono|ansyah|[ain]ah|jaya|nata|iani|din)$"
)
# A name does not begin, nor end, with these, whatever the dictionary says.
_NEVER = frozenset(
    """yang yg dan atau dari dr ke di dengan dgn untuk utk itu ini sini sana saya aku kamu dia kami kita mereka tidak gak
    ga sudah udah belum blm mau akan bisa ada lagi juga jadi tapi karena kalau kalo kata bilang minta siapa mana apa
    berapa kapan kenapa dimana orang sendiri semua lain hilang salah benar kena masuk resmi palsu lengkap perusahaan
    agen kota desa negara tempat tersebut begitu dicatat kurang lebih jangan kerja bukan buat pun lah saja aja dulu
    nanti besok kemarin baru masih sedang pernah harus""".split()
)


# Of these even without any word before them.
_SURELY_LIKE_NAME = re.compile(
    r"\w{2}(?:wati|iyati|iyanto|yanto|iyem|inem|uddin|udin|ullah|ningsih|iyono|ansyah|iyah)$"
)


def called_in(text: str, places: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Offsets of the first character and after the last of each name.

    Args:
        text: as `lookalikes.plain` returns it.
        places: words in small letters that are no names of people.
    """
    found: set[str] = set()
    for start, end in _found(text, places):
        found.update(word for word in re.findall(_NAME, text[start:end].casefold()))
        yield start, end
    # Who was named once is the same without "pak".
    again = [word for word in found if len(word) >= _SHORTEST - 1 and not is_everyday(word)]
    for match in _ANY.finditer(text) if again else ():
        if match.group().casefold() in again:
            yield match.span()


def _found(text: str, places: Collection[str]) -> Iterator[tuple[int, int]]:
    for match in _CALLED.finditer(text):
        yield from _names(match, places, _TITLE)
    for pattern, how in (
        (_WORKING, _ROLE),
        (_WEAKLY, _FIRST_NAME),
        (_MYSELF, _FIRST_NAME),
        (_INTRODUCED, _ROLE),
        (_OF_KIN, _TITLE),
        (_NAME_OF_OTHER, _TITLE),
        (_OWN_NAME, _OWN),
    ):
        for match in pattern.finditer(text):
            yield from _names(match, places, how)
    # "bima", "sri lanka": told from places only where these are known.
    if places:
        yield from _alone(text, places)


def _names(match: re.Match[str], places: Collection[str], how: _How) -> Iterator[tuple[int, int]]:
    """The words of the group "name" up to the first that is no name."""
    start = end = match.start("name")
    for number, word in enumerate(re.finditer(_NAME, match["name"])):
        small = word.group().casefold()
        after = match.string[match.start("name") + word.end() :]
        # "guru SMK", "bos A"
        is_short_form = word.group().isupper() and len(small) <= _LONGEST_SHORT_FORM
        is_other = small in _NEVER or (is_short_form and small not in first_names())
        if is_other or not (
            _begins(small, after, places, how) if number == 0 else _goes_on(small, after, places)
        ):
            break
        end = match.start("name") + word.end()
    if end > start:
        yield start, end


def _begins(word: str, after: str, places: Collection[str], how: _How) -> bool:
    """Whether a word behind a title is a name."""
    if word in first_names():
        # "Budi" is a word too, but hardly behind "pak".
        return (
            how.words
            if is_everyday(word) and not _describes(word, after)
            else not is_everyday(word)
        )
    if word in places or len(word) < _SHORTEST - 1:
        return False
    if how.any_word and is_word(word):
        return base_form(word) == word
    if is_everyday(word):
        return False
    return how.unknown or _LIKE_NAME.search(word) is not None


def _describes(word: str, after: str) -> bool:
    return word in _DESCRIBING and _SAID_OF.match(after) is not None


def _goes_on(word: str, after: str, places: Collection[str]) -> bool:
    """Whether a word behind a name is a part of it."""
    if word in places:
        return False
    if word in first_names():
        return not _describes(word, after) and (len(word) >= _SHORTEST or not is_everyday(word))
    return len(word) >= _SHORTEST - 1 and not is_everyday(word)


def _alone(text: str, places: Collection[str]) -> Iterator[tuple[int, int]]:
    """Names that mean nothing else, without any word before them; a part of a name stands beside them."""
    for match in _ANY.finditer(text):
        small = match.group().casefold()
        if len(small) < _SHORTEST or small in places or is_everyday(small):
            continue
        is_sure = small in first_names() or _SURELY_LIKE_NAME.search(small)
        if not is_sure or (is_word(small, "en") and not match.group().istitle()):
            continue
        yield match.span()
        follows = _FOLLOWS.match(text, match.end())
        if not follows:
            continue
        next_one = follows["name"].casefold()
        if next_one in first_names() and _goes_on(next_one, text[follows.end() :], places):
            yield follows.span("name")
