"""`mawas knowledge review` writes the page, `mawas knowledge import-review` keeps what came back and changes no answer."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.answers import command
from bot.answers.items import Reviewed
from bot.errors import MissingError, SettingsError, UnreadableError
from bot.paths import KNOWLEDGE
from bot.settings import Settings
from knowledge.reviews import read_reviews

TODAY = "2026-11-29"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(
        Settings.from_environment({}),
        home=tmp_path / "home",
        db_url=f"sqlite:///{tmp_path / 'home' / 'k.db'}",
    )


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, world, rows: list[Reviewed]) -> list[Reviewed]:
    """The answers, which are not made again for each test."""
    monkeypatch.setattr(command, "build_store", lambda settings: None)
    monkeypatch.setattr(command.World, "of", lambda url: world)
    monkeypatch.setattr(command, "reviewed", lambda world: rows)
    return rows


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A knowledge folder of one's own."""
    folder = tmp_path / "knowledge"
    shutil.copytree(
        KNOWLEDGE, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__", "reviews")
    )
    return folder


def saved(tmp_path: Path, row: Reviewed, **changes: Any) -> Path:
    file = tmp_path / "tinjauan.json"
    said = {
        "id": row.item.id,
        "sidik": row.digest,
        "putusan": "ragu",
        "catatan": "Periksa lagi.",
        "tanggal": TODAY,
    }
    content = {
        "mawas_tinjauan": 1,
        "halaman": "0" * 12,
        "peninjau": "Sari",
        "tanggal": TODAY,
        "baris": [{**said, **changes}],
    }
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def imported(settings: Settings, root: Path, *files: Path) -> tuple[int, str, Path]:
    out, listed = io.StringIO(), root.parent / "expert-review.md"
    status = command.import_review(settings, list(files), out, root=root, to_review=listed)
    return status, out.getvalue(), listed


def answers(root: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes() for path in root.rglob("*.yml") if path.parent.name != "reviews"
    }


def test_the_page_is_written_where_it_is_wanted(
    settings: Settings, made: list[Reviewed], tmp_path: Path
) -> None:
    out = io.StringIO()
    assert command.write_page(settings, tmp_path / "a.html", out) == 0
    assert out.getvalue() == f"{len(made)} jawaban ditulis ke {tmp_path / 'a.html'}.\n"
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.html"]


def test_a_page_that_cannot_be_written_says_so(
    settings: Settings, made: list[Reviewed], tmp_path: Path
) -> None:
    with pytest.raises(MissingError, match="Saran: "):
        command.write_page(settings, tmp_path / "tidak" / "ada.html")


def test_remarks_reach_the_editors_and_no_answer_changes(
    settings: Settings, made: list[Reviewed], root: Path, tmp_path: Path
) -> None:
    before = answers(root)
    status, told, listed = imported(settings, root, saved(tmp_path, made[0]))
    assert status == 0
    assert "1 baru: 0 benar, 0 perlu diubah, 1 ragu; 1 dengan catatan." in told
    assert "reviews/2026-11-29-sari.yml" in told
    assert "Jawaban tidak ada yang diubah." in told
    assert answers(root) == before
    (review,) = read_reviews(root)
    assert review.rows[0].remark == "Periksa lagi."
    assert "Periksa lagi." in listed.read_text(encoding="utf-8")


def test_a_second_import_of_the_same_file_adds_nothing(
    settings: Settings, made: list[Reviewed], root: Path, tmp_path: Path
) -> None:
    file = saved(tmp_path, made[0])
    imported(settings, root, file)
    status, told, _ = imported(settings, root, file)
    assert status == 0
    assert "1 sudah tersimpan sebelumnya, jadi dilewati." in told
    assert len(read_reviews(root)) == 1


def test_refused_rows_are_told_and_give_status_1(
    settings: Settings, made: list[Reviewed], root: Path, tmp_path: Path
) -> None:
    status, told, _ = imported(settings, root, saved(tmp_path, made[0], id="topik/tidak_ada"))
    assert status == 1
    assert "1 ditolak." in told
    assert "topik/tidak_ada" in told
    assert read_reviews(root) == []


def test_words_that_changed_since_are_told(
    settings: Settings, made: list[Reviewed], root: Path, tmp_path: Path
) -> None:
    status, told, _ = imported(settings, root, saved(tmp_path, made[0], sidik="f" * 12))
    assert status == 0
    assert f"berubah: {made[0].item.id}" in told


def test_one_file_that_is_none_of_ours_leaves_everything_as_it_was(
    settings: Settings, made: list[Reviewed], root: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "lain.json"
    wrong.write_text("{}", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"lain\.json"):
        imported(settings, root, saved(tmp_path, made[0]), wrong)
    assert not (root / "reviews").exists()


def test_a_review_that_an_editor_broke_is_named(
    settings: Settings, made: list[Reviewed], root: Path, tmp_path: Path
) -> None:
    (root / "reviews").mkdir()
    (root / "reviews" / "rusak.yml").write_text("reviewer: [", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"rusak\.yml"):
        imported(settings, root, saved(tmp_path, made[0]))
