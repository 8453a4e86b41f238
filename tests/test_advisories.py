"""Every known weakness of a locked package is answered, and the answers fit the lock (docs/advisories.yml, docs/security.md)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from aiohttp import http_parser

from bot.paths import ROOT
from tests.helpers.supply import advisories
from tests.helpers.supply.lock import packages

TABLE = advisories.load()
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("row", TABLE["advisories"], ids=lambda row: row["id"])
def test_an_answer_fits_the_lock(row: dict[str, str]) -> None:
    assert re.fullmatch(r"GHSA(-[0-9a-z]{4}){3}|CVE-\d{4}-\d{4,}", row["id"])
    assert re.fullmatch(r"CVE-\d{4}-\d{4,}", row.get("also", "CVE-2000-0000"))
    state = TABLE["answers"][row["answer"]]["state"]
    assert advisories.is_affected(row, packages()) == (state != advisories.FIXED)


def test_every_answer_is_used_and_names_its_proof() -> None:
    used = {row["answer"] for row in TABLE["advisories"]}
    assert set(TABLE["answers"]) == used
    for name, answer in TABLE["answers"].items():
        assert answer["state"] in advisories.STATES, name
        assert answer["why"].endswith("."), name
        assert (ROOT / answer["shown"]).is_file(), name
        for path in re.findall(r"\b(?:bot|actions|deploy)/[\w/.-]+\w", answer["why"]):
            assert (ROOT / path).exists(), path


def test_no_weakness_stands_there_twice() -> None:
    ids = [name for row in TABLE["advisories"] for name in (row["id"], row.get("also")) if name]
    assert len(ids) == len(set(ids))


def test_the_page_holds_the_table() -> None:
    rows = "\n".join((advisories.HEAD, *advisories.lines(TABLE)))
    assert rows in PAGE, "make it anew: python -m tests.helpers.supply advisories"
    for name, answer in TABLE["answers"].items():
        assert f"| {name} | {answer['state']} | {answer['why']} | {answer['shown']} |" in PAGE


def test_requests_are_read_by_the_parser_in_c() -> None:
    assert http_parser.HttpRequestParser is not http_parser.HttpRequestParserPy


def _report(**package: Any) -> dict[str, Any]:
    return {"dependencies": [{"name": "aiohttp", "version": "3.9.5", **package}]}


def test_a_finding_that_is_answered_passes_by_any_of_its_names() -> None:
    row = TABLE["advisories"][0]
    for names in ([row["id"]], ["PYSEC-1", row["also"]]):
        vulns = [{"id": names[0], "aliases": names[1:]}]
        verdict = advisories.judge(_report(vulns=vulns), TABLE)
        assert verdict.is_clean
        assert len(verdict.answered) == 1


def test_a_finding_that_nobody_answered_is_told() -> None:
    verdict = advisories.judge(_report(vulns=[{"id": "GHSA-xxxx-xxxx-xxxx"}]), TABLE)
    assert not verdict.is_clean
    assert "NOT ANSWERED: aiohttp 3.9.5: GHSA-xxxx-xxxx-xxxx" in verdict.words()


def test_a_weakness_that_was_called_repaired_and_is_found_is_not_answered() -> None:
    row = next(row for row in TABLE["advisories"] if row["answer"] == advisories.FIXED)
    found = {"name": row["package"], "version": "1", "vulns": [{"id": row["id"]}]}
    assert advisories.judge({"dependencies": [found]}, TABLE).unanswered


def test_an_answer_counts_for_its_own_package_only() -> None:
    row = TABLE["advisories"][0]
    found = {"name": "other", "version": "1", "vulns": [{"id": row["id"]}]}
    assert advisories.judge({"dependencies": [found]}, TABLE).unanswered


def test_what_could_not_be_asked_about_is_never_called_clean() -> None:
    # pip-audit ends with 0 and "No known vulnerabilities found" then.
    skipped = "Dependency not found on PyPI and could not be audited: aiohttp (3.9.5)"
    verdict = advisories.judge(
        {"dependencies": [{"name": "aiohttp", "skip_reason": skipped}]}, TABLE
    )
    assert not verdict.is_clean
    assert "NOT AUDITED: 1 packages" in verdict.words()
