"""Starts Mawas where pip installed it; the wheel calls this file `mawas/__init__.py` (pyproject.toml).

Standard library only: it runs before anybody knows whether the packages are there.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

MISSING = 4
# One of each way in which an installation stays half done.
NEEDED = ("platformdirs", "rasa", "spacy", "sqlalchemy", "phonenumbers", "onnxruntime", "telegram")
FOLDER = Path(__file__).resolve().parent


def main() -> int:
    """Run the `mawas` command, `chat` when nothing is asked for; returns the exit status."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        lock = FOLDER / "requirements.lock"
        sys.stderr.write(
            f"mawas: pustaka belum terpasang: {', '.join(missing)}.\n"
            f'Saran: "{sys.executable}" -m pip install --no-deps --require-hashes -r "{lock}"\n'
        )
        return MISSING
    # First, so that no other package called `bot` or `actions` stands before ours.
    sys.path.insert(0, str(FOLDER))
    from bot.cli import main as run

    return run(sys.argv[1:] or ["chat"])
