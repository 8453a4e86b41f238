from __future__ import annotations

import os
from pathlib import Path

import pytest
from platformdirs import user_data_path

from bot.bundle.place import default_home, is_bundle

USERS = user_data_path("mawas", appauthor=False)


def test_a_checkout_is_no_bundle(tmp_path: Path) -> None:
    assert not is_bundle()
    assert default_home() == USERS
    (tmp_path / "data").mkdir()
    assert default_home(tmp_path) == USERS


def test_a_bundle_keeps_its_data_beside_it(bundle: Path) -> None:
    assert default_home(bundle) == bundle / "data"
    assert sorted(path.name for path in (bundle / "data").iterdir()) == [
        "knowledge.db",
        "models",
        "screening",
    ]


@pytest.mark.skipif(os.name == "nt", reason="folders of Windows have no such permission")
def test_a_stick_that_cannot_be_written_leads_to_the_users_folder(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(dir: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert default_home(bundle) == USERS
