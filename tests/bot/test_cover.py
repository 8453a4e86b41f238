"""The harmless screen in the conversation, with the real model: nothing that comes in while it hides is answered as what it is."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from actions.harmless import CHAT, RECIPE
from bot.conversation import Conversation
from bot.messages import Incoming, Turn

Say = Callable[..., Turn]
_NUMBERS = itertools.count()


@pytest.fixture
def sender() -> str:
    return f"cover-{next(_NUMBERS)}"


def hidden(turn: Turn) -> bool:
    """True when a turn shows nothing but small talk about coffee."""
    texts = [reply.text for reply in turn.replies]
    return len(texts) == 1 and texts[0] in CHAT and turn.replies[0].covers


def test_the_safe_word_shows_the_screen_and_says_that_it_covers(say: Say, sender: str) -> None:
    turn = say("Kopi ☕", sender=sender)
    assert [(reply.text, reply.buttons, reply.covers) for reply in turn.replies] == [
        (RECIPE, (), True)
    ]
    assert turn.crisis is None


@pytest.mark.parametrize(
    "text",
    [
        "halo",
        "kamu siapa",
        "dah ya makasih",
        "gaji taiwan",
        "tolong",
        "hapus percakapan",
        "1",
        "ya",
        " ",
        "/x",
        "batal",
    ],
)
def test_behind_it_everything_is_small_talk(say: Say, sender: str, text: str) -> None:
    say("kopi", sender=sender)
    assert hidden(say(text, sender=sender))


def test_an_old_button_is_small_talk_too(say: Say, sender: str) -> None:
    say("kopi", sender=sender)
    turn = say('/lanjutan{"lihat": "langkah.darurat_disekap"}', kind="button", sender=sender)
    assert hidden(turn)


def test_a_picture_is_not_read_out(
    conversation: Conversation, loop: asyncio.AbstractEventLoop, sender: str, say: Say
) -> None:
    say("kopi", sender=sender)
    for message in (
        Incoming(sender, "ini aman?", channel="test", picture=b"no picture"),
        Incoming(sender, "", channel="test", parts=("Lowongan admin di Kamboja", b"no picture")),
    ):
        assert hidden(loop.run_until_complete(conversation.turn(message)))


def test_a_certain_danger_is_answered_and_ends_the_hiding(say: Say, sender: str) -> None:
    say("kopi", sender=sender)
    turn = say("tolong saya disekap di kamboja ga boleh keluar", sender=sender)
    assert turn.crisis == ("darurat_disekap", True)
    assert not hidden(say("makasih", sender=sender))


def test_the_word_leads_back_to_the_page(say: Say, sender: str) -> None:
    say("saya disekap di kamboja", sender=sender)
    page = say("b", sender=sender)
    say("kopi", sender=sender)
    say("apa ini", sender=sender)
    back = say("KOPI", sender=sender)
    assert [reply.text for reply in back.replies] == [reply.text for reply in page.replies]


def test_what_fails_behind_it_does_not_betray_it(
    conversation: Conversation, monkeypatch: pytest.MonkeyPatch, say: Say, sender: str
) -> None:
    async def fail(message: Any) -> None:
        raise RuntimeError

    say("kopi", sender=sender)
    monkeypatch.setattr(conversation._agent, "handle_message", fail)
    assert hidden(say("halo", sender=sender))


def test_it_hides_one_conversation_only(say: Say, sender: str) -> None:
    say("kopi", sender=sender)
    assert not hidden(say("halo"))


def test_deleting_a_conversation_empties_the_screen_as_well(say: Say, sender: str) -> None:
    turn = say("hapus percakapan", sender=sender)
    assert all(reply.covers for reply in turn.replies)


def test_a_channel_can_tell_who_hides(say: Say, conversation: Conversation, sender: str) -> None:
    assert not conversation.hides(sender)
    say("kopi", sender=sender)
    assert conversation.hides(sender)
    # What a channel lets through instead of its own answers.
    assert hidden(say("", kind="button", sender=sender))
    say("kopi", sender=sender)
    assert not conversation.hides(sender)


def test_forgetting_ends_the_hiding(
    say: Say, conversation: Conversation, loop: asyncio.AbstractEventLoop, sender: str
) -> None:
    say("kopi", sender=sender)
    loop.run_until_complete(conversation.forget(sender))
    assert not conversation.hides(sender)
