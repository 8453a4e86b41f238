"""The one door to Rasa, with the real model, store and actions."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot import phrases
from bot.conversation import Conversation
from bot.messages import Incoming, Turn
from bot.settings import Settings

Say = Callable[..., Turn]


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
    assert loop.run_until_complete(store.retrieve("forgetful")) is None
    loop.run_until_complete(conversation.forget("never seen"))


def test_what_is_remembered_is_counted_and_forgotten_when_nobody_goes_on(
    say: Say, conversation: Conversation, loop: asyncio.AbstractEventLoop
) -> None:
    def remembered(sender: str) -> int:
        return loop.run_until_complete(conversation.remembered(sender))

    say("kamboja aman?", sender="left alone")
    say("berapa gajinya?", sender="left alone")
    assert remembered("left alone") == 2
    assert remembered("never seen") == 0
    loop.run_until_complete(conversation.forget_idle(3600))
    assert remembered("left alone") == 2
    assert loop.run_until_complete(conversation.forget_idle(0)) >= 1
    assert remembered("left alone") == 0
    assert loop.run_until_complete(conversation.forget_idle(0)) == 0


def test_asking_to_forget_forgets(
    say: Say, conversation: Conversation, loop: asyncio.AbstractEventLoop
) -> None:
    say("kamboja aman?", sender="asks")
    turn = say("/hapus_data", kind="button", sender="asks")
    assert turn.replies
    tracker = loop.run_until_complete(conversation._agent.tracker_store.retrieve("asks"))
    assert tracker is None


def test_a_card_comes_as_a_picture_beside_its_words(say: Say) -> None:
    sender = "kartu"
    say(
        "LOKER KAMBOJA admin CS gaji 15 juta, visa turis dulu, DP 2 juta ke Pak Hendra WA 0812-0000-1111",
        sender=sender,
    )
    turn = say('/cek_lowongan{"lihat": "kartu"}', kind="button", sender=sender)
    (reply,) = turn.replies
    assert reply.picture is not None
    assert reply.picture.startswith(b"\x89PNG")
    assert reply.text.startswith("Risiko tinggi.")
    assert "picture" not in reply.as_dict()
    assert "kp2mi_call_center" in turn.channels


def test_without_an_offer_there_is_no_card(say: Say) -> None:
    turn = say('/cek_lowongan{"lihat": "kartu"}', kind="button")
    assert all(reply.picture is None for reply in turn.replies)
    assert "Belum ada tawaran" in turn.replies[-1].text
