"""Sources: short under an answer, whole when somebody asks."""

from __future__ import annotations

import datetime
from typing import Any

from actions.render.sources import source_line, source_texts
from knowledge.convert import to_record
from knowledge.model import Source
from tests.knowledge.builders import make_source

CHECKED = datetime.date(2026, 11, 21)


def source(**changes: Any) -> Source:
    return to_record(Source, make_source(**changes))


def test_the_line_names_the_source_and_the_day_of_the_check() -> None:
    assert source_line([source()], CHECKED) == "Sumber: UU 18/2017. Dicek 21 November 2026."


def test_several_sources_are_separated() -> None:
    line = source_line([source(label="A"), source(label="B")], CHECKED)
    assert line == "Sumber: A; B. Dicek 21 November 2026."


def test_more_than_three_sources_are_counted() -> None:
    line = source_line([source(label=label) for label in "ABCDEF"], CHECKED)
    assert line.startswith("Sumber: A; B; C; dan 3 lainnya (tulis: sumbernya?).")


def test_without_a_source_only_the_day_of_the_check_is_said() -> None:
    assert source_line([], CHECKED) == "Dicek 21 November 2026."


def test_a_source_is_shown_whole() -> None:
    assert source_texts([source()]) == ["1. Undang-undang. Negara, 2017.\nhttps://a.go.id/"]


def test_a_source_without_date_and_address_is_shown_without_them() -> None:
    assert source_texts([source(date=None, url=None)]) == ["1. Undang-undang. Negara."]


def test_sources_are_numbered() -> None:
    assert [text[:2] for text in source_texts([source(), source()])] == ["1.", "2."]


def test_a_note_for_editors_is_not_shown() -> None:
    assert "RAHASIA" not in source_texts([source(note="RAHASIA")])[0]
