"""One line of what `mawas doctor` reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Diagnosis:
    """What was found.

    Attributes:
        about: what was looked at.
        state: how it is.
        advice: how to mend it; empty when nothing is wrong.
    """

    about: str
    state: str
    advice: str = ""
