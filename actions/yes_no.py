"""One-letter and one-word answers to closed questions."""

import re

_YES = frozenset(
    "y ya iya yaa iyaa ye yes yup yoi betul benar bener inggih nggih enggih muhun leres".split()
)
_NO = frozenset(
    "t tidak tdk gak ga g gk nggak ngga enggak engga no bukan ndak mboten ora henteu teu batal".split()
)
_DONE = frozenset("sudah sudh sdh udah udh uda dah wes wis pernah".split())
_UNKNOWN = frozenset("tau tahu taw paham ngerti bingung entah".split())
# What people add to a plain yes or no without changing it. "aman" is not here: "tidak aman" is no denial of danger.
_FILLERS = frozenset(
    "kok sih deh dong ya kak kakak pak bapak bu ibu mas mbak bang min gan om saya aku itu dalam bahaya sekarang ada ah lah"
    " makasih terima kasih cuma hanya nanya tanya bertanya usah perlu mau aja saja".split()
)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())


def begins_with_yes(text: str) -> bool:
    """True when the answer begins with agreement, whatever follows: "iya, saya dikurung"."""
    return not _YES.isdisjoint(_words(text)[:1])


def is_done(text: str) -> bool:
    """True for "sudah" and nothing that changes it: as good as a yes where something is asked that can be done."""
    words = _words(text)
    return bool(words[:1]) and words[0] in _DONE and (_DONE | _FILLERS).issuperset(words)


def is_no(text: str) -> bool:
    """True when the answer begins with a refusal and adds nothing that changes it: not "tidak aman", not "bukan saya"."""
    words = _words(text)
    plain = words[:1] and words[0] in _NO and all(word in _NO | _FILLERS for word in words)
    return bool(plain) and not ("bukan" in words and {"saya", "aku"} & set(words))


def is_unknown(text: str) -> bool:
    """True when somebody says that they do not know ("ga tau")."""
    return not _UNKNOWN.isdisjoint(_words(text))
