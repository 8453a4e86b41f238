"""What words ask, and what they conclude: anything at all, a verdict on an offer, another offer."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"\?|\b(?:apa|apakah|apaan|gimana|gmn|bagaimana|berapa|brp|kenapa|knp|mengapa|kemana|dimana|boleh|bolehkah|bisakah|haruskah|wajar"
    r"|bener|benar)\b",
    re.IGNORECASE,
)
_NOT = r"(?:tidak|tdk|gak|ga|gk|g|nggak|ngga|enggak|engga|ndak|nda|tak|tra|ora|bukan|bkn|belum|blm|blum)"
_SOFT = r"(?:ya|y|yaa|sih|si|tuh|nih|kak|bang|bro|min|pak|bu|mas|mbak|teh|gan)"
# What also stands in statements, and what is asked without a word that asks: "cara cek pt", "aman ga bro", "amankah", "itu jebakan ya".
_MAY_ASK = re.compile(
    rf"\b{_NOT}(?:\s+{_SOFT})*\W*(?:$|[,.;])"
    rf"|\b{_NOT}\s+(?:ya|y|sih|si)\b|\b(?:ini|itu|tuh|emang|memang|emg)\b.*\by+a*\W*$|\b(?:ke|kan)\W*$"
    rf"|\b(?:bisa|bs|perlu|ada|aman|legal|bahaya|kena|sah|mau|harus|pernah|percaya)\s+{_NOT}\b"
    r"|\batau\s+(?:tidak|tdk|gak|ga|nggak|ngga|enggak|engga|jangan|bukan|belum)\b"
    r"|\b(?!(?:me)?nikah\b|langkah\b|berkah\b|pernikahan\b)\w*kah\b"
    r"|\b(?:siapa|sapa|kapan|mana|kmn|kok|masa|masak|ngapain|cemana|piye|kumaha|naon|opo|nopo|pora"
    r"|cara|caranya|ciri\w*|syarat\w*|alamat\w*|tips\w*|contoh\w*|beda\w*|info\w*|arti\w*|maksud\w*|daftar(?=\s+negara)"
    r"|sebutkan|jelaskan|jelasin|terangkan|ceritain|kasih\s+(?:tau|tahu)|tanya|nanya|bertanya|nanyain|ragu|bingung|penasaran"
    r"|mending|sebaiknya|seharusnya|melanggar|hukum\w*|jebakan|penipuan|tppo|what|how|is|should|where|why|can)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:tawaran|lowongan|loker|kerjaan|job)\s+(?:yang\s+|yg\s+)?(?:baru|lain|lainnya|kedua|satu lagi)\b",
    re.IGNORECASE,
)
# A question about the verdict has no word of its own subject.
_JUDGES = frozenset(
    """aman asli bener benar beneran betul betulan tipu tipuan penipuan nipu bohong bohongan boong palsu resmi legit scam bahaya
    berbahaya beresiko berisiko abal dipercaya percaya menurutmu menurut pendapatmu pendapat kesimpulannya kesimpulan hasilnya hasil
    diambil ambil lanjut lanjutin diterima terima mencurigakan curiga valid""".split()
)
_AROUND = frozenset(
    """jadi jd jadinya terus trus lalu nah itu ini tu ni tadi yg yang tawaran tawarannya lowongan lowongannya loker lokernya kerjaan
    kerjaannya apa apakah gimana gmn bagaimana kah ga gak gk g nggak ngga enggak engga tidak tdk bukan bkn atau apa2 ya yaa iya dong
    sih deh nih kak kakak min bang pak bu mas mbak mawas kamu kau anda lo lu saya sy aku gue gw bisa boleh dari punya dengan sama aja
    saja masih tetap tetep lebih mana kira kira2 kan emang memang tolong jangan dulu berarti brarti sebenarnya sebenernya ta tah po opo
    ora""".split()
)
_MOST_WORDS = 9
# What people make of a verdict.
_CONCLUDES = re.compile(
    r"\b(?:jadi|tetap|tetep|siap|mau|bakal|akan|lanjut|langsung|gas|fix|oke|ok)\b(?:\s+\w+){0,2}?"
    r"\s+(?:berangkat|brangkat|brgkt|daftar|dftr|ikut|ambil|terima|bayar|transfer|tf|lanjut|gas)\b"
    r"|\b(?:berarti|brarti|brati|berati|jadi)\b(?:\s+\w+){0,3}?\s+(?:aman|resmi|asli|bener|benar|terpercaya)\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """True when the words ask something."""
    return _ASKS.search(text) is not None


def may_ask(text: str) -> bool:
    """True when the words ask something, or may."""
    return asks(text) or _MAY_ASK.search(text) is not None


def asks_for_another(text: str) -> bool:
    """True for "tawaran baru" and "mau cek lowongan lain", without an offer."""
    return len(text.split()) <= _MOST_WORDS and _ANOTHER.search(text) is not None


def is_about_verdict(text: str) -> bool:
    """True for words that ask for a verdict and name no subject: "jadi aman ga?", "gimana menurutmu?"."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return (
        len(words) <= _MOST_WORDS
        and not _JUDGES.isdisjoint(words)
        and (_JUDGES | _AROUND).issuperset(words)
    )


def concludes(text: str) -> bool:
    """True for what people make of a verdict: "oke saya jadi berangkat", "berarti aman"."""
    return _CONCLUDES.search(text) is not None
