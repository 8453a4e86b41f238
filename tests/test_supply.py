"""The licences of all packages, and the bill of materials."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.paths import ROOT
from tests.helpers.supply import licences, sbom
from tests.helpers.supply.__main__ import main
from tests.helpers.supply.lock import LOCK, packages

TABLE = licences.load_table()


def test_every_line_of_the_lock_is_read() -> None:
    begun = re.findall(
        r"^([\w.-]+)(?:\[.*?\])?==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [(package.name, package.version) for package in packages()] == begun
    assert len(begun) > 150
    assert all(package.hashes for package in packages())


def test_every_package_has_a_licence_that_is_allowed_and_the_page_lists_it() -> None:
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page()


@pytest.mark.parametrize(
    "words", [["GPL-3.0-only"], ["Proprietary"], [], ["MIT AND AGPL-3.0-only"]]
)
def test_a_licence_that_nobody_read_stops_the_check(words: list[str]) -> None:
    with pytest.raises(licences.UnknownLicenceError, match="some-package"):
        licences.licence_of("some-package", TABLE, words)


def test_words_of_metadata_are_read_as_spdx() -> None:
    assert licences.licence_of("some-package", TABLE, ["OSI Approved", "MIT License"]) == "MIT"
    assert licences.licence_of("some-package", TABLE, ["MIT OR Apache-2.0"]) == "MIT OR Apache-2.0"


def test_what_is_said_of_single_packages_is_still_needed() -> None:
    names = {package.name for package in packages()}
    assert set(TABLE["packages"]) <= names


def test_a_page_that_no_longer_fits_is_told_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(licences, "PAGE", tmp_path / "licences.md")
    assert main(["licences"]) == 1
    assert "--write" in capsys.readouterr().out
    assert main(["licences", "--write"]) == 0
    assert main(["licences"]) == 0


def test_the_bill_lists_every_package_with_its_version_and_is_always_the_same(
    tmp_path: Path,
) -> None:
    file = tmp_path / "sbom.json"
    assert main(["sbom", str(file)]) == 0
    text = file.read_text(encoding="utf-8")
    bill = json.loads(text)
    listed = [(part["name"], part["version"]) for part in bill["components"]]
    assert listed == [(package.name, package.version) for package in packages()]
    assert text == sbom.as_text(sbom.sbom())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert len({part["bom-ref"] for part in bill["components"]}) == len(listed)
    assert str(ROOT) not in text


def test_the_tools_of_the_audit_are_pinned_by_hash_and_name_no_address() -> None:
    text = (ROOT / ".ci" / "audit-requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    found = packages(ROOT / ".ci" / "audit-requirements.lock")
    assert {"pip-audit", "cyclonedx-python-lib"} <= {package.name for package in found}
    assert all(package.hashes for package in found)
