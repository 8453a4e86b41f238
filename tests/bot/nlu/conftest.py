"""A pipeline with a handful of places, shared by all tests of understanding."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import settings
from spacy.language import Language

settings.register_profile("mawas", deadline=None, database=None)
settings.load_profile("mawas")


def row(label: str, value: str, *names: str, needs_marker: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "label": label,
        "value": value,
        "names": list(names),
        "needs_marker": list(needs_marker),
    }


ROWS = [
    row("negara", "AE", "Uni Emirat Arab", "UEA", "Dubai"),
    row("negara", "HK", "Hong Kong", "Hongkong"),
    row("negara", "KH", "Kamboja", "Cambodia"),
    row("negara", "MY", "Malaysia"),
    row("negara", "PG", "Papua Nugini"),
    row("negara", "SA", "Arab Saudi", "Arab", "Saudi"),
    row("negara", "TW", "Taiwan"),
    row("provinsi", "Jawa Timur", "Jatim", "Blitar", "Kabupaten Malang", needs_marker=("Malang",)),
    row("provinsi", "Nusa Tenggara Barat", "NTB", "Lombok", "Lombok Timur"),
    row("provinsi", "Papua", "Papua"),
]
ROWS_JSON = json.dumps(ROWS, ensure_ascii=False)


@pytest.fixture(scope="session")
def nlp() -> Language:
    # Imported late: the parent conftest prepares the process for Rasa first. The components of a test that are made
    # from ROWS share this pipeline, because a blank Indonesian one takes seconds to make.
    from bot.nlu.language import indonesian

    return indonesian(ROWS_JSON)
