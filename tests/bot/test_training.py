"""Training with a fake Rasa: what is kept, what is replaced, what is said."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot import training
from bot.abandoned import ABANDONED_AFTER
from bot.errors import MissingError, TrainingError
from bot.settings import Settings


@pytest.fixture
def home(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", db_url="sqlite://", log_level=logging.WARNING)


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of three parts."""
    root = tmp_path / "project"
    for file in ("nlu/sapa.yml", "nlu/pamit.yml", "code/part.py", "code/notes.md", "config.yml"):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(file, encoding="utf-8")
    monkeypatch.setattr(training, "ROOT", root)
    monkeypatch.setattr(
        training,
        "PARTS",
        {
            "kalimat latih": (root / "nlu",),
            "kode komponen": (root / "code",),
            "config.yml": (root / "config.yml",),
        },
    )
    return root


class FakeRasa:
    """Stands in for `rasa.model_training.train`."""

    def __init__(self) -> None:
        self.called: dict[str, Any] = {}
        self.content = b"model 1"
        self.code = 0
        self.error: BaseException | None = None

    def __call__(self, **options: Any) -> SimpleNamespace:
        self.called = options
        print("Rasa: kalimat yang aneh")
        hooks = logging.getLogger("rasa.engine.training.hooks")
        for component in ("LinearIntentClassifier", "Other", "IndexedRulePolicy"):
            hooks.info("Starting to train component '%s'.", component)
            hooks.info("Finished training component '%s'.", component)
        model = Path(options["output"]) / f"{options['fixed_model_name']}.tar.gz"
        model.write_bytes(self.content)
        if self.error:
            raise self.error
        return SimpleNamespace(code=self.code, model=str(model) if self.code == 0 else None)


@pytest.fixture
def rasa(monkeypatch: pytest.MonkeyPatch) -> FakeRasa:
    import rasa.model_training

    fake = FakeRasa()
    monkeypatch.setattr(rasa.model_training, "train", fake)
    return fake


def test_the_model_and_what_it_was_made_of_are_put_in_place(
    home: Settings, rasa: FakeRasa, parts: Path
) -> None:
    assert training.changed_parts(home) == list(training.PARTS)
    path = training.train(home)
    assert path.read_bytes() == b"model 1"
    assert path == training.model_path(home)
    assert training.changed_parts(home) == []
    assert sorted(file.name for file in home.models.iterdir()) == ["mawas.json", "mawas.tar.gz"]


def test_rasa_is_given_our_files_and_a_folder_of_its_own(
    home: Settings, rasa: FakeRasa, parts: Path
) -> None:
    training.train(home)
    assert rasa.called["domain"] == str(training.DOMAIN)
    assert rasa.called["config"] == str(training.CONFIG)
    assert rasa.called["training_files"] == [str(path) for path in training.TRAINING_DATA]
    assert rasa.called["force_training"] is True
    assert Path(rasa.called["output"]).parent == home.models


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("nlu/sapa.yml", "kalimat latih"),
        ("nlu/baru.yml", "kalimat latih"),
        ("code/part.py", "kode komponen"),
        ("config.yml", "config.yml"),
    ],
)
def test_the_fingerprint_says_what_changed(
    home: Settings, rasa: FakeRasa, parts: Path, file: str, part: str
) -> None:
    training.train(home)
    (parts / file).write_text("lain", encoding="utf-8")
    assert training.changed_parts(home) == [part]


def test_a_removed_or_renamed_file_is_a_change(home: Settings, rasa: FakeRasa, parts: Path) -> None:
    training.train(home)
    (parts / "nlu/sapa.yml").rename(parts / "nlu/zapa.yml")
    assert training.changed_parts(home) == ["kalimat latih"]


def test_files_that_are_no_part_of_a_model_change_nothing(
    home: Settings, rasa: FakeRasa, parts: Path
) -> None:
    training.train(home)
    (parts / "code/notes.md").write_text("lain", encoding="utf-8")
    os.utime(parts / "nlu/sapa.yml")
    assert training.changed_parts(home) == []


@pytest.mark.parametrize("written", ["", "{", "\xff", '{"kalimat latih": "lama"}'])
def test_an_unreadable_or_old_fingerprint_means_train(
    home: Settings, rasa: FakeRasa, parts: Path, written: str
) -> None:
    training.train(home)
    (home.models / training.FINGERPRINT_NAME).write_text(written, encoding="latin-1")
    assert training.changed_parts(home) == list(training.PARTS)


