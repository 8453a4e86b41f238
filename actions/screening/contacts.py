"""Finds where a recruiter wants to be reached: telephone numbers, accounts, links, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from actions.screening.model import Contact, Evidence

PHONE, ACCOUNT, LINK, EMAIL = "telepon", "akun", "tautan", "email"
# "O813", "08l2": letters that stand for digits beside digits.
_DISGUISED = re.compile(
    r"(?<![^\W\d_])[OoQlI]{1,4}(?=[\d OoQlI.()-]*\d)|(?<=\d)[OoQlI]{1,4}(?![^\W\d_])|(?<=[\d] |\d-|\d\.)[OoQlI]{2,4}(?![^\W\d_])"
)
_DIGITS = str.maketrans("OoQlI", "00011")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_SHORTENERS = (
    r"t\.me|telegram\.me|wa\.me|bit\.ly|bit-ly|s\.id|linktr\.ee|m\.me|tinyurl\.com|cutt\.ly|forms\.gle"
    r"|chat\.whatsapp\.com|line\.me|lynk\.id"
)
_LINK = re.compile(
    rf"(?:https?://|www\.)\S+|(?<![\w@.])(?:{_SHORTENERS})/\S+|(?<![\w@.])api\.whatsapp\.com\S+",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{2,}")
# "line id: kayla_spaaa", "wechat: mommyjolie_kk", "IG tembus.ozi", "tele: rina_hr"
_NAMED_ACCOUNT = re.compile(
    r"\b(?:line(?:\s?id)?|wechat|we ?chat|weixin|telegram|tele|ig|instagram|tiktok|id\s?line|fb"
    r"|signal)\s?(?:id)?\s?[:=]\s*@?(?P<name>(?!(?:rm|rp|usd|sgd|hkd|ntd?|aed|sar|myr)\d)[A-Za-z_][\w.]{2,}\d*)(?!\w|[:/])",
    re.IGNORECASE,
)
# A single word is an account only where nothing else is said ("tele: rina"); "Bang Ardi Tele: udah landing" is somebody who speaks, a
# "leader line" works in a factory.
_LIKE_ACCOUNT = re.compile(r"[\d_.]")
_NOTHING_ELSE = re.compile(r"[^\w\n]*(?:$|[\n/|,;)])")
_NO_LINE = re.compile(
    r"\b(?:leader|assembly|produksi|production|on|off|cruise|long|pipe|hot|[A-Z][a-z]+(?: [A-Z][a-z]+)*)\s$"
)
# "nol delapan satu dua ...": a number dictated in a voice note.
_SPOKEN = {
    "nol": "0", "kosong": "0", "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5", "enam": "6", "tujuh": "7", "delapan": "8",
    "lapan": "8", "sembilan": "9",
}  # fmt: skip
_SPOKEN_NUMBER = re.compile(
    rf"\b(?:nol|kosong) (?:lapan|delapan)(?: (?:{'|'.join(_SPOKEN)})){{6,}}\b", re.IGNORECASE
)
# Digits with up to three separators between them: "08 5 7.0000-31 84", "0857 0000 4 3 3 8", "(+62) 812...", "0812 - 0000".
_DIALLED = re.compile(
    r"(?<![\w.,+])(?:(?<!/)|(?<=\d{4}/))(?:\(?\+\s?\d{1,3}\)?\s?\(?|62|\(?0(?=[ )\-–.]{0,2}[1-9]))"
    r"(?:(?:[ .)\-–_]{0,3}|/)\d){7,13}(?![\w]|[.,-]\d)"
)
_DATE = re.compile(
    r"(?<!\d)[0-3]?\d[/.-][01]?\d[/.-](?:20)?\d\d(?!\d)(?=\s|$|[,)\]])(?:,?[ ]{1,3}\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?!\d))?"
)
# "0417/000/2021" is the number of a licence.
_OF_LICENCE = re.compile(r"/(?:19|20)\d\d$")
_LOOK_BACK = 30
_TRAILING = ".,;:!?)]}'\"*_"
_REGION = "ID"
_SHORTEST, _LONGEST = 9, 15


def contacts_in(text: str) -> list[Contact]:
    """All contacts of a text, in order; a place in the text counts once."""
    found: list[Contact] = []
    for contact in sorted(
        _candidates(text), key=lambda contact: (contact.evidence.start, -contact.evidence.end)
    ):
        if not found or contact.evidence.start >= found[-1].evidence.end:
            found.append(contact)
    return found


def _candidates(text: str) -> Iterator[Contact]:
    for kind, pattern in ((EMAIL, _EMAIL), (LINK, _LINK), (ACCOUNT, _ACCOUNT)):
        for match in pattern.finditer(text):
            words = match.group().rstrip(_TRAILING)
            yield Contact(
                kind, words.casefold(), Evidence(words, match.start(), match.start() + len(words))
            )
    for match in _NAMED_ACCOUNT.finditer(text):
        words = match["name"].rstrip(_TRAILING)
        if not _LIKE_ACCOUNT.search(words) and (
            _NO_LINE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
            or not _NOTHING_ELSE.match(text, match.end())
        ):
            continue
        yield Contact(
            ACCOUNT,
            words.casefold(),
            Evidence(words, match.start("name"), match.start("name") + len(words)),
        )
    for match in _SPOKEN_NUMBER.finditer(text):
        digits = "".join(_SPOKEN[word] for word in match.group().casefold().split())
        yield _phone(text, match.start(), match.end(), digits)
    yield from _phones(text)


def _phones(text: str) -> Iterator[Contact]:
    # Same length, so that all offsets stay.
    plain = _DISGUISED.sub(lambda match: match.group().translate(_DIGITS), text)
    plain = _DATE.sub(lambda match: "_" * len(match.group()), plain)
    for match in _DIALLED.finditer(plain):
        digits = re.sub(r"\D", "", match.group())
        if _SHORTEST <= len(digits) <= _LONGEST and not _OF_LICENCE.search(match.group()):
            yield _phone(text, match.start(), match.end(), match.group())


def _phone(text: str, start: int, end: int, number: str) -> Contact:
    digits = re.sub(r"[^\d+]", "", number)
    # "0628..." is the code of the country behind a habitual nought.
    digits = re.sub(r"^0(?=628)", "+", digits)
    try:
        parsed = phonenumbers.parse(
            digits if digits.startswith(("+", "0")) else f"+{digits}", _REGION
        )
        value = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        value = digits
    return Contact(PHONE, value, Evidence(text[start:end], start, end))
