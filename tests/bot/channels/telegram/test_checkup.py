"""What `mawas doctor` says of the Telegram bot."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import doctor
from bot.channels.telegram import voice
from bot.channels.telegram.checkup import diagnoses
from bot.channels.telegram.database import Database, telegram_url
from bot.channels.telegram.inbox import Inbox
from bot.diagnosis import Diagnosis
from bot.paths import ROOT
from bot.settings import Settings
from tests.bot.channels.telegram.updates import SECRET, message
from tests.helpers.telegram_server import TOKEN


def told(home: Path, about: str, **environment: str) -> Diagnosis:
    settings = Settings.from_environment({"MAWAS_HOME": str(home), **environment})
    (found,) = [each for each in diagnoses(settings) if about in each.about]
    return found


def test_who_has_no_bot_has_nothing_to_mend_and_nothing_is_written(tmp_path: Path) -> None:
    settings = Settings.from_environment({"MAWAS_HOME": str(tmp_path / "home")})
    assert [each.advice for each in diagnoses(settings)] == [""] * 4
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_asked_over_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> None:
        raise AssertionError("the network")

    monkeypatch.setattr(socket.socket, "connect", no)
    assert told(tmp_path, "token", MAWAS_TELEGRAM_TOKEN=TOKEN).advice == ""


@pytest.mark.parametrize("token", ["AAUjiCobaMawas", "7000000001", "7000000001:AAsalah"])
def test_a_token_that_was_copied_in_part_is_noticed_and_not_shown(
    tmp_path: Path, token: str
) -> None:
    found = told(tmp_path, "token", MAWAS_TELEGRAM_TOKEN=token)
    assert "BotFather" in found.advice
    assert token not in f"{found.state} {found.advice}"


@pytest.mark.parametrize(
    ("environment", "wrong"),
    [
        ({"MAWAS_WEBHOOK_URL": "https://mawas.example/kait"}, False),
        ({"MAWAS_WEBHOOK_URL": "https://mawas.example:8443/kait"}, False),
        ({"MAWAS_WEBHOOK_URL": "https://mawas.example:9000/kait"}, True),
        ({"MAWAS_WEBHOOK_URL": "http://127.0.0.1/kait"}, True),
        # What belongs to a webhook, without one.
        ({"MAWAS_WEBHOOK_SECRET": "kata-rahasia-sekali"}, True),
        ({"MAWAS_WEBHOOK_LISTEN": "127.0.0.1:9000"}, True),
    ],
)
def test_settings_of_the_webhook_fit_together(
    tmp_path: Path, environment: dict[str, str], wrong: bool
) -> None:
    found = told(tmp_path, "menerima", **environment)
    assert bool(found.advice) is wrong
    assert "kata-rahasia" not in f"{found.state} {found.advice}"


def test_the_voice_model_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "model"
    found = told(tmp_path, "suara", MAWAS_VOICE_MODEL=str(folder))
    assert "model.bin" in found.state
    assert found.advice.startswith("Lihat docs/telegram.id.md")
    folder.mkdir()
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (folder / name).touch()
    monkeypatch.setattr(voice, "_PACKAGE", "json")
    assert told(tmp_path, "suara", MAWAS_VOICE_MODEL=str(folder)).advice == ""
    monkeypatch.setattr("os.access", lambda file, mode: not str(file).endswith("model.bin"))
    found = told(tmp_path, "suara", MAWAS_VOICE_MODEL=str(folder))
    assert "model.bin di" in found.state
    assert found.advice == "Perbaiki izin berkas itu."


def _receives(home: Path, *numbers: int) -> None:
    database = Database(telegram_url(Settings.from_environment({"MAWAS_HOME": str(home)})))
    asyncio.run(Inbox(database).receive([message(n, text=SECRET) for n in numbers]))
    database.close()


def test_what_waits_is_counted_and_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _receives(tmp_path)
    assert told(tmp_path, "menunggu").state == "tidak ada"
    _receives(tmp_path, 1, 2)
    for _ in range(2):
        found = told(tmp_path, "menunggu")
        assert (found.state, found.advice) == ("2, yang tertua 0 menit", "")
    now = time.time()
    for seconds, age in ((1800, "30 menit"), (7250, "2 jam"), (3 * 86400 + 60, "3 hari")):
        monkeypatch.setattr(time, "time", lambda seconds=seconds: now + seconds)
        found = told(tmp_path, "menunggu")
        assert found.state == f"2, yang tertua {age}"
        assert "./mawas telegram" in found.advice


def test_a_store_of_another_purpose_has_nothing_that_waits(tmp_path: Path) -> None:
    (tmp_path / "telegram.db").touch()
    assert told(tmp_path, "menunggu").state == "tidak ada"


def test_a_running_bot_does_not_make_the_doctor_complain(tmp_path: Path) -> None:
    database = Database(telegram_url(Settings.from_environment({"MAWAS_HOME": str(tmp_path)})))
    try:
        assert told(tmp_path, "menunggu").advice == ""
    finally:
        database.close()


@pytest.mark.parametrize("broken", ["folder", "text"])
def test_a_store_that_cannot_be_used_is_told(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "telegram.db"
    file.mkdir() if broken == "folder" else file.write_text("bukan basis data " * 100)
    found = told(tmp_path, "menunggu")
    assert "tidak bisa dipakai" in found.state
    assert found.advice == "Periksa izin dan isi berkas itu."


def test_a_database_server_that_is_not_there_is_told_without_its_password(tmp_path: Path) -> None:
    url = "postgresql://mawas:sandirahasia@127.0.0.1:1/mawas"
    found = told(tmp_path, "menunggu", MAWAS_DB_URL=url)
    assert found.advice == "Periksa MAWAS_DB_URL."
    assert "sandirahasia" not in f"{found.state} {found.advice}"


def test_the_doctor_asks_and_loads_no_telegram(tmp_path: Path) -> None:
    settings = Settings.from_environment({"MAWAS_HOME": str(tmp_path)})
    assert len(list(doctor._telegram(settings))) == 4
    code = "import json, sys, bot.channels.telegram.checkup; print(json.dumps('telegram' in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, check=True
    )
    assert json.loads(done.stdout) is False
