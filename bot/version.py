"""The version of this Mawas; the wheel is named by it (pyproject.toml)."""

VERSION = "1.0.0"
