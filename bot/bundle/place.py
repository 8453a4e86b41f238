"""Where this program runs: inside a bundle or not, and where its data goes then. Loads nothing heavy: settings ask it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from platformdirs import user_data_path

from bot.paths import ROOT

# What is in a bundle, below its root.
MANIFEST = "bundle.json"
PYTHON = "python"
PACKAGES = "packages"
DATA = "data"
# What of a data folder travels. Never the secret, sessions, conversations, saved cards: they belong to whoever made them.
MADE = ("knowledge.db", "models", "screening")


def is_bundle(root: Path = ROOT) -> bool:
    """Tell whether the program stands in a bundle; the manifest is written last, so half a bundle is none."""
    return (root / MANIFEST).is_file()


def default_home(root: Path = ROOT) -> Path:
    """The data folder when nobody says: beside the program on a stick, else the user's own.

    A stick that cannot be written (a switch on its side, a disc) is read from, and the user's folder is used.
    """
    if is_bundle(root) and _writable(root / DATA):
        return root / DATA
    return user_data_path("mawas", appauthor=False)


def _writable(folder: Path) -> bool:
    """Try it: what the system says about folders is not to be trusted on Windows and on sticks."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
