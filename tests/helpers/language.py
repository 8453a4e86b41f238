"""A small lexicon: a handful of places, things and concepts, shared by all tests of understanding."""

from __future__ import annotations

from typing import Any

from actions.language.compiled import compiled


def name_row(
    label: str,
    value: str,
    *names: str,
    needs_marker: tuple[str, ...] = (),
    no: tuple[str, ...] = (),
) -> dict[str, Any]:
    return {
        "label": label,
        "value": value,
        "names": list(names),
        "needs_marker": list(needs_marker),
        "not": list(no),
    }


def concept_row(id: str, *words: str, no: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": id, "words": list(words), "not": list(no)}


# Kind of name -> words beside a name of this kind that decide whether it is one.
BESIDE: dict[str, dict[str, list[str]]] = {
    "tempat": {
        "before": "asal dari di kab kab. kec. kota orang warga".split(),
        "after": ["ada"],
        "not_after": ["bahasa", "drama", "film"],
    },
    "pekerjaan": {
        "doubtful": ["kebun", "admin"],
        "before": ["kerja", "lowongan", "jadi", "buruh"],
        "after": ["judol"],
    },
    "dokumen": {"before": ["ktp", "fotokopi", "bawa"], "after": ["ktp", "palsu"]},
}


def lexicon_of(
    names: list[dict[str, Any]],
    concepts: list[dict[str, Any]] | None = None,
    words: list[str] | None = None,
    people: list[str] | None = None,
) -> str:
    rows = {
        "names": names,
        "beside": BESIDE,
        "concepts": concepts or [],
        "words": words or [],
        "sparing": [],
        "ordinary": [],
        "people": people or [],
        "languages": [],
    }
    return compiled(rows)


NAMES = [
    name_row("negara", "AE", "Uni Emirat Arab", "UEA", "Dubai"),
    name_row("negara", "HK", "Hong Kong", "Hongkong"),
    name_row("negara", "KH", "Kamboja", "Cambodia"),
    name_row("negara", "MY", "Malaysia"),
    name_row("negara", "PG", "Papua Nugini"),
    name_row("negara", "SA", "Arab Saudi", "Arab", "Saudi"),
    name_row("negara", "TW", "Taiwan"),
    name_row(
        "provinsi", "Jawa Timur", "Jatim", "Blitar", "Kabupaten Malang", needs_marker=("Malang",)
    ),
    name_row("provinsi", "Nusa Tenggara Barat", "NTB", "Lombok", "Lombok Timur"),
    name_row("provinsi", "Papua", "Papua"),
    name_row("dokumen", "visa", "visa", "visa kerja", no=("kartu visa",)),
    name_row("pekerjaan", "rumah_tangga", "pembantu", "ART"),
]
CONCEPTS = [
    concept_row("ambil", "mengambil", "dipegang"),
    concept_row("hukum", "hukum", no=("fakultas hukum",)),
    concept_row("hukuman", "hukuman"),
    concept_row("judi", "judi"),
    concept_row("judi_daring", "judi online", "judol"),
    concept_row("paspor_ditahan", "paspor ditahan"),
    concept_row("penipuan", "penipuan", "bohong"),
    concept_row("sekap", "disekap", "dikurung"),
]
# What mistyped and disguised words are led back to.
WORDS = ["disekap", "judol", "kamboja", "malaysia", "paspor", "penipuan", "slot", "taiwan"]
LEXICON = lexicon_of(NAMES, CONCEPTS, WORDS)
