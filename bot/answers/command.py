"""`mawas knowledge review` and `mawas knowledge import-review`: the answers go out to experts, and what they say comes back."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from bot.answers.items import reviewed
from bot.answers.page import page
from bot.answers.review_file import Checked, checked, read_file
from bot.answers.world import World
from bot.errors import MissingError, SettingsError
from bot.paths import KNOWLEDGE, ROOT
from bot.readiness import build_store
from bot.settings import Settings
from knowledge import expert_review
from knowledge.findings import KnowledgeError
from knowledge.load import load
from knowledge.reviews import VERDICTS, read_reviews, write_review

DONE, FOUND_WRONG = 0, 1
PAGE = ROOT / "docs" / "answers.html"
TO_REVIEW = ROOT / "docs" / "expert-review.md"
_MOST_TOLD = 20


def write_page(settings: Settings, file: Path | None = None, out: TextIO | None = None) -> int:
    """Write the page with all answers, and say where it is.

    Args:
        settings: where the store is.
        file: where it goes; without it to PAGE, and the list that editors read is renewed too.
        out: standard output.

    Raises:
        MissingError: it cannot be written.
        SettingsError: a review that is kept does not fit.
    """
    build_store(settings)
    world = World.of(settings.db_url)
    rows = reviewed(world)
    _put(file or PAGE, page(world, rows))
    print(f"{len(rows)} jawaban ditulis ke {file or PAGE}.", file=out or sys.stdout)
    if file is None:
        _put(TO_REVIEW, _to_review(KNOWLEDGE))
    return DONE


def import_review(
    settings: Settings,
    files: list[Path],
    out: TextIO | None = None,
    *,
    root: Path = KNOWLEDGE,
    to_review: Path = TO_REVIEW,
) -> int:
    """Keep what experts said, and say what was kept and what not.

    Args:
        settings: where the store is.
        files: saved from the page.
        out: standard output.
        root: the knowledge folder.
        to_review: the list that editors read.

    Returns:
        The exit status: 1 when a row was refused, else 0.

    Raises:
        UnreadableError: a file is none of ours; nothing was kept.
        SettingsError: a review that is kept already does not fit.
        MissingError: what was said cannot be written.
    """
    out = out or sys.stdout
    contents = [(file, read_file(file)) for file in files]
    build_store(settings)
    digests = {row.item.id: row.digest for row in reviewed(World.of(settings.db_url))}
    status = DONE
    try:
        for file, content in contents:
            found = checked(content, digests, read_reviews(root))
            _tell(file, found, out)
            status = FOUND_WRONG if found.refused else status
            if found.review.rows:
                written = write_review(root, found.review)
                print(f"Ditulis ke {root.name}/{written.relative_to(root).as_posix()}.", file=out)
    except KnowledgeError as error:
        raise SettingsError(str(error)) from error
    except OSError as error:
        raise MissingError(
            f"Tinjauan tidak bisa ditulis ({type(error).__name__}). Saran: periksa izin folder dan ruang disk."
        ) from error
    _put(to_review, _to_review(root))
    print(f"Jawaban tidak ada yang diubah. Daftar kerja penyunting: {to_review.name}.", file=out)
    return status


def _to_review(root: Path) -> str:
    """What waits for experts, and what they said."""
    try:
        return expert_review.render(load(root).knowledge, read_reviews(root))
    except KnowledgeError as error:
        raise SettingsError(str(error)) from error


def _tell(file: Path, found: Checked, out: TextIO) -> None:
    rows = found.review.rows
    print(f"{file.name}: dari {found.review.reviewer}, {found.review.date}.", file=out)
    counts = [
        f"{sum(row.verdict == id_ for row in rows)} {title.lower()}"
        for id_, title in VERDICTS.items()
    ]
    remarks = sum(bool(row.remark) for row in rows)
    print(f"  {len(rows)} baru: {', '.join(counts)}; {remarks} dengan catatan.", file=out)
    for count, told in (
        (len(found.changed), "sudah lain kata-katanya sejak ditinjau; baca lagi sebelum mengubah"),
        (len(found.known), "sudah tersimpan sebelumnya, jadi dilewati"),
        (found.empty, "kosong, jadi dilewati"),
        (len(found.refused), "ditolak"),
    ):
        if count:
            print(f"  {count} {told}.", file=out)
    for line in (*(f"berubah: {id_}" for id_ in found.changed), *found.refused)[:_MOST_TOLD]:
        print(f"    {line}", file=out)


def _put(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    fresh = file.with_name(f".{file.name}-{os.getpid()}")
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
    except OSError as error:
        raise MissingError(
            f"{file} tidak bisa ditulis ({type(error).__name__}). Saran: periksa folder dan ruang disk."
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
