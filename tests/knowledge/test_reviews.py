"""Reviews are kept as files beside the records, and listed for editors as words, never as anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.expert_review import render as render_page
from knowledge.findings import KnowledgeError
from knowledge.model import Knowledge
from knowledge.reviews import Review, ReviewRow, read_reviews, render, write_review

DIGEST = "0123456789ab"
ROW = ReviewRow(
    "topik/biaya", DIGEST, "perlu_diubah", "Biaya naik.\nLihat aturan baru.", "2026-11-28"
)
REVIEW = Review("Sari, pendamping", "2026-11-29", DIGEST, (ROW,))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = write_review(tmp_path, REVIEW)
    assert path.name == "2026-11-29-sari-pendamping.yml"
    assert read_reviews(tmp_path) == [REVIEW]
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "remark",
    [
        '"kutip" \\ dan # pagar: - satu',
        "!!python/object/apply:os.system [ls]",
        "=1+1\n---\n...\n&a *a",
        "\u2028 \x85 \ufeff 😀",
        "x" * 2000,
    ],
)
def test_any_remark_comes_back_as_it_was(tmp_path: Path, remark: str) -> None:
    row = ReviewRow("topik/biaya", DIGEST, "", remark, "2026-11-28")
    write_review(tmp_path, Review("../../Sari\n", "2026-11-29", DIGEST, (row,)))
    (review,) = read_reviews(tmp_path)
    assert review.rows == (row,)
    assert [each.name for each in tmp_path.iterdir()] == ["reviews"]


def test_a_second_file_of_the_same_day_takes_no_other_away(tmp_path: Path) -> None:
    paths = [write_review(tmp_path, REVIEW) for _ in range(3)]
    assert [path.stem[-2:] for path in paths] == ["ng", "-2", "-3"]
    assert read_reviews(tmp_path) == [REVIEW] * 3


def test_a_review_that_does_not_fit_is_not_written(tmp_path: Path) -> None:
    wrong = ReviewRow("topik/biaya", DIGEST, "hapus", "", "2026-11-28")
    with pytest.raises(KnowledgeError, match=r"rows\.0\.verdict"):
        write_review(tmp_path, Review("Sari", "2026-11-29", DIGEST, (wrong,)))
    assert list((tmp_path / "reviews").iterdir()) == []


def test_a_file_that_was_broken_by_hand_is_named(tmp_path: Path) -> None:
    path = write_review(tmp_path, REVIEW)
    path.write_text(path.read_text(encoding="utf-8").replace("remark", "catatan"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"sari-pendamping\.yml"):
        read_reviews(tmp_path)


def test_no_reviews_are_no_section() -> None:
    assert render([]) == ""
    assert "Kata peninjau" not in render_page(Knowledge())


def test_editors_see_who_said_what_of_which_answer() -> None:
    other = Review(
        "Budi", "2026-12-01", DIGEST, (ReviewRow("topik/biaya", DIGEST, "benar", "", "2026-12-01"),)
    )
    page = render_page(Knowledge(), [REVIEW, other])
    section = page.split("## Kata peninjau")[1]
    assert section.count("###") == 1
    assert (
        "**Perlu diubah** (Sari, pendamping, 2026-11-28): Biaya naik. Lihat aturan baru." in section
    )
    assert "**Benar** (Budi, 2026-12-01)" in section


def test_words_of_others_become_no_markup() -> None:
    remark = "<script>x</script> [klik](javascript:x) **tebal** `kode`\n# judul\n- daftar"
    row = ReviewRow("topik/biaya", DIGEST, "ragu", remark, "2026-11-28")
    line = render([Review("<b>Sari</b>", "2026-11-29", DIGEST, (row,))]).splitlines()[-1]
    assert r"\<script\>" in line
    assert r"\[klik\]\(" in line
    assert r"\# judul \- daftar" in line
    assert r"\<b\>Sari" in line
