"""Rasa's RulePolicy with an index: it looks at the rules that can fit the last message, not at all of them in every prediction."""

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
from rasa.shared.nlu.constants import ACTION_NAME, INTENT, TEXT

_Place = tuple[str | None, str | None]


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class IndexedRulePolicy(RulePolicy):
    """Predicts what RulePolicy predicts. Training is the parent's; what was loaded does not change and is indexed once."""

    _index: dict[_Place, list[str]] | None = None
    _reads_texts = True

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
        policy._reads_texts = any(
            TEXT in state.get(USER, {}) for key in rules for state in policy._rule_key_to_state(key)
        )
        return policy

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
        for place in {(a, i) for a in (action, None) for i in (intent, None)}:
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
