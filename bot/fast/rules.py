"""Rasa's RulePolicy with an index: it looks at the rules that can fit the last message, and back only as far as a rule can reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT, INTENT_NAME_KEY, TEXT

from bot.fast.recent import recent

_Place = tuple[str | None, str | None]


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class IndexedRulePolicy(RulePolicy):
    """Predicts what RulePolicy predicts. Training is the parent's; what was loaded does not change and is indexed once."""

    _index: dict[_Place, list[str]] | None = None
    _reads_texts = True
    # States of the longest rule at each place of the index; None while rules are not known, in training.
    _reach: dict[_Place, int] | None = None

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IndexedRulePolicy:
        """Load a trained policy (see parent class)."""
        policy: IndexedRulePolicy = super().load(
            config, model_storage, resource, execution_context, **kwargs
        )
        rules = policy.lookup[RULES]
        index = defaultdict(list)
        for key in rules:
            index[_place(policy._rule_key_to_state(key)[-1])].append(key)
        policy._index = dict(index)
        # Those for the unhappy path of a loop are asked for only in a loop, and then all states are read.
        policy._reach = {
            place: max(len(policy._rule_key_to_state(key)) for key in keys)
            for place, keys in index.items()
        }
        policy._reads_texts = any(
            TEXT in state.get(USER, {}) for key in rules for state in policy._rule_key_to_state(key)
        )
        return policy

    def _prediction_states(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        use_text_for_last_user_input: bool = False,
        rule_only_data: dict[str, Any] | None = None,
    ) -> list[State]:
        """The last states of a conversation (see parent class): as many as a rule has that may fit.

        A rule that is shorter than a conversation fits whatever was before it (RulePolicy._is_rule_applicable). All states were 14 % of
        a turn: each is read off a tracker to which the whole conversation is applied again.
        """
        reach = self._reach_of(tracker)
        short = recent(tracker, domain, reach) if reach else None
        states: list[State] = super()._prediction_states(
            tracker if short is None else short,
            domain,
            use_text_for_last_user_input,
            rule_only_data,
        )
        return states

    def _reach_of(self, tracker: DialogueStateTracker) -> int:
        """States of the longest rule that ends with the last action and message of a conversation; 0 where rules are not known."""
        if self._reach is None:
            return 0
        action = tracker.latest_action_name
        intent = (
            tracker.latest_message.intent.get(INTENT_NAME_KEY) if tracker.latest_message else None
        )
        return max(self._reach.get(place, 1) for place in _places(action, intent))

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        """Rules that fit (see parent class), looked for among those that may."""
        if self._index is None or not states or lookup is not self.lookup[RULES]:
            return set(super()._get_possible_keys(lookup, states))
        likely = {key: lookup[key] for key in self._likely(states[-1])}
        return set(super()._get_possible_keys(likely, states))

    def _likely(self, state: State) -> Iterator[str]:
        """Rules whose last state does not contradict the present one in action and intent."""
        action, intent = _place(state)
        index = self._index or {}
        for place in _places(action, intent):
            yield from index.get(place, ())

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        """The action that rules say (see parent class); the words of a message are passed over where no rule has words."""
        if use_text_for_last_user_input and not self._reads_texts:
            return None, None, False
        found: tuple[str | None, str | None, bool] = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
        return found


def _place(state: Mapping[str, Any]) -> _Place:
    """Where a state stands in the index: the action before, and the intent; None where it says nothing of one."""
    return (
        state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME),
        state.get(USER, {}).get(INTENT),
    )


def _places(action: str | None, intent: str | None) -> set[_Place]:
    """Where rules stand that fit this action and intent: also those that say nothing of one."""
    return {(a, i) for a in (action, None) for i in (intent, None)}
