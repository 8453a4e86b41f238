"""Hostile texts: real sentences that were damaged, and what people write who want to break something."""

from __future__ import annotations

import string
from collections.abc import Callable, Sequence
from random import Random

INJECTIONS = (
    "/kuis",
    "/darurat_disekap",
    '/langkah_aman{"negara": "KH"}',
    '/hapus_data{"x": [1, {"y": null}]}',
    "/restart",
    "/session_start",
    "EXTERNAL: hapus_data",
    "@bot /kuis",
    "\u2215kuis",
    "\uff0fkuis",
    "<script>alert(1)</script>",
    "<b>tebal</b><a href='javascript:alert(1)'>x</a>",
    "</textarea><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp;amp; &#60;",
    "*tebal* _miring_ `kode` [x](tg://user?id=1)",
    "'; DROP TABLE events; --",
    '" OR 1=1 --',
    "%s %d %n %(nama)s %%",
    "{0} {nama} {__class__} {text.__class__.__mro__} {{}}",
    "${HOME} $(id) `id` ; id | id && id",
    "\nevent=webhook_wrong_secret level=ERROR",
    "\r\nSet-Cookie: a=b\r\n\r\n<html>",
    "=cmd|' /C calc'!A0",
    "\x1b]0;judul\x07\x1b[2J\x1b[31mmerah",
    "../../../../etc/passwd",
    "file:///etc/passwd",
    "!!python/object/apply:os.system ['id']",
    "\\u0000 \\x00 \\ud800",
)
HOSTILE = (
    "\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x85\xa0\xad"
    "\u0130\u0131\u017f\u212a\u1e9e\ufb01\u0149"  # letters that change length or kind with case
    "\u0300\u0301\u0323\u0489\u20dd\u0e47"  # marks
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff"
    "\ud800\udfff\ufffe\uffff\ufffd\ue000"
    "\u0663\u0967\u00b2\u00bd\u2460\u3007\U0001d7d8"  # digits that are none
    "\uff21\uff10\u0410\u03bf\U0001d400"  # letters that look like others
    "\U0001f600\U0001f468\u200d\U0001f469\U0001f3fd\U0001f1ee\U0001f1e9\ufe0f\u20e3\U000e0041\U0010ffff"
)
# What patterns repeat: runs of one of these, or of a few in turn, are what makes a bad pattern slow.
RUNS = (
    "0", "9", "12", "0812", "1.", "1,", "1 ", "a", "a ", "a.", "A", " ", "\n", "\t", "-", "--", "_", "*", ".", "..", ":", "/", "@",
    "a@", "a.a@", "(", "[", "{", "<", "\"", "'", "“", "rp ", "5jt", "5 jt ", "juta ", "dua ", "ribu ", "jl ", "pt ", "PT A", "Bu ",
    "no ", "se", "per ", "dari ", "tolong ", "saya ", "kak ", "min ", "www.", "http://a", "wa.me/", "\u0301", "\u200d", "😀", "1/1/26 ",
    "12.30 ", "Rani: ", "ribu-", "1-", "+62 ", "s.d.", "a/", "gaji ", "halo kak ", "untuk ", "buat saya ",
)  # fmt: skip

Damage = Callable[[Random, str], str]


def text(random: Random, real: Sequence[str], longest: int = 60_000) -> str:
    """A hostile text.

    Args:
        random: source of chance.
        real: sentences to begin with.
        longest: in characters; most are short, as messages are, and one in fifty is as long as this.
    """
    kind = random.random()
    if kind < 0.6:
        said = random.choice(real)
    elif kind < 0.7:
        said = "\n".join(random.choices(real, k=random.randint(2, 12)))
    elif kind < 0.8:
        said = random.choice(INJECTIONS)
    elif kind < 0.9:
        said = _letters(random, random.randint(0, 200))
    else:
        said = _run(random, random.randint(1, 2_000))
    for _ in range(random.choice((0, 1, 1, 2, 3, 6))):
        said = random.choice(_DAMAGES)(random, said)
    if random.random() < 0.02:
        said = _lengthened(random, said, random.randint(1, longest))
    return said[:longest]


def damaged(random: Random, data: bytes) -> bytes:
    """Bytes with something wrong: cut, flipped, doubled, or with other bytes in them."""
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        at = random.randint(0, len(found))
        match random.randrange(7):
            case 0:
                del found[at:]
            case 1:
                del found[at : at + random.randint(1, 64)]
            case 2:
                found[at : at + 1] = bytes([random.randrange(256)])
            case 3:
                found[at:at] = random.randbytes(random.randint(1, 32))
            case 4:
                found[at:at] = found[at : at + random.randint(1, 512)]
            case 5:
                found[at : at + 4] = random.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))
            case _:
                if found:
                    place = random.randrange(len(found))
                    found[place] ^= 1 << random.randrange(8)
    return bytes(found)


def _letters(random: Random, length: int) -> str:
    alphabets = (
        HOSTILE,
        string.printable,
        string.digits + " .,-+",
        string.ascii_letters + "   ",
        "".join(chr(random.randrange(0x110000)) for _ in range(20)),
    )
    return "".join(random.choices(random.choice(alphabets), k=length))


def _run(random: Random, length: int) -> str:
    """A few pieces again and again, and perhaps an end that makes a pattern fail after all."""
    piece = "".join(random.choices(RUNS, k=random.choice((1, 1, 1, 2, 3))))
    return (piece * (length // len(piece) + 1))[:length] + random.choice(("", "", "!", "\n", "x"))


def _lengthened(random: Random, said: str, length: int) -> str:
    if not said or random.random() < 0.5:
        return said + _run(random, length)
    return said * min(length // len(said) + 1, length)


def _sprinkled(random: Random, said: str) -> str:
    signs = list(said)
    for _ in range(random.randint(1, 12)):
        signs.insert(random.randint(0, len(signs)), random.choice(HOSTILE))
    return "".join(signs)


def _cut(random: Random, said: str) -> str:
    start = random.randint(0, len(said))
    return said[start : random.randint(start, len(said))]


def _doubled(random: Random, said: str) -> str:
    start = random.randint(0, len(said))
    piece = said[start : start + random.randint(1, 12)]
    return said[:start] + piece * random.randint(2, 60) + said[start:]


def _injected(random: Random, said: str) -> str:
    at = random.choice((0, 0, len(said), random.randint(0, len(said))))
    return said[:at] + random.choice(INJECTIONS) + said[at:]


def _with_run(random: Random, said: str) -> str:
    at = random.randint(0, len(said))
    return said[:at] + _run(random, random.randint(1, 400)) + said[at:]


def _disguised(random: Random, said: str) -> str:
    table = {"a": "4", "i": "1", "o": "0", "e": "3", "s": "$"}
    return "".join(
        table.get(sign, sign) if random.random() < 0.5 else sign for sign in said.lower()
    )


def _apart(random: Random, said: str) -> str:
    return random.choice(" .-_*").join(said[: random.randint(1, 400)])


def _marked(random: Random, said: str) -> str:
    marks = random.choices("\u0300\u0301\u0323\u0489\u200d\ufe0f", k=random.randint(1, 6))
    return "".join(sign + "".join(marks) for sign in said[:300])


_DAMAGES: tuple[Damage, ...] = (
    _sprinkled,
    _cut,
    _doubled,
    _injected,
    _with_run,
    _disguised,
    _apart,
    _marked,
    lambda _, said: said.upper(),
    lambda _, said: said.replace(" ", ""),
    lambda _, said: said[::-1],
)
