"""What is kept beside the model, and how a damaged model is noticed."""

from __future__ import annotations

import json
from pathlib import Path

from bot import training
from bot.settings import Settings


def test_the_stored_fingerprint_is_of_names_and_digests(settings: Settings) -> None:
    stored = json.loads((settings.models / training.FINGERPRINT_NAME).read_text(encoding="utf-8"))
    assert set(stored) == {*training.PARTS, training.SIZE}
    assert all(len(stored[part]) == 64 for part in training.PARTS)


def test_a_damaged_model_is_as_good_as_none(tmp_path: Path) -> None:
    damaged = Settings(home=tmp_path, db_url="sqlite://", log_level=30)
    damaged.models.mkdir()
    (damaged.models / training.MODEL_NAME).write_bytes(b"half")
    made = {**training.fingerprint(), training.SIZE: 2_000_000}
    (damaged.models / training.FINGERPRINT_NAME).write_text(json.dumps(made), encoding="utf-8")
    assert training.changed_parts(damaged) == list(training.PARTS)
