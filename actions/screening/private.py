"""Personal data in the words of an offer, so that words can be shown to others without them: a card is forwarded from hand to hand.

Better one word too many than one name too few: an ordinary word that is hidden costs a little sense, a name that is shown may do harm.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from actions.language.lemma import base_form
from actions.screening.addresses import addresses_in
from actions.screening.called_people import called_in
from actions.screening.company import company_in
from actions.screening.contacts import ACCOUNT, EMAIL, LINK, PHONE, contacts_in
from actions.screening.job_words import job_words
from actions.screening.lookalikes import plain
from actions.screening.model import Evidence, Facts, Flag, Screening
from actions.screening.number_forms import numbers_in
from actions.screening.people import ADDRESSES, PERSON, is_called, is_word, people_in
from actions.screening.quoting import begins_sentence

# Offset of the first character, offset after the last, and what is shown in their place.
Hidden = tuple[int, int, str]

COMPANY, INSTITUTION, NUMBER, ADDRESS, UNKNOWN = (
    "[perusahaan]",
    "[lembaga]",
    "[nomor]",
    "[alamat]",
    "[…]",
)
_CONTACTS = {PHONE: NUMBER, ACCOUNT: "[akun]", LINK: "[tautan]", EMAIL: "[email]"}
# Signs of our own are no words to be hidden again.
_LABEL = re.compile(r"\[(?:[a-z]+|…)\]")
# What stands between two that are shown as one.
_BETWEEN = re.compile(r"[\s,/&-]*")
# Public bodies are not accused by their name, but whoever uses it may not be one.
_PUBLIC = re.compile(
    r"BP[23]MI|KP2MI|kement[a-z]+|kemn?[ae]ker|disnaker|dinas|pemerintah|pem(?:kab|kot|prov|da)\b|HRD Korea|B(?:LK|BPVP)\b"
    r"|LTSA|balai latihan",
    re.IGNORECASE,
)
# What names no one: a way to apply, a site of the state.
_NO_NAME = re.compile(
    r"direct hiring|直聘|SISKOP2MI|laman resmi|web kement|job fair|employment service",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r"^(?:PT|P\.T|CV|LPK|LKP|P3MI|PJTKI|BLKLN|SO|UD|yayasan|koperasi|biro jodoh|travel|konsultan)\b\.?\s*"
    r"|\s*\b(?:sdn\.? ?bhd|pte\.?,? ?ltd|co\.?,? ?ltd|ltd|limited|gmbh|l\.?l\.?c|fz\w*|inc|corp)\.?$",
    re.IGNORECASE,
)
_SHORTEST_NAME = 5
_MOST_COMPANIES = 8

_PATTERNS = (
    (
        re.compile(
            r"(?<![\w@.])[\w-]{1,80}(?:\.[\w-]{1,80}){0,8}\.(?:com|net|org|info|site|xyz|online|shop|link|me|id|my|sg|cc|top|vip|club|io|co|app|example)"
            r"(?:/\S*)?(?!\w)",
            re.IGNORECASE,
        ),
        _CONTACTS[LINK],
    ),
    (re.compile(r"(?<![\w@])@\w[\w.]*"), _CONTACTS[ACCOUNT]),
    (
        re.compile(
            r"\b(?i:jl|jln|jalan)\b\.?[ \t]+[A-Z][\w.]*(?:[ \t]+(?:[A-Z][\w.]*|(?i:no)\b\.?|\d+\w?)){0,5}"
        ),
        ADDRESS,
    ),
)
_TITLE_CASE = re.compile(r"(?<![\w'’.-])[A-Z][a-z’']{2,}(?!\w)")
_KNOWN = frozenset(
    """whatsapp telegram zoom facebook instagram tiktok messenger youtube google line wechat skype disnaker kemnaker kemlu imigrasi
    senin selasa rabu kamis jumat sabtu minggu indo visa schengen rupiah dollar dolar ringgit loker lowker admin chat online free
    ktp kk paspor skck ijazah medical bos boss agen tiket gratis gaji umrah umroh haji english mandarin dm inbox
    mawas yth bismillah assalamualaikum wassalamualaikum waalaikumsalam punten tabe tabik tuhan allah ramadan ramadhan
    subuh zuhur asar magrib isya
    januari februari maret april mei juni juli agustus september oktober november desember ahad senen rebo kemis setu
    polres polsek polda polri migran ketenagakerjaan keperawatan eropa asia bugis madura sasak samsat bpjs please dear sir
    wa kak hi hey hello hai halo urgent hiring""".split()
)


def hidden_in(text: str, facts: Facts, places: Collection[str] = ()) -> list[Hidden]:
    """What must not be shown of a text: people, companies, numbers, accounts, links, addresses; in order, without overlap.

    Args:
        text: any.
        facts: what was found in it; the company that they name is hidden wherever it stands.
        places: as for `masked`.
    """
    read = plain(text)
    found = [
        *_contacts(read.text),
        *_companies(read.text, Facts()),
        *people_in(read.text, places),
        *((*span, PERSON) for span in called_in(read.text, places)),
        *((*span, NUMBER) for span in numbers_in(read.text)),
        *((*span, ADDRESS) for span in addresses_in(read.text, places)),
        *_patterns(read.text),
    ]
    typed = [(*read.span(start, end), label) for start, end, label in found]
    # Offsets of the facts are those of the text as it was typed.
    return _without_overlap([*typed, *_companies(text, facts)])


def all_hidden_in(text: str, places: Collection[str]) -> list[Hidden]:
    """What `hidden_in` finds in a text that is shown as a whole, and words that nobody knows; what is alike and side by side is one.

    Args:
        text: any.
        places: as for `masked`.
    """
    spans = hidden_in(text, Facts(), places)
    unknown = [
        each
        for each in _unknown(text, places)
        if not any(start < each[1] and each[0] < end for start, end, _ in spans)
    ]
    joined: list[Hidden] = []
    for start, end, label in _without_overlap([*spans, *unknown]):
        if joined and joined[-1][2] == label and _BETWEEN.fullmatch(text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end, label)
        else:
            joined.append((start, end, label))
    return joined


def masked(screening: Screening, hidden: Iterable[Hidden], places: Collection[str]) -> Screening:
    """A screening whose evidence can be shown to anybody.

    Args:
        screening: its text may be empty, as `kept.from_slot` returns it.
        hidden: what `hidden_in` found in its text.
        places: names of places in small letters, each word by itself; they are no names of people.
    """
    spans = sorted({*map(_as_span, hidden), *hidden_in(screening.text, screening.facts)})

    def mask(evidence: Evidence) -> Evidence:
        return replace(evidence, text=_shown(evidence, spans, places))

    flags = tuple(
        Flag(flag.id, flag.severity, tuple(map(mask, flag.evidence))) for flag in screening.flags
    )
    return replace(screening, flags=flags)


def hidden_evidence(screening: Screening) -> list[Hidden]:
    """What `hidden_in` finds, as far as it stands in the evidence of a flag."""
    places = [each for flag in screening.flags for each in flag.evidence]
    return [
        (start, end, label)
        for start, end, label in hidden_in(screening.text, screening.facts)
        if any(start < each.end and each.start < end for each in places)
    ]


def _shown(evidence: Evidence, spans: Iterable[Hidden], places: Collection[str]) -> str:
    """The words with labels in place of what is hidden, then read by themselves for what is left."""
    shift = evidence.start
    inside = [
        (max(start - shift, 0), min(end - shift, len(evidence.text)), label)
        for start, end, label in spans
        if start < evidence.end and shift < end
    ]
    words = _replaced(evidence.text, _without_overlap(inside))
    words = _replaced(words, hidden_in(words, Facts(), places))
    return _replaced(words, _without_overlap(_unknown(words, places)))


def _replaced(text: str, hidden: Iterable[Hidden]) -> str:
    for start, end, label in reversed(list(hidden)):
        text = text[:start] + label + text[end:]
    return re.sub(rf"(\[[a-z…]+\])(?:{_BETWEEN.pattern}\1)+", r"\1", text)


def _contacts(text: str) -> Iterator[Hidden]:
    for contact in contacts_in(text):
        yield contact.evidence.start, contact.evidence.end, _CONTACTS[contact.kind]


def _companies(text: str, facts: Facts) -> Iterator[Hidden]:
    named = [facts.company] if facts.company else []
    # `company_in` names the first only; each that is found makes way for the next.
    left = text
    for _ in range(_MOST_COMPANIES):
        found = company_in(left)
        if found is None:
            break
        left = left[: found.start] + "\n" * len(found.text) + left[found.end :]
        if not _PUBLIC.search(found.text):
            named.append(found)
    for each in named:
        if _NO_NAME.search(each.text):
            continue
        label = INSTITUTION if _PUBLIC.search(each.text) else COMPANY
        yield each.start, each.end, label
        short = _LEGAL_FORM.sub("", each.text).strip(" .,")
        for name in {each.text, short}:
            if len(name) >= _SHORTEST_NAME:
                for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
                    yield match.start(), match.end(), label


def _patterns(text: str) -> Iterator[Hidden]:
    for pattern, label in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), label


def _unknown(text: str, places: Collection[str]) -> Iterator[Hidden]:
    """Words with a capital inside a sentence that no dictionary and no map knows: most are names."""
    labels = [match.span() for match in _LABEL.finditer(text)]
    for match in _TITLE_CASE.finditer(text):
        word = match.group().casefold()
        if any(start <= match.start() < end for start, end in labels):
            continue
        if word in places or word in _KNOWN or word in ADDRESSES or word in job_words():
            continue
        # Words that begin a sentence have a capital anyway.
        begins = begins_sentence(text, match.start())
        if begins and not is_called(text, match.end()):
            continue
        is_english = is_word(word, "en") and not begins
        if not is_word(word) and base_form(word) == word and not is_english:
            yield match.start(), match.end(), UNKNOWN


def _without_overlap(found: Iterable[Hidden]) -> list[Hidden]:
    """In order; of two that overlap the first stays and reaches as far as the other."""
    kept: list[Hidden] = []
    for start, end, label in sorted(found, key=lambda each: (each[0], -each[1])):
        if kept and start < kept[-1][1]:
            first, last, name = kept[-1]
            kept[-1] = (first, max(last, end), name)
        elif end > start:
            kept.append((start, end, label))
    return kept


def _as_span(row: Iterable[object]) -> Hidden:
    start, end, label = row
    return int(str(start)), int(str(end)), str(label)
