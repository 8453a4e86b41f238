"""Makes the environment from a lock file, with one progress bar. Standard library only: it runs before anything is installed.

Usage: python3.10 bot/install.py VENV LOCK
"""

import contextlib
import re
import shutil
import subprocess
import sys
import venv
from collections import deque
from collections.abc import Iterator
from pathlib import Path

BASE_LOCK = "requirements.lock"
BAR_WIDTH = 24
# Lines of the installer that are shown when it fails.
TAIL = 15
MISSING = 4
INTERRUPTED = 130

_PACKAGE = re.compile(r"^[A-Za-z0-9][\w.\-]*==", re.MULTILINE)


def stamp(environment: Path, lock: Path) -> Path:
    """A copy of the lock that was installed last; it is written only when everything is in place."""
    return environment / f"installed-{lock.name}"


def install(environment: Path, lock: Path) -> int:
    """Install a lock into a virtual environment; returns the exit status (0 done, 4 failed)."""
    base = lock.with_name(BASE_LOCK)
    # The development lock only adds to the base lock. Anything else, and an interrupted installation, starts over.
    adds = (
        lock != base and python_of(environment).exists() and _same(base, stamp(environment, base))
    )
    if adds:
        return _complete(environment, lock, base)
    with _old_kept(environment):
        venv.create(environment, with_pip=True)
        return _complete(environment, lock, base)


def _complete(environment: Path, lock: Path, base: Path) -> int:
    """Install the packages; the stamps are written only when all of them are there."""
    status = _pip(environment, lock)
    if status == 0:
        for installed in {lock, base}:
            shutil.copyfile(installed, stamp(environment, installed))
    return status


@contextlib.contextmanager
def _old_kept(environment: Path) -> Iterator[None]:
    """Put a complete old environment back when the new one does not come about (no network, Ctrl-C)."""
    old = environment.with_name(f"{environment.name}-old")
    if list(environment.glob("installed-*")):
        shutil.rmtree(old, ignore_errors=True)
        environment.rename(old)
    shutil.rmtree(environment, ignore_errors=True)
    try:
        yield
    finally:
        if list(environment.glob("installed-*")):
            shutil.rmtree(old, ignore_errors=True)
        elif old.exists():
            shutil.rmtree(environment, ignore_errors=True)
            old.rename(environment)


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def python_of(environment: Path) -> Path:
    """The environment's interpreter, on any platform."""
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _pip(environment: Path, lock: Path) -> int:
    """Run pip and show its lines as one bar."""
    total = len(_PACKAGE.findall(lock.read_text(encoding="utf-8")))
    # --no-deps: the lock is complete, and it leaves TensorFlow out, which pip would otherwise miss (docs/decisions.md).
    command = [
        str(python_of(environment)),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar",
        "off",
    ]
    command += ["--no-deps", "--require-hashes", "-r", str(lock)]
    tail: deque[str] = deque(maxlen=TAIL)
    found = 0
    with subprocess.Popen(  # noqa: S603 - our own command, no shell
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            tail.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied", "Ignoring ")):
                found = min(found + 1, total)
                show(found, total + total // 3, "mengunduh pustaka")
            elif line.startswith("Installing collected packages"):
                show(total, total + total // 3, "memasang pustaka, tunggu sebentar")
    if pip.returncode == 0:
        show(1, 1, "pustaka siap", end="\n")
        return 0
    sys.stderr.write(
        f"\n{''.join(tail)}\nmawas: pemasangan pustaka gagal.\nSaran: periksa sambungan internet, lalu jalankan lagi perintah yang sama.\n"
    )
    return MISSING


def show(done: int, total: int, step: str, end: str = "") -> None:
    """Draw the bar on standard error; elsewhere than on a terminal only the end of a step is told."""
    filled = BAR_WIDTH * done // total
    text = f"Memasang Mawas {100 * done // total:3d}% |{'#' * filled}{' ' * (BAR_WIDTH - filled)}| {step}"
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{text:<90}{end}")
    elif end:
        sys.stderr.write(f"{text}{end}")
    sys.stderr.flush()


if __name__ == "__main__":
    try:
        sys.exit(install(Path(sys.argv[1]), Path(sys.argv[2])))
    except KeyboardInterrupt:
        sys.stderr.write(
            "\nPemasangan dihentikan. Jalankan lagi kapan saja, pemasangan dimulai dari awal.\n"
        )
        sys.exit(INTERRUPTED)
    except OSError as error:
        sys.stderr.write(
            f"\nmawas: {error}\nSaran: periksa ruang disk dan izin folder, lalu jalankan lagi.\n"
        )
        sys.exit(MISSING)
