"""What weak code in packages cannot be reached: what runs while Mawas answers, and what our own code never calls (docs/advisories.yml)."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.paths import CONFIG, ROOT
from bot.settings import Settings
from tests.test_architecture import PROGRAM, _importers, _name

# Where data of strangers never comes: measuring beside plain Rasa.
BENCH = "bot/bench/"


@pytest.fixture(scope="module")
def told(settings: Settings) -> dict[str, Any]:
    """What the probe heard."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.helpers.reach_probe"],
        cwd=ROOT,
        env={**os.environ, "MAWAS_HOME": str(settings.home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_answering_connects_starts_and_unpickles_nothing(told: dict[str, Any]) -> None:
    # asyncio wakes itself by a pair of sockets that are bound to nothing.
    assert told["turns"] == []


def test_loading_connects_nowhere_and_unpickles_nothing(told: dict[str, Any]) -> None:
    others = []
    for event, what in told["load"]:
        # urllib3 looks whether there is IPv6 here, on a port that the system chooses; webexteamssdk asks git for its own version.
        is_known = (event == "socket.bind" and "('::1', 0)" in what) or (
            event == "subprocess.Popen" and what.startswith("('git', ['git', ")
        )
        if not is_known:
            others.append((event, what))
    assert others == []


def test_nothing_of_rasas_own_server_or_of_sentry_is_started(told: dict[str, Any]) -> None:
    assert told["apps"] == 0
    assert told["sentry"] is False


def test_what_only_comes_along_is_not_loaded(told: dict[str, Any]) -> None:
    modules = set(told["modules"])
    assert {"rasa.core.agent", "cv2", "PIL.Image"} <= modules
    never = ("skops", "google.protobuf", "wheel", "test", "test.support")
    # The parts of packages that are weak; the rest of them may be imported by Rasa.
    parts = (
        "setuptools.package_index",
        "dask.distributed",
        "distributed",
        "networkx",
        "tensorflow.python",
    )
    assert modules & {*never, *parts} == set()


def _calls(file: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call with its name as it is written, `a.b.c`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


FORBIDDEN = (
    *("eval", "exec", "compile", "__import__", "os.system", "os.popen"),
    *("pickle.load", "pickle.loads", "marshal.load", "marshal.loads", "shelve.open"),
    *("joblib.load", "jsonpickle.decode", "dill.load", "cloudpickle.load"),
    *("yaml.unsafe_load", "yaml.full_load", "yaml.load_all", "cv2.imread", "cv2.imdecode"),
)
SAFE_LOADERS = (
    "yaml.CSafeLoader",
    "yaml.BaseLoader",
    "getattr(yaml, 'CSafeLoader', yaml.SafeLoader)",
)


def test_no_code_of_ours_runs_or_unpickles_what_it_reads() -> None:
    wrong = []
    for file in PROGRAM:
        for name, call in _calls(file):
            words = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
            if name in FORBIDDEN or words.get("shell") == "True" or "allow_pickle" in words:
                wrong.append(f"{_name(file)}:{call.lineno} {name}")
            if name == "yaml.load":
                loader = words.get("Loader") or ast.unparse(call.args[1])
                if loader not in SAFE_LOADERS:
                    wrong.append(f"{_name(file)}:{call.lineno} {name}({loader})")
    assert wrong == []
    for package in (
        "pickle",
        "joblib",
        "dill",
        "shelve",
        "cv2",
        "skops",
        "sanic",
        "pymongo",
        "twilio",
    ):
        assert _importers(package) == []


def test_doors_read_no_forms_speak_no_websocket_and_write_no_reason() -> None:
    wrong = []
    for file in PROGRAM:
        if "aiohttp" not in file.read_text(encoding="utf-8") or _name(file).startswith(BENCH):
            continue
        for name, call in _calls(file):
            method = name.rsplit(".", 1)[-1]
            is_response = method.endswith("Response") or method == "set_status"
            if method in ("post", "multipart", "WebSocketResponse", "ws_connect", "ClientSession"):
                wrong.append(f"{_name(file)}:{call.lineno} {name}")
            if is_response and any(keyword.arg == "reason" for keyword in call.keywords):
                wrong.append(f"{_name(file)}:{call.lineno} reason")
            if method in ("add_static", "CookieJar", "MultipartWriter", "DigestAuthMiddleware"):
                wrong.append(f"{_name(file)}:{call.lineno} {name}")
    assert wrong == []


def test_rasas_own_server_is_started_by_the_passthrough_alone() -> None:
    starting = ("rasa.__main__", "rasa.server", "rasa.core.run", "rasa.api")
    importing = []
    for file in PROGRAM:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(starting):
                importing.append(_name(file))
    outside = [name for name in importing if not name.startswith(BENCH)]
    assert outside == ["bot/rasa_command.py"]


def test_the_pipeline_holds_no_component_that_unpickles() -> None:
    config = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    names = [part["name"] for part in (*config["pipeline"], *config["policies"])]
    assert names
    assert [name for name in names if not name.startswith("bot.")] == []
