"""What the name of a speaker says about the role in a chat."""

from __future__ import annotations

CANDIDATE, RECRUITER = "calon", "perekrut"
"""Speakers of chats without names."""

SELF = frozenset(
    ("saya", "aku", "anda", "you", "me", "gue", "gua", "gw", "kamu", "sy", "ane", "beta", "kulo", "abdi", "ulun",
     "you sent", "anda mengirim", "anda mengirimkan", CANDIDATE, "kandidat", "saya (pelamar)", "pelamar")
)  # fmt: skip
"""How exports and people who copy call the one who pastes the chat."""

# Parts of the names under which recruiters write and are saved.
_RECRUITING = frozenset(
    """hrd hr admin adm min loker lowongan kerja job recruiter recruitment rekrut rekrutmen perekrut agen agent agensi agency sponsor calo
    pt lpk lpks p3mi cv crew crewing team tim sensei coach mami mommy bos boss cs official bkk tekong haji ustad konsultan broker marketing
    verif helper korea jepang taiwan hongkong dubai malaysia kamboja bangkok saudi info cabang""".split()
)
_APPLYING = frozenset("kandidat calon pelamar peserta siswa cpmi".split())
_POINTS = 2.0


def points_of_name(speaker: str) -> float:
    """Above 0 for a name that tells of recruiting, below 0 for one that tells of applying."""
    words = {word.strip("().,*~-_") for word in speaker.casefold().split()}
    return _POINTS * (bool(words & _RECRUITING) - bool(words & _APPLYING))
