"""docs/expert-review.md is made from the records."""

from bot.paths import KNOWLEDGE, ROOT
from knowledge.expert_review import render
from knowledge.load import load


def test_the_page_lists_exactly_what_the_records_say() -> None:
    page = (ROOT / "docs" / "expert-review.md").read_text(encoding="utf-8")
    remedy = "write render(load(KNOWLEDGE).knowledge) to docs/expert-review.md"
    assert page == render(load(KNOWLEDGE).knowledge), remedy
