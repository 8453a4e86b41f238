"""Rasa's agent, loaded as Mawas runs it. `bot.rasa_environment.prepare` must have run before this module is imported."""

from __future__ import annotations

from rasa.core.agent import Agent

from actions.registry import all_actions
from bot.action_endpoint import InProcessActions
from bot.errors import ConversationError
from bot.fast.checks import trust_own_parts
from bot.fast.processor import use_lean_parts
from bot.screening import LateScreener
from bot.settings import Settings
from bot.tracker.no_locks import NoLocks
from bot.tracker.store import ConversationStore
from bot.training import model_path
from knowledge.store import Store


def load_agent(settings: Settings, talks: ConversationStore, store: Store) -> Agent:
    """Load the trained model.

    Args:
        settings: where it is.
        talks: keeps the conversations.
        store: knowledge.

    Raises:
        MissingError: there is no model.
        ConversationError: the model cannot be read.
    """
    path = model_path(settings)
    actions = all_actions(store, LateScreener(settings))
    use_lean_parts()
    try:
        agent = Agent.load(
            path,
            tracker_store=talks,
            lock_store=NoLocks(),
            action_endpoint=InProcessActions(actions),
        )
    except Exception as error:
        raise ConversationError(
            f"Model tidak bisa dimuat ({type(error).__name__}). Saran: jalankan ./mawas train --force."
        ) from error
    trust_own_parts(agent)
    # Rasa puts a store around ours that would take a turn that was refused into a memory of its own.
    agent.tracker_store = agent.processor.tracker_store = talks
    return agent
