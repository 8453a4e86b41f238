"""Parts of the trained assistant."""

from __future__ import annotations

import pytest

from bot.conversation import Conversation
from bot.fast.rules import IndexedRulePolicy


@pytest.fixture(scope="module")
def policy(conversation: Conversation) -> IndexedRulePolicy:
    """The policy of the trained assistant."""
    nodes = conversation._agent.processor.graph_runner._instantiated_nodes.values()  # type: ignore[union-attr]
    (found,) = [node._component for node in nodes if isinstance(node._component, IndexedRulePolicy)]
    return found
