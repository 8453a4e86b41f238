"""The one door to Rasa: a message in, replies out; never empty, never an exception at a channel."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.domain import Domain

from actions import forget
from actions.asking import is_about_verdict
from actions.context import PENDING
from actions.decision import may_be_danger
from actions.offer_case import CHECK
from actions.render.bubbles import CARD, COVERS, REPORT_NOTE
from bot import phrases
from bot.agent import load_agent
from bot.cards import with_card
from bot.choosing import chosen, may_choose
from bot.clean import clean, origins, shorten
from bot.collector import ReplyCollector
from bot.cover import Cover
from bot.database import url_beside
from bot.fallback.answers import FallbackAnswers
from bot.fallback.start import fallback_answers
from bot.inspectable import Inspectable
from bot.keeping.idle import batches
from bot.locks import LocalLocks, Locks, locks_of
from bot.logs import quiet_structlog
from bot.messages import Incoming, Reply, Turn
from bot.opening import opened
from bot.picture_message import joined
from bot.reload.replaceable import Replaceable
from bot.report_message import for_report, may_be_small_talk, with_report
from bot.settings import Settings
from bot.tracker.conflict import ConflictError
from bot.tracker.store import ConversationStore
from bot.trouble import Trouble
from bot.turns import (
    describe,
    greeting_for,
    last_actions,
    last_buttons,
    not_understood,
    offered,
    ranking_of,
    said_in,
    screened_text,
)
from knowledge.store import Store

logger = logging.getLogger(__name__)

# Where conversations are kept: a file in the data folder, or a database that ends with this process.
CONVERSATIONS = "conversations.db"
_IN_MEMORY = "sqlite://"


class Conversation(Inspectable, Replaceable):
    """Talks with many people at once; one instance a process."""

    def __init__(
        self,
        agent: Agent,
        talks: ConversationStore,
        store: Store,
        link: str | None = None,
        locks: Locks | None = None,
        fallback: Callable[[], FallbackAnswers] | None = None,
    ) -> None:
        """Put it together; `load` is the usual way.

        Args:
            agent: loaded, with `talks` as its tracker store.
            talks: where conversations are kept.
            store: knowledge.
            link: of the bot, for cards.
            locks: held for a turn; of its own where none are given.
            fallback: makes what answers danger when an answer failed; None for nothing.
        """
        self._locks = LocalLocks() if locks is None else locks
        self._agent = agent
        self._talks = talks
        self._store = store
        self._link = link
        # Called after each turn, by whoever counts them.
        self.watch: Callable[[Incoming, Turn], None] | None = None
        self._cover = Cover(talks.slot)
        self._trouble = Trouble(store, self._cover, fallback)

    @classmethod
    def load(
        cls, settings: Settings, keeps: bool = False, locks: Locks | None = None
    ) -> Conversation:
        """Load the store and the trained model. `bot.rasa_environment.prepare` must have run before this module was imported.

        Args:
            settings: where everything is.
            keeps: keep conversations in a database, so that they outlive this process and other processes can go on with them.
            locks: of another that answers in this process too; where none are given, those of `locks_of`, if conversations are kept.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database of conversations cannot be used.
            MissingError: there is no model.
            ConversationError: the model cannot be read.
        """
        quiet_structlog()
        store = Store(settings.db_url).keep()
        url = url_beside(settings, CONVERSATIONS) if keeps else _IN_MEMORY
        database = opened(url, "conversations", survives_power_loss=False)
        talks = ConversationStore(Domain.empty(), database)
        if locks is None and keeps:
            locks = locks_of(settings)
        agent = load_agent(settings, talks, store)
        fallback = partial(fallback_answers, settings)
        return cls(agent, talks, store, settings.bot_link, locks, fallback)

    async def reply(self, incoming: Incoming) -> list[Reply]:
        """The replies to a message: at least one, whatever happens inside."""
        return list((await self.turn(incoming)).replies)

    async def turn(self, incoming: Incoming) -> Turn:
        """The replies to a message and what was understood."""
        started = time.perf_counter()
        turn: Turn | None
        try:
            async with self._locks.of(incoming.sender):
                try:
                    turn = await self._answered(incoming)
                except ConflictError:
                    # Another process went on with it, or deleted it: this message comes after that.
                    logger.warning("turn met another one: answered again")
                    turn = await self._answered(incoming)
        except Exception as error:
            # The text of the message must not reach the log, and an exception's message may quote it.
            logger.error("turn failed: %s", type(error).__name__)
            turn = None
        if turn is None or turn.failed:
            turn = await self._trouble.turn(incoming, turn)
        if turn.text != incoming.text:
            # What stands for the message is no part of it.
            turn = replace(turn, text=incoming.text, entities=())
        turn = replace(turn, latency_ms=(time.perf_counter() - started) * 1000)
        if self.watch:
            self.watch(incoming, turn)
        return turn

    async def ranking(self, text: str) -> list[tuple[str, float]]:
        """Every intent that a message may mean with its probability, most probable first, without answering it."""
        return ranking_of(await self._agent.parse_message(shorten(clean(text))[0]))

    async def forget(self, sender: str) -> None:
        """Delete a conversation."""
        async with self._locks.of(sender):
            await self._talks.delete([sender])

    async def forget_idle(self, seconds: float) -> int:
        """Delete the conversations that nobody has gone on with for so many seconds, and count them."""
        before = time.time() - seconds
        idle = await self._talks.idle_since(before)
        for batch in batches(idle):
            await self._talks.delete(batch, before)
            # Somebody may be waiting for an answer.
            await asyncio.sleep(0)
        return len(idle)

    async def tidy(self) -> bool:
        """Take deleted texts out of the database's log too; False when others were reading, and they are still there."""
        return await asyncio.to_thread(self._talks.tidy)

    def hides(self, sender: str) -> bool:
        """Whether the harmless screen stands before a conversation: nothing that betrays it may be said."""
        return self._cover.hides(sender)

    def apology(self, sender: str) -> Reply:
        """What is said when an answer failed: whom to call without us, or small talk behind the harmless screen."""
        return self._trouble.apology(sender)

    async def _answered(self, incoming: Incoming) -> Turn:
        with self._talks.reading.turn(incoming.sender):
            message = await self._cover.disguised(incoming, self.ranking)
            return await (self._enclosed(message) if message.enclosed else self._turn(message))

    async def _enclosed(self, incoming: Incoming) -> Turn:
        """The turn of a message with pictures or texts of others: what was read comes first, but for danger."""
        caption = incoming.text.strip()
        # Beside the words of a whole offer a cry for help would be drowned.
        ranking = await self.ranking(caption) if caption else []
        if may_be_danger(ranking):
            return await self._turn(incoming.bare())
        case = await joined(incoming)
        # "ini aman?" asks about the picture; an answer about an earlier offer would be taken for one about this.
        if not case.is_read and (
            not caption or ranking[0][0] == CHECK or is_about_verdict(caption)
        ):
            return not_understood(incoming.text, case.told or (Reply(phrases.EMPTY),))
        turn = await self._turn(case.incoming)
        return turn if turn.crisis else replace(turn, replies=(*case.told, *turn.replies))

    async def _turn(self, incoming: Incoming) -> Turn:
        text, shortened = shorten(
            incoming.text if incoming.kind == "button" else clean(incoming.text)
        )
        if not text:
            return not_understood(incoming.text, (Reply(phrases.EMPTY),))
        collector = ReplyCollector()
        # Few messages are a number or a yes: the others need not read the conversation before they are understood.
        if incoming.kind == "text" and may_choose(text):
            before = self._talks.read(incoming.sender)
            offer = offered(before, lambda name: self._store.topic(name) is not None)
            text = chosen(text, last_buttons(before), offer) or text
        parsed = await self._agent.parse_message(text)
        if may_be_small_talk(parsed, text):
            before = self._talks.read(incoming.sender)
            parsed = for_report(parsed, before.get_slot(PENDING) if before else None)
        await self._agent.handle_message(
            UserMessage(text, collector, incoming.sender, parsed, input_channel=incoming.channel)
        )
        tracker = self._talks.held(incoming.sender)
        actions = last_actions(tracker)
        replies = tuple(collector.replies)
        failed = not replies
        if failed:
            logger.error("no reply to intent %s", (parsed.get("intent") or {}).get("name"))
            replies = (self.apology(incoming.sender),)
        replies = with_report(
            replies, collector.about.get(REPORT_NOTE), said_in(tracker), self._store
        )
        replies = await with_card(replies, collector.about.get(CARD), self._link)
        if shortened:
            replies = (Reply(phrases.SHORTENED), *replies)
        screened = screened_text(collector.about.get("screening"), tracker)
        covers = bool(collector.about.get(COVERS))
        if forget.NAME in actions:
            await self._talks.delete([incoming.sender])
            covers = True
        if covers:
            replies = tuple(replace(reply, covers=True) for reply in replies)
        greeting = greeting_for(tracker) if not collector.about.get("crisis") else None
        if greeting:
            replies = (Reply(greeting), *replies)
        places = range(len(text)) if incoming.kind == "button" else origins(incoming.text)
        turn = describe(incoming.text, places, parsed, actions, replies, collector.about, screened)
        return replace(turn, failed=failed)
