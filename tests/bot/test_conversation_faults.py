"""What is said and what is logged when something behind the conversation fails."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actions.harmless import CHAT
from actions.render.channels import NATIONAL_HOTLINE
from actions.render.numbers import dialled
from bot import phrases
from bot.conversation import Conversation
from bot.errors import ConversationError, MissingError
from bot.messages import Incoming, Turn
from bot.settings import Settings
from bot.training import MODEL_NAME
from knowledge.store import Store

SECRET = "rahasia-7351"

Say = Callable[..., Turn]


def _hotline(settings: Settings) -> str:
    channel = Store(settings.db_url).channel(NATIONAL_HOTLINE)
    assert channel is not None
    return dialled(channel.contacts[0])


def _is_trouble(turn: Turn, settings: Settings) -> None:
    assert len(turn.replies) == 1
    assert turn.replies[0].text.startswith(phrases.TROUBLE)
    assert _hotline(settings) in turn.replies[0].text


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


def _model_of_rasa(version: str, whole: Path, model: Path) -> None:
    """The same model, said to be of another Rasa."""
    with tarfile.open(whole) as read, tarfile.open(model, "w:gz") as written:
        for member in read.getmembers():
            content = read.extractfile(member)
            data = content.read() if content else b""
            if member.name.endswith("metadata.json"):
                told = json.loads(data)
                assert "rasa_open_source_version" in told
                data = json.dumps({**told, "rasa_open_source_version": version}).encode()
                member.size = len(data)
            written.addfile(member, io.BytesIO(data) if content else None)


def test_a_model_of_another_rasa_says_how_to_make_another(
    tmp_path: Path, settings: Settings
) -> None:
    (tmp_path / "models").mkdir()
    _model_of_rasa("2.8.0", settings.models / MODEL_NAME, tmp_path / "models" / MODEL_NAME)
    with pytest.raises(ConversationError, match="mawas train --force"):
        Conversation.load(Settings(tmp_path, settings.db_url, logging.WARNING))


def test_danger_is_answered_by_words_alone_when_the_answer_fails(
    say: Say, conversation: Conversation, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    _break_actions(conversation, monkeypatch)
    turn = say("saya dikurung di kamboja, tolong")
    assert turn.crisis == ("darurat_disekap", True)
    assert turn.channels[0] == "kbri_phnom_penh"
    assert "Sumber: " in turn.replies[-1].text
    assert not turn.failed


def test_behind_the_harmless_screen_a_failure_betrays_nothing(
    say: Say, conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("kopi", sender="covered")
    _break_actions(conversation, monkeypatch)
    turn = say("saya dikurung di kamboja, tolong", sender="covered")
    assert [reply.text for reply in turn.replies] == [CHAT[0]]
