"""The words beside the name of a country or city that say whether the work is there."""

from __future__ import annotations

# Before a place these say that the work, or the journey's end, is there.
THERE = frozenset(
    """penempatan lokasi di ke tujuan negara loker lowongan kerja kota daerah wilayah area penempatannya lokasinya kantor pabrik kerjanya
    bagian cabang 去 in at to location site base keluarga job berangkat neng nang ning ring pi""".split()
)
HEADERS = frozenset(
    "penempatan lokasi tujuan loker lowongan location posisi job gawe penempatannya lokasinya base basecamp".split()
)
# Before the name of a country these make it a language, another flag, a dish or a report, deny it or liken to it: it is not where the
# work is. The first also with a preposition between ("kayak di Myanmar").
ELSEWHERE = frozenset("bukan selain seperti".split())
NEVER = ELSEWHERE | frozenset(
    "bahasa bhs basa boso berbahasa bisa lancar pasar jl berita kasus tragedi isu kursus jam pelanggan nasabah".split()
)
LANGUAGE_AFTER = frozenset("dasar aktif pasif komunikatif fasih lancar".split())
SHIPS = frozenset("bendera kapal flag".split())
# Who builds ships works ashore: "galangan kapal di Ulsan".
ASHORE = frozenset("galangan las welder pengelasan pengecatan perakitan".split())
# These make it somebody's origin, or a former place of work.
PEOPLE = frozenset(
    "orang warga pria laki lelaki suami bos pasangan manajer kontraktor tamu om wong urang tiang customer boss klien majikan".split()
)
FORMER = frozenset("eks ex mantan alumni bekas pernah dulu finish finis asal".split())
PASSING = frozenset(
    "transit via lewat melalui mampir singgah liwat dari lwt turun mendarat landing tinggal sebelah dekat deket tetangga diurus".split()
)
# Behind a place: closed, or only the first part of the journey.
LEFT_BEHIND = frozenset(
    """penuh full tutup ditutup habis audit batal renovasi cancel dicancel kensel gagal ketat kehabisan belum dulu
    mundur ditunda tertunda""".split()
)
# The place of work changes.
CHANGE = frozenset(
    """pindah dipindah dipindahin dipindahkan dialihkan pindahkan alihkan dialih ditaro ditaruh dilempar digeser diganti
    dialihin dioper dioperin ganti gantinya""".split()
)
HERE = "ini"
# A change that may come.
IF = frozenset("kalau kalo klo kl jika bila jk apabila misal misalnya".split())
# Before the second place of a journey: "besok lanjut ke Macau".
ONWARD = frozenset("lanjut terus lalu kemudian trus ternyata akhirnya tepatnya".split())
# The same with a preposition: "nyebrang ke Myawaddy", but "nyebrang Makau, masuk lagi".
ONWARD_TO = frozenset("nyebrang menyeberang nyeberang seberang dijemput dibawa".split())
PREPOSITIONS = frozenset("di ke".split())
ASKED = frozenset("mau minat ingin pengen berani siap".split())
# Between two places these make them a route.
ARROWS = frozenset("- – — > →".split())
# Behind a place: one goes there for a stamp only ("keluar ke Hatyai cap paspor").
STAMPS = frozenset("cap stempel stamp chop cop".split())
# Languages that are called as their country is.
TONGUES = ("indonesia", "inggris", "arab", "mandarin", "jepang", "korea", "jerman")
# Where "Arab" is what people are.
ARAB = frozenset("AE QA KW BH OM JO EG IQ LB LY SY YE".split())
# Countries known for scam compounds: whoever names one beside the country of the flight works there.
COMPOUNDS = frozenset(("KH", "MM", "LA"))