def test_a_missing_model_means_train(home: Settings, rasa: FakeRasa, parts: Path) -> None:
    training.train(home).unlink()
    assert training.changed_parts(home) == list(training.PARTS)
    with pytest.raises(MissingError, match="mawas train"):
        training.model_path(home)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError("disk penuh"), SystemExit(1)])
def test_an_interrupted_training_leaves_the_old_model(
    home: Settings, rasa: FakeRasa, parts: Path, error: BaseException
) -> None:
    training.train(home)
    (parts / "config.yml").write_text("lain", encoding="utf-8")
    rasa.content, rasa.error = b"half a model", error
    with pytest.raises(type(error)):
        training.train(home)
    assert training.model_path(home).read_bytes() == b"model 1"
    assert training.changed_parts(home) == ["config.yml"]
    assert sorted(file.name for file in home.models.iterdir()) == ["mawas.json", "mawas.tar.gz"]


def test_a_change_while_training_is_seen_afterwards(
    home: Settings, rasa: FakeRasa, parts: Path
) -> None:
    def change(step: str, done: int, steps: int) -> None:
        (parts / "config.yml").write_text(f"lain {done}", encoding="utf-8")

    training.train(home, change)
    assert training.changed_parts(home) == ["config.yml"]


def test_leftovers_are_dropped_but_not_a_training_that_runs_beside(
    home: Settings, rasa: FakeRasa, parts: Path
) -> None:
    for name in (".training-old", ".training-beside"):
        (home.models / name).mkdir(parents=True)
        (home.models / name / "part").write_text("")
    long_ago = time.time() - 2 * ABANDONED_AFTER
    os.utime(home.models / ".training-old", (long_ago, long_ago))
    training.train(home)
    assert [file.name for file in home.models.glob(".training-*")] == [".training-beside"]


def test_a_training_without_a_model_fails_with_what_rasa_said(
    home: Settings, rasa: FakeRasa, parts: Path
) -> None:
    rasa.code = 1
    with pytest.raises(TrainingError) as error:
        training.train(home)
    assert "Rasa: kalimat yang aneh" in str(error.value)
    assert "Saran: jalankan ./mawas rasa data validate" in str(error.value)
    assert not (home.models / training.MODEL_NAME).exists()


def test_an_error_of_a_component_is_told_and_its_traceback_logged(
    home: Settings, rasa: FakeRasa, parts: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rasa.error = RuntimeError("Error in node train_X.")
    rasa.error.__cause__ = ValueError("kalimat kosong")
    with caplog.at_level(logging.INFO, "bot.training"), pytest.raises(TrainingError) as error:
        training.train(home)
    told = str(error.value)
    assert told.startswith("Pelatihan gagal. Error in node train_X. ValueError: kalimat kosong\n")
    assert "Saran: " in told
    assert error.value.exit_status == 1
    assert "Traceback" in caplog.text
    assert training.changed_parts(home) == list(training.PARTS)


def test_a_full_disk_is_told_as_one(home: Settings, rasa: FakeRasa, parts: Path) -> None:
    rasa.error = RuntimeError("Error in node train_X.")
    rasa.error.__cause__ = OSError(28, "No space left on device")
    with pytest.raises(OSError, match="No space left"):
        training.train(home)


def test_an_error_of_rasa_itself_is_told_too(home: Settings, rasa: FakeRasa, parts: Path) -> None:
    rasa.error = ValueError("config.yml")
    with pytest.raises(TrainingError, match=r"Pelatihan gagal\. ValueError: config\.yml"):
        training.train(home)


def test_nothing_is_printed_where_ask_prints_json(
    home: Settings, rasa: FakeRasa, parts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    training.train(home)
    assert capsys.readouterr().out == ""


def test_progress_names_every_step_and_ends_at_the_last(
    home: Settings, rasa: FakeRasa, parts: Path
) -> None:
    told: list[tuple[str, int, int]] = []
    training.train(home, lambda *step: told.append(step))
    assert [step for step, _, _ in told] == [
        "membaca kalimat latih",
        "memahami maksud (bagian terlama)",
        "Other",
        "aturan percakapan",
        "selesai",
    ]
    numbers = [number for _, number, _ in told]
    assert numbers == sorted(numbers)
    assert told[-1] == ("selesai", training.STEPS, training.STEPS)


def test_rasas_logger_is_left_as_it_was(home: Settings, rasa: FakeRasa, parts: Path) -> None:
    hooks = logging.getLogger("rasa.engine.training.hooks")
    before = (hooks.level, hooks.propagate, list(hooks.handlers))
    training.train(home)
    assert (hooks.level, hooks.propagate, list(hooks.handlers)) == before
