"""Rasa's own commands with our paths: `mawas rasa data validate | train | test | shell | run | interactive`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from bot import training
from bot.errors import MissingError
from bot.paths import CONFIG, DOMAIN, ROOT, TRAINING_DATA
from bot.settings import Settings

_DATA = ["--data", *(str(path) for path in TRAINING_DATA)]
_DOMAIN = ["--domain", str(DOMAIN)]
_CONFIG = ["--config", str(CONFIG)]
HELD_OUT = ROOT / "tests" / "nlu"


def with_our_paths(settings: Settings, words: Sequence[str]) -> list[str]:
    """Rasa's arguments with our files where the person named none.

    Args:
        settings: tells where models are.
        words: what was typed after `mawas rasa`.
    """
    model = ["--model", str(settings.models / training.MODEL_NAME)]
    defaults: dict[tuple[str, ...], list[list[str]]] = {
        ("data", "validate"): [_DATA, _DOMAIN, _CONFIG],
        ("train",): [_DATA, _DOMAIN, _CONFIG, ["--out", str(settings.home / "rasa-models")]],
        ("test", "nlu"): [
            ["--nlu", str(HELD_OUT)],
            _DOMAIN,
            _CONFIG,
            model,
            ["--out", str(settings.home / "rasa-results")],
        ],
        ("test",): [
            ["--nlu", str(HELD_OUT)],
            _DOMAIN,
            _CONFIG,
            model,
            ["--out", str(settings.home / "rasa-results")],
        ],
        ("shell",): [model],
        ("run",): [model],
        ("interactive",): [_DATA, _DOMAIN, _CONFIG, model],
    }
    typed = list(words)
    if not typed or "--help" in typed or "-h" in typed:
        return typed
    command = next(
        (key for key in sorted(defaults, key=len, reverse=True) if tuple(typed[: len(key)]) == key),
        None,
    )
    if command is None:
        return typed
    for default in defaults[command]:
        if default[0] not in typed:
            typed += default
    return typed


def run(settings: Settings, words: Sequence[str]) -> int:
    """Run one of Rasa's commands in this process; returns its exit status.

    Raises:
        MissingError: the command needs a model and there is none.
    """
    if (
        words
        and words[0] in ("shell", "run", "test")
        and "--model" not in words
        and not {"--help", "-h", "actions"} & set(words)
    ):
        if not (settings.models / training.MODEL_NAME).exists():
            raise MissingError("Model belum ada. Saran: jalankan ./mawas train lebih dulu.")
        _use_in_process_actions(settings)
    sys.argv = ["rasa", *with_our_paths(settings, words)]
    from rasa.__main__ import main

    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0


def _use_in_process_actions(settings: Settings) -> None:
    """Make Rasa's commands run our actions in this process; they know only HTTP addresses from an endpoints file."""
    from rasa.core.utils import AvailableEndpoints

    from actions.registry import all_actions
    from bot.action_endpoint import InProcessActions
    from bot.readiness import build_store
    from knowledge.store import Store

    build_store(settings)
    original = AvailableEndpoints.read_endpoints.__func__

    def read_endpoints(cls: type[Any], endpoint_file: str) -> Any:
        endpoints = original(cls, endpoint_file)
        endpoints.action = endpoints.action or InProcessActions(all_actions(Store(settings.db_url)))
        return endpoints

    AvailableEndpoints.read_endpoints = classmethod(read_endpoints)
