"""Throws hostile inputs at everything that reads what strangers send: `python -m tests.fuzz` (docs/fuzz.md)."""
