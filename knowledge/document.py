"""One file of the knowledge folder as rules see it: data, lines, and the texts that users read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from knowledge.findings import Finding, Level
from knowledge.yaml_reader import KeyPath

PROSE_FIELDS: dict[str, frozenset[str]] = {
    "source": frozenset({"label"}),
    "channel": frozenset({"name", "serves", "label", "hours", "alert", "text"}),
    "province": frozenset({"name"}),
    "country": frozenset({"name", "area"}),
    "topic": frozenset({"title", "text", "heading"}),
    "crisis": frozenset({"title", "text", "ask"}),
    "red_flag": frozenset({"title", "text", "ask_recruiter"}),
    "destination": frozenset({"name", "text", "job"}),
    "quiz": frozenset({"question", "text"}),
    # What invented people write is theirs: not `says`, `pasted`, `reply`, `try_live`, nor the answers of a role-play.
    "scene": frozenset("title teaser role text narration question notes ask".split()),
    "roleplay": frozenset("title teaser role text story effect name notes".split()),
    "check": frozenset({"title", "statement", "text"}),
    "screening/kalimat": frozenset(
        "text no_accusation greeting closing how_to_send nothing_kept again".split()
        + "tinggi sedang rendah bukan_lowongan".split()
    ),
    "screening/tahap": frozenset({"title", "text"}),
    "screening/kelengkapan": frozenset({"name", "text", "ask"}),
    "screening/formulir": frozenset(
        "ask title told unknown how stop not_understood stopped rests".split()
    ),
    "screening/kartu": frozenset(
        "above signs missing no_proof next_heading checks_heading text about caption".split()
    ),
    "screening/gaji": frozenset({"job"}),
    "report/laporan": frozenset(
        "label ask title told consent consent_how watched ask_consent again how how_free".split()
        + "declined stopped rests ready own_data delete correct terminal terminal_stopped".split()
        + "nothing about by_hand empty sign place_date name received officer number".split()
        + "for_you keep order evidence asked unprinted".split()
    ),
    "report/urutan": frozenset({"name", "text"}),
    "paper/lembar": frozenset(
        "about title subtitle text do here heading do_heading contacts_heading scan typed".split()
    ),
    # figures and ids, never shown as they stand
    **dict.fromkeys(("screening/kurs", "screening/negara", "screening/risiko"), frozenset()),
    # only for understanding, never shown
    "concepts": frozenset(),
    "names": frozenset(),
    "language": frozenset({"name", "greeting", "answer_note"}),
}
"""Kind -> names of the fields whose words a user reads."""

USER_NOTES = frozenset({"country", "province"})
"""Kinds whose top-level `note` is shown to users; elsewhere a note is for editors."""

SENTENCE_FIELDS = frozenset(
    "text ask ask_recruiter question note hours alert serves answer_note".split()
    + "teaser narration notes story effect statement".split()
)
"""Fields made of sentences; titles, names and labels are not."""

EDITOR_FIELDS = frozenset({"evidence", "conflict", "editor_note", "expert_review", "checked_by"})
"""Top-level fields that never reach a user."""


@dataclass(frozen=True)
class Document:
    """One YAML file.

    Attributes:
        kind: kind of record, from the folder.
        stem: file name without `.yml`; by rule the same as the id.
        path: file, relative to the folder above `knowledge/`.
        source: text of the file.
        data: content as plain dicts, lists and scalars; empty when the YAML is broken.
        lines: path of keys -> line, from 1.
        unquoted: values that look like a number or a yes/no and carry no quotes.
        problems: what is wrong with YAML and schema, found while loading.
    """

    kind: str
    stem: str
    path: str
    source: str
    data: dict[str, Any]
    lines: dict[KeyPath, int]
    unquoted: dict[KeyPath, str]
    problems: tuple[Finding, ...] = ()

    def line(self, path: KeyPath) -> int:
        """Return the line of `path`, or of the nearest thing above it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def finding(
        self, path: KeyPath, message: str, tip: str, rule: str,
        *, level: Level = "error", value: str = "", line: int | None = None,
    ) -> Finding:  # fmt: skip
        """Return a finding at the line of `path` in this file."""
        place = self.line(path) if line is None else line
        return Finding(self.path, place, dotted(path), message, tip, rule, level, value)

    def get(self, key: str) -> Any:
        """Return a top-level value, or None when it is missing."""
        return self.data.get(key)

    @cached_property
    def strings(self) -> tuple[tuple[KeyPath, str], ...]:
        """Every string value of the file with its path."""
        return tuple(_strings(self.data, ()))

    @cached_property
    def prose(self) -> tuple[tuple[KeyPath, str], ...]:
        """Every text that a user may read, with its path."""
        names = PROSE_FIELDS[self.kind]
        notes = self.kind in USER_NOTES
        return tuple(
            (path, text)
            for path, text in self.strings
            if (field_of(path) in names and path[0] not in EDITOR_FIELDS)
            or (notes and path == ("note",))
        )

    @cached_property
    def claims(self) -> tuple[tuple[KeyPath, dict[str, Any]], ...]:
        """Every mapping that names its `sources`, with its path."""
        return tuple(_claims(self.data, ()))


def field_of(path: KeyPath) -> str:
    """Return the name of the field that a value stands in; of a list's item, the list's."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def dotted(path: KeyPath) -> str:
    """Return `longer[0].text` for `("longer", 0, "text")`."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).lstrip(".")


def _strings(node: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, child in node.items():
            yield from _strings(child, (*path, key))
    elif isinstance(node, list):
        for position, child in enumerate(node):
            yield from _strings(child, (*path, position))


def _claims(node: Any, path: KeyPath) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    if isinstance(node, dict):
        if "sources" in node:
            yield path, node
        for name, child in node.items():
            if isinstance(child, (dict, list)):
                yield from _claims(child, (*path, name))
    elif isinstance(node, list):
        for position, child in enumerate(node):
            if isinstance(child, (dict, list)):
                yield from _claims(child, (*path, position))
