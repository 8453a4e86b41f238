"""The rule screening_figures."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from knowledge.accept import compile_schema
from knowledge.findings import Finding
from knowledge.lint import lint
from knowledge.load import load
from knowledge.schemas import scalar_types, schema
from knowledge.yaml_reader import parse
from tests.knowledge.builders import TODAY, write_folder
from tests.knowledge.test_accept import variants

RATES = """\
id: kurs
checked_on: "2026-11-21"
review_by: "2027-01-31"
sources:
  - {id: kmk, label: "KMK", date: "2026-02-11", url: "https://a.go.id/"}
rates:
  - {currency: USD, rupiah: 16813.00, source: kmk}
  - {currency: QAR, per_dollar: 3.64, source: kmk}
"""
PAY = """\
id: gaji
checked_on: "2026-11-21"
review_by: "2027-01-31"
factors: {minimum: 2.25, kisaran: 1.5, kasar: 1.2, tertutup: 1.0}
closed: [KH]
sources:
  - {id: polri, label: "Polri", date: null, url: "https://a.go.id/"}
benchmarks:
  - {countries: [KH], kind: kasar, job: "tenaga asing", min: 7, max: 10, currency: IDR, period: bulan, year: 2024, source: polri}
absurd: {rupiah: 100000000, source: polri}
"""
COUNTRIES = "id: negara\nclosed: [KH]\nmixed: []\nclosed_for_domestic_work: [KH]\n"
RISK = "id: risiko\none_fact:\n  - [visa_turis, uang_fit]\nenough: [visa_turis]\nweighty:\n  - visa_turis\nsum_high: 6\n"
TABLES = {"kurs": RATES, "gaji": PAY, "negara": COUNTRIES, "risiko": RISK.replace(", uang_fit", ", visa_turis_dua")}  # fmt: skip


def found(tmp_path: Path, name: str, table: str) -> list[Finding]:
    root = write_folder(tmp_path)
    (root / "screening").mkdir()
    (root / "screening" / f"{name}.yml").write_text(table, encoding="utf-8")
    return [each for each in lint(load(root, TODAY)) if f"/screening/{name}.yml" in each.path]


def told(tmp_path: Path, name: str, right: str, wrong: str) -> list[tuple[str, int, str, str]]:
    assert right in TABLES[name]
    findings = found(tmp_path, name, TABLES[name].replace(right, wrong, 1))
    return [(each.rule, each.line, each.message, each.tip) for each in findings]


@pytest.mark.parametrize("name", ["kurs", "gaji", "negara"])
def test_a_right_table_passes(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name, TABLES[name]) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong", "expected"),
    [
        # a source that is not listed
        ("kurs", "3.64, source: kmk", "3.64, source: kmkk", ("screening_figures", 8, "sumber 'kmkk' tidak ada", "'kmk'")),
        ("gaji", "2024, source: polri", "2024, source: bps", ("screening_figures", 9, "sumber 'bps' tidak ada", "daftar sources")),
        ("gaji", "100000000, source: polri", "100000000, source: polr", ("screening_figures", 10, "'polr'", "'polri'")),
        # wrong keys
        ("kurs", "rupiah: 16813.00", "rupiahh: 16813.00", ("schema", 7, "kunci 'rupiahh' tidak dikenal", "'rupiah'")),
        ("gaji", "job:", "kerja:", ("schema", 9, "kunci 'kerja' tidak dikenal", "templat")),
        ("negara", "mixed:", "campur:", ("schema", 1, "kunci 'mixed' tidak ada", "mixed")),
        ("risiko", "sum_high:", "jumlah:", ("schema", 7, "kunci 'jumlah' tidak dikenal", "templat")),
        # wrong types
        ("kurs", "16813.00", '"16813.00"', ("schema", 7, "salah jenis", "tanpa tanda kutip")),
        ("kurs", "16813.00", "16.813", ("screening_figures", 7, "Titik dibaca", "tanpa titik ribuan")),
        ("kurs", "16813.00", "16.813,00", ("schema", 7, "kunci '00' tidak dikenal", "hapus")),
        ("gaji", "max: 10", "max: sepuluh", ("schema", 9, "salah jenis", "bilangan")),
        ("gaji", "minimum: 2.25", "minimum: 0.5", ("schema", 4, "di luar batas 1", "angkanya")),
        ("gaji", "period: bulan", "period: bln", ("schema", 9, "'bln' tidak dikenal", "bulan")),
        ("gaji", "kind: kasar", "kind: kasr", ("schema", 9, "'kasr' tidak dikenal", "'kasar'")),
        ("negara", "closed: [KH]", "closed: KH", ("schema", 2, "salah jenis", "daftar")),
        ("negara", "closed: [KH]", "closed: [kh]", ("schema", 2, "bentuk 'kh' salah", "huruf besar")),
        ("risiko", "sum_high: 6", 'sum_high: "6"', ("schema", 7, "salah jenis", "bilangan bulat")),
        ("risiko", "  - visa_turis\n", "  - visa_turis\n  - visa_turis\n", ("schema", 5, "dua kali", "kembar")),
        # flags that do not exist
        ("risiko", "enough: [visa_turis]", "enough: [visa_turs]", ("screening_tables", 4, "'visa_turs' tidak ada", "'visa_turis'")),
        ("risiko", "  - visa_turis\n", "  - pajak\n", ("screening_tables", 6, "tanda bahaya 'pajak' tidak ada", "red_flags/pajak.yml")),
        # countries
        ("negara", "mixed: []", "mixed: [QQ]", ("screening_figures", 3, "kode negara 'QQ' tidak ada", "ISO 3166")),
        ("negara", "mixed: []", "mixed: [TH]", ("screening_figures", 3, "'TH' tidak ada di knowledge", "countries/th.yml")),
        ("negara", "mixed: []", "mixed: [NO]", ("schema", 3, "NO tidak diberi tanda kutip", '"NO"')),
        ("gaji", "countries: [KH]", "countries: [KX]", ("screening_figures", 9, "kode negara 'KX' tidak ada", "ISO 3166")),
        # figures
        ("kurs", "per_dollar: 3.64", "per_dollar: 3.64, rupiah: 4", ("screening_figures", 8, "hanya salah satu", "per_dollar")),
        ("kurs", "per_dollar: 3.64, ", "", ("screening_figures", 8, "harus ada rupiah", "per_dollar")),
        ("kurs", "16813.00", "0", ("screening_figures", 7, "tidak boleh 0", "kursnya")),
        ("kurs", "currency: USD", "currency: EUR", ("screening_figures", 6, "USD dengan rupiah tidak ada", "kurs dolar")),
        ("kurs", "currency: QAR", "currency: USD", ("screening_tables", 8, "currency 'USD' sudah ada", "hapus satu")),
        ("gaji", "min: 7", "min: 70", ("screening_figures", 9, "min 70 lebih besar daripada max 10", "tukar")),
        # dates
        ("gaji", 'review_by: "2027-01-31"', 'review_by: "2026-01-31"', ("review_overdue", 3, "sudah lewat", "checked_on")),
        ("kurs", 'date: "2026-02-11"', 'date: "11/02/2026"', ("schema", 5, "bentuk", "")),
    ],
)  # fmt: skip
def test_usual_mistakes_are_told_at_their_line(
    tmp_path: Path, name: str, right: str, wrong: str, expected: tuple[str, int, str, str]
) -> None:
    findings = told(tmp_path, name, right, wrong)
    rule, line, message, tip = expected
    assert any(
        (rule, line) == each[:2] and message in each[2] and tip in each[3] for each in findings
    ), findings


def test_an_unknown_country_is_only_a_warning(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "negara", COUNTRIES.replace("mixed: []", "mixed: [TH]"))
    assert finding.level == "warning"


@pytest.mark.parametrize("name", ["kurs", "gaji", "negara", "risiko"])
@pytest.mark.parametrize("content", ["[]", "id: [", "", "rates: 3\nbenchmarks: x\nsources: {}\nabsurd: 1\nclosed: 2\n"])  # fmt: skip
def test_any_shape_is_borne(tmp_path: Path, name: str, content: str) -> None:
    assert "schema" in {each.rule for each in found(tmp_path, name, content)}


@pytest.mark.parametrize("name", TABLES)
def test_the_quick_yes_says_what_jsonschema_says(name: str) -> None:
    kind = f"screening/{name}"
    accepts = compile_schema(schema(kind))
    checker = jsonschema.FormatChecker(["date"])
    validator = jsonschema.Draft7Validator(schema(kind), format_checker=checker)
    data = parse(TABLES[name], scalar_types(kind)).data

    tried = [(accepts(each), validator.is_valid(each)) for each in variants(data)]

    assert all(quick == slow for quick, slow in tried)
    assert {quick for quick, _ in tried} == {True, False}
