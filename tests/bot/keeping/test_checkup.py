from __future__ import annotations

import json
import logging
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.database import engine_of
from bot.diagnosis import Diagnosis
from bot.keeping import backup, checkup
from bot.keeping.checkup import diagnoses
from bot.keeping.sets import SETS
from bot.paths import ROOT
from bot.settings import Settings
from tests.helpers.postgresql import postgresql
from tests.helpers.redis import RedisServer


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    return Settings(tmp_path, f"sqlite:///{tmp_path / 'knowledge.db'}", logging.WARNING)


def told(settings: Settings) -> dict[str, Diagnosis]:
    return {row.about: row for row in diagnoses(settings)}


def test_a_laptop_has_nothing_to_mend_and_nothing_is_made(home: Settings) -> None:
    found = told(home)
    assert set(found) == {"Bentuk basis data", "Redis", "Cadangan"}
    assert not any(row.advice for row in found.values())
    assert list(home.home.iterdir()) == []


def test_versions_of_the_tables(home: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for kept in SETS:
        kept.make(engine_of(kept.url(home)))
    row = told(home)["Bentuk basis data"]
    assert "conversations 0002" in row.state
    assert not row.advice
    monkeypatch.setattr(checkup, "version_of", lambda engine, name: "0001")
    late = told(home)["Bentuk basis data"]
    assert "diperbarui saat mulai: conversations" in late.state
    assert not late.advice
    monkeypatch.setattr(checkup, "version_of", lambda engine, name: "0099")
    advice = told(home)["Bentuk basis data"].advice
    assert "lebih baru" in advice
    # As restoring with --replace would not do.
    assert "kosongkan basis datanya" in advice
    assert "## 8. Memperbarui" in (ROOT / "docs" / "operasi.md").read_text(encoding="utf-8")


def test_the_age_of_the_last_backup(home: Settings) -> None:
    for kept in SETS:
        kept.make(engine_of(kept.url(home)))
    assert "belum pernah" in told(home)["Cadangan"].state
    file = backup.back_up(home, home.home / "x.jsonl.gz").file
    fresh = told(home)["Cadangan"]
    assert "0 jam lalu" in fresh.state
    assert not fresh.advice
    file.unlink()
    assert "sudah dipindahkan" in told(home)["Cadangan"].state
    old = {"at": time.time() - 3 * 86400, "file": str(file)}
    (home.home / backup.NOTE).write_text(json.dumps(old), encoding="utf-8")
    late = told(home)["Cadangan"]
    assert "3 hari lalu" in late.state
    assert "./mawas backup" in late.advice


def test_servers_that_answer_and_servers_that_do_not(home: Settings) -> None:
    with postgresql() as url, RedisServer() as redis:
        both = replace(home, db_url=url, redis_url=redis.url)
        found = told(both)
        assert found["Server basis data"].state.startswith("postgresql ")
        assert not found["Server basis data"].advice
        assert found["Redis"].state.startswith("menjawab")
        assert not found["Redis"].advice
        assert "SQLite" in told(replace(home, redis_url=redis.url))["Redis"].advice
    away = replace(
        home,
        db_url="postgresql://mawas:katasandi@127.0.0.1:1/mawas",
        redis_url="redis://:katasandi@127.0.0.1:1/0",
    )
    found = told(away)
    for about in ("Server basis data", "Redis"):
        assert found[about].advice
        assert "tidak menjawab" in found[about].state
    assert "katasandi" not in str(found)
