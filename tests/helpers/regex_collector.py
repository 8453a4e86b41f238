"""Prints every regular expression that the program compiles as JSON: pattern, flags, file (`python -m tests.helpers.regex_collector`).

Whatever is compiled while all modules are imported and what screens and understands is loaded is noted, with the file that asked for it;
so patterns that are put together of knowledge/ are among them. What libraries compile for themselves is not.
"""

from __future__ import annotations

import importlib
import json
import re
import sre_compile
import sys
from typing import Any

from bot.paths import ROOT
from bot.rasa_environment import prepare
from bot.settings import Settings

_FOUND: dict[tuple[str, int], str] = {}
_COMPILE = sre_compile.compile
_MOST_FRAMES = 4


def _noted(pattern: Any, flags: int = 0) -> Any:
    made = _COMPILE(pattern, flags)
    frame, left = sys._getframe(1), _MOST_FRAMES
    # Between us and who asked stands only the module `re`.
    while frame is not None and left:
        file = frame.f_code.co_filename
        if file.startswith(str(ROOT)) and "/.venv/" not in file:
            words = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
            _FOUND.setdefault((words, made.flags), file[len(str(ROOT)) + 1 :])
            break
        frame, left = frame.f_back, left - 1
    return made


def main() -> None:
    """Import, load, print."""
    sre_compile.compile = _noted
    settings = Settings.from_environment()
    prepare(settings.log_level, settings.home)
    re.purge()
    for layer in ("knowledge", "actions", "bot"):
        for file in sorted((ROOT / layer).rglob("*.py")):
            if file.name != "__main__.py":
                name = file.relative_to(ROOT).as_posix().removesuffix(".py")
                importlib.import_module(name.removesuffix("/__init__").replace("/", "."))
    from actions.report.rules import ReportRules
    from bot.screening import load_screener
    from bot.warming import SAMPLE_OFFER
    from knowledge.lint import lint
    from knowledge.load import load

    ReportRules.load()
    load_screener(settings).screen(SAMPLE_OFFER)
    lint(load())
    rows = [[pattern, flags, file] for (pattern, flags), file in _FOUND.items()]
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
