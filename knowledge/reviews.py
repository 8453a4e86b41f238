"""What experts said of the answers, one file a reviewer and day in knowledge/reviews/. Editors act on it; no answer is changed here."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.findings import KnowledgeError
from knowledge.schemas import schema_errors
from knowledge.yaml_reader import parse

FOLDER = "reviews"
KIND = "reviews/review"
FILE_VERSION = 1
"""Of the file that the page saves (docs/answers.html)."""
VERDICTS = {"benar": "Benar", "perlu_diubah": "Perlu diubah", "ragu": "Ragu"}
LONGEST_REMARK, LONGEST_REVIEWER = 2000, 120
"""Characters; the same limits stand in the schema."""

_HEAD = """\
# Tinjauan ahli, ditulis oleh ./mawas knowledge import-review. Hapus butirnya bila catatannya sudah dikerjakan,
# dan seluruh berkas bila tidak ada lagi yang tersisa.
"""
_LONGEST_NAME = 40


@dataclass(frozen=True)
class ReviewRow:
    """One answer.

    Attributes:
        id: of the answer: "topik/biaya_dimuka".
        digest: of the words that were read.
        verdict: a key of VERDICTS; empty where there is only a remark.
        remark: as it was written.
        date: when it was judged, YYYY-MM-DD.
    """

    id: str
    digest: str
    verdict: str
    remark: str
    date: str


@dataclass(frozen=True)
class Review:
    """What one reviewer said.

    Attributes:
        reviewer: name and role, as they gave it.
        date: when they saved it, YYYY-MM-DD.
        page: digest of the page that they read.
        rows: what they said, each answer once.
    """

    reviewer: str
    date: str
    page: str
    rows: tuple[ReviewRow, ...]


def read_reviews(root: Path) -> list[Review]:
    """All reviews, in order of their files' names.

    Args:
        root: the knowledge folder.

    Raises:
        KnowledgeError: a file cannot be read, or does not fit the schema.
    """
    return [_read(path) for path in sorted((root / FOLDER).glob("*.yml"))]


def write_review(root: Path, review: Review) -> Path:
    """Write a review into a new file, and return it; no other file is touched.

    Args:
        root: the knowledge folder.
        review: with at least one row.

    Raises:
        KnowledgeError: it does not fit the schema.
        OSError: it cannot be written.
    """
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    name = re.sub(r"[^a-z0-9]+", "-", review.reviewer.lower()).strip("-")[:_LONGEST_NAME] or "ahli"
    stem = f"{review.date}-{name.strip('-')}"
    text = _written(review)
    fresh = folder / f".{stem}-{os.getpid()}.yml"
    fresh.write_text(text, encoding="utf-8")
    try:
        _read(fresh)
        for number in range(1, 1000):
            path = folder / f"{stem}{f'-{number}' if number > 1 else ''}.yml"
            try:
                # Unlike a rename it never takes the place of another file.
                os.link(fresh, path)
            except FileExistsError:
                continue
            return path
    finally:
        fresh.unlink(missing_ok=True)
    raise KnowledgeError(f"Sudah ada terlalu banyak berkas bernama {stem}. Saran: hapus yang lama.")


def render(reviews: Sequence[Review]) -> str:
    """What reviewers said and nobody acted on yet, as Markdown below docs/expert-review.md; empty when there is nothing."""
    rows = [(row, review.reviewer) for review in reviews for row in review.rows]
    if not rows:
        return ""
    told = [_OPENING]
    for id_ in sorted({row.id for row, _ in rows}):
        said = [(row, reviewer) for row, reviewer in rows if row.id == id_]
        told += [f"### `{_code(id_)}`", "", *(_line(row, reviewer) for row, reviewer in said), ""]
    return "\n".join(told).rstrip("\n") + "\n"


_OPENING = """\
## Kata peninjau

Bagian ini dibuat dari `knowledge/reviews/`. Pendapat dan catatan ditulis apa adanya. Penyunting memeriksanya, mengubah rekaman bila
perlu, lalu menghapus butirnya.
"""
# Signs that would mean something in Markdown or HTML.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@:-])")


def _line(row: ReviewRow, reviewer: str) -> str:
    verdict = VERDICTS.get(row.verdict, "Catatan")
    remark = f": {_plain(row.remark)}" if row.remark else ""
    return f"- **{verdict}** ({_plain(reviewer)}, {row.date}){remark}"


def _code(text: str) -> str:
    """Words of others between backticks, where nothing but a backtick has a meaning."""
    return " ".join(text.split()).replace("`", "'")


def _plain(text: str) -> str:
    """Words of others on one line, so that they are shown and never followed."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _read(path: Path) -> Review:
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{FOLDER}/{path.name} tidak bisa dibaca ({error}).") from error
    parsed = parse(source, {})
    wrong: Iterable[str] = (
        f"baris {each.line}: {each.message} Saran: {each.tip}" for each in parsed.problems
    )
    if not parsed.problems:
        wrong = (
            f"{'.'.join(map(str, where))}: {message} Saran: {tip}"
            for where, message, tip in schema_errors(KIND, parsed.data)
        )
    first = next(iter(wrong), None)
    if first is not None:
        raise KnowledgeError(f"{FOLDER}/{path.name}: {first}")
    rows = tuple(ReviewRow(**row) for row in parsed.data["rows"])
    return Review(parsed.data["reviewer"], parsed.data["date"], parsed.data["page"], rows)


def _written(review: Review) -> str:
    lines = [f"{key}: {_quoted(getattr(review, key))}" for key in ("reviewer", "date", "page")]
    lines.append("rows:" if review.rows else "rows: []")
    for row in review.rows:
        pairs = [f"{key}: {_quoted(value)}" for key, value in vars(row).items()]
        lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
    return _HEAD + "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    # A string of JSON is one of YAML, but for signs that nobody sees: YAML has its own way to write those.
    written = json.dumps(value, ensure_ascii=False)
    return "".join(each if each.isprintable() else f"\\U{ord(each):08x}" for each in written)


def is_date(text: str) -> bool:
    """True for YYYY-MM-DD of a day that there is."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
