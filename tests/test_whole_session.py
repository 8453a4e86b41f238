"""One session with every entry point, shut in where nothing but this computer can be reached: what worked, and what it left on the disk."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.paths import ROOT
from bot.private_home import open_to_others
from bot.settings import Settings
from tests.helpers.inventory import FILES, entry_of
from tests.helpers.somebody import CHAT, FIRST, FORGOTTEN, LAST, NUMBERS, OTHER_CHAT, TYPED, USER
from tests.helpers.watched import reached, watched
from tests.helpers.whole_session import KEPT_BY_NAME, STEPS

_PATIENCE = 1800


@dataclass(frozen=True)
class Left:
    """What a session left.

    Attributes:
        steps: each step with its error, "" for one that worked.
        home: the data folder after `mawas forget`.
        before: what was in it before.
        reached: whom any of the processes tried to reach outside this computer.
        is_shut_in: there was no network.
    """

    steps: dict[str, str]
    home: Path
    before: Path
    reached: list[str]
    is_shut_in: bool


def _may_shut_in() -> bool:
    if not shutil.which("unshare") or not shutil.which("ip"):
        return False
    done = subprocess.run(_shut_in(["true"]), capture_output=True, check=False)
    return done.returncode == 0


def _shut_in(words: list[str]) -> list[str]:
    """A command in a network namespace of its own, which has the loopback only."""
    inside = f"ip link set lo up && exec {shlex.join(words)}"
    return ["unshare", "--map-root-user", "--net", "sh", "-c", inside]


@pytest.fixture(scope="module")
def left(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Left:
    home, folder = tmp_path_factory.mktemp("rumah"), tmp_path_factory.mktemp("sesi")
    for name in KEPT_BY_NAME:
        source = settings.home / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, home / name)
    words = [sys.executable, "-m", "tests.helpers.whole_session", str(home), str(folder)]
    is_shut_in = _may_shut_in()
    done = subprocess.run(
        _shut_in(words) if is_shut_in else words,
        # Somebody may have switched it on for another program.
        env={
            **watched(folder / "reached"),
            "MAWAS_HOME": str(home),
            "RASA_TELEMETRY_ENABLED": "true",
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    steps = {row["step"]: row["error"] for row in rows}
    assert steps.keys() == set(STEPS), done.stderr[-2000:]
    return Left(steps, home, folder / "before", reached(folder / "reached"), is_shut_in)


@pytest.mark.parametrize("step", STEPS)
def test_it_works_without_a_network(step: str, left: Left) -> None:
    if not left.is_shut_in:
        pytest.skip("no network namespaces here: unshare is missing or not allowed")
    assert left.steps[step] == ""


def test_nobody_outside_this_computer_is_reached_for_and_no_telemetry_is_on(left: Left) -> None:
    assert left.reached == []


def test_whoever_reaches_out_is_noticed(tmp_path: Path) -> None:
    """The watch itself, in a process and in one that it starts."""
    child = "import socket; socket.getaddrinfo('contoh.id', 80)"
    code = (
        "import socket, subprocess, sys\n"
        "try: socket.create_connection(('192.0.2.1', 80), timeout=1)\n"
        "except OSError: pass\n"
        f"subprocess.run([sys.executable, '-c', {child!r}], stderr=subprocess.DEVNULL)\n"
    )
    log = tmp_path / "reached"
    subprocess.run([sys.executable, "-c", code], env=watched(log), check=True)
    told = reached(log)
    assert [line.split(" by ")[0] for line in told] == [
        "socket.getaddrinfo 192.0.2.1",
        "socket.getaddrinfo contoh.id",
    ]


def test_importing_reaches_for_nobody(tmp_path: Path) -> None:
    code = (
        "import importlib, pathlib\n"
        "from bot.without_tensorflow import install\n"
        "install()\n"
        "for layer in ('knowledge', 'actions', 'bot'):\n"
        "    for file in sorted(pathlib.Path(layer).rglob('*.py')):\n"
        "        importlib.import_module('.'.join(file.with_suffix('').parts).removesuffix('.__init__'))\n"
    )
    log = tmp_path / "reached"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env={**watched(log), "RASA_TELEMETRY_ENABLED": "false"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert reached(log) == []


def test_telemetry_that_is_on_is_noticed(tmp_path: Path) -> None:
    log = tmp_path / "reached"
    environment = {**watched(log), "RASA_TELEMETRY_ENABLED": "true"}
    subprocess.run([sys.executable, "-c", "import rasa"], env=environment, check=True)
    assert "telemetry" in reached(log)[0]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _holding(folder: Path, *secrets: bytes) -> list[str]:
    """Files in which one of them stands, without what was made before the session; backups are read unpacked."""
    import gzip

    found = []
    for file in _files(folder):
        if file.relative_to(folder).parts[0] in KEPT_BY_NAME:
            continue
        content = file.read_bytes()
        if file.suffix == ".gz":
            content = gzip.decompress(content)
        found += [f"{file.name}: {secret!r}" for secret in secrets if secret in content]
    return found


def _number(number: int) -> tuple[bytes, bytes]:
    """A number as text, and as SQLite writes it: the fewest bytes of 1, 2, 3, 4, 6 or 8."""
    size = next(size for size in (1, 2, 3, 4, 6, 8) if number < 1 << (8 * size - 1))
    return str(number).encode(), number.to_bytes(size, "big")


def test_there_is_something_to_look_through(left: Left) -> None:
    names = {file.name for file in _files(left.before)}
    assert {"conversations.db", "telegram.db", "sessions.db", "secret"} <= names
    assert any(b"Lowongan admin di Kamboja" in file.read_bytes() for file in _files(left.before))


def test_a_number_is_found_as_a_database_writes_it(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("CREATE TABLE waiting (chat INTEGER)")
    connection.execute("INSERT INTO waiting VALUES (?)", [CHAT])
    connection.commit()
    connection.close()
    assert len(_holding(tmp_path, *_number(CHAT))) == 1
    assert _holding(tmp_path, *_number(OTHER_CHAT)) == []


def test_no_chat_id_and_no_name_is_on_the_disk_after_a_session(left: Left) -> None:
    names = [word.encode() for word in (FIRST, LAST, USER)]
    numbers = [each for chat in (CHAT, OTHER_CHAT) for each in _number(chat)]
    for folder in (left.before, left.home):
        assert _holding(folder, *names, *numbers) == []


def test_no_number_that_leads_to_somebody_is_on_the_disk_after_a_session(left: Left) -> None:
    secrets = [
        form.encode() for number in NUMBERS.values() for form in (number, number.replace("-", ""))
    ]
    for folder in (left.before, left.home):
        assert _holding(folder, *secrets) == []


def test_what_is_typed_in_a_terminal_is_on_no_disk(left: Left) -> None:
    assert _holding(left.before, TYPED.encode()) == []


def test_what_was_deleted_is_nowhere(left: Left) -> None:
    assert _holding(left.before, FORGOTTEN.encode()) == []
    offer = b"Lowongan admin di Kamboja"
    (kept,) = {line.split(":")[0] for line in _holding(left.home, offer)}
    # A backup was made before, as the documentation says.
    assert re.fullmatch(r"mawas-[\d-]+\.jsonl\.gz", kept)


def test_others_may_read_nothing(left: Left) -> None:
    assert list(open_to_others(left.home)) == []
    assert stat.S_IMODE(left.home.stat().st_mode) == 0o700
    of_people = [entry.name for entry in FILES if entry.whose == "user"]
    for pattern in of_people:
        for path in left.home.glob(pattern):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_every_file_is_in_the_inventory(left: Left) -> None:
    for folder in (left.before, left.home):
        names = [file.relative_to(folder).as_posix() for file in _files(folder)]
        assert {name: entry_of(name) for name in names if not entry_of(name)} == {}
