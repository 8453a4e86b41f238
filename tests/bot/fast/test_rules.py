"""The rules that are looked up by an index are those that Rasa finds by walking through all of them."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.conversation import Conversation
from bot.fast.rules import IndexedRulePolicy


def said(intent: str) -> Event:
    return UserUttered("x", intent={"name": intent, "confidence": 1.0})


def trackers(domain: Any) -> list[DialogueStateTracker]:
    """Conversations at every point of a turn, for every intent."""
    found = []
    for intent in sorted(domain.intents):
        events: list[Event] = [ActionExecuted("action_listen"), said(intent)]
        found.append(events)
        for action in ("action_answer_topic", "action_unsure", "utter_terima_kasih"):
            after = [*events, ActionExecuted(action), BotUttered("y")]
            found += [after, [*after, ActionExecuted("action_listen"), said("setuju")]]
    return [DialogueStateTracker.from_events("s", events, domain.slots) for events in found]


def test_every_point_of_a_turn_leads_to_the_same_action(
    policy: IndexedRulePolicy, conversation: Conversation
) -> None:
    domain = conversation._agent.domain
    wrong = []
    for tracker in trackers(domain):
        mine, _, _ = policy._find_action_from_rules(tracker, domain, False)
        rasas, _, _ = RulePolicy._find_action_from_rules(policy, tracker, domain, False)
        states = policy._prediction_states(tracker, domain)
        walked = RulePolicy._get_possible_keys(policy, policy.lookup[RULES], states)
        if mine != rasas or policy._get_possible_keys(policy.lookup[RULES], states) != walked:
            wrong.append((tracker.latest_message.intent, mine, rasas))
    assert wrong == []


def test_the_index_leaves_out_most_rules(
    policy: IndexedRulePolicy, conversation: Conversation
) -> None:
    domain = conversation._agent.domain
    tracker = DialogueStateTracker.from_events(
        "s", [ActionExecuted("action_listen"), said("kuis")], domain.slots
    )
    states = policy._prediction_states(tracker, domain)
    assert 0 < len(list(policy._likely(states[-1]))) < len(policy.lookup[RULES]) / 10


def test_no_rule_reads_the_words_of_a_message(
    policy: IndexedRulePolicy, conversation: Conversation
) -> None:
    domain = conversation._agent.domain
    (tracker, *_) = trackers(domain)
    assert policy._find_action_from_rules(tracker, domain, True) == (None, None, False)
    assert RulePolicy._find_action_from_rules(policy, tracker, domain, True)[0] is None


def test_without_an_index_it_is_rasas_own(
    policy: IndexedRulePolicy, conversation: Conversation
) -> None:
    fresh = IndexedRulePolicy.__new__(IndexedRulePolicy)
    fresh.__dict__.update({**vars(policy), "_index": None})
    domain = conversation._agent.domain
    (tracker, *_) = trackers(domain)
    states = policy._prediction_states(tracker, domain)
    assert fresh._get_possible_keys(policy.lookup[RULES], states) == policy._get_possible_keys(
        policy.lookup[RULES], states
    )
