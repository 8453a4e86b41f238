"""What functions remember of files: read anew, or a reload would go on with the old words."""

from __future__ import annotations

from typing import Any

from actions.language import beside
from actions.screening import everyday
from actions.screening.job_words import job_words
from actions.screening.pay_scale import pay_scale
from bot import report_message
from knowledge.first_names import first_names
from knowledge.spelling import normalize_word, slang

# They read a file; each is called without arguments.
OF_FILES: tuple[Any, ...] = (
    slang,
    first_names,
    job_words,
    everyday._seen,
    pay_scale,
    report_message._rules,
)
# They remember what came of it.
DERIVED: tuple[Any, ...] = (
    normalize_word,
    beside._slang_words,
    everyday.is_everyday,
)


def read_anew() -> None:
    """Read the files again. One that cannot be read leaves all as it was: the others go on being answered with what is known.

    Raises:
        Exception: as reading raised it.
    """
    for function in OF_FILES:
        function.__wrapped__()
    for function in (*OF_FILES, *DERIVED):
        function.cache_clear()
