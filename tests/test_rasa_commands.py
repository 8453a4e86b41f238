"""Rasa's own commands as people run them: `mawas rasa ...` in a process of its own. Slow, and always run."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.paths import ROOT
from bot.settings import Settings

HELD_OUT = """\
version: "3.1"
nlu:
  - intent: ciri_lowongan_palsu
    examples: |
      - apa ciri lowongan palsu
      - tanda tawaran kerja yang menipu itu apa saja
  - intent: sapa
    examples: |
      - halo mawas
"""
RULE = """\
version: "3.1"
rules:
  - rule: one
    steps:
      - intent: {intent}
      - action: {action}
"""
SECONDS = 240


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "bot", "rasa", *words]


def _environment(settings: Settings) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "MAWAS_HOME": str(settings.home)}


def _rasa(
    settings: Settings, cwd: Path, *words: str, typed: str = ""
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        _command(*words),
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env=_environment(settings),
        timeout=SECONDS,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_slow_data_validate_finds_nothing(settings: Settings, tmp_path: Path) -> None:
    done = _rasa(settings, tmp_path, "data", "validate")
    assert done.returncode == 0
    assert "arning" not in done.stdout + done.stderr
    assert "WARN" not in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_slow_data_validate_tells_what_is_wrong(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "rules.yml").write_text(RULE.format(intent="nosuch", action="utter_nosuch"))
    done = _rasa(settings, tmp_path, "data", "validate", "--data", str(tmp_path / "rules.yml"))
    assert "'nosuch'" in done.stderr
    assert "'utter_nosuch'" in done.stderr


def test_slow_test_nlu_reads_a_held_out_file(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "held_out.yml").write_text(HELD_OUT)
    words = ["--nlu", str(tmp_path / "held_out.yml"), "--out", str(tmp_path / "out"), "--no-plot"]
    done = _rasa(settings, tmp_path, "test", "nlu", *words)
    assert done.returncode == 0
    report = json.loads((tmp_path / "out" / "intent_report.json").read_text())
    assert report["ciri_lowongan_palsu"]["support"] == 2
    assert report["sapa"]["support"] == 1


def test_slow_shell_nlu_answers_what_is_typed(settings: Settings, tmp_path: Path) -> None:
    done = _rasa(settings, tmp_path, "shell", "nlu", typed="apa ciri lowongan palsu\n")
    assert done.returncode == 0
    assert '"text": "apa ciri lowongan palsu"' in done.stdout
    assert '"name": "ciri_lowongan_palsu"' in done.stdout


def test_slow_train_writes_a_model_where_it_is_told(settings: Settings, tmp_path: Path) -> None:
    """With our pipeline and domain, and few sentences: the whole data takes a minute and more."""
    before = (ROOT / "config.yml").read_bytes()
    data = tmp_path / "data"
    data.mkdir()
    (data / "nlu.yml").write_text(HELD_OUT)
    (data / "rules.yml").write_text(RULE.format(intent="sapa", action="action_greet"))
    words = ["--data", str(data), "--out", str(tmp_path / "models"), "--fixed-model-name", "own"]
    done = _rasa(settings, tmp_path, "train", *words)
    assert done.returncode == 0
    assert (tmp_path / "models" / "own.tar.gz").stat().st_size > 10_000
    assert (ROOT / "config.yml").read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["data", "models"]


@pytest.fixture
def server(settings: Settings, tmp_path: Path) -> Iterator[str]:
    """Address of `mawas rasa run --enable-api` on a free loopback port; ended by its own pid."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "credentials.yml").write_text("rest:\n")
    words = ["run", "--enable-api", "-i", "127.0.0.1", "-p", str(port)]
    words += ["--credentials", str(tmp_path / "credentials.yml")]
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(
            _command(*words), stdout=log, stderr=log, cwd=tmp_path, env=_environment(settings)
        )
    try:
        _wait(process, f"http://127.0.0.1:{port}/status", tmp_path / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    raise AssertionError(f"no server: {log.read_text()}")


def _post(address: str, body: dict[str, str]) -> list[dict[str, str]]:
    request = urllib.request.Request(
        address, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def test_slow_run_answers_over_rest_with_actions_executed(server: str) -> None:
    message = {"sender": "someone", "message": "apa ciri lowongan palsu?"}
    replies = _post(f"{server}/webhooks/rest/webhook", message)
    text = "\n".join(reply.get("text", "") for reply in replies)
    assert "Curigai" in text
    assert "Sumber: " in text
