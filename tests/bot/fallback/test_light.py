"""The fallback works where the libraries that the assistant needs cannot be imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.paths import ROOT

HEAVY = ("rasa", "rasa_sdk", "spacy", "numpy", "scipy", "sqlalchemy", "sanic", "matplotlib")
PROGRAM = f"""
import sys
for name in {HEAVY!r}:
    sys.modules[name] = None
from pathlib import Path
from bot.fallback.answers import FallbackAnswers
from bot.fallback.file import facts_in
told = FallbackAnswers(facts_in(Path(sys.argv[1]))).answer("saya dikurung di kamboja, tolong", "")
print(told.danger)
print(*told.bubbles)
"""


def test_danger_is_answered_from_the_records_without_any_heavy_library(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "no such folder")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("darurat_disekap\n")
    assert "+855 12 813 282" in done.stdout
