"""Rasa without TensorFlow: what only imports it works, what really needs it fails loudly."""

from __future__ import annotations

import importlib
import importlib.util
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot import without_tensorflow
from bot.paths import ROOT
from bot.without_tensorflow import ROOTS, TensorFlowMissingError

COMMANDS = ("train", "test", "shell", "run", "interactive", "data", "evaluate", "export")
NEEDED = (
    "rasa.__main__",
    "rasa.core.agent",
    "rasa.core.run",
    "rasa.core.test",
    "rasa.core.training.interactive",
    "rasa.engine.recipes.default_components",
    "rasa.model_testing",
    "rasa.model_training",
    "rasa.nlu.test",
    "rasa.server",
    "rasa.validator",
    "spacy",
    *(f"rasa.cli.{command}" for command in COMMANDS),
)


def _tensorflow_modules() -> list[str]:
    """Rasa's own modules that are made of TensorFlow."""
    folder = Path(importlib.util.find_spec("rasa").submodule_search_locations[0])  # type: ignore
    names = pkgutil.iter_modules([str(folder / "utils" / "tensorflow")])
    return [f"rasa.utils.tensorflow.{module.name}" for module in names]


def test_tensorflow_is_not_installed() -> None:
    finders = [f for f in sys.meta_path if not isinstance(f, without_tensorflow._StandInFinder)]
    assert all(
        finder.find_spec("tensorflow", None) is None
        for finder in finders
        if hasattr(finder, "find_spec")
    )


@pytest.mark.parametrize("name", NEEDED)
def test_everything_that_rasas_commands_import_can_be_imported(name: str) -> None:
    importlib.import_module(name)


def test_rasas_tensorflow_modules_can_be_imported() -> None:
    names = _tensorflow_modules()
    assert len(names) > 5
    for name in names:
        importlib.import_module(name)


@pytest.mark.parametrize("root", ROOTS)
def test_every_root_is_answered(root: str) -> None:
    module = importlib.import_module(f"{root}.any.depth")
    assert module.__version__ == without_tensorflow.VERSION


def test_other_missing_packages_stay_missing() -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("tensorflowish")


def test_a_stand_in_can_be_inherited_from_and_annotated_with() -> None:
    tf = importlib.import_module("tensorflow")

    class Layer(tf.keras.layers.Layer):  # type: ignore[misc]
        @tf.function
        def call(self, tensor: tf.Tensor | None, ragged: tf.RaggedTensor[int]) -> int:
            return 1

        @tf.function(autograph=False)
        def other(self) -> int:
            return 2

    assert Layer.__mro__[1].__name__ == "tensorflow.keras.layers.Layer"
    assert Layer.call(None, None, None) == 1
    assert Layer.other(None) == 2


@pytest.mark.parametrize("name", ["constant", "Variable", "Tensor"])
def test_calling_a_stand_in_raises_and_names_it(name: str) -> None:
    tf = importlib.import_module("tensorflow")
    with pytest.raises(TensorFlowMissingError, match=rf"'tensorflow\.{name}' needs TensorFlow"):
        getattr(tf, name)(1)


def test_calling_something_deep_names_the_whole_path() -> None:
    tf = importlib.import_module("tensorflow")
    with pytest.raises(TensorFlowMissingError, match=r"'tensorflow\.keras\.layers\.Dense'"):
        tf.keras.layers.Dense(3)


def test_creating_a_class_that_inherits_raises_too() -> None:
    from rasa.utils.tensorflow.layers import SparseDropout

    with pytest.raises(TensorFlowMissingError, match=r"SparseDropout.*config\.yml"):
        SparseDropout(rate=0.1)


def test_installing_twice_installs_once() -> None:
    before = list(sys.meta_path)
    without_tensorflow.install()
    assert sys.meta_path == before


def test_a_tensorflow_that_is_installed_is_not_loaded(tmp_path: Path) -> None:
    """As pip brings it along with the wheel."""
    (tmp_path / "tensorflow.py").write_text("raise SystemExit('loaded')\n")
    code = "from bot.without_tensorflow import install; install(); import tensorflow; print(tensorflow.Tensor)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "tensorflow.Tensor" in done.stdout


def test_a_tensorflow_that_is_loaded_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path[1:]))
    monkeypatch.setitem(sys.modules, "tensorflow", importlib.import_module("types"))
    before = list(sys.meta_path)
    without_tensorflow.install()
    assert sys.meta_path == before


def test_a_pipeline_with_diet_fails_loudly_and_clearly(tmp_path: Path) -> None:
    from rasa.model_training import train

    config = {
        "recipe": "default.v1",
        "assistant_id": "test",
        "language": "id",
        "pipeline": [
            {"name": "WhitespaceTokenizer"},
            {"name": "CountVectorsFeaturizer"},
            {"name": "DIETClassifier", "epochs": 1},
        ],
        "policies": [{"name": "RulePolicy"}],
    }
    domain = {"version": "3.1", "intents": ["sapa", "pamit"]}
    nlu = {
        "version": "3.1",
        "nlu": [
            {"intent": "sapa", "examples": "- halo\n- hai\n"},
            {"intent": "pamit", "examples": "- dadah\n- sampai jumpa\n"},
        ],
    }
    for name, content in (("config", config), ("domain", domain), ("nlu", nlu)):
        (tmp_path / f"{name}.yml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(Exception, match=r"DIETClassifier|TensorFlow") as error:
        train(
            str(tmp_path / "domain.yml"),
            str(tmp_path / "config.yml"),
            [str(tmp_path / "nlu.yml")],
            output=str(tmp_path / "models"),
        )
    causes = [error.value]
    while causes[-1].__cause__ or causes[-1].__context__:
        causes.append(causes[-1].__cause__ or causes[-1].__context__)  # type: ignore[arg-type]
    (missing,) = [cause for cause in causes if isinstance(cause, TensorFlowMissingError)]
    assert "take them out of config.yml" in str(missing)
    assert not list(tmp_path.glob("models/*.tar.gz"))
