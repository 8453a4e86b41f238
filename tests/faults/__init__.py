"""Kills the program at random moments and looks what is left: `python -m tests.faults` (docs/faults.md)."""
