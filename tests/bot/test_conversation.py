"""The one door to Rasa, with the real model, store and actions."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from actions.render.contacts import NATIONAL_HOTLINE
from bot import phrases
from bot.conversation import Conversation
from bot.errors import ConversationError, MissingError
from bot.messages import Incoming, Turn
from bot.settings import Settings
from knowledge.store import Store
from tests.helpers.contract import assert_is_answer

SECRET = "rahasia-7351"
_NUMBERS = itertools.count()

Say = Callable[..., Turn]


@pytest.fixture
def say(conversation: Conversation, loop: asyncio.AbstractEventLoop) -> Say:
    """Send one message; a new conversation unless a sender is named."""

    def send(text: str, kind: Any = "text", sender: str | None = None) -> Turn:
        sender = sender or f"conversation-{next(_NUMBERS)}"
        turn = loop.run_until_complete(
            conversation.turn(Incoming(sender, text, kind=kind, channel="test"))
        )
        assert_is_answer(turn.as_dict())
        assert turn.text == text
        return turn

    return send


def _hotline(settings: Settings) -> str:
    channel = Store(settings.db_url).channel(NATIONAL_HOTLINE)
    assert channel is not None
    return channel.contacts[0].display


def _is_trouble(turn: Turn, settings: Settings) -> None:
    assert len(turn.replies) == 1
    assert turn.replies[0].text.startswith(phrases.TROUBLE)
    assert _hotline(settings) in turn.replies[0].text


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t ", "/", "//", "\x00\x1b", "\u200b\u202e", "\ud83d"]
)
def test_a_message_without_anything_to_read_is_told_so(say: Say, text: str) -> None:
    turn = say(text)
    assert [reply.text for reply in turn.replies] == [phrases.EMPTY]
    assert turn.intent == "di_luar_topik"
    assert turn.confidence == 0.0


def test_a_hundred_thousand_characters_are_answered_and_said_to_be_shortened(say: Say) -> None:
    turn = say("x" * 100_000)
    assert turn.replies[0].text == phrases.SHORTENED
    assert len(turn.replies) > 1


def test_the_question_at_the_end_of_a_long_message_is_read(say: Say) -> None:
    turn = say("la " * 40_000 + " apakah kamboja rawan?")
    assert turn.entities[-1]["text"] == "kamboja"


@pytest.mark.parametrize(
    "text",
    [
        "apa ciri\x00 lowongan\x1b[31m palsu?",
        "😀😀😀",
        "👨‍👩‍👧‍👦",
        "???",
        "\ud83d apa ciri lowongan palsu \udc00",
        "a\u2028b\u2029c\x85d",
        "ﷺ 🇮🇩 ‮abc",
        "%s {x} {{y}} $HOME",
        "<script>alert(1)</script>",
        "' OR 1=1; --",
        "EXTERNAL: kuis",
        "1",
        "0" * 5000,
    ],
)
def test_odd_messages_are_answered(say: Say, text: str, settings: Settings) -> None:
    turn = say(text)
    assert not turn.replies[0].text.startswith(phrases.TROUBLE)


@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(alphabet=st.characters(), max_size=60))
def test_any_text_gets_a_reply(say: Say, text: str) -> None:
    assert say(text).replies


@pytest.mark.parametrize(
    "text",
    ["/uang_fit", " /uang_fit", "//uang_fit", "/ /uang_fit", "\x00/uang_fit", "\u200b/uang_fit"],
)
def test_a_typed_slash_never_names_an_intent(say: Say, text: str) -> None:
    """Rasa's regex handler gives a named intent alone, with confidence 1; the classifier ranks many."""
    assert len(say(text).ranking) == 5


@pytest.mark.parametrize(
    "text", ["/restart", "/session_start", "/back", '/jawab_kuis{"jawaban": "tipu"}']
)
def test_a_typed_control_word_of_rasa_does_nothing_special(
    say: Say, text: str, settings: Settings
) -> None:
    turn = say(text)
    assert "action_restart" not in turn.actions
    assert not turn.replies[0].text.startswith(phrases.TROUBLE)


def test_the_button_of_the_same_name_does(say: Say) -> None:
    turn = say("/uang_fit", kind="button")
    assert (turn.intent, turn.confidence) == ("uang_fit", 1.0)
    assert turn.topics == ("uang_fit",)


@pytest.mark.parametrize("payload", ["/nosuch", "/jawab_kuis{", "/restart", "", "uang fit"])
def test_a_button_that_nobody_made_still_gets_a_reply(say: Say, payload: str) -> None:
    assert say(payload, kind="button").replies


