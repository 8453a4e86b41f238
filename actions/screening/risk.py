"""From red flags to one of four risks, by the combinations that knowledge/screening/risiko.yml declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from actions.screening.model import HIGH, LOW, MEDIUM
from actions.screening.tables import table

TABLE = "risiko"

_ALONE = 3
_WARNING = 2


@dataclass(frozen=True)
class RiskRules:
    """How flags combine.

    Attributes:
        one_fact: sets of flags that describe one fact and count once, as the heaviest of them.
        enough: flags below severity 3 that are enough for "tinggi".
        weighty: flags of which one must be among two different facts of severity 2.
        sum_high: sum of severities that is enough for "tinggi".
    """

    one_fact: tuple[frozenset[str], ...]
    enough: frozenset[str]
    weighty: frozenset[str]
    sum_high: int

    @classmethod
    def load(cls, root: Path) -> RiskRules:
        """Read risiko.yml.

        Args:
            root: the knowledge folder.

        Raises:
            FileNotFoundError: it is not there.
        """
        row = table(root, TABLE)
        return cls(
            tuple(map(frozenset, row["one_fact"])),
            frozenset(row["enough"]),
            frozenset(row["weighty"]),
            row["sum_high"],
        )


def risk_of(rules: RiskRules, severities: Mapping[str, int], is_traceable: bool) -> tuple[str, int]:
    """The risk of an offer and its score, the sum of the severities of all different facts.

    Never less than "sedang" for an offer that states no licence. That it names an institution is not enough: an announcement of BP2MI needs
    no licence, but whoever writes can borrow the name, and no sign may be left that tells the two apart (docs/screening.md).

    Args:
        rules: how flags combine.
        severities: flag -> its severity in this offer.
        is_traceable: whether the offer states the number of a licence.
    """
    facts = _facts(rules, severities)
    score = sum(facts.values())
    if not rules.enough.isdisjoint(severities) or _ALONE in facts.values():
        return HIGH, score
    warnings = [flag for flag, severity in facts.items() if severity >= _WARNING]
    if len(warnings) > 1 and not rules.weighty.isdisjoint(warnings):
        return HIGH, score
    if score >= rules.sum_high:
        return HIGH, score
    return (MEDIUM if facts or not is_traceable else LOW), score


def _facts(rules: RiskRules, severities: Mapping[str, int]) -> dict[str, int]:
    """Flags with their severity, of flags about one fact only the heaviest."""
    facts = dict(severities)
    for same in rules.one_fact:
        together = sorted(same.intersection(facts), key=lambda flag: (-facts[flag], flag))
        for flag in together[1:]:
            del facts[flag]
    return facts
