"""The rule references_resolve."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.knowledge.builders import (
    findings,
    make_channel,
    make_country,
    make_crisis,
    make_destination,
    make_province,
    make_quiz,
    make_red_flag,
    make_text,
    make_topic,
    whole_folder,
)

RULE = "references_resolve"
NOWHERE = {"channel": "tiada", "area": "semua"}


@pytest.mark.parametrize(
    ("kind", "record", "field"),
    [
        ("topic", make_topic(short=make_text("Ya.", "tiada")), "short.sources[0]"),
        ("topic", make_topic(channels=["tiada"]), "channels[0]"),
        ("topic", make_topic(related=["visa", "tiada"]), "related[1]"),
        ("topic", make_topic(countries=[{"country": "ZW", **make_text()}]), "countries[0].country"),
        ("crisis", make_crisis(channels=["tiada"]), "channels[0]"),
        ("red_flag", make_red_flag(topics=["tiada"]), "topics[0]"),
        ("quiz", make_quiz(topic="tiada"), "topic"),
        ("destination", make_destination(country="ZW"), "country"),
        ("country", make_country(emergency="tiada"), "emergency"),
        ("country", make_country(missions=[NOWHERE]), "missions[0].channel"),
        ("province", make_province(bp3mi="tiada"), "bp3mi"),
        ("province", make_province(other_channels=["tiada"]), "other_channels[0]"),
        ("channel", make_channel(province="tiada"), "province"),
    ],
)  # fmt: skip
def test_a_mention_of_nothing_is_reported(
    tmp_path: Path, kind: str, record: dict[str, Any], field: str
) -> None:
    others = [each for each in whole_folder()[kind] if each["id"] != record["id"]]

    records: dict[str, Any] = {kind: [record, *others]}
    found = findings(tmp_path, RULE, **records)

    assert [place.split(" ")[1] for place in found] == [field]


def test_a_topic_related_to_itself_is_reported(tmp_path: Path) -> None:
    topics = [make_topic(related=["cek_izin", "visa"]), *whole_folder()["topic"][1:]]

    assert len(findings(tmp_path, RULE, topic=topics)) == 1
