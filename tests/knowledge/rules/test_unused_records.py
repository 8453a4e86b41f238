"""The rule unused_records."""

from __future__ import annotations

from pathlib import Path

from tests.knowledge.builders import findings, make_channel, make_source, whole_folder

RULE = "unused_records"


def test_a_source_that_nobody_cites_is_reported(tmp_path: Path) -> None:
    sources = [make_source(), make_source(id="lain")]

    assert findings(tmp_path, RULE, source=sources) == ["sources/lain.yml:1 id"]


def test_a_channel_that_no_user_can_meet_is_reported(tmp_path: Path) -> None:
    channels = [*whole_folder()["channel"], make_channel(id="lsm", level="masyarakat_sipil")]

    assert findings(tmp_path, RULE, channel=channels) == ["channels/lsm.yml:1 id"]


def test_a_channel_reached_by_level_or_province_is_used(tmp_path: Path) -> None:
    channels = [
        *whole_folder()["channel"],
        make_channel(id="polri"),
        make_channel(id="polda", level="provinsi", province="aceh"),
    ]

    assert findings(tmp_path, RULE, channel=channels) == []
