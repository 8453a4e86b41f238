"""What is wrong with patterns as they are written, at its line and with a way to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.screening.pattern_lint import covers, is_same, shown, wrong_patterns
from actions.screening.patterns import parse
from knowledge.kinds import DEFAULT_ROOT
from knowledge.load import load
from knowledge.rules.screening_tables import tables_in
from tests.actions.screening.red_flags import FLAG, corpus, line_of


def found(tmp_path: Path, **lists: list[str]) -> list[tuple[str, int, str, str]]:
    """(rule, line, message, tip) of all findings."""
    folder = corpus(tmp_path, **lists)
    document = folder.ids("red_flag")["visa_turis"]
    assert document.problems == ()
    findings = list(wrong_patterns(document, folder))
    assert all(each.path == FLAG for each in findings)
    return [(each.rule, each.line, each.message, each.tip) for each in findings]


def test_right_patterns_pass(tmp_path: Path) -> None:
    patterns = ["visa .. turis", "{paspor} ... <negara:KH>", "<uang> .. biaya/(uang muka)"]
    assert found(tmp_path, patterns=patterns, unless=["jangan .. turis"]) == []


@pytest.mark.parametrize(
    ("wrong", "rule", "message", "tip"),
    [
        (".. turis", "pattern_syntax", "harus mulai dan selesai", "knowledge/README.md"),
        ("visa/ turis", "pattern_syntax", "kurang satu kata", "knowledge/README.md"),
        ("{paspor", "pattern_syntax", "tidak dapat dibaca", "knowledge/README.md"),
        ("{pasporr} .. bos", "pattern_name", "konsep {pasporr} tidak ada", "'paspor'"),
        ("{gaji}", "pattern_name", "konsep {gaji} tidak ada", "knowledge/concepts/"),
        ("<negra>", "pattern_name", "nama <negra> tidak dikenal", "'negara'"),
        ("<x>", "pattern_name", "nama <x> tidak dikenal", "<negara>, <provinsi>"),
        ("<negara:kh>", "pattern_name", "negara 'kh' tidak ada", "<negara:KH>"),
        ("<negara:QQ>", "pattern_name", "negara 'QQ' tidak ada", "<negara:KH>"),
    ],
)
@pytest.mark.parametrize("key", ["patterns", "unless"])
def test_what_cannot_work_is_found_at_its_line(
    tmp_path: Path, key: str, wrong: str, rule: str, message: str, tip: str
) -> None:
    ((got, line, said, advice),) = found(tmp_path, **{key: ["visa turis", wrong]})
    assert (got, line) == (rule, line_of(tmp_path, wrong))
    assert message in said
    assert tip in advice


def test_the_same_pattern_twice_is_found_whatever_its_order(tmp_path: Path) -> None:
    ((rule, line, message, tip),) = found(tmp_path, patterns=["visa .. turis/wisata", "visa  .. wisata/turis"])  # fmt: skip
    first = line_of(tmp_path, "turis/wisata")
    assert (rule, line, tip) == ("pattern_twice", first + 1, "hapus satu.")
    assert f"di baris {first}" in message


def test_a_pattern_that_unless_always_takes_back_is_found(tmp_path: Path) -> None:
    ((rule, line, message, _),) = found(tmp_path, patterns=["visa sosial dulu"], unless=["visa sosial"])  # fmt: skip
    assert (rule, line) == ("pattern_twice", line_of(tmp_path, "visa sosial dulu"))
    assert "selalu dibatalkan" in message


def test_a_pattern_that_adds_nothing_is_a_warning(tmp_path: Path) -> None:
    folder = corpus(tmp_path, patterns=["bulan .. {biaya}", "{biaya}"])
    (finding,) = wrong_patterns(folder.ids("red_flag")["visa_turis"], folder)
    assert (finding.rule, finding.level) == ("pattern_covered", "warning")
    assert "tidak menambah apa pun" in finding.message


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        ("bayar", "bayar .. dulu", True),
        ("bayar", "=bayar", True),
        ("=bayar", "bayar", False),
        ("visa ... turis/wisata", "visa .. turis", True),
        ("visa .. turis", "visa ... turis", False),
        ("visa .. turis", "visa .. turis/wisata", False),
        ("turis dulu", "visa .. turis dulu", True),
        # The narrow one speaks of itself as denied, the wide one would be taken back by the same word.
        ("pulang", "tidak boleh pulang", False),
        ("visa turis", "visa", False),
    ],
)
def test_one_pattern_covers_another(wide: str, narrow: str, expected: bool) -> None:
    assert covers(parse(wide), parse(narrow)) is expected


def test_patterns_with_another_gap_are_not_the_same() -> None:
    assert is_same(parse("a b/c"), parse("a c/b"))
    assert not is_same(parse("a b"), parse("a .. b"))


def test_long_patterns_are_cut() -> None:
    assert shown("a" * 100) == f"'{'a' * 69}…'"


def test_tables_of_screening_are_read_too(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    (folder.root / "screening").mkdir()
    (folder.root / "screening/tahap.yml").write_text(
        'id: tahap\nstages:\n  - id: umpan\n    told: "kata"\n    said:\n      - "{gajih} .. besar"\n',
        encoding="utf-8",
    )
    (table,) = tables_in(folder)
    ((line, rule),) = [(each.line, each.rule) for each in wrong_patterns(table, folder)]
    assert (line, rule) == (6, "pattern_name")


def test_the_patterns_of_the_repository_pass() -> None:
    folder = load(DEFAULT_ROOT)
    documents = [*folder.ids("red_flag").values(), *tables_in(folder)]
    assert [str(each) for document in documents for each in wrong_patterns(document, folder)] == []
