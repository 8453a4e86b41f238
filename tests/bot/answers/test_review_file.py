"""What an expert saved comes from outside: every row is looked at, and nothing but words is taken from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answers.review_file import MOST_BYTES, checked, read_file
from bot.errors import UnreadableError
from knowledge.reviews import LONGEST_REMARK, Review, ReviewRow

DIGEST, OTHER = "0123456789ab", "ba9876543210"
DIGESTS = {"topik/biaya": DIGEST, "topik/visa": DIGEST}
ROW = {
    "id": "topik/biaya",
    "sidik": DIGEST,
    "putusan": "perlu_diubah",
    "catatan": "Biaya naik.",
    "tanggal": "2026-11-28",
}
FILE = {"mawas_tinjauan": 1, "halaman": OTHER, "peninjau": "Sari, pendamping", "tanggal": "2026-11-29", "baris": [ROW]}  # fmt: skip


def content(*rows: Any, **changes: Any) -> dict[str, Any]:
    return {**FILE, "baris": list(rows), **changes}


def saved(tmp_path: Path, data: Any) -> Path:
    file = tmp_path / "tinjauan.json"
    file.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return file


def test_a_file_is_read(tmp_path: Path) -> None:
    found = checked(read_file(saved(tmp_path, FILE)), DIGESTS, [])
    row = ReviewRow("topik/biaya", DIGEST, "perlu_diubah", "Biaya naik.", "2026-11-28")
    assert found.review == Review("Sari, pendamping", "2026-11-29", OTHER, (row,))
    assert (found.changed, found.refused, found.known, found.empty) == ((), (), (), 0)


def test_a_mark_that_some_editors_put_first_does_no_harm(tmp_path: Path) -> None:
    assert read_file(saved(tmp_path, b"\xef\xbb\xbf" + json.dumps(FILE).encode()))["baris"] == [ROW]


WRONG_FILES: dict[str, Any] = {
    "none of ours": {"a": 1},
    "a list": [],
    "another version": {**FILE, "mawas_tinjauan": 2},
    "broken": b'{"mawas_tinjauan": 1, ',
    "no text": b"\xff\xfe\x00",
    "nested too deeply": b"[" * 200_000,
    "rows that are none": {**FILE, "baris": "semua"},
    "no name": {**FILE, "peninjau": " \u200b\n"},
    "a name that is none": {**FILE, "peninjau": ["Sari"]},
    "a name that is too long": {**FILE, "peninjau": "S" * 121},
    "no day": {**FILE, "tanggal": "2026-02-30"},
    "a path for a day": {**FILE, "tanggal": "../../2026"},
    "no page": {**FILE, "halaman": "x"},
    "too many rows": {**FILE, "baris": [{}] * 20_001},
    "too large": b" " * (MOST_BYTES + 1),
}


@pytest.mark.parametrize("data", WRONG_FILES.values(), ids=WRONG_FILES)
def test_a_file_that_is_none_of_ours_is_refused_in_words(tmp_path: Path, data: Any) -> None:
    with pytest.raises(UnreadableError, match="Saran: ") as error:
        read_file(saved(tmp_path, data))
    assert error.value.exit_status == 3


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"tidak-ada\.json: tidak bisa dibuka"):
        read_file(tmp_path / "tidak-ada.json")


WRONG_ROWS: dict[str, tuple[Any, str]] = {
    "no row": (7, "bentuknya salah"),
    "unknown": ({**ROW, "id": "topik/biaaya"}, "mungkin maksudnya 'topik/biaya'"),
    "gone": ({**ROW, "id": "kuis/q99"}, "mungkin sudah dihapus"),
    "no id": ({**ROW, "id": None}, "tidak dikenal"),
    "an id with line breaks": ({**ROW, "id": "topik/\n\x1b[31mbiaya"}, "tidak dikenal"),
    "a digest that is none": ({**ROW, "sidik": "../../etc/pass"}, "kode kata-kata"),
    "a verdict that is none": ({**ROW, "putusan": "hapus"}, "pendapat"),
    "a remark that is too long": (
        {**ROW, "catatan": "a" * (LONGEST_REMARK + 1)},
        "lebih dari 2000 huruf",
    ),
    "a remark that is none": ({**ROW, "catatan": {"a": 1}}, "bukan teks"),
    "no day": ({**ROW, "tanggal": "kemarin"}, "tanggal tinjauan"),
}


@pytest.mark.parametrize(("row", "told"), WRONG_ROWS.values(), ids=WRONG_ROWS)
def test_a_wrong_row_is_refused_and_the_others_are_kept(row: Any, told: str) -> None:
    good = {**ROW, "id": "topik/visa"}
    found = checked(content(row, good), DIGESTS, [])
    (why,) = found.refused
    assert why.startswith("baris 1: ")
    assert told in why
    assert why.isprintable()
    assert [each.id for each in found.review.rows] == ["topik/visa"]


def test_words_that_changed_since_are_kept_and_named() -> None:
    found = checked(content({**ROW, "sidik": OTHER}), DIGESTS, [])
    assert found.changed == ("topik/biaya",)
    assert [row.digest for row in found.review.rows] == [OTHER]


def test_empty_rows_and_second_rows_for_one_answer_are_not_kept() -> None:
    empty = {**ROW, "id": "topik/visa", "putusan": "", "catatan": " \n "}
    found = checked(content(ROW, empty, {**ROW, "catatan": "Lain."}), DIGESTS, [])
    assert found.empty == 1
    assert "yang pertama dipakai" in found.refused[0]
    assert [row.remark for row in found.review.rows] == ["Biaya naik."]


def test_what_the_same_reviewer_said_before_is_kept_once() -> None:
    first = checked(content(ROW), DIGESTS, []).review
    again = checked(content(ROW, {**ROW, "id": "topik/visa"}), DIGESTS, [first])
    assert again.known == ("topik/biaya",)
    assert [row.id for row in again.review.rows] == ["topik/visa"]
    somebody_else = checked(content(ROW, peninjau="Budi"), DIGESTS, [first])
    assert somebody_else.known == ()


def test_a_remark_keeps_its_lines_and_loses_what_nobody_sees() -> None:
    remark = 'Baris satu.\r\n\r\n=HYPERLINK("http://x")\u202e <b>tebal</b>\x00\x1b[31m'
    (row,) = checked(content({**ROW, "catatan": remark}), DIGESTS, []).review.rows
    assert row.remark == 'Baris satu.\n=HYPERLINK("http://x") <b>tebal</b>[31m'
