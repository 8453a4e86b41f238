from __future__ import annotations

from pathlib import Path

import pytest

from bot.bundle.manifest import Manifest, changed, fixed, missing, read
from bot.bundle.place import MANIFEST
from bot.errors import MissingError


@pytest.mark.parametrize(
    "path", ["packages/small/__init__.py", "python/bin/python3.10", "data/models/mawas.tar.gz"]
)
def test_a_file_that_did_not_arrive_is_missing(bundle: Path, path: str) -> None:
    (bundle / path).unlink()
    assert missing(read(bundle), bundle) == [path]


def test_a_file_that_was_cut_off_is_missing_where_nobody_edits(bundle: Path) -> None:
    (bundle / "packages/small/__init__.py").write_text("pri")
    assert missing(read(bundle), bundle) == ["packages/small/__init__.py"]


def test_editing_a_record_is_no_damage_but_an_empty_one_is(bundle: Path) -> None:
    record = bundle / "knowledge/channels/a.yml"
    record.write_text("value: '112', changed by an editor\n")
    assert missing(read(bundle), bundle) == []
    record.write_text("")
    assert missing(read(bundle), bundle) == ["knowledge/channels/a.yml"]


def test_other_contents_of_the_same_length_are_found_by_reading(bundle: Path) -> None:
    (bundle / "packages/small/__init__.py").write_text("print('HI')\n")
    (bundle / "bot/cli.py").write_text("x = 2\n")
    (bundle / "mawas").unlink()
    made = read(bundle)
    steps: list[int] = []
    found = list(changed(made, bundle, lambda step, done, total: steps.append(done)))
    assert sorted(found) == ["bot/cli.py", "mawas", "packages/small/__init__.py"]
    assert fixed(found) == ["packages/small/__init__.py"]
    assert steps == list(range(len(made.files) + 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        '{"system": "L',
        "[]",
        '{"system": "L", "files": {"a": 1}}',
        '{"system": "L", "made_on": "x", "files": [1]}',
        '{"system": "L", "made_on": "x", "files": {"a": [1e999, "0"]}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_manifest_asks_for_another_copy(bundle: Path, text: str) -> None:
    (bundle / MANIFEST).write_text(text)
    with pytest.raises(MissingError, match="salin lagi seluruh folder"):
        read(bundle)


def test_a_name_that_no_file_can_have_is_missing_and_changed(bundle: Path) -> None:
    made = Manifest("Linux", "2026-11-29", {"packages/a\0b": (3, "0" * 64)})
    assert missing(made, bundle) == ["packages/a\0b"]
    assert list(changed(made, bundle, lambda *_: None)) == ["packages/a\0b"]
