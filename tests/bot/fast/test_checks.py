"""What is looked for once is what Rasa finds."""

from __future__ import annotations

import pytest
from rasa.shared.core import events
from rasa.shared.utils.common import all_subclasses

from bot.fast.checks import resolved


def test_each_event_has_its_class() -> None:
    for kind in all_subclasses(events.Event):
        for _ in range(2):
            assert resolved(kind.type_name).type_name == kind.type_name


def test_a_name_without_an_event_is_none() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="Unknown event name"):
            resolved("nothing")
