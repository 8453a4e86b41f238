"""The end of a conversation leads to what all of it leads to."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.conversation import Conversation
from bot.fast.recent import recent
from bot.fast.rules import IndexedRulePolicy
from tests.bot.fast.random_talks import random_talk, said

TALKS = 400


def tracker_of(events: Any, domain: Domain) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("s", events, domain.slots)


@pytest.fixture(scope="module")
def rasas(policy: IndexedRulePolicy) -> RulePolicy:
    """Rasa's own policy with the same rules."""
    stock = RulePolicy.__new__(RulePolicy)
    stock.__dict__.update(vars(policy))
    return stock


def test_it_looks_back_as_far_as_a_rule_reaches(
    policy: IndexedRulePolicy, conversation: Conversation
) -> None:
    domain = conversation._agent.domain
    lengths = {len(policy._rule_key_to_state(key)) for key in policy.lookup[RULES]}
    asked = [ActionExecuted("action_listen"), said("kuis")]
    answered = [*asked, ActionExecuted("action_start_quiz")]
    long, after = 5 * answered + asked, 6 * answered
    seen = [
        len(policy._prediction_states(tracker_of(each, domain), domain)) for each in (long, after)
    ]
    assert seen[0] <= seen[1] <= max(lengths) < len(tracker_of(after, domain).past_states(domain))


def test_any_conversation_is_predicted_as_by_rasa(
    policy: IndexedRulePolicy, rasas: RulePolicy, conversation: Conversation
) -> None:
    domain = conversation._agent.domain
    wrong, ruled = [], 0
    for seed in range(TALKS):
        # It may end at any point of a turn.
        events = random_talk(seed, domain)
        events = events[: len(events) - seed % 7]
        mine, source = policy._predict(tracker_of(events, domain), domain)
        theirs, rasas_source = rasas._predict(tracker_of(events, domain), domain)
        same = (mine.probabilities, mine.hide_rule_turn, mine.events) == (
            theirs.probabilities,
            theirs.hide_rule_turn,
            theirs.events,
        )
        ruled += source in policy.lookup[RULES]
        # Without a rule, Rasa's source is the states of the whole conversation, written out.
        if not same or (source != rasas_source and rasas_source in policy.lookup[RULES]):
            wrong.append(seed)
    assert wrong == []
    assert TALKS / 5 < ruled < TALKS


@pytest.mark.parametrize("states", [1, 2, 3, 5])
def test_the_last_states_are_those_of_all(
    rasas: RulePolicy, conversation: Conversation, states: int
) -> None:
    domain = conversation._agent.domain
    short = 0
    for seed in range(TALKS):
        whole = tracker_of(random_talk(seed, domain), domain)
        end = recent(whole, domain, states)
        if end is None:
            continue
        short += 1
        assert end.past_states(domain) == whole.past_states(domain)[-states:], seed
    assert short > TALKS / 2


def test_only_the_end_of_a_long_conversation_is_looked_at(conversation: Conversation) -> None:
    domain = conversation._agent.domain
    turn = [ActionExecuted("action_listen"), said("kuis"), ActionExecuted("action_start_quiz")]
    end = recent(tracker_of(turn * 50, domain), domain, 3)
    assert end is not None
    assert len(end._ended) <= 3 * len(turn)


def test_loops_and_slots_that_show_need_the_whole(conversation: Conversation) -> None:
    domain = conversation._agent.domain
    loop = [ActionExecuted("action_listen"), ActiveLoop("action_unsure"), said("kuis")]
    assert recent(tracker_of(loop, domain), domain, 3) is None
    shows = Domain.from_dict({"slots": {"a": {"type": "bool", "mappings": [{"type": "custom"}]}}})
    events = [SlotSet("a", True), ActionExecuted("action_listen"), said("kuis")]
    assert recent(tracker_of(events, shows), shows, 3) is None
