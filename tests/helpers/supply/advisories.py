"""Known weaknesses of the lock's packages, and what a scanner's report says beyond them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from packaging.specifiers import SpecifierSet

from bot.paths import ROOT
from tests.helpers.supply.lock import Package, packages

TABLE = ROOT / "docs" / "advisories.yml"
FIXED = "fixed"
STATES = (FIXED, "unreachable", "shut", "bounded", "accepted")
HEAD = "| Advisory | Package | Affected | What | Answer |\n|---|---|---|---|---|"


def load() -> dict[str, Any]:
    """The content of docs/advisories.yml."""
    table: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return table


def is_affected(row: Mapping[str, str], found: Sequence[Package]) -> bool:
    """Whether a version of the lock is among the affected ones.

    Raises:
        KeyError: the package is not in the lock.
    """
    versions = [package.version for package in found if package.name == row["package"]]
    if not versions:
        raise KeyError(row["package"])
    affected = SpecifierSet(row["affected"])
    return any(affected.contains(version, prereleases=True) for version in versions)


def lines(table: Mapping[str, Any]) -> Iterator[str]:
    """The rows of the table in docs/security.md."""
    for row in table["advisories"]:
        ids = ", ".join(filter(None, (row["id"], row.get("also"))))
        affected = row["affected"].replace(",", ", ")
        yield f"| {ids} | {row['package']} | {affected} | {row['what']} | {row['answer']} |"


@dataclass(frozen=True)
class Verdict:
    """What a report of pip-audit comes to.

    Attributes:
        audited: packages that the service of weaknesses knew.
        skipped: packages that it could not be asked about.
        answered: findings that the table answers.
        unanswered: findings that it does not.
    """

    audited: int
    skipped: int
    answered: tuple[str, ...]
    unanswered: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """True when everything was asked about and every finding is answered."""
        return not self.skipped and not self.unanswered

    def words(self) -> str:
        """For whoever reads the log."""
        said = [
            f"{self.audited} packages audited, {len(self.answered)} findings answered in docs/{TABLE.name}."
        ]
        if self.skipped:
            said.append(
                f"NOT AUDITED: {self.skipped} packages. The service of weaknesses was not reached; nothing is known about them today."
            )
        said += [f"NOT ANSWERED: {finding}" for finding in self.unanswered]
        return "\n".join(said)


def judge(report: Mapping[str, Any], table: Mapping[str, Any]) -> Verdict:
    """Compare a report with the table.

    Args:
        report: JSON of pip-audit; its exit status and its "No known vulnerabilities found" are the same when it could ask nobody.
        table: of docs/advisories.yml.
    """
    known = {
        (row["package"], name)
        for row in table["advisories"]
        for name in (row["id"], row.get("also"))
        if table["answers"][row["answer"]]["state"] != FIXED
    }
    answered, unanswered = [], []
    dependencies = report["dependencies"]
    skipped = sum("skip_reason" in one for one in dependencies)
    for one in dependencies:
        for finding in one.get("vulns", ()):
            names = [finding["id"], *finding.get("aliases", ())]
            is_known = any((one["name"], name) in known for name in names)
            words = f"{one['name']} {one['version']}: {', '.join(names)}"
            (answered if is_known else unanswered).append(words)
    return Verdict(len(dependencies) - skipped, skipped, tuple(answered), tuple(unanswered))


def judge_file(file: Path) -> Verdict:
    """As `judge`, with a report in a file and the table of this project."""
    report = json.loads(file.read_text(encoding="utf-8"))
    verdict = judge(report, load())
    if verdict.audited + verdict.skipped == 0:
        # Nothing was read at all: that is no answer either.
        return Verdict(0, len(packages()), (), ())
    return verdict
