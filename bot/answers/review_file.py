"""The file that an expert saves from docs/answers.html, checked row by row. It comes from outside: nothing in it is believed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import UnreadableError
from knowledge.findings import did_you_mean
from knowledge.reviews import (
    FILE_VERSION,
    LONGEST_REMARK,
    LONGEST_REVIEWER,
    VERDICTS,
    Review,
    ReviewRow,
    is_date,
)

MOST_BYTES = 5_000_000
# More than there are answers, by far.
MOST_ROWS = 20_000
_HEX = frozenset("0123456789abcdef")
_DIGEST_LETTERS = 12
_SAVE_AGAIN = (
    "Saran: minta peninjau menekan Simpan berkas sekali lagi, dan jangan mengubah berkasnya."
)


@dataclass(frozen=True)
class Checked:
    """What a file holds.

    Attributes:
        review: its rows that can be kept.
        changed: ids of those whose answer has other words by now.
        refused: what cannot be kept, each in a sentence.
        known: ids of what the same reviewer said before in the same words.
        empty: how many rows say nothing.
    """

    review: Review
    changed: tuple[str, ...]
    refused: tuple[str, ...]
    known: tuple[str, ...]
    empty: int


def read_file(path: Path) -> Mapping[str, Any]:
    """The content of a file, whose rows are still to be checked.

    Raises:
        UnreadableError: it is none of ours; the message says why and what to do.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise UnreadableError(
            f"{path}: tidak bisa dibuka. Saran: periksa nama dan foldernya."
        ) from None
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"{path}: lebih dari 5 MB, jadi bukan berkas tinjauan. {_SAVE_AGAIN}")
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableError(f"{path}: bukan berkas tinjauan yang utuh. {_SAVE_AGAIN}") from None
    rows = content.get("baris") if isinstance(content, dict) else None
    if not isinstance(rows, list) or content.get("mawas_tinjauan") != FILE_VERSION:
        raise UnreadableError(
            f"{path}: bukan berkas dari docs/answers.html versi ini. {_SAVE_AGAIN}"
        )
    if len(rows) > MOST_ROWS:
        raise UnreadableError(f"{path}: lebih dari {MOST_ROWS} baris. {_SAVE_AGAIN}")
    reviewer = _words(content.get("peninjau"), LONGEST_REVIEWER)
    if (
        not reviewer
        or not is_date(_text(content, "tanggal"))
        or not _is_digest(content.get("halaman"))
    ):
        raise UnreadableError(
            f"{path}: nama peninjau, tanggal, atau kode halaman tidak ada atau salah. {_SAVE_AGAIN}"
        )
    return {**content, "peninjau": reviewer}


def checked(
    content: Mapping[str, Any], digests: Mapping[str, str], before: Iterable[Review]
) -> Checked:
    """Look at every row.

    Args:
        content: of `read_file`.
        digests: id of every answer -> its digest now.
        before: reviews that are kept already.
    """
    reviewer = content["peninjau"]
    said = {row for review in before if review.reviewer == reviewer for row in review.rows}
    kept: dict[str, ReviewRow] = {}
    refused: list[str] = []
    known: list[str] = []
    empty = 0
    for number, raw in enumerate(content["baris"], start=1):
        row, why = _row(raw, digests)
        if row is None:
            refused.append(f"baris {number}: {why}")
        elif not row.verdict and not row.remark:
            empty += 1
        elif row in said:
            known.append(row.id)
        elif row.id in kept:
            refused.append(
                f"baris {number}: jawaban {row.id} sudah ada di atasnya; yang pertama dipakai."
            )
        else:
            kept[row.id] = row
    review = Review(reviewer, content["tanggal"], content["halaman"], tuple(kept.values()))
    changed = tuple(row.id for row in review.rows if digests[row.id] != row.digest)
    return Checked(review, changed, tuple(refused), tuple(known), empty)


def _row(raw: Any, digests: Mapping[str, str]) -> tuple[ReviewRow | None, str]:
    """The row, or why there is none."""
    if not isinstance(raw, dict):
        return None, "bentuknya salah."
    id_, remark = _text(raw, "id"), _text(raw, "catatan")
    if id_ not in digests:
        shown = _words(id_, 60) or "(kosong)"
        near = did_you_mean(id_, _alike(id_, digests), "jawaban itu mungkin sudah dihapus.")
        return None, f"jawaban '{shown}' tidak dikenal: {near}"
    if not _is_digest(raw.get("sidik")):
        return None, f"kode kata-kata jawaban {id_} salah."
    if raw.get("putusan") not in ("", *VERDICTS):
        return None, f"pendapat tentang {id_} tidak dikenal: pilih {', '.join(VERDICTS)}."
    if not isinstance(raw.get("catatan"), str) or len(remark) > LONGEST_REMARK:
        return None, f"catatan tentang {id_} lebih dari {LONGEST_REMARK} huruf atau bukan teks."
    if not is_date(_text(raw, "tanggal")):
        return None, f"tanggal tinjauan {id_} salah."
    words = "\n".join(filter(None, (_words(line, LONGEST_REMARK) for line in remark.splitlines())))
    return ReviewRow(id_, raw["sidik"], raw["putusan"], words, raw["tanggal"]), ""


def _alike(id_: str, digests: Mapping[str, str]) -> Sequence[str]:
    """Answers of the same kind; comparing with all of them would take long for many wrong rows."""
    kind = id_.partition("/")[0]
    return [each for each in digests if each.startswith(f"{kind}/")] if len(id_) <= 80 else []


def _words(value: Any, most: int) -> str:
    """A text on one line, without signs that nobody sees; "" for what is no text or longer."""
    if not isinstance(value, str) or len(value) > most:
        return ""
    seen = "".join(
        " " if letter.isspace() else letter
        for letter in value
        if letter.isspace() or unicodedata.category(letter)[0] != "C"
    )
    return " ".join(seen.split())


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _is_digest(value: Any) -> bool:
    return isinstance(value, str) and len(value) == _DIGEST_LETTERS and set(value) <= _HEX
