"""Whether words are meant as they stand: not denied, not a warning, not a report, not a question."""

from __future__ import annotations

from actions.screening.patterns import NEGATORS, Match
from actions.screening.reading import Reading

# After these a negator denies nothing: "jangan lupa", "tidak hanya", "jangan sampai ketinggalan".
_NO_DENIAL = frozenset(
    """lupa khawatir kawatir kuatir takut ragu bingung cemas malu hanya cuma sekedar sekadar main sungkan telat sampai kalah kemana
    ketinggalan""".split()
)
# "tidak usah khawatir"
_NEED = frozenset(("usah", "perlu"))
_CONTRAST = frozenset(
    "tapi tetapi namun cuma hanya kecuali melainkan asal asalkan malah nanti kalau jika langsung cukup".split()
)
_JOINTS = frozenset(", atau dan maupun / & serta ataupun apalagi".split())
REACH = 4


def is_denied(reading: Reading, match: Match, reach: int = REACH) -> bool:
    """True when a negator before a match, or between its words, takes it back: "tidak ada potongan gaji", "gaji tidak dipotong".

    Args:
        reading: the text.
        match: where the words stand.
        reach: so many words before the match a negator still denies it.
    """
    if not match.denies and any(
        _negates(reading, place) for place in range(match.start, match.end)
    ):
        return True
    return _denied_before(reading, match.start, reach)


def _denied_before(reading: Reading, start: int, reach: int) -> bool:
    first = reading.sentence(start)[0]
    left = reach
    for place in range(start - 1, first - 1, -1):
        norm = reading.norms[place]
        if _negates(reading, place):
            return True
        if norm in _CONTRAST:
            return False
        # In a row ("tidak ada potongan, jaminan, atau denda") the negator holds for each part.
        left = reach - 1 if norm in _JOINTS else left - 1
        if not left:
            return False
    return False


def _negates(reading: Reading, place: int) -> bool:
    if reading.norms[place] not in NEGATORS:
        return False
    following = reading.norms[place + 1 : place + 3]
    if following and following[0] in _NEED:
        following = following[1:]
    return not following or following[0] not in _NO_DENIAL
