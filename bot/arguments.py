"""Reads the command line in Indonesian."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from bot.errors import SettingsError


class IndonesianParser(argparse.ArgumentParser):
    """An argument parser that speaks Indonesian."""

    def __init__(self, **options: Any) -> None:
        """As the parent class, with our own help option."""
        super().__init__(**{"add_help": False, **options})
        self._positionals.title = "isian"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def format_usage(self) -> str:
        """Indonesian (see parent class)."""
        return super().format_usage().replace("usage:", "pemakaian:")

    def format_help(self) -> str:
        """Indonesian (see parent class)."""
        return super().format_help().replace("usage:", "pemakaian:")

    def error(self, message: str) -> NoReturn:
        """Say what was typed, and where help is (see parent class)."""
        # argparse's own message is English; what was typed says as much.
        self.print_usage(sys.stderr)
        typed = " ".join(sys.argv[1:])
        self.exit(
            SettingsError.exit_status,
            f"mawas: perintah atau pilihan tidak dikenal, atau ada yang kurang: {typed}\n"
            "Saran: lihat mawas --help\n",
        )
