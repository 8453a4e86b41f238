"""One-letter and one-word answers to closed questions."""

import re

_YES = frozenset(
    "y ya iya yaa iyaa ye yes yup yoi betul benar bener inggih nggih enggih muhun leres ok oke sip boleh mau lanjut".split()
)
_NO = frozenset(
    "t tidak tdk gak ga g gk nggak ngga enggak engga no bukan ndak mboten ora henteu teu batal jangan".split()
)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())


def is_yes(text: str) -> bool:
    """True for a short answer whose words are all agreement."""
    words = _words(text)
    return bool(words) and len(words) <= 3 and words[0] in _YES


def is_no(text: str) -> bool:
    """True for a short answer that begins with a refusal."""
    words = _words(text)
    return bool(words) and len(words) <= 3 and words[0] in _NO
