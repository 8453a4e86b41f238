"""The lean processor leaves out only what leads to nothing."""

from __future__ import annotations

import ast
import asyncio
import inspect
from typing import Any

import pytest
import rasa.core.policies.rule_policy
import rasa.core.processor
from rasa.core.actions.action import action_for_name_or_text
from rasa.core.processor import MessageProcessor
from rasa.exceptions import ActionLimitReached
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.collector import ReplyCollector
from bot.conversation import Conversation
from bot.fast.processor import LeanProcessor, may_extract
from tests.bot.fast.random_talks import random_talk, said


@pytest.fixture(scope="module")
def processor(conversation: Conversation) -> LeanProcessor:
    made = conversation._agent.processor
    assert isinstance(made, LeanProcessor)
    return made


def test_each_action_is_rasas(processor: LeanProcessor) -> None:
    for name in processor.domain.action_names_or_texts:
        rasas = action_for_name_or_text(name, processor.domain, processor.action_endpoint)
        for _ in range(2):
            mine = processor._get_action(name)
            assert type(mine) is type(rasas)
            assert {**vars(mine)}.keys() == vars(rasas).keys()
            assert mine.name() == rasas.name() == name


def test_the_same_action_is_next(processor: LeanProcessor) -> None:
    for seed in range(60):
        trackers = [
            DialogueStateTracker.from_events(
                "s", random_talk(seed, processor.domain), processor.domain.slots
            )
            for _ in range(2)
        ]
        answers: list[Any] = []
        for kind, tracker in zip((LeanProcessor, MessageProcessor), trackers, strict=True):
            try:
                action, prediction = kind.predict_next_with_tracker_if_should(processor, tracker)
                answers.append((action.name(), prediction.probabilities))
            except ActionLimitReached:
                answers.append("limit")
        assert answers[0] == answers[1], seed


def test_too_many_actions_for_one_message_end(processor: LeanProcessor) -> None:
    many = [ActionExecuted("action_unsure"), BotUttered("x")] * processor.max_number_of_predictions
    events = [ActionExecuted("action_listen"), said("kuis"), *many]
    tracker = DialogueStateTracker.from_events("s", events, processor.domain.slots)
    with pytest.raises(ActionLimitReached):
        processor.predict_next_with_tracker_if_should(tracker)


def test_no_slot_is_filled_where_only_actions_set_slots(
    processor: LeanProcessor, loop: asyncio.AbstractEventLoop
) -> None:
    assert not may_extract(processor.domain)
    for intent in sorted(processor.domain.intents):
        events = [ActionExecuted("action_listen"), said(intent, "negara", "lihat")]
        tracker = DialogueStateTracker.from_events("s", events, processor.domain.slots)
        extracted = MessageProcessor.run_action_extract_slots(processor, ReplyCollector(), tracker)
        assert list(loop.run_until_complete(extracted).events) == events


@pytest.mark.parametrize(
    "slots",
    [
        {"a": {"type": "any", "mappings": [{"type": "from_text"}]}},
        {"a": {"type": "any", "mappings": [{"type": "custom", "action": "action_a"}]}},
    ],
)
def test_a_mapping_that_fills_a_slot_is_seen(slots: dict[str, Any]) -> None:
    assert may_extract(Domain.from_dict({"slots": slots, "actions": ["action_a"]}))


def test_an_action_that_looks_at_slots_is_seen() -> None:
    assert may_extract(Domain.from_dict({"actions": ["action_validate_slot_mappings"]}))


@pytest.mark.parametrize("module", [rasa.core.processor, rasa.core.policies.rule_policy])
def test_rasa_copies_only_for_logs(module: Any) -> None:
    """What stands for the module `copy` there copies nothing."""
    tree = ast.parse(inspect.getsource(module))

    def copies(node: ast.AST) -> set[int]:
        return {
            name.lineno
            for name in ast.walk(node)
            if isinstance(name, ast.Name) and name.id == "copy"
        }

    logged: set[int] = set()
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "structlogger.debug":
            logged |= copies(call)
    assert logged
    assert copies(tree) == logged
