"""Nothing in the program remembers words of a file over a reload."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterator

from bot.paths import ROOT
from bot.reload import caches

# They remember what depends on their arguments and the program alone; `reader` holds models of a package.
OF_NO_FILE = {
    "actions.language.amounts",
    "actions.language.features",
    "actions.language.lemma",
    "actions.pictures.lines",
    "actions.render.card_lines",
    "actions.render.fonts",
    "actions.render.numbers",
    "actions.screening.pay_once",
    "bot.bench.mawas",
    # A walk over all answers happens in a process of its own.
    "bot.answers.checks.channels",
    "bot.answers.checks.english",
    "bot.answers.checks.facts",
    "bot.answers.checks.wording",
    "bot.process_life",
    "knowledge.places",
    "knowledge.schemas",
    "rasa.shared.core.events",
}


def remembering() -> Iterator[tuple[str, object]]:
    """Module and function of each function that remembers its results."""
    for layer in ("knowledge", "actions", "bot"):
        for file in sorted((ROOT / layer).rglob("*.py")):
            if "cache" not in file.read_text(encoding="utf-8") or "__main__" in file.name:
                continue
            name = file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
            for value in vars(importlib.import_module(name.removesuffix(".__init__"))).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    yield str(getattr(value, "__module__", name)), value


def test_every_function_that_remembers_is_known() -> None:
    anew = set(caches.OF_FILES) | set(caches.DERIVED)
    found = list(remembering())
    assert {name for name, value in found if value not in anew} <= OF_NO_FILE
    assert anew <= {value for _, value in found}


def test_reading_anew_forgets_what_was_remembered() -> None:
    for function in caches.OF_FILES:
        function()
    caches.read_anew()
    assert all(function.cache_info().currsize == 0 for function in caches.OF_FILES)
