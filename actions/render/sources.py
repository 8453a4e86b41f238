"""Sources as people see them: short under an answer, whole when somebody asks where it comes from."""

import datetime
from collections.abc import Sequence

from actions.dates import in_words
from knowledge.model import Source

SHORT_LIST = 3


def source_line(sources: Sequence[Source], checked_on: datetime.date) -> str:
    """The line under every answer: short names and when the answer was checked against them."""
    labels = [source.label for source in sources[:SHORT_LIST]]
    if len(sources) > SHORT_LIST:
        labels.append(f"dan {len(sources) - SHORT_LIST} lainnya (tulis: sumbernya?)")
    named = f"Sumber: {'; '.join(labels)}. " if labels else ""
    return f"{named}Dicek {in_words(checked_on)}."


def source_texts(sources: Sequence[Source]) -> list[str]:
    """One text a source: number, title, publisher, date and address."""
    texts = []
    for number, source in enumerate(sources, start=1):
        date = f", {in_words(source.date)}" if source.date else ""
        address = f"\n{source.url}" if source.url else ""
        texts.append(f"{number}. {source.title}. {source.publisher}{date}.{address}")
    return texts
