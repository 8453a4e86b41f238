"""The rule unicode."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.builders import findings, make_source

RULE = "unicode"


@pytest.mark.parametrize(
    "text",
    ["Pаspor", "e\u0301", "a\u200bb", "a\u00a0b", "a\tb", "a\x07b", "TODO isi", "\uff21\uff22"],
)
def test_a_character_that_misleads_is_reported(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, RULE, source=[make_source(title=text)]) == ["sources/uu.yml:3 title"]


@pytest.mark.parametrize("text", ["Café €10", "Sana'a “kutip”", "한국 ประเทศ", "a\nb"])
def test_ordinary_marks_and_other_scripts_are_fine(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, RULE, source=[make_source(title=text)]) == []
