"""The fallback in the place of the conversation."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from actions.harmless import CHAT, RECIPE, SWITCH_PAYLOAD
from bot.channels.telegram.commands import CRY
from bot.fallback import words
from bot.fallback.answers import FallbackAnswers
from bot.fallback.conversation import FallbackConversation
from bot.messages import Incoming, Turn
from bot.reload.current import Current
from tests.helpers.contract import assert_is_answer

CRIED, ASKED = "saya dikurung di kamboja, tolong", "berapa biaya ke korea?"
Scene = Callable[[FallbackConversation], Awaitable[None]]


def play(answers: FallbackAnswers, scene: Scene) -> None:
    async def run() -> None:
        await scene(FallbackConversation(answers))

    asyncio.run(run())


def test_its_turns_are_those_of_the_contract(answers: FallbackAnswers) -> None:
    async def scene(talk: FallbackConversation) -> None:
        for text in (CRIED, ASKED, "", "kopi", "halo", "kopi", "x" * 20_000, CRY):
            turn = await talk.turn(Incoming("a", text))
            assert_is_answer(turn.as_dict())
            assert turn.text == text

    play(answers, scene)


def test_only_what_tells_of_no_danger_counts_as_failed(answers: FallbackAnswers) -> None:
    async def scene(talk: FallbackConversation) -> None:
        seen: list[Turn] = []
        talk.watch = lambda _, turn: seen.append(turn)
        for text in (CRIED, ASKED, CRY):
            await talk.turn(Incoming("a", text))
        assert [turn.failed for turn in seen] == [False, True, False]
        assert seen[0].crisis == ("darurat_disekap", True)
        assert (await talk.ranking(CRIED))[0][0] == "darurat_disekap"

    play(answers, scene)


def test_the_safe_word_hides_and_shows_again(answers: FallbackAnswers) -> None:
    async def scene(talk: FallbackConversation) -> None:
        hidden = await talk.turn(Incoming("a", "Kopi!"))
        assert (hidden.replies[0].text, hidden.replies[0].covers) == (RECIPE, True)
        behind = await talk.turn(Incoming("a", ASKED))
        assert behind.replies[0].text in CHAT
        assert talk.hides("a")
        assert talk.apology("a").text in CHAT
        assert not talk.hides("b")
        # A cry is answered behind the screen too, as the assistant does.
        assert (await talk.turn(Incoming("a", CRIED))).crisis
        shown = await talk.turn(Incoming("a", SWITCH_PAYLOAD, kind="button"))
        assert shown.replies[0].text == words.BACK
        assert not talk.hides("a")

    play(answers, scene)


def test_who_is_in_no_danger_waits_for_the_assistant_and_who_is_does_not(
    answers: FallbackAnswers,
) -> None:
    async def run() -> None:
        first, second = (
            FallbackConversation(answers, words.PREPARING),
            FallbackConversation(answers),
        )
        current: Current[FallbackConversation] = Current(first)
        first.better, first.waits_until = current.turn, time.monotonic() + 60
        asked = asyncio.create_task(current.turn(Incoming("a", ASKED)))
        cried = await current.turn(Incoming("b", CRIED))
        assert cried.crisis
        assert words.PREPARING in cried.replies[-1].text
        assert not asked.done()
        await current.swap(second)
        # Answered by the one that took over.
        assert words.BROKEN in (await asked).replies[0].text

    asyncio.run(run())


def test_nobody_waits_longer_than_was_said(answers: FallbackAnswers) -> None:
    async def run() -> None:
        talk = FallbackConversation(answers, words.PREPARING)
        talk.better, talk.waits_until = talk.turn, time.monotonic() - 1
        turn = await talk.turn(Incoming("a", ASKED))
        assert words.PREPARING in turn.replies[0].text
        assert turn.failed

    asyncio.run(run())
