"""Runs every rule over the knowledge folder and returns every finding, never only the first."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.corpus import Corpus
from knowledge.exceptions import excuse, read_exceptions
from knowledge.findings import Finding
from knowledge.rules import RULES, review_overdue


def lint(corpus: Corpus) -> list[Finding]:
    """Return all findings, sorted by file and line."""
    entries, wrong_entries = read_exceptions(corpus.root)
    findings = set(excuse(_all_findings(corpus), entries, corpus.root))
    return sorted(findings | set(wrong_entries))


def errors(findings: list[Finding]) -> list[Finding]:
    """Return the findings that make a check fail."""
    return [finding for finding in findings if finding.level == "error"]


def blockers(findings: list[Finding]) -> list[Finding]:
    """Return the findings that stop a build: all errors but overdue reviews."""
    return [finding for finding in errors(findings) if finding.rule != review_overdue.NAME]


def _all_findings(corpus: Corpus) -> Iterator[Finding]:
    yield from corpus.strays
    for rule in RULES:
        documents = [document for document in corpus.documents if document.kind in rule.SCOPE]
        yield from rule.check(documents, corpus)