@pytest.mark.parametrize(
    "text",
    [
        "kamboja aman?",
        "   kamboja aman?",
        "/ kamboja aman?",
        "\u200bapa kam\u200bboja aman?",
        "\r\naman ga\r\ndi kamboja",
    ],
)
def test_entities_point_into_the_text_as_it_was_typed(say: Say, text: str) -> None:
    (entity,) = say(text).entities
    assert entity["value"] == "KH"
    assert text[entity["start"] : entity["end"]].replace("\u200b", "") == "kamboja"


def _endpoint(conversation: Conversation) -> Any:
    return conversation._agent.processor.action_endpoint  # type: ignore[union-attr]


def _break_actions(conversation: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        raise ValueError(f"cannot answer {tracker.latest_message['text']}")

    actions = _endpoint(conversation)._executor.actions
    for name in actions:
        monkeypatch.setitem(actions, name, fail)


def test_an_action_that_raises_gives_the_trouble_reply_with_the_hotline(
    say: Say, conversation: Conversation, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    with monkeypatch.context() as patched:
        _break_actions(conversation, patched)
        _is_trouble(say("apa ciri lowongan palsu?", sender="broken"), settings)
    assert say("apa ciri lowongan palsu?", sender="broken").topics == ("ciri_lowongan_palsu",)


def test_an_action_that_says_nothing_gives_the_trouble_reply(
    say: Say, conversation: Conversation, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    async def silent(dispatcher: Any, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        return []

    actions = _endpoint(conversation)._executor.actions
    monkeypatch.setitem(actions, "action_answer_topic", silent)
    _is_trouble(say("apa ciri lowongan palsu?"), settings)


def test_a_rasa_that_raises_gives_the_trouble_reply(
    say: Say, conversation: Conversation, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    async def fail(message: Any) -> None:
        raise RuntimeError(message.text)

    monkeypatch.setattr(conversation._agent, "handle_message", fail)
    _is_trouble(say("apa ciri lowongan palsu?"), settings)


def test_reply_is_never_an_empty_list(
    conversation: Conversation, loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(message: Any) -> None:
        return None

    monkeypatch.setattr(conversation._agent, "handle_message", nothing)
    for text in ("", "halo"):
        assert loop.run_until_complete(conversation.reply(Incoming("empty", text)))


@pytest.mark.parametrize("broken", ["nothing", "action", "rasa"])
def test_a_message_never_appears_in_the_logs_at_info_or_above(
    say: Say,
    conversation: Conversation,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    broken: str,
) -> None:
    async def fail(message: Any) -> None:
        raise RuntimeError(message.text)

    if broken == "action":
        _break_actions(conversation, monkeypatch)
    if broken == "rasa":
        monkeypatch.setattr(conversation._agent, "handle_message", fail)
    caplog.set_level(logging.INFO)
    for text in (f"apa ciri lowongan palsu {SECRET}", f"/{SECRET}", f"{SECRET} " * 3000):
        say(text)
    said = "".join(capfd.readouterr())
    assert SECRET not in caplog.text
    assert SECRET not in said
    if broken != "nothing":
        assert [record.levelno for record in caplog.records if record.name.startswith("bot.")]


def test_many_people_talk_at_once_without_mixing(
    conversation: Conversation, loop: asyncio.AbstractEventLoop
) -> None:
    texts = {"kamboja aman?": "KH", "myanmar aman?": "MM", "laos aman?": "LA"}

    async def talk() -> list[Turn]:
        return await asyncio.gather(
            *(conversation.turn(Incoming(f"crowd-{text}", text)) for text in texts)
        )

    turns = loop.run_until_complete(talk())
    assert [turn.entities[0]["value"] for turn in turns] == list(texts.values())


def test_forgetting_removes_what_was_said(
    say: Say, conversation: Conversation, loop: asyncio.AbstractEventLoop
) -> None:
    say("kamboja aman?", sender="forgetful")
    store = conversation._agent.tracker_store
    assert loop.run_until_complete(store.retrieve("forgetful")).events
    loop.run_until_complete(conversation.forget("forgetful"))
    assert not loop.run_until_complete(store.retrieve("forgetful")).events
    loop.run_until_complete(conversation.forget("never seen"))


def test_asking_to_forget_forgets(
    say: Say, conversation: Conversation, loop: asyncio.AbstractEventLoop
) -> None:
    say("kamboja aman?", sender="asks")
    turn = say("/hapus_data", kind="button", sender="asks")
    assert turn.replies
    tracker = loop.run_until_complete(conversation._agent.tracker_store.retrieve("asks"))
    assert not tracker.events


def test_a_missing_model_says_how_to_make_one(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(MissingError, match="mawas train"):
        Conversation.load(Settings(tmp_path, settings.db_url, logging.WARNING))


def test_a_model_that_cannot_be_read_says_how_to_make_another(
    tmp_path: Path, settings: Settings
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "mawas.tar.gz").write_bytes(b"half a model")
    with pytest.raises(ConversationError, match="mawas train --force"):
        Conversation.load(Settings(tmp_path, settings.db_url, logging.WARNING))
