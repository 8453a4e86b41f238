"""The rule check_items."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings
from tests.knowledge.builders_hall import make_check, make_item

RULE = "check_items"


def test_five_different_statements_are_right(tmp_path: Path) -> None:
    assert findings(tmp_path, RULE) == []


def test_an_id_used_twice_is_reported(tmp_path: Path) -> None:
    items = [make_item("paspor", "benar"), make_item("paspor", "salah"), *make_check()["items"][:3]]

    assert findings(tmp_path, RULE, check=[make_check(items=items)]) == [
        "checks/cek.yml:10 items[1].id"
    ]


def test_statements_of_nearly_one_answer_are_reported(tmp_path: Path) -> None:
    items = [make_item(f"butir_{n}", "salah" if n else "benar") for n in range(5)]

    assert findings(tmp_path, RULE, check=[make_check(items=items)]) == ["checks/cek.yml:3 items"]
