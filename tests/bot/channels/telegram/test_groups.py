"""In groups: silent unless spoken to, or unless a posted offer is of high risk where an admin wants that."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Update

from bot.channels.telegram import words
from bot.channels.telegram.model import Ask, Delete, Heard, Ignore
from bot.messages import Incoming
from tests.bot.channels.telegram import arrivals
from tests.bot.channels.telegram.arrivals import (
    ADMIN,
    GROUP,
    OFFER,
    PNG,
    FakeBot,
    Groups,
    hear,
    photo,
    posted,
    said,
    voice,
)


def asked(found: Heard) -> Incoming:
    assert isinstance(found, Ask), found
    assert not found.only_warning
    return found.incoming


@pytest.mark.parametrize(
    "content",
    [
        {"text": "halo semua"},
        {"text": OFFER},
        photo(),
        voice(),
        {"text": "/cek@bot_lain"},
        {"text": "kata @orang_lain bagus"},
        {"new_chat_members": [arrivals.BOT]},
        {"left_chat_member": arrivals.BOT},
        {"new_chat_title": "Desa"},
    ],
)
def test_it_is_silent_while_the_group_talks(content: dict[str, Any]) -> None:
    bot = FakeBot()
    assert hear(posted(content), bot=bot) == Ignore()
    assert bot.fetched == []


@pytest.mark.parametrize("name", ["@mawas_uji_bot", "@Mawas_Uji_Bot,"])
def test_a_mention_is_answered_without_the_name(name: str) -> None:
    entities = [{"type": "mention", "offset": 0, "length": 14}]
    found = hear(posted({"text": f"{name} apa itu TPPO?", "entities": entities}))
    assert asked(found).text == "apa itu TPPO?"


def test_an_answer_to_the_bot_is_answered() -> None:
    earlier = arrivals.message({"text": "Negara mana?", "from": arrivals.BOT}, group=True)
    incoming = asked(hear(posted({"text": "Kamboja", "reply_to_message": earlier})))
    assert (incoming.text, incoming.parts) == ("Kamboja", ())


@pytest.mark.parametrize("words_of_member", ["/cek@mawas_uji_bot", "/cek", "@mawas_uji_bot aman?"])
def test_a_posted_offer_is_checked_when_somebody_answers_it(words_of_member: str) -> None:
    offer = arrivals.message({"text": OFFER}, group=True)
    found = hear(posted({"text": words_of_member, "reply_to_message": offer}))
    assert asked(found).parts == (OFFER,)


def test_a_posted_picture_is_checked_when_somebody_answers_it() -> None:
    bot = FakeBot()
    bot.files["foto"] = PNG
    flyer = arrivals.message(photo(caption="minat japri"), group=True)
    found = hear(posted({"text": "/cek", "reply_to_message": flyer}), bot=bot)
    assert asked(found).parts == (PNG, "minat japri")


def test_the_opening_of_a_topic_is_no_offer() -> None:
    topic = {"forum_topic_created": {"name": "Loker", "icon_color": 1}}
    opening = arrivals.message(topic, group=True)
    content = {
        "text": "@mawas_uji_bot apa itu TPPO?",
        "reply_to_message": opening,
        "message_thread_id": 7,
        "is_topic_message": True,
    }
    assert asked(hear(posted(content))).parts == ()


def test_the_name_alone_is_answered_with_how_to_ask() -> None:
    [answer] = said(hear(posted("@mawas_uji_bot")))
    assert "/cek@mawas_uji_bot" in answer
    assert "https://t.me/mawas_uji_bot?start=cek" in answer


def test_what_cannot_be_read_is_told_to_who_asked() -> None:
    sound = arrivals.message(voice(), group=True)
    found = hear(posted({"text": "@mawas_uji_bot", "reply_to_message": sound}))
    assert said(found) == [words.NO_VOICE]


def test_deletion_works_in_groups_too() -> None:
    assert hear(posted("/hapus")) == Delete()


def test_a_group_that_becomes_a_supergroup_keeps_its_switch() -> None:
    groups = Groups(-5)
    assert hear(posted({"migrate_from_chat_id": -5}), groups=groups) == Ignore()
    assert groups.on == {GROUP}


def _change(before: str, after: str, kind: str = "supergroup") -> Update:
    member = {"user": arrivals.BOT}
    row = {
        "update_id": 5,
        "my_chat_member": {
            "chat": {"id": GROUP, "type": kind, "title": "Desa"},
            "from": {"id": ADMIN, "is_bot": False, "first_name": "Adi"},
            "date": arrivals.NOW,
            "old_chat_member": {**member, "status": before, "until_date": 0},
            "new_chat_member": {**member, "status": after, "until_date": 0},
        },
    }
    found = Update.de_json(row, None)
    assert found is not None
    return found


def test_it_introduces_itself_to_a_group_that_takes_it_in() -> None:
    [answer] = said(hear(_change("left", "member")))
    assert "/pantau_nyala" in answer


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("member", "left", "supergroup"),
        ("member", "kicked", "supergroup"),
        ("kicked", "left", "supergroup"),
        ("left", "member", "private"),
        ("left", "member", "channel"),
    ],
)
def test_other_changes_are_not_answered(before: str, after: str, kind: str) -> None:
    assert hear(_change(before, after, kind)) == Ignore()
