"""The file in MAWAS_HOME that the fallback reads: written whole or not at all, and checked when it is read."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bot.digests import digests_of
from bot.fallback.facts import Facts, facts_of_records
from bot.paths import CALM_TEXTS, KNOWLEDGE, LABELLED_OFFERS, ROOT, SENTENCES

logger = logging.getLogger(__name__)

NAME = "danger.json"
_DRAFT, _ABANDONED_SECONDS = f".{NAME}-", 3600.0
# Raised when what stands in the file changes its shape.
_FORMAT = 1
_MADE_OF = {
    "records": tuple(
        KNOWLEDGE / folder
        for folder in ("crisis", "channels", "countries", "sources", "concepts", "names")
    ),
    "sentences": (SENTENCES, CALM_TEXTS, LABELLED_OFFERS, ROOT / "nlu_data" / "slang.yml"),
    "code": (Path(__file__).parent,),
}


def is_current(home: Path) -> bool:
    """Whether the file is whole, and made of what is there now."""
    try:
        made_of = _parted((home / NAME).read_bytes())[0].get("made_of")
    except (OSError, ValueError):
        return False
    return made_of == digests_of(_MADE_OF, ROOT)


def renew(home: Path) -> bool:
    """Write the file unless it is up to date.

    Returns:
        True when it was written.

    Raises:
        OSError: it cannot be written; the one that is there stays as it is.
    """
    if is_current(home):
        return False
    path, made_of = home / NAME, digests_of(_MADE_OF, ROOT)
    body = json.dumps(facts_of_records().as_dict(), ensure_ascii=False, default=str).encode()
    head = {"format": _FORMAT, "sha256": hashlib.sha256(body).hexdigest(), "made_of": made_of}
    home.mkdir(parents=True, exist_ok=True)
    _drop_interrupted(home)
    # Another program may be writing the same.
    handle, name = tempfile.mkstemp(dir=home, prefix=_DRAFT)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(json.dumps(head).encode() + b"\n" + body)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return True


def _drop_interrupted(home: Path) -> None:
    """Remove what writers left that were killed."""
    for left in home.glob(f"{_DRAFT}*"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
                left.unlink()


def facts_in(home: Path) -> Facts:
    """What the fallback knows: from the file, else from the records of this program.

    Raises:
        LookupError: neither can be read.
    """
    ways: tuple[Callable[[], Facts], ...] = (lambda: _read(home / NAME), facts_of_records)
    for read in ways:
        try:
            return read()
        except Exception as error:
            # Whatever it is, the next may do: somebody waits for a number.
            logger.info("fallback: %s", type(error).__name__)
    raise LookupError("nothing to answer danger with")


def _read(path: Path) -> Facts:
    head, body = _parted(path.read_bytes())
    if head.get("format") != _FORMAT:
        raise ValueError("another format")
    return Facts.of_dict(json.loads(body))


def _parted(content: bytes) -> tuple[dict[str, object], bytes]:
    """Head and body.

    Raises:
        ValueError: the file is damaged.
    """
    line, _, body = content.partition(b"\n")
    head = json.loads(line)
    if not isinstance(head, dict) or head.get("sha256") != hashlib.sha256(body).hexdigest():
        raise ValueError("damaged")
    return head, body
