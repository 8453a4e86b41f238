"""Chat ids become keyed pseudonyms, so that what is kept names nobody."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.errors import MissingError
from bot.settings import Settings
from knowledge.whole_file import write_whole

SECRET_FILE = "secret"  # noqa: S105 (a file's name)
# End of the name of a key that a restore brings.
RESTORED = "restore"
_LENGTH = 32


class Pseudonyms:
    """Turns ids into pseudonyms: the same id always into the same, and not back without the key."""

    def __init__(self, key: str) -> None:
        """Keep the key."""
        self._key = key.encode()

    @classmethod
    def load(cls, settings: Settings) -> Pseudonyms:
        """With MAWAS_SECRET, or the key in MAWAS_HOME, which is made on first use.

        Raises:
            MissingError: the key cannot be read or written.
        """
        if (settings.home / f"{SECRET_FILE}.{RESTORED}").exists():
            _finish_restore(settings)
        return cls(settings.secret or _kept(settings.home))

    def of(self, purpose: str, *ids: int | str) -> str:
        """The pseudonym of ids: 32 hexadecimal digits.

        Args:
            purpose: what it is for; other purposes give other pseudonyms.
            ids: such as a chat's, or a group's and a member's; one alone where it is a text, which may hold anything.
        """
        words = ":".join([purpose, *map(str, ids)]).encode()
        return hmac.new(self._key, words, hashlib.sha256).hexdigest()[:_LENGTH]


def kept_key(home: Path) -> str | None:
    """The key in MAWAS_HOME; None where none was made yet.

    Raises:
        MissingError: it cannot be read.
    """
    return _kept(home) if (home / SECRET_FILE).exists() else None


def draft_of(home: Path, key: str, of: str) -> Path:
    """A file beside the key's with another key, on the disk, to be put in its place.

    Args:
        home: the data folder.
        key: what it holds.
        of: end of its name; one that was left behind under this name is written anew.

    Raises:
        OSError: it cannot be written.
    """
    draft = home / f"{SECRET_FILE}.{of}"
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    return draft


def _finish_restore(settings: Settings) -> None:
    """Rows of a restore that was killed may be there without their key."""
    from bot.keeping.key_change import finish
    from bot.keeping.sets import unusable

    try:
        finish(settings)
    except (SQLAlchemyError, OSError) as error:
        raise unusable(error) from None


def _kept(home: Path) -> str:
    path = home / SECRET_FILE
    try:
        home.mkdir(parents=True, exist_ok=True)
        # Of two programs that start at once, both must end with the same key.
        if not path.exists():
            with contextlib.suppress(FileExistsError):
                write_whole(path, secrets.token_hex(32).encode(), 0o600, is_new=True)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeError) as error:
        raise MissingError(
            f"{path} tidak bisa dipakai ({type(error).__name__}). Saran: periksa izin folder dan ruang disk."
        ) from error
    if not key:
        raise MissingError(f"{path} kosong. Saran: hapus berkas itu, lalu mulai lagi.")
    return key
