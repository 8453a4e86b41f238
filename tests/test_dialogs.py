"""Runs tests/dialogs/*.yml through the real conversation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.helpers.chat import Chat

FOLDER = Path(__file__).parent / "dialogs"
FEWEST = 40

DIALOGS = [
    pytest.param(dialog, id=f"{file.stem}: {dialog['name']}")
    for file in sorted(FOLDER.glob("*.yml"))
    for dialog in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("dialog", DIALOGS)
def test_dialog(dialog: dict[str, Any], conversation, loop) -> None:
    chat = Chat(conversation, loop)
    for turn in dialog["turns"]:
        expected = {key: value for key, value in turn.items() if key not in ("user", "press")}
        if "press" in turn:
            chat.presses(turn["press"])
        else:
            chat.says(turn["user"])
        assert expected, f"turn {turn} expects nothing"
        chat.expect(**expected)


def test_there_are_enough_dialogs() -> None:
    assert len(DIALOGS) >= FEWEST
