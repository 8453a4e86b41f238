"""Asks back before something that cannot be undone."""

from __future__ import annotations

import sys

from bot.errors import SettingsError


def agreed(question: str, word: str) -> bool:
    """Ask on a terminal.

    Args:
        question: what will happen.
        word: what has to be typed for a yes.

    Raises:
        SettingsError: there is no terminal, so nobody can be asked.
    """
    if not sys.stdin.isatty():
        raise SettingsError(f"{question} Saran: tambahkan --yes bila itu memang maksudnya.")
    try:
        return input(f"{question} Ketik {word} untuk meneruskan: ").strip().lower() == word
    except EOFError:
        return False
