"""Reads `exceptions.yml`, the only place where a finding may be excused, and applies it.

An exception that excuses nothing is itself an error, so the list can only shrink.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from knowledge.findings import Finding
from knowledge.yaml_reader import parse

FILE_NAME = "exceptions.yml"
RULE = "stale_exceptions"
_KEYS = {"rule", "record", "value", "reason"}
_PROVEN = frozenset(
    "pattern_syntax pattern_name pattern_twice pattern_covered pattern_unused".split()
    + "near_miss_raises near_miss_learned phrase_unseen".split()
)
"""Found by actions.screening, which exceptions do not reach: a near miss is excused by a pattern of `unless`."""
_NEVER = frozenset({"schema", "catalogue_complete", RULE}) | _PROVEN
"""Rules whose findings nothing excuses: what they guard is needed by the program."""


@dataclass(frozen=True)
class ExceptionEntry:
    """One excused value of one record in one rule, with the reason and its line."""

    rule: str
    record: str
    value: str
    reason: str
    line: int


def read_exceptions(root: Path) -> tuple[list[ExceptionEntry], list[Finding]]:
    """Return the entries of `exceptions.yml` and what is wrong with the file. It may be missing."""
    path = root / FILE_NAME
    place = f"{root.name}/{FILE_NAME}"
    if not path.is_file():
        return [], []
    parsed = parse(path.read_text(encoding="utf-8-sig"), {})
    if parsed.problems or not isinstance(parsed.data, list):
        tip = "satu baris satu pengecualian: - {rule: ..., record: ..., value: ..., reason: ...}"
        return [], [Finding(place, 1, "", "daftar pengecualian tidak terbaca.", tip, RULE)]
    entries, findings = [], []
    for position, item in enumerate(parsed.data):
        line = parsed.lines[(position,)]
        if not isinstance(item, dict) or set(item) != _KEYS or not all(item.values()):
            tip = "isi rule, record, value, dan reason, tidak lebih dan tidak kurang."
            findings.append(Finding(place, line, f"[{position}]", "tidak lengkap.", tip, RULE))
        elif item["rule"] in _NEVER:
            tip = "perbaiki rekamannya."
            message = f"aturan {item['rule']} tidak boleh dikecualikan."
            findings.append(Finding(place, line, f"[{position}]", message, tip, RULE))
        else:
            entries.append(ExceptionEntry(**item, line=line))
    return entries, findings


def excuse(
    findings: Iterable[Finding], entries: Iterable[ExceptionEntry], root: Path
) -> Iterator[Finding]:
    """Yield the findings that no entry excuses, then an error for each entry not needed."""
    unused = {(entry.rule, entry.record, entry.value): entry for entry in entries}
    excused = frozenset(unused)
    for finding in findings:
        key = (finding.rule, PurePosixPath(finding.path).stem, finding.value)
        if finding.value and key in excused:
            unused.pop(key, None)
        else:
            yield finding
    for entry in unused.values():
        yield Finding(
            f"{root.name}/{FILE_NAME}",
            entry.line,
            "",
            f"pengecualian {entry.rule} untuk {entry.record} '{entry.value}' tidak diperlukan.",
            "hapus baris ini.",
            RULE,
        )
