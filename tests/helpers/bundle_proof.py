"""Proves that a bundle runs alone: copied elsewhere, no network, an empty home, no other Python.

Usage: python -m tests.helpers.bundle_proof BUNDLE [--places FOLDER]

Linux with `unshare` and the right to make namespaces. The copy runs in a network namespace that has nothing but the
loopback, and in a mount namespace in which the Python and the packages that the bundle was made from are hidden.
Prints a table of times; ends with status 1 when something did not work.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROBE = Path(__file__).with_name("bundle_probe.py")


def main() -> int:
    """Copy, shut in, run, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--places", type=Path, help="where the copy goes, such as another disk")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.places) as name:
        place = Path(name)
        began = time.monotonic()
        copy = Path(shutil.copytree(options.bundle, place / "folder with a space"))
        seconds = time.monotonic() - began
        files = [file for file in copy.rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in files) / 1e9
        print(f"copied in {seconds:.1f} s: {len(files)} files, {size:.2f} GB", flush=True)
        (place / "home").mkdir()
        return _shut_in(copy, place / "home")


def _shut_in(copy: Path, home: Path) -> int:
    """Run the probe where there is nothing but the copy and the system."""
    hidden = [path for path in {sys.base_prefix, sys.prefix} if path not in ("/usr", "/usr/local")]
    steps = ["set -e", "ip link set lo up"]
    # What is hidden may hold this very file, so the probe lies in the home.
    probe = shutil.copy(PROBE, home)
    steps += [f"mount -t tmpfs none {shlex.quote(path)}" for path in hidden]
    python = copy / "python/bin/python3.10"
    words = ["env", f"LD_LIBRARY_PATH={copy}/python/lib", str(python), "-I", str(probe), str(copy)]
    steps.append(f"exec {shlex.join(words)}")
    inside = subprocess.run(
        ["unshare", "--map-root-user", "--net", "--mount", "sh", "-c", "\n".join(steps)],
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(home)},
        cwd=home,
        check=False,
    )
    left = sorted(file.name for file in home.iterdir() if file.name != PROBE.name)
    print(f"left in the home: {', '.join(left) or 'nothing'}")
    return int(inside.returncode != 0 or bool(left))


if __name__ == "__main__":
    sys.exit(main())
