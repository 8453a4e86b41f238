"""What a conversation needs so that another one can take its place."""

from __future__ import annotations

from typing import Any

from rasa.core.agent import Agent

from bot.database import engine_of
from bot.locks import Locks
from bot.messages import Incoming, Turn
from bot.tracker.store import ConversationStore
from knowledge.store import Store


class Replaceable:
    """Part of `bot.conversation.Conversation`."""

    _agent: Agent
    _talks: ConversationStore
    _store: Store
    _locks: Locks
    _link: str | None

    async def rehearse(self, incoming: Incoming) -> Turn:
        """Answer a message without storing or counting anything. Nobody else may be answered meanwhile."""
        agent = self._agent
        kept = agent.tracker_store, agent.processor.tracker_store
        engine = engine_of("sqlite://")
        talks = ConversationStore(self._talks.domain, engine)
        agent.tracker_store = agent.processor.tracker_store = talks
        try:
            aside: Any = type(self)
            turn: Turn = await aside(agent, talks, self._store, self._link).turn(incoming)
        finally:
            agent.tracker_store, agent.processor.tracker_store = kept
            engine.dispose()
        return turn

    async def hand_over(self) -> bool:
        """Store what could not be stored while the database was away; False while it still cannot be."""
        return await self._talks.store_rest()

    async def stop(self) -> None:
        """Let go of everything, locks too; no other conversation of this process needs them any more."""
        self.close()
        await self._locks.close()

    def close(self) -> None:
        """Let go of the databases."""
        self._talks.outage.stop()
        self._talks.engine.dispose()
        self._store.close()
