"""The rule screening_tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.kinds import DEFAULT_ROOT
from knowledge.lint import lint
from knowledge.load import load
from tests.knowledge.builders import TODAY, write_folder

ITEMS = """\
id: kelengkapan
checked_on: "2026-11-21"
review_by: "2027-01-31"
items:
  - id: visa_kerja
    name: "visa kerja"
    why:
      text: "Visa kerja adalah dokumen wajib."
      sources: [uu]
    ask: "Visa apa yang saya pakai?"
    fact: null
    stated: ["visa kerja"]
    not_needed: []
"""

FORM = """\
id: formulir
checked_on: "2026-11-21"
review_by: "2027-01-31"
texts: {how: "Pilih.", stop: "Ketik batal.", not_understood: "Ulangi.", stopped: "Baik.", rests: "Nanti."}
unknown: {title: "Belum tahu", patterns: ["belum"]}
questions:
  - id: visa
    item: visa_kerja
    answered_by: []
    ask: "Pakai visa apa?"
    yes_means: null
    no_means: null
    unknown: "belum tahu"
    choices:
      - {id: kerja, title: "Visa kerja", told: "visa kerja", raises: null, fills: [visa_kerja], patterns: ["kerja"]}
      - {id: turis, title: "Visa turis", told: "visa turis", raises: null, fills: [], patterns: ["turis"]}
"""


def found(
    tmp_path: Path, table: str, name: str = "kelengkapan", folder: str = "screening"
) -> set[tuple[str, int]]:
    root = write_folder(tmp_path)
    (root / folder).mkdir()
    (root / folder / f"{name}.yml").write_text(table, encoding="utf-8")
    return {
        (finding.rule, finding.line)
        for finding in lint(load(root, TODAY))
        if f"{folder}/{name}.yml" in finding.path
    }


def test_a_right_table_passes(tmp_path: Path) -> None:
    assert found(tmp_path, ITEMS) == set()


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("[uu]", "[uu_baru]", ("screening_tables", 9)),
        ("fact: null", "fact: gaji", ("schema", 11)),
        ("Visa apa yang", "Visa apa " + "yang " * 25, ("readability", 10)),
        ("adalah dokumen wajib", "pasti aman", ("no_promises", 8)),
        ("2027-01-31", "2026-11-21", ("review_overdue", 3)),
        ("    ask:", "    tanya:", ("schema", 10)),
    ],
)
def test_what_is_wrong_is_found_at_its_line(
    tmp_path: Path, right: str, wrong: str, expected: tuple[str, int]
) -> None:
    assert expected in found(tmp_path, ITEMS.replace(right, wrong))


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("visa?", "visa?", None),
        ('turis", raises: null', 'turis", raises: visa_gelap', ("screening_tables", 16)),
        ("answered_by: []", "answered_by: [visa_gelap]", ("screening_tables", 9)),
        ('"Visa turis"', f'"{"Visa turis " * 5}"', ("schema", 16)),
        ("    ask:", "    tanya:", ("schema", 7)),
        ("Pakai visa apa?", "Visanya pasti aman?", ("no_promises", 10)),
    ],
)
def test_what_is_wrong_with_the_form_is_found(
    tmp_path: Path, right: str, wrong: str, expected: tuple[str, int] | None
) -> None:
    findings = found(tmp_path, FORM.replace(right, wrong), "formulir")
    assert findings == set() if expected is None else expected in findings


def test_a_question_that_comes_twice_is_found(tmp_path: Path) -> None:
    again = FORM[FORM.index("  - id: visa") :]
    assert ("screening_tables", 17) in found(tmp_path, FORM + again, "formulir")


def test_an_id_that_comes_twice_is_found(tmp_path: Path) -> None:
    again = ITEMS[ITEMS.index("  - id") :]

    assert found(tmp_path, ITEMS + again) == {("screening_tables", 14)}


def test_broken_yaml_is_found(tmp_path: Path) -> None:
    assert {rule for rule, _ in found(tmp_path, "id: [tahap", "tahap")} == {"schema"}


ORDER = """\
id: urutan
checked_on: "2026-11-21"
review_by: "2027-01-31"
most: 3
rules:
  - id: uang
    all: [uang_terkirim]
    contacts:
      - {channel: kp2mi, text: "Minta nomor laporan.", sources: [uu]}
keep:
  items:
    - {text: "Chat", sources: [uu]}
  how: {text: "Simpan di dua tempat.", sources: [uu]}
asked:
  - {text: "Kapan Anda diajak?", sources: [uu]}
after: {text: "Minta nomor laporan.", sources: [uu]}
"""


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("uang", "uang", None),
        ("channel: kp2mi,", "channel: kp2mi_baru,", ("screening_tables", 9)),
        ("sources: [uu]}\nkeep", "sources: [uu_baru]}\nkeep", ("screening_tables", 9)),
        ('"Chat"', '"Chat di www.contoh.com"', ("no_contacts_in_text", 12)),
        ("most: 3", "most: 30", ("schema", 4)),
        ("Minta nomor laporan.", "Uang Anda pasti kembali.", ("no_promises", 9)),
    ],
)
def test_what_is_wrong_with_the_order_of_a_report_is_found(
    tmp_path: Path, right: str, wrong: str, expected: tuple[str, int] | None
) -> None:
    findings = found(tmp_path, ORDER.replace(right, wrong, 1), "urutan", "report")
    assert findings == set() if expected is None else expected in findings


def test_a_rule_that_comes_twice_is_found(tmp_path: Path) -> None:
    rule = ORDER[ORDER.index("  - id: uang") : ORDER.index("keep:")]
    twice = ORDER.replace("keep:", f"{rule}keep:", 1)
    assert ("screening_tables", 10) in found(tmp_path, twice, "urutan", "report")


def test_the_tables_of_the_repository_pass() -> None:
    places = ("/screening/", "/report/")
    findings = lint(load(DEFAULT_ROOT))
    wrong = [str(each) for each in findings if any(place in each.path for place in places)]

    assert wrong == []


PAPER = (DEFAULT_ROOT / "paper" / "lembar.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        ("flag: negara_rawan", "flag: negara_gelap", "screening_tables"),
        ("contacts: [kp2mi_call_center, polri_110]", "contacts: [nomor_gelap]", "screening_tables"),
        ("sources: [uu_18_2017_hal8]", "sources: [sumber_gelap]", "screening_tables"),
        ("Jangan transfer dulu.", "Telepon 0811-2222-3333.", "no_contacts_in_text"),
        ("Jangan transfer dulu.", "Uang Anda pasti kembali.", "no_promises"),
        ("picture: koper", "picture: gajah", "schema"),
    ],
)
def test_what_is_wrong_with_the_printed_sheets_is_found(
    tmp_path: Path, right: str, wrong: str, rule: str
) -> None:
    assert right in PAPER
    wrong_line = PAPER[: PAPER.index(right)].count("\n") + 1
    findings = found(tmp_path, PAPER.replace(right, wrong, 1), "lembar", "paper")
    assert (rule, wrong_line) in findings
