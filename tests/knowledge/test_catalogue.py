"""The catalogue gives ids, meanings, groups, severities and lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.catalogue import read_catalogue
from knowledge.findings import KnowledgeError
from knowledge.kinds import DEFAULT_ROOT
from tests.knowledge.builders import CATALOGUE


def test_ids_are_read_with_group_severity_and_line(tmp_path: Path) -> None:
    (tmp_path / "catalogue.yml").write_text(CATALOGUE)

    catalogue = read_catalogue(tmp_path)

    assert catalogue.topic_groups["visa"] == "langkah"
    assert catalogue.severities == {"visa_turis": 3}
    assert catalogue.crisis == {"disekap": "held"}
    assert catalogue.lines[("topic", "visa")] == 6


def test_the_real_catalogue_is_read_whole() -> None:
    catalogue = read_catalogue(DEFAULT_ROOT)

    assert len(catalogue.topics) == 77
    assert len(catalogue.crisis) == 7
    assert set(catalogue.severities.values()) == {1, 2, 3}


@pytest.mark.parametrize("content", ["", "topics: [", "topics: 3", "version: 1", "- x"])
def test_a_broken_catalogue_says_so(tmp_path: Path, content: str) -> None:
    (tmp_path / "catalogue.yml").write_text(content)

    with pytest.raises(KnowledgeError, match="katalog"):
        read_catalogue(tmp_path)
