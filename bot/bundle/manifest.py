"""The list of what a bundle holds, with sizes and digests: an interrupted copy is noticed by it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.bundle.place import MANIFEST, PACKAGES, PYTHON
from bot.errors import MissingError

# Nobody edits these. Everything else (phone numbers, the store) may change after the bundle was made.
FIXED = (f"{PYTHON}/", f"{PACKAGES}/")
AGAIN = (
    "Saran: salin lagi seluruh folder Mawas dari stik atau laptop asal, dan tunggu sampai selesai."
)

Progress = Callable[[str, int, int], None]
# What reading something else than a manifest ends with.
_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True)
class Manifest:
    """What a bundle holds.

    Attributes:
        system: operating system, processor and C library that it was made for, to be read by people.
        made_on: date, ISO 8601.
        files: path below the root, with slashes -> size in bytes and SHA-256.
    """

    system: str
    made_on: str
    files: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for size, _ in self.files.values())

    def write(self, root: Path) -> None:
        """Write it below the root of a bundle."""
        (root / MANIFEST).write_text(json.dumps(asdict(self)), encoding="utf-8")


def read(root: Path) -> Manifest:
    """Read the manifest of a bundle.

    Raises:
        MissingError: it is cut off or damaged.
    """
    try:
        found = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        files = {path: (int(size), str(digest)) for path, (size, digest) in found["files"].items()}
        return Manifest(found["system"], found["made_on"], files)
    except (OSError, *_DAMAGE) as error:
        raise MissingError(f"Daftar isi salinan ({MANIFEST}) rusak. {AGAIN}") from error


def missing(manifest: Manifest, root: Path) -> list[str]:
    """Files that are not there, are empty, or (where nobody edits) are not as long as they were. Reads no contents."""
    return [path for path, (size, _) in manifest.files.items() if not _there(root, path, size)]


def _there(root: Path, path: str, size: int) -> bool:
    try:
        found = (root / path).stat().st_size
    except (OSError, ValueError):
        # A name with a null character.
        return False
    return found == size if path.startswith(FIXED) else bool(found) or not size


def changed(manifest: Manifest, root: Path, progress: Progress) -> Iterator[str]:
    """Files whose contents are not those that were written; files that cannot be read count too."""
    for done, (path, (_, digest)) in enumerate(manifest.files.items()):
        progress("", done, len(manifest.files))
        try:
            same = digest_of((root / path).read_bytes()) == digest
        except (OSError, ValueError):
            same = False
        if not same:
            yield path
    progress("", len(manifest.files), len(manifest.files))


def fixed(paths: Iterable[str]) -> list[str]:
    """Those of the paths that nobody edits."""
    return [path for path in paths if path.startswith(FIXED)]


def digest_of(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
