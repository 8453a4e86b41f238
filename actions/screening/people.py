"""Finds names of people in an offer: by the words that stand before them ("Pak", "a.n.", "nama saya"), and common first names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import simplemma

from actions.screening.job_words import job_words
from knowledge.first_names import first_names

PERSON = "[nama]"

_ADDRESS = (
    r"pak|bpk|bapak|bu|ibu|mbak|mba|mb|mas|kang|teh|teteh|haji|hj|ust|ustadz?|ustaz|gus|kia?yi|kiai|sensei|koh|ko|cece|ci|cik|om"
    r"|tante|miss|mrs?|ms|madam|mami|mama|papa|mandor|kak|kakak|kaka|bang|abang|bg|dek|dik|adik|adek|bli|uda|uni|daeng|tuan|datuk"
    r"|encik|pakde|bude|budhe|paman|bibi|bik|lek|paklik|bulik|mbah|nyai|neng|bunda|umi|si|boss?|tekong|admin|sis|bro|tauke|nona|amoi"
    r"|kapten|dokter|guru|ustadzah|pakcik|makcik|mandur|koordinator|sponsor|petugas"
)
ADDRESSES = frozenset(re.sub(r"\(\?:|[()?]", "", _ADDRESS).split("|")) | {"bpk", "hj", "ust"}
# Behind these a full stop ends no sentence.
_SHORT = r"(?:bpk|hj|h|ust|sdri?|mrs?|ms|dr)\."
_CAPITAL = r"[A-Z][\w'’]*\.?"
_ADDRESSED = re.compile(
    rf"(?<!\w)(?i:(?:{_SHORT}|(?:{_ADDRESS})\b)[ \t]+){{1,6}}(?P<name>{_CAPITAL}(?:[ \t]+{_CAPITAL}){{0,2}})"
)
# "dr Putri", "ka Asep": of whom, to whom; told from places only where these are known.
_OF_WHOM = re.compile(rf"(?<!\w)(?i:dr|ka)\.?[ \t]+(?P<name>{_CAPITAL})")
# "Karen from Riverbend", "Rina dari PT ...": who introduces themselves.
_FROM = re.compile(r"(?<![\w'’])(?P<name>[A-Z][a-z]{2,})(?=[ \t]+(?:from|dari|dr)[ \t]+[A-Z])")
# Whose account it is, whoever that may be.
_OWNER = re.compile(
    r"(?<!\w)(?i:a\.n\.?|a/n|an\.|atas[ \t]+nama)[ \t:]+(?P<name>[^\W\d_][\w'’.]*(?:[ \t]+[A-Z][\w'’.]*){0,3})"
)
_INTRODUCED = re.compile(
    r"(?<!\w)(?i:nama[ \t]+(?:saya|aku|gue|sy)|namaku|namanya|bernama|perkenalkan,?(?:[ \t]+saya)?|kenalin,?(?:[ \t]+aku)?"
    r"|saya|aku|sy|ini|niki|hub(?:ungi)?|kontak|cp|wa|telp|tlp|chat|call|contact|dg|dengan)\b[.:]?[ \t]*"
    rf"(?P<name>{_CAPITAL}(?:[ \t]+{_CAPITAL}){{0,2}})"
)
# "12.30 - Rina HR: halo", "[12/11/26 12:30:01] Rina HR: halo": who writes in an export.
_SPEAKER = re.compile(
    r"^\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[AP]M)?\]?(?: -)? (?P<name>[^:\n]{2,40}):",
    re.MULTILINE,
)
# Words that begin with a capital, side by side.
_CAPITALS = re.compile(r"(?<![\w@'’.-])[A-Z][A-Za-z]+(?:[ \t]+[A-Z][A-Za-z]+)*(?!\w)")
_SHORTEST_IN_CAPITALS = 4
_NUMBER_FOLLOWS = re.compile(r"[ \t,:(\-–]*(?:\+|\d|o8|O8)")
_COMES_FROM = re.compile(r",?[ \t]+(?:dari|from|recruiter|admin|HRD?|bagian|yang|yg)\b")
# Words with a capital that stand behind an address and name nobody.
NO_NAMES = frozenset(
    """gaji biaya disnaker hrd hr lpk pt cv admin bkk blk bri bca bni mandiri mohon tanpa untuk kami anda saya aku kepada yang visa
    paspor ktp rumah tiket jangan kapan berapa kerja loker lowongan info harga umur syarat kuota slot online grup group dp wa ini itu
    kades camat lurah kepala dosen guru manajer owner agent agen kantor dubai indo indonesia sistem jadi mau nak pengganti rt rw
    loker lowker vn dm sekdes carik kadus modin kbri kjri kp2mi bp3mi bp2mi kemlu tk sd smp sma smk paud bk interview telegram whatsapp
    untuk dan atau di ke dari mohon iya ya no""".split()
)
_PRONOUNS = frozenset(
    """saya aku kami kamu kita anda lu gue gw abang kakak kak mbak mas pak bu sis bisa hotel toko sendiri perusahaan
    pt cv siapa apa mana""".split()
)


def is_word(word: str, language: str = "id") -> bool:
    """True when a dictionary has a word, which is in small letters."""
    return bool(simplemma.is_known(word, lang=language))


def is_called(text: str, end: int) -> bool:
    """True where somebody is spoken to by the word that ends there: "Sri, bosku mau ..."."""
    return text[end : end + 2] == ", "


def people_in(text: str, places: Collection[str] = ()) -> Iterator[tuple[int, int, str]]:
    """Places of names: offsets of the first character and after the last, and what is shown instead.

    Args:
        text: any.
        places: words in small letters that are no names of people.
    """
    names: set[str] = set()
    for start, end in _found(text, places):
        names.update(word for word in re.findall(r"\w+", text[start:end]) if _stands_out(word))
        yield start, end, PERSON
    # Who was named once is the same without "Pak".
    for name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield match.start(), match.end(), PERSON


def _found(text: str, places: Collection[str]) -> Iterator[tuple[int, int]]:
    for match in _SPEAKER.finditer(text):
        yield match.span("name")
    for match in _OWNER.finditer(text):
        first = match["name"].split()[0].casefold()
        # "atas nama anak", "atas nama warga"
        names_nobody = match["name"][0].islower() and is_word(first) and first not in first_names()
        if first not in _PRONOUNS and not names_nobody:
            yield _span(match)
    for match in _ADDRESSED.finditer(text):
        yield from _names(match, places)
    for match in _OF_WHOM.finditer(text) if places else ():
        yield from _names(match, places)
    for match in _FROM.finditer(text) if places else ():
        if not is_word(match["name"].casefold()):
            yield from _names(match, places)
    for match in _INTRODUCED.finditer(text):
        first = match["name"].split()[0].strip(".")
        after = text[match.end("name") :]
        is_certain = _NUMBER_FOLLOWS.match(after) or _COMES_FROM.match(after)
        is_shouted = first.isupper() and len(first) > 1
        if not is_shouted and (is_certain or not is_word(first.casefold())):
            yield from _names(match, places)
    # "Sri Lanka", "Bima": told from places only where these are known.
    if places:
        yield from _first_names(text, places)


def _first_names(text: str, places: Collection[str]) -> Iterator[tuple[int, int]]:
    """Common first names with a capital: sure ones, and those that are ordinary words too where another stands beside them."""
    for run in _CAPITALS.finditer(text):
        shift = run.start()
        words = list(re.finditer(r"\w+", run.group()))
        named = [word.group().casefold() in first_names() for word in words]
        sure = [
            is_name and _is_sure(text, word.group(), shift + word.end(), places)
            for is_name, word in zip(named, words, strict=True)
        ]
        for place, word in enumerate(words):
            if named[place] and any(sure[max(place - 1, 0) : place + 2]):
                yield shift + word.start(), shift + word.end()


def _is_sure(text: str, word: str, end: int, places: Collection[str]) -> bool:
    """True when a first name that ends at `end` cannot be another word there."""
    plain = word.casefold()
    if word.istitle() and is_called(text, end):
        return True
    # In capitals throughout even a short abbreviation looks like a name.
    is_short = word.isupper() and len(word) < _SHORTEST_IN_CAPITALS
    return not is_short and plain not in places and not is_word(plain)


def _names(match: re.Match[str], places: Collection[str]) -> Iterator[tuple[int, int]]:
    """The words of a match up to the first that cannot be a name."""
    end = start = match.start("name")
    for word in re.finditer(r"[\w'’]+", match["name"]):
        plain = word.group().casefold()
        # In capitals throughout, an ordinary word looks like a name.
        is_shouted = word.group().isupper() and len(plain) > 1
        is_ordinary = is_shouted and is_word(plain) and plain not in first_names()
        is_other = plain in NO_NAMES or plain in ADDRESSES or plain in job_words()
        if is_other or plain in places or is_ordinary:
            break
        end = start + word.end()
    if end > start:
        yield start, end


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.start("name"), match.start("name") + len(match["name"].rstrip(". "))


def _stands_out(word: str) -> bool:
    """True for a word that means nothing but a name, so that it may be hidden wherever it stands."""
    return len(word) > 2 and word.istitle() and not is_word(word.casefold())
