"""Lets Rasa 3.6 run without TensorFlow, installed or not.

Rasa imports TensorFlow for DIET, TED and its dense featurizers, even where a pipeline uses none of them. `install()` puts an
import finder in front that answers those imports with empty stand-in modules, so that Rasa's classes can be defined. Nothing
here computes: creating or calling a stand-in raises `TensorFlowMissingError` at once, with the component that wanted it.

Must run before anything of rasa or spaCy is imported. Why and what it saves: docs/decisions.md.
"""

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Callable, Sequence
from typing import Any

ROOTS = ("tensorflow", "keras", "tensorflow_addons", "tensorflow_hub", "tensorflow_text")

# The version of TensorFlow that Rasa 3.6.21 was released with; Rasa reads it while it imports.
VERSION = "2.12.0"


class TensorFlowMissingError(RuntimeError):
    """Something really needs TensorFlow, which Mawas does not load."""

    def __init__(self, name: str) -> None:
        """Name the stand-in that was called."""
        super().__init__(
            f"'{name}' needs TensorFlow, which Mawas does not load. DIET, TED, UnexpecTED, the response selector, "
            "ConveRT and transformer featurizers cannot be used here: take them out of config.yml, or use a plain Rasa environment."
        )


class _StandInClass(type):
    """A class that can be inherited from and put in annotations, and raises when it is called itself."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(f"{cls.__name__}.{name}")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        raise TensorFlowMissingError(cls.__name__)

    def __or__(cls, other: Any) -> Any:
        return cls

    __ror__ = __or__


def _stand_in(name: str) -> _StandInClass:
    return _StandInClass(name, (), {"__class_getitem__": classmethod(lambda cls, item: cls)})


def _function(*args: Any, **kwargs: Any) -> Callable[..., Any]:
    """`@tf.function` and `@tf.function(...)` leave the method as it is: it is defined, never run."""
    if args and callable(args[0]):
        return args[0]  # type: ignore[no-any-return]
    return lambda method: method


class _StandInModule(types.ModuleType):
    __path__ = []  # noqa: RUF012 - a package without files
    __version__ = VERSION
    function = staticmethod(_function)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = _stand_in(f"{self.__name__}.{name}")
        setattr(self, name, value)
        return value


class _StandInFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] not in ROOTS:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Nothing to run: a stand-in module has no code."""


def install() -> None:
    """Answer imports of TensorFlow with stand-ins, unless the real one is loaded or this already ran.

    One that is only installed is not loaded either: pip brings it along with a wheel of Mawas, and it costs memory for nothing.
    """
    if any(isinstance(finder, _StandInFinder) for finder in sys.meta_path):
        return
    if "tensorflow" in sys.modules:
        return
    sys.meta_path.insert(0, _StandInFinder())
