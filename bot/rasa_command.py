"""Rasa's own commands with our paths: `mawas rasa data validate | train | test | shell | run | interactive`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from bot import training
from bot.errors import MissingError
from bot.paths import CONFIG, DOMAIN, ROOT, TRAINING_DATA
from bot.settings import Settings

_NLU, _RULES = (str(path) for path in TRAINING_DATA)
_DATA = ["--data", _NLU, _RULES]
_DOMAIN = ["--domain", str(DOMAIN)]
_CONFIG = ["--config", str(CONFIG)]
HELD_OUT = ROOT / "tests" / "nlu"

# Commands that talk or predict: they need a model, and our actions.
_TALKING = ("shell", "run", "test", "interactive")
_SHORT = {"--model": "-m", "--domain": "-d", "--config": "-c", "--nlu": "-u", "--stories": "-s"}


def with_our_paths(settings: Settings, words: Sequence[str]) -> list[str]:
    """Rasa's arguments with our files where the person named none.

    Args:
        settings: tells where models are.
        words: what was typed after `mawas rasa`.
    """
    typed = list(words)
    if not typed or _asks_for_help(typed):
        return typed
    defaults = _defaults(settings)
    command = next((key for key in (tuple(typed[:2]), tuple(typed[:1])) if key in defaults), None)
    for default in defaults[command] if command else []:
        if not _names(typed, default[0]):
            typed += default
    return typed


def _defaults(settings: Settings) -> dict[tuple[str, ...], list[list[str]]]:
    """What each command takes of ours; the subcommands take other options than the command."""
    model = ["--model", str(settings.models / training.MODEL_NAME)]
    models = ["--out", str(settings.home / "rasa-models")]
    results = ["--out", str(settings.home / "rasa-results")]
    held_out = ["--nlu", str(HELD_OUT)]
    return {
        ("data", "validate"): [_DATA, _DOMAIN, _CONFIG],
        ("train",): [_DATA, _DOMAIN, _CONFIG, models],
        ("train", "nlu"): [["--nlu", _NLU], _DOMAIN, _CONFIG, models],
        ("train", "core"): [["--stories", _RULES], _DOMAIN, _CONFIG, models],
        ("test",): [held_out, _DOMAIN, _CONFIG, model, results],
        ("test", "nlu"): [held_out, _DOMAIN, _CONFIG, model, results],
        ("test", "core"): [model, results],
        ("shell",): [model],
        ("run",): [model],
        ("run", "actions"): [],
        ("interactive",): [_DATA, _DOMAIN, _CONFIG, model],
        ("interactive", "core"): [["--stories", _RULES], _DOMAIN, _CONFIG, model],
    }


def _names(typed: Sequence[str], option: str) -> bool:
    """True when the person gave this option, in any of the ways that Rasa reads."""
    short = _SHORT.get(option)
    return any(
        word.split("=")[0] == option
        or (short is not None and word.startswith(short) and not word.startswith("--"))
        for word in typed
    )


def _asks_for_help(words: Sequence[str]) -> bool:
    return bool({"--help", "-h"} & set(words))


def run(settings: Settings, words: Sequence[str]) -> int:
    """Run one of Rasa's commands in this process; returns its exit status.

    Raises:
        MissingError: the command needs a model and there is none.
    """
    talks = bool(words) and words[0] in _TALKING and list(words[1:2]) != ["actions"]
    if talks and not _asks_for_help(words):
        if not _names(words, "--model") and not (settings.models / training.MODEL_NAME).exists():
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
    from bot.screening import LateScreener
    from knowledge.store import Store

    build_store(settings)
    original = AvailableEndpoints.read_endpoints.__func__

    def read_endpoints(cls: type[Any], endpoint_file: str) -> Any:
        endpoints = original(cls, endpoint_file)
        actions = all_actions(Store(settings.db_url).keep(), LateScreener(settings))
        endpoints.action = endpoints.action or InProcessActions(actions)
        return endpoints

    AvailableEndpoints.read_endpoints = classmethod(read_endpoints)
