"""docs/expert-review.md is made from the records and the reviews."""

from bot.paths import KNOWLEDGE, ROOT
from knowledge.expert_review import render
from knowledge.load import load
from knowledge.reviews import read_reviews


def test_the_page_lists_exactly_what_the_records_say() -> None:
    page = (ROOT / "docs" / "expert-review.md").read_text(encoding="utf-8")
    remedy = "./mawas knowledge review"
    assert page == render(load(KNOWLEDGE).knowledge, read_reviews(KNOWLEDGE)), remedy
