"""Forgetting a conversation."""

from __future__ import annotations

from actions.context import CRISIS, TOPIC
from actions.forget import NAME, Forget
from tests.actions.fakes import run


def test_everything_that_was_remembered_is_reset() -> None:
    said = run(Forget(), **{TOPIC: "biaya", CRISIS: "darurat_disekap"})
    assert [event["event"] for event in said.events] == ["reset_slots"]


def test_the_rule_before_it_does_the_talking() -> None:
    assert run(Forget()).bubbles == []


def test_it_is_known_by_the_name_that_the_conversation_looks_for() -> None:
    assert Forget().name() == NAME
