"""Recognises bubbles that were copied without names, and tells from the words which are the recruiter's.

Advertisements have lines as well. A chat speaks to one person; an advertisement speaks to all, with headings, lists and labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from actions.screening.chat_lines import TIMED, Header, Line
from actions.screening.chat_roles import CANDIDATE, RECRUITER

_FEWEST, _SHORT = 4, 70
# A line is judged by its beginning.
_HEAD = 400
_ENOUGH, _MOST_OF_PRIVATE = 2.0, 2.5
# A letter has headings and formal words too.
_LETTER = 3.0
_CALLED = (
    r"(?:kak|kakak|ka|kk|abang|mas|mbak|mba|dek|dik|bang|abang|bro|sis|teh|teteh|neng|nduk|nak|bu|ibu|pak|mama|cik|koh|ko|ci|amoi|nona|lae|ito"
    r"|lek|cak|cuk|uni|uda|bli|gek|ning|ce|say|beb|nik|mi|mb|bund|bunda|adik|adek|ina|umbu|sayang|om|kaka|nyong|bulik|budhe)"
)
_GREETING = (
    r"(?:(?:halo|hallo|haii?|hi|hello|hy|hey|woi|woy|oi|p|permisi|punten|assalam\S{0,20}|salam|mlm|malam|malem|pagi|siang|sore|sugeng \w+"
    r"|selamat \w+|annyeong|ohayou|ngapunten|nuwun sewu)[ ,!.]{1,3}){0,2}"
)
# The first line calls one person: "Selamat siang Kak Fitriani, ...", "Dek, iki aku ...", "bang masih nganggur?"
_CALLS_ONE = re.compile(rf"{_GREETING}{_CALLED}(?![2²\w-])(?! ?(?:[-&/]|dan) ?\w)", re.IGNORECASE)
_GREETS_BY_NAME = re.compile(
    r"(?:Halo|Hai|Hi|Hello|Hey|Dear|Pagi|Siang|Malam|Sore) [A-Z][a-z]{2,15}[!,]"
)
# "Yth. Bapak Fajar Nugraha", "Selamat siang Sdr. Yoga": a letter to one, not to all.
_ADDRESSES_ONE = re.compile(
    rf"{_GREETING}(?:yth\.? )?(?:bapak|bpk|ibu|sdri?|saudara|saudari|mr|mrs|ms|dear)\.? (?-i:[A-Z][a-z]+)(?! ?[-&/]|-ibu| dan)",
    re.IGNORECASE,
)
# Words to one person inside a line.
_TO_ONE = re.compile(
    r"\b(?:kamu|abang|kakak|you|your|kau|km|lu|loe|elu|kowe|koe|sampeyan|awakmu|ngana|sia|maneh|anjeun|kita pung|nona|paspormu|namamu"
    r"|umurmu|mamamu|kak|mas|mbak|dek|bang|bro|sis|teh|neng|nduk|cuk|say|beb|dinda|mb|bund|adek|ibumu|bapakmu|emakmu|bulik)\b(?!2)",
    re.IGNORECASE,
)
# Advertisements, broadcasts, leaflets, letters.
_ADVERTISES = re.compile(
    r"\b(?:loker|lowongan|dibutuhkan|dicari|butuh cepat|dibuka|open rec\w*|hiring|pengumuman|pemberitahuan|info job|yth|kepada|program"
    r"|merapat|kirim cv|hub(?:ungi)?|guys|teman-teman|bunda2|mbak2|ibu2|semeton|dulur|sebarkan|forward\w*|diteruskan|penipuan)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s{0,3}(?:[-•*▪✅✔❌➡📍👉⚠#\[]|\d{1,2}[.)] |[A-D]\. |[^\W\d_]{2,20} ?: ?\S)")
# What no talk of two holds: where to reach somebody, licences.
_PUBLISHED = re.compile(
    r"\b0\d{2,3}[ .-]?\d{3,4}|\+62|\b(?:wa|t)\.me|\bbit\.ly|https?:|(?<!\w)[@#]\w{3}|\b(?:CP|komen|inbox|DM|sip3mi)\b|📢",
    re.IGNORECASE,
)
# Who asks about an offer speaks to a helpline, not to a candidate.
_ASKS = re.compile(
    r"\b(?:tanya|nanya|aman (?:ga|gak|nggak|kah|belum)|wajar|penipuan|ditawar\w*|tawaran\w*|(?:tolong|tlg) (?:di)?(?:cek|baca)\w*"
    r"|min|katanya|mohon doa\w*|(?:anak|ibu|suami|istri|adik|kakak|sepupu) (?:saya|aku|sy)|bubble|screenshot)\b",
    re.IGNORECASE,
)
# As people speak, not as they advertise.
_SPOKEN = re.compile(
    r"\b(?:ya|yaa|yah|kok|sih|kan|dong|lho|loh|deh|nih|aja|dulu|to|atuh|nggih|je|e|ga|gak|nggak|ora|sonde|tra|ndak|teu|udah|udh|nanti|nti|ngko|engke)\b",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"\b(?:kerja\w*|gaji\w*|majikan\w*|job|kilang|kontrak|berangkat|paspor|penempatan|calling)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:waalaikum\S*|iya|iye|ya|oh|ooh|ohh|hmm+|eh|ok|oke|siap|baik|nggih|muhun|enggih|makasih|makasi|terima kasih|trims|suwun|siapa|kok"
    r"|wah|waduh|lho|loh|ga dulu|gak dulu|gk|engga|enggak|nggak|belum|blm|serius|jadi|boleh|minat|pagi|siang|malam|abdi|maaf|beneran)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\d[\d.,]{2,}|\d ?(?:jt|juta|rb|ribu|k)\b|gaji|kirim|transfer|\btf\b|tiket|bilang",
    re.IGNORECASE,
)


def nameless(lines: list[Line]) -> list[Header]:
    """The bubbles of a chat without names, one a line; empty for a text that is none.

    A line counts as the candidate's only when it is short, answers or asks, and offers nothing: a recruiter's words taken for the
    candidate's would hide a red flag.
    """
    timed = [line for line in lines if TIMED.match(line.text)]
    if len(timed) >= _FEWEST and 2 * len(timed) >= len(lines):
        begun = [(line, TIMED.match(line.text)) for line in lines]
        headers = [(line.start, match.end() if match else 0, line.text) for line, match in begun]
    elif _speaks_to_one(lines):
        headers = [(line.start, 0, line.text) for line in lines]
    else:
        return []
    said = [text[length:].strip() for _, length, text in headers]
    answered = sum(_is_answer(words) for words in said[1:]) > 1
    return [
        Header(_role(words, answered and number > 0), start, start + length)
        for number, ((start, length, _), words) in enumerate(zip(headers, said, strict=True))
    ]


def _speaks_to_one(lines: list[Line]) -> bool:
    said = [line.text.strip() for line in lines]
    heads = [words[:_HEAD] for words in said]
    if len(lines) < _FEWEST:
        return _is_message(heads) and _is_private(heads)
    if sum(bool(_LISTED.match(line.text)) for line in lines) > 1:
        return False
    missing = _ENOUGH - _points(said)
    return missing <= 0 or (
        missing <= _MOST_OF_PRIVATE and _is_private(heads) and _intimacy(heads) >= missing
    )


def _is_private(heads: list[str]) -> bool:
    """Whether nothing stands there that is published, and the first line asks no helpline."""
    return not _ASKS.search(heads[0]) and not any(
        _PUBLISHED.search(words) or _ADVERTISES.search(words) for words in heads
    )


def _intimacy(heads: list[str]) -> float:
    """A point where somebody is addressed, and up to one and a half for lines as people speak."""
    is_addressed = any(_TO_ONE.search(words) or _CALLS_ONE.match(words) for words in heads)
    return is_addressed + _share(heads, lambda words: bool(_SPOKEN.search(words)))


def _is_message(heads: list[str]) -> bool:
    """True for one or two bubbles that call somebody and speak of work."""
    return (
        bool(heads)
        and bool(_CALLS_ONE.match(heads[0]))
        and any(_OF_WORK.search(words) for words in heads)
        and not any(_ASKS.search(words) for words in heads)
    )


def _points(said: list[str]) -> float:
    """How much speaks for a talk of two, less what speaks for an advertisement."""
    heads = [words[:_HEAD] for words in said]
    calls = _CALLS_ONE.match(said[0]) or _GREETS_BY_NAME.match(said[0])
    return (
        2 * bool(calls)
        + _LETTER * bool(_ADDRESSES_ONE.match(said[0]))
        + _share(heads, lambda words: bool(_TO_ONE.search(words)))
        + _share(said, lambda words: words.endswith("?"))
        + _share(said, _is_answer)
        + _share(said, lambda words: words[:1].islower())
        - 2 * any(_ADVERTISES.search(words) for words in heads[:2])
        - any(_ADVERTISES.search(words) for words in heads[2:])
    )


def _share(said: list[str], test: Callable[[str], bool]) -> float:
    """Half a point for two such lines, a whole one for three, one and a half where they are most."""
    number = sum(map(test, said))
    return (number > 1) / 2 + (number > 2) / 2 + (2 * number > len(said)) / 2


def _is_answer(words: str) -> bool:
    return len(words) <= _SHORT and bool(_ANSWERS.match(words)) and not _OFFERS.search(words)


def _role(words: str, answered: bool) -> str:
    """Questions are the candidate's only in chats in which somebody answers."""
    if not answered or len(words) > _SHORT or _OFFERS.search(words):
        return RECRUITER
    return CANDIDATE if _ANSWERS.match(words) or words.endswith("?") else RECRUITER
