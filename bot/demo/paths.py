"""Where the files of the page lie."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
