"""Every rule is listed, tested and explained to editors."""

from __future__ import annotations

from pathlib import Path

from knowledge.exceptions import RULE as STALE_EXCEPTIONS
from knowledge.kinds import ALL_KINDS, DEFAULT_ROOT
from knowledge.rules import RULES

NAMES = {rule.NAME for rule in RULES}


def test_every_rule_file_is_listed_once_under_its_own_name() -> None:
    files = {path.stem for path in (DEFAULT_ROOT / "rules").glob("*.py")} - {"__init__"}

    assert files == NAMES
    assert len(RULES) == len(NAMES)


def test_every_rule_has_a_test_module() -> None:
    tested = {path.stem for path in (Path(__file__).parent / "rules").glob("test_*.py")}

    assert tested == {f"test_{name}" for name in NAMES}


def test_every_rule_looks_at_known_kinds() -> None:
    assert all(set(rule.SCOPE) <= set(ALL_KINDS) for rule in RULES)


def test_the_readme_explains_every_rule() -> None:
    readme = (DEFAULT_ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in (*NAMES, STALE_EXCEPTIONS) if f"`{name}`" not in readme] == []
