"""`mawas knowledge check`: the proof runs when something changed, and is remembered otherwise."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path

import pytest

from bot import knowledge_check, screening_build
from bot.knowledge_check import MEMORY_NAME, Proven, proven_or_remembered
from bot.settings import Settings
from knowledge.corpus import Corpus
from knowledge.findings import Finding
from knowledge.load import load
from tests.actions.screening.red_flags import NEAR
from tests.actions.screening.red_flags import corpus as red_flag_corpus
from tests.knowledge.builders import TODAY, write_folder

WRONG = Finding("knowledge/red_flags/a.yml", 7, "near_misses[0]", "naik.", "mendekat.", "x")
WARNING = Finding("knowledge/red_flags/a.yml", 9, "", "diam.", "hapus.", "y", "warning")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", db_url="sqlite://", log_level=logging.WARNING)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return load(write_folder(tmp_path), TODAY)


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Each proof that really ran, with whether it had what was learned."""
    ran: list[bool] = []

    def prove(settings: Settings, corpus: Corpus, *, is_learned: bool) -> Proven:
        ran.append(is_learned)
        return Proven([WARNING, WRONG], ["12 phrases belum."])

    monkeypatch.setattr(knowledge_check, "_prove", prove)
    return ran


def run(settings: Settings, corpus: Corpus) -> Proven:
    base = corpus.root.parent
    return proven_or_remembered(settings, corpus, {"semua": (corpus.root,)}, base)


def test_the_proof_is_remembered_with_everything_that_it_found(
    settings: Settings, corpus: Corpus, proofs: list[bool]
) -> None:
    first, second = run(settings, corpus), run(settings, corpus)
    assert len(proofs) == 1
    assert list(second.findings) == list(first.findings) == [WARNING, WRONG]
    assert list(second.notes) == ["12 phrases belum."]
    assert [path.name for path in settings.home.iterdir()] == [MEMORY_NAME]


def test_a_change_proves_again(settings: Settings, corpus: Corpus, proofs: list[bool]) -> None:
    run(settings, corpus)
    path = corpus.root / "red_flags/visa_turis.yml"
    path.write_text(path.read_text() + "# lagi\n")
    run(settings, corpus)
    assert len(proofs) == 2


def test_training_proves_again_with_what_was_learned(
    settings: Settings, corpus: Corpus, proofs: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(settings, corpus)
    monkeypatch.setattr(screening_build, "changed_parts", lambda _: [])
    run(settings, corpus)
    assert proofs == [False, True]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"state": 1}', '{"state": null, "findings": [{"x": 1}]}']
)
def test_a_broken_memory_is_made_anew(
    settings: Settings, corpus: Corpus, proofs: list[bool], content: str
) -> None:
    run(settings, corpus)
    memory = settings.home / MEMORY_NAME
    memory.write_text(content)
    run(settings, corpus)
    assert len(proofs) == 2
    assert json.loads(memory.read_text())["notes"] == ["12 phrases belum."]


def test_findings_of_another_version_are_not_trusted(
    settings: Settings, corpus: Corpus, proofs: list[bool]
) -> None:
    run(settings, corpus)
    memory = settings.home / MEMORY_NAME
    kept = json.loads(memory.read_text())
    kept["findings"] = [{"pfad": "x"}]
    memory.write_text(json.dumps(kept))
    assert list(run(settings, corpus).findings) == [WARNING, WRONG]


def test_a_home_that_cannot_be_written_only_costs_time(
    corpus: Corpus, proofs: list[bool], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "home", "sqlite://", logging.WARNING)
    assert list(run(settings, corpus).findings) == [WARNING, WRONG]
    assert len(proofs) == 1


def test_an_interrupted_proof_is_not_remembered(
    settings: Settings, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> Proven:
        raise KeyboardInterrupt

    monkeypatch.setattr(knowledge_check, "_prove", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(settings, corpus)
    assert not (settings.home / MEMORY_NAME).exists()


def test_the_command_prints_all_and_fails_on_an_error(
    settings: Settings, proofs: list[bool]
) -> None:
    out = io.StringIO()
    assert knowledge_check.run(settings, out) == 1
    lines = out.getvalue().splitlines()
    assert str(WARNING) in lines
    # Errors stand last, before the notes and the count.
    assert lines[-3:-1] == [str(WRONG), "Catatan: 12 phrases belum."]
    assert "1 kesalahan" in lines[-1]


def test_the_proof_tells_each_mistake_once(settings: Settings, tmp_path: Path) -> None:
    near = [*NEAR, "apakah boleh pakai visa turis kak"]
    patterns = ["visa .. turis", "{pasporr}", ".. rusak"]
    folder = red_flag_corpus(tmp_path, patterns=patterns, near_misses=near)
    proven = knowledge_check._prove(settings, folder, is_learned=False)
    assert [each.rule for each in proven.findings] == [
        "near_miss_raises",
        "pattern_name",
        "pattern_syntax",
    ]
    (note,) = proven.notes
    assert note.startswith("15 phrases tidak cocok"), "those of the danger have no pattern"


def test_a_pattern_that_cannot_be_read_needs_no_screener(
    settings: Settings, tmp_path: Path
) -> None:
    folder = red_flag_corpus(tmp_path, patterns=["visa .. turis", ".. rusak"])
    proven = knowledge_check._prove(settings, folder, is_learned=True)
    assert [each.rule for each in proven.findings] == ["pattern_syntax"]


def test_every_part_has_files() -> None:
    assert all(path.exists() for paths in knowledge_check.PARTS.values() for path in paths)
