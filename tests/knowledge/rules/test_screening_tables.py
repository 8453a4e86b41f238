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


def found(tmp_path: Path, table: str, name: str = "kelengkapan") -> set[tuple[str, int]]:
    root = write_folder(tmp_path)
    (root / "screening").mkdir()
    (root / "screening" / f"{name}.yml").write_text(table, encoding="utf-8")
    return {
        (finding.rule, finding.line)
        for finding in lint(load(root, TODAY))
        if f"screening/{name}.yml" in finding.path
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


def test_an_id_that_comes_twice_is_found(tmp_path: Path) -> None:
    again = ITEMS[ITEMS.index("  - id") :]

    assert found(tmp_path, ITEMS + again) == {("screening_tables", 14)}


def test_broken_yaml_is_found(tmp_path: Path) -> None:
    assert {rule for rule, _ in found(tmp_path, "id: [tahap", "tahap")} == {"schema"}


def test_the_tables_of_the_repository_pass() -> None:
    wrong = [str(finding) for finding in lint(load(DEFAULT_ROOT)) if "/screening/" in finding.path]

    assert wrong == []
