"""How this copy of Mawas is started and mended: by the script beside it, or as the command that pip installed."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.paths import ROOT


def is_installed(root: Path = ROOT) -> bool:
    """Tell whether pip installed it: only the wheel makes one package of the whole project (bot/wheel_start.py)."""
    return (root / "__init__.py").is_file()


def typed(text: str, root: Path = ROOT) -> str:
    """Advice with the commands as they have to be typed here."""
    return text.replace("./mawas", "mawas") if is_installed(root) else text


def install_again(root: Path = ROOT) -> str:
    """What to do about packages that are missing or of another version."""
    if is_installed(root):
        lock = root / "requirements.lock"
        return f'Jalankan "{sys.executable}" -m pip install --no-deps --require-hashes -r "{lock}"'
    return "Hapus folder .venv lalu jalankan ./mawas lagi."
