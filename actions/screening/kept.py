"""The last screening as a conversation keeps it: flags with their evidence, and nothing else of the text."""

from __future__ import annotations

from typing import Any

from actions.screening.model import Evidence, Facts, Flag, Screening
from actions.screening.private import Hidden, hidden_evidence

Kept = dict[str, Any]
HIDDEN = "hidden"


def to_slot(screening: Screening) -> Kept:
    """A screening as plain data for a slot: of the text only the words that raised flags, which may hold names and numbers."""
    return {
        "risk": screening.risk,
        "score": screening.score,
        "flags": [
            {
                "id": flag.id,
                "severity": flag.severity,
                "evidence": [
                    [each.text, each.start, each.end, each.is_absence] for each in flag.evidence
                ],
            }
            for flag in screening.flags
        ],
        "country": screening.facts.country_code,
        "missing": list(screening.missing),
        "stage": screening.stage,
        # Places only: what a card must not show of the evidence.
        HIDDEN: [list(each) for each in hidden_evidence(screening)],
    }


def hidden_of(kept: Kept | None) -> list[Hidden]:
    """What must not be shown to others of the evidence that `to_slot` kept."""
    return [(start, end, label) for start, end, label in (kept or {}).get(HIDDEN) or ()]


def from_slot(kept: Kept | None) -> Screening | None:
    """What `to_slot` kept, with an empty text; None when nothing was kept."""
    if not kept:
        return None
    return Screening(
        text="",
        risk=kept["risk"],
        score=kept["score"],
        flags=tuple(
            Flag(
                row["id"],
                row["severity"],
                tuple(Evidence(*each) for each in row["evidence"]),
            )
            for row in kept["flags"]
        ),
        facts=Facts(country_code=kept["country"]),
        missing=tuple(kept["missing"]),
        stage=kept["stage"],
    )
