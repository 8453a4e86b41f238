"""The tables of `screening/` by which pay and countries are judged agree with themselves: sources, currencies, ranges, codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding, did_you_mean
from knowledge.rules.screening_tables import tables_in
from knowledge.yaml_reader import KeyPath

NAME = "screening_figures"
SCOPE = ()
DOLLAR = "USD"
# A dollar was never that cheap since 1986; "16.813" is a point for thousands.
_DOLLAR = 1000
# Lists of countries: ("benchmarks", "countries") is one in each row.
_COUNTRIES = ("closed", "mixed", "closed_for_domestic_work")

Row = Mapping[str, Any]


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield what is wrong with the figures; a table that breaks its schema is looked at as far as it goes."""
    for table in tables_in(corpus):
        yield from _countries(table, corpus)
        if table.stem in ("gaji", "kurs"):
            yield from _sources(table)
        if table.stem == "kurs":
            yield from _rates(table)
        if table.stem == "gaji":
            yield from _ranges(table)


def _rows(table: Document, key: str) -> Iterator[tuple[KeyPath, Row]]:
    rows = table.get(key)
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict):
            yield (key, number), row


def _sources(table: Document) -> Iterator[Finding]:
    known = {str(row.get("id")) for _, row in _rows(table, "sources")}
    used = [*_rows(table, "rates"), *_rows(table, "benchmarks")]
    if isinstance(table.get("absurd"), dict):
        used.append((("absurd",), table.data["absurd"]))
    for path, row in used:
        source = row.get("source")
        if isinstance(source, str) and source not in known:
            tip = did_you_mean(source, known, "tulis sumbernya di daftar sources berkas ini.")
            message = f"sumber '{source}' tidak ada di daftar sources."
            yield table.finding((*path, "source"), message, tip, NAME, value=source)


def _rates(table: Document) -> Iterator[Finding]:
    rates = list(_rows(table, "rates"))
    for path, row in rates:
        if ("rupiah" in row) == ("per_dollar" in row):
            message = "harus ada rupiah atau per_dollar, dan hanya salah satu."
            tip = "kurs tetap terhadap dolar: per_dollar; lainnya: rupiah."
            yield table.finding(path, message, tip, NAME)
        rupiah = row.get("rupiah")
        if row.get("currency") == DOLLAR and isinstance(rupiah, float) and 0 < rupiah < _DOLLAR:
            message = f"satu dolar {rupiah} rupiah? Titik dibaca sebagai koma desimal."
            tip = "tulis tanpa titik ribuan, misalnya 16813.00."
            yield table.finding((*path, "rupiah"), message, tip, NAME)
        for key in ("rupiah", "per_dollar"):
            if row.get(key) == 0:
                yield table.finding((*path, key), "kurs tidak boleh 0.", "tulis kursnya.", NAME)
    if rates and not any(row.get("currency") == DOLLAR and "rupiah" in row for _, row in rates):
        message = f"{DOLLAR} dengan rupiah tidak ada."
        tip = "tulis kurs dolar: kurs tetap dihitung darinya."
        yield table.finding(("rates",), message, tip, NAME)


def _ranges(table: Document) -> Iterator[Finding]:
    for path, row in _rows(table, "benchmarks"):
        low, high = row.get("min"), row.get("max")
        if isinstance(low, (int, float)) and isinstance(high, (int, float)) and low > high:
            message = f"min {low} lebih besar daripada max {high}."
            yield table.finding((*path, "min"), message, "tukar, atau periksa lagi.", NAME)


def _countries(table: Document, corpus: Corpus) -> Iterator[Finding]:
    from phonenumbers import SUPPORTED_REGIONS  # slow to import: only for a check

    lists: list[tuple[KeyPath, Any]] = [((key,), table.get(key)) for key in _COUNTRIES]
    lists += [
        ((*path, "countries"), row.get("countries")) for path, row in _rows(table, "benchmarks")
    ]
    for path, codes in lists:
        for number, code in enumerate(codes if isinstance(codes, list) else ()):
            place = (*path, number)
            if str(code) not in SUPPORTED_REGIONS:
                message = f"kode negara '{code}' tidak ada."
                tip = 'pakai kode dua huruf besar menurut ISO 3166, misalnya "KH".'
                yield table.finding(place, message, tip, NAME, value=str(code))
            elif str(code).lower() not in corpus.ids("country"):
                message = f"negara '{code}' tidak ada di knowledge/countries/, jadi tidak dikenali dalam tawaran."
                tip = f"buat knowledge/countries/{str(code).lower()}.yml."
                yield table.finding(place, message, tip, NAME, level="warning", value=str(code))
