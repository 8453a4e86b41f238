"""What a model is made of: a change of any of it leads to a training, a change of anything else does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import training
from bot.paths import KNOWLEDGE
from knowledge.kinds import FOLDERS, UNDERSTANDING


def test_every_part_of_a_model_exists() -> None:
    for name, paths in training.PARTS.items():
        assert all(path.exists() for path in paths), name
    assert len(set(training.fingerprint().values())) == len(training.PARTS)


def _parts_of(path: Path) -> list[str]:
    return [
        name
        for name, paths in training.PARTS.items()
        if any(path == part or path.is_relative_to(part) for part in paths)
    ]


def _imports(file: Path) -> set[Path]:
    """Files of this project that a file imports."""
    found = re.findall(
        r"^from ((?:actions|bot|knowledge)\.[\w.]+) import", file.read_text("utf-8"), re.M
    )
    files = {training.ROOT / f"{name.replace('.', '/')}.py" for name in found}
    return {file for file in files if file.exists()}


def test_the_parts_hold_all_code_that_the_components_use() -> None:
    """A helper module that is no part would change the model without anybody noticing."""
    used, left = set(), set((training.ROOT / "bot" / "nlu").glob("*.py"))
    while left:
        used |= left
        left = {name for file in left for name in _imports(file)} - used
    assert training.ROOT / "actions" / "language" / "pipes.py" in used
    assert training.ROOT / "knowledge" / "model.py" in used
    outside = {file for file in used if _parts_of(file) != ["kode komponen"]}
    # Where files lie and how keys are called says nothing of what is in them.
    names = ("bot/paths.py", "actions/context.py", "actions/said.py")
    assert outside <= {training.ROOT / name for name in names}


@pytest.mark.parametrize("kind", sorted(UNDERSTANDING))
def test_all_knowledge_for_understanding_is_a_part(kind: str) -> None:
    assert len(_parts_of(KNOWLEDGE / FOLDERS[kind])) == 1


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("knowledge/concepts/bahaya.yml", "konsep"),
        ("knowledge/languages/jv.yml", "bahasa daerah"),
        ("knowledge/countries/kh.yml", "nama tempat"),
        ("knowledge/provinces/aceh.yml", "nama tempat"),
        ("actions/language/pipes.py", "kode komponen"),
        ("actions/decision.py", "kode komponen"),
        ("bot/nlu/linear_model.py", "kode komponen"),
        ("knowledge/names/tempat.yml", "penentu nama"),
        ("knowledge/spelling.py", "kode komponen"),
        ("nlu_data/slang.yml", "ejaan sehari-hari"),
        ("nlu_data/names.yml", "nama orang"),
        ("knowledge/first_names.py", "kode komponen"),
    ],
)
def test_what_understanding_is_made_of_is_a_part(file: str, part: str) -> None:
    assert (training.ROOT / file).exists()
    assert _parts_of(training.ROOT / file) == [part]


@pytest.mark.parametrize(
    "file", ["knowledge/topics", "knowledge/store.py", "actions/crisis.py", "bot/cli.py"]
)
def test_what_is_only_said_needs_no_training(file: str) -> None:
    assert _parts_of(training.ROOT / file) == []
