"""Every door answers danger while the assistant cannot be loaded, and everything as soon as it can."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from bot.demo import assistant_process
from bot.demo.assistant import FAILED, AssistantProcess
from bot.demo.part import PartError
from bot.messages import Incoming
from bot.paths import ROOT
from bot.settings import Settings
from bot.training import FINGERPRINT_NAME, MODEL_NAME, SIZE
from tests.bot.channels.telegram.stage import SARI, until
from tests.helpers.serve_process import ServeProcess
from tests.helpers.telegram_server import NO_LIMITS, TelegramServer
from tests.helpers.unprivileged import run_bound

CRIED, ASKED = "saya dikurung di kamboja, tolong", "apa ciri lowongan palsu?"
MISSION, HOTLINE = "+855 12 813 282", "+62 812-9007-0027"
_PATIENCE = 300.0


@pytest.fixture
def broken(settings: Settings, tmp_path: Path) -> Path:
    """A data folder whose model is cut off, and said to be whole."""
    home = tmp_path / "home"
    shutil.copytree(settings.home, home, ignore=shutil.ignore_patterns("*.db*", "loaded-*"))
    model = home / "models" / MODEL_NAME
    model.write_bytes(model.read_bytes()[:1000])
    note = home / "models" / FINGERPRINT_NAME
    note.write_text(json.dumps({**json.loads(note.read_text()), SIZE: 1000}))
    return home


def _mend(home: Path, settings: Settings) -> None:
    for name in (MODEL_NAME, FINGERPRINT_NAME):
        shutil.copy(settings.models / name, home / "models" / name)


def _said(port: int, text: str) -> str:
    body = json.dumps({"sender": "a", "message": text}).encode()
    address = f"http://127.0.0.1:{port}/webhooks/rest/webhook"
    asked = urllib.request.Request(address, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=_PATIENCE) as answer:
        return "\n".join(each["text"] for each in json.load(answer))


def _health(port: int) -> tuple[int, Any]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=60) as answer:
            return answer.status, json.load(answer)["status"]
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)["status"]


def _open(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            _health(port)
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the door did not open")


def test_serve_answers_danger_with_a_broken_model_and_everything_once_it_is_mended(
    broken: Path, settings: Settings, tmp_path: Path
) -> None:
    with ServeProcess(broken, tmp_path / "log", 1, waits=False) as served:
        _open(served.port)
        # The assistant is being loaded, or could not be: either way.
        said = _said(served.port, CRIED)
        assert MISSION in said
        assert "Dipastikan" in said
        end = time.monotonic() + _PATIENCE
        while "belum bisa dimuat" not in served.log.read_text():
            assert time.monotonic() < end, served.log.read_text()
            time.sleep(0.1)
        assert _health(served.port) == (503, "fallback")
        asked = _said(served.port, ASKED)
        assert "belum bisa menjawab" in asked
        assert HOTLINE in asked
        _mend(broken, settings)
        served.reload()
        served.wait_ready(1)
        assert _health(served.port) == (200, "ok")
        assert "belum bisa menjawab" not in _said(served.port, ASKED)
        assert served.terminate() == 0
        log = served.log.read_text()
    assert "mawas train --force" in log
    assert "Traceback" not in log
    assert CRIED not in log


def test_telegram_answers_danger_with_a_broken_model(broken: Path, tmp_path: Path) -> None:
    async def run() -> None:
        async with TelegramServer(NO_LIMITS) as server:
            environment = {
                **os.environ,
                "MAWAS_HOME": str(broken),
                "MAWAS_TELEGRAM_TOKEN": server.token,
                "MAWAS_TELEGRAM_API": server.url,
            }
            with (tmp_path / "log").open("wb") as log:
                process = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-m", "bot", "telegram"),
                    cwd=ROOT,
                    env=environment,
                    stdout=log,
                    stderr=log,
                )
            try:
                sari = server.person(SARI)
                sari.says(CRIED)
                await until(lambda: bool(sari.answers()), patience=_PATIENCE)
                assert MISSION in sari.answers()[0]["text"]
                sari.says(ASKED)
                await until(lambda: "belum bisa" in sari.answers()[-1]["text"], _PATIENCE)
                process.terminate()
                assert await asyncio.wait_for(process.wait(), 60) == 0
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()

    asyncio.run(run())
    log = (tmp_path / "log").read_text()
    assert "Traceback" not in log
    assert CRIED not in log


def test_the_live_chat_of_a_hall_answers_danger_while_loading_and_after_failing(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        settings = Settings(tmp_path, "sqlite://", 30)
        assistant = AssistantProcess(settings, lambda: None, lambda: None, _never_loaded)
        assistant.start()
        try:
            for _ in range(2):
                answered = await assistant.turn(Incoming("a", CRIED))
                assert answered.turn.crisis == ("darurat_disekap", True)
                assert MISSION in answered.turn.replies[0].text
                # Nothing masked it.
                assert "kamboja" not in answered.shown
                _let_fail(tmp_path)
                await assistant.told()
            assert assistant.state == FAILED
            with pytest.raises(PartError, match="rusak sekali"):
                await assistant.turn(Incoming("a", ASKED))
        finally:
            await asyncio.to_thread(assistant.stop)

    asyncio.run(run())


def _never_loaded(settings: Settings, pipe: Any) -> None:
    while not (settings.home / "fail").exists():
        time.sleep(0.02)
    pipe.send((assistant_process.FAILED, "Model rusak sekali. Saran: ./mawas train"))


def _let_fail(home: Path) -> None:
    (home / "fail").touch()


def _ask(home: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "MAWAS_HOME": str(home), "PYTHONPATH": str(ROOT)}
    said = f"{CRIED}\n{ASKED}\n".encode()
    return run_bound([sys.executable, "-m", "bot", "ask"], environment, said)


@pytest.mark.skipif(sys.platform == "win32", reason="file modes of POSIX")
@pytest.mark.parametrize("mode", [0o000, 0o555], ids=["unreadable", "empty and read-only"])
def test_ask_answers_danger_where_the_data_folder_is_of_no_use(tmp_path: Path, mode: int) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(mode)
    try:
        done = _ask(home)
    finally:
        home.chmod(0o755)
    out, errors = done.stdout.decode(), done.stderr.decode()
    assert MISSION in out
    assert "belum bisa menjawab" in out
    assert done.returncode == 4
    assert "tidak ada izin" in errors
    assert "Saran:" in errors
    assert "Traceback" not in errors


@pytest.mark.skipif(sys.platform == "win32", reason="file modes of POSIX")
def test_a_whole_data_folder_that_is_read_only_is_enough(
    settings: Settings, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(settings.home, home, ignore=shutil.ignore_patterns("conv*", "tele*", "sess*"))
    everything = [home, *home.rglob("*")]
    for path in everything:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        done = _ask(home)
    finally:
        for path in everything:
            path.chmod(path.stat().st_mode | 0o200)
    assert done.returncode == 0, done.stderr.decode()
    assert "belum bisa menjawab" not in done.stdout.decode()
    assert MISSION in done.stdout.decode()
