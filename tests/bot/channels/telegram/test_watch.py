"""The watch over a group's posts: who switches it on, what is judged, what is said."""

from __future__ import annotations

from typing import Any

import pytest
from telegram.error import NetworkError

from bot.channels.telegram import words
from bot.channels.telegram.groups import warning_of
from bot.channels.telegram.model import Ask, Ignore
from bot.messages import Turn
from tests.bot.channels.telegram.arrivals import (
    ADMIN,
    GROUP,
    MAWAS,
    OFFER,
    PNG,
    FakeBot,
    Groups,
    hear,
    photo,
    posted,
    said,
    update,
    voice,
)


def test_only_an_admin_switches_the_watch() -> None:
    groups = Groups()
    assert said(hear(posted("/pantau nyala"), groups=groups)) == [words.ADMINS_ONLY]
    assert groups.on == set()
    assert said(hear(posted("/pantau nyala", user=ADMIN), groups=groups)) == [words.WATCH_ON]
    assert groups.on == {GROUP}
    assert said(hear(posted("/pantau mati", user=ADMIN), groups=groups)) == [words.WATCH_OFF]
    assert groups.on == set()
    hear(posted("/pantau_nyala@mawas_uji_bot", user=ADMIN), groups=groups)
    assert groups.on == {GROUP}
    assert said(hear(posted("/pantau_mati", user=ADMIN), groups=groups)) == [words.WATCH_OFF]
    assert groups.on == set()


def test_an_admin_may_stay_anonymous_but_a_channel_is_none() -> None:
    as_group = {"text": "/pantau nyala", "sender_chat": {"id": GROUP, "type": "supergroup"}}
    assert said(hear(posted(as_group))) == [words.WATCH_ON]
    as_channel = {"text": "/pantau nyala", "sender_chat": {"id": -77, "type": "channel"}}
    assert said(hear(posted(as_channel))) == [words.ADMINS_ONLY]


def test_the_admin_hears_when_telegram_shows_the_bot_nothing() -> None:
    bot = FakeBot()
    bot.can_read_all_group_messages = False
    found = hear(posted("/pantau nyala", user=ADMIN), bot=bot)
    assert said(found) == [words.WATCH_ON, words.WATCH_BLIND]
    bot.ranks[MAWAS] = "administrator"
    assert said(hear(posted("/pantau nyala", user=ADMIN), bot=bot)) == [words.WATCH_ON]


def test_who_is_admin_may_be_unknown_for_a_while() -> None:
    bot, groups = FakeBot(), Groups()
    bot.error = NetworkError("down")
    found = hear(posted("/pantau nyala", user=ADMIN), bot=bot, groups=groups)
    assert said(found) == [words.ADMIN_UNKNOWN]
    assert groups.on == set()


def test_how_it_is_switched_is_told() -> None:
    assert "mati" in said(hear(posted("/pantau")))[0]
    assert "nyala" in said(hear(posted("/pantau"), groups=Groups(GROUP)))[0]


def test_where_it_is_on_an_offer_is_judged_apart_from_its_authors_talk() -> None:
    found = hear(posted(OFFER), groups=Groups(GROUP))
    assert isinstance(found, Ask)
    assert found.only_warning
    assert found.incoming.sender != "samaran"
    assert (found.incoming.text, found.incoming.parts) == ("", (OFFER,))


@pytest.mark.parametrize(
    "content", [{"text": "oke siap"}, voice(), {"dice": {"emoji": "🎲", "value": 1}}]
)
def test_talk_is_not_judged(content: dict[str, Any]) -> None:
    bot = FakeBot()
    assert hear(posted(content), bot=bot, groups=Groups(GROUP)) == Ignore()
    assert bot.fetched == []


def test_a_posted_picture_is_judged_and_one_that_cannot_be_had_is_passed_over() -> None:
    bot = FakeBot()
    assert hear(posted(photo()), bot=bot, groups=Groups(GROUP)) == Ignore()
    bot.files["foto"] = PNG
    found = hear(posted(photo()), bot=bot, groups=Groups(GROUP))
    assert isinstance(found, Ask)
    assert found.incoming.parts == (PNG,)


def test_a_corrected_post_is_not_judged_again() -> None:
    changed = update({"text": OFFER}, "edited_message", group=True)
    assert hear(changed, groups=Groups(GROUP)) == Ignore()


def _turn(screening: dict[str, Any] | None) -> Turn:
    return Turn("", "kirim_lowongan", 0.9, (), (), None, (), screening=screening)


def test_a_warning_shows_words_and_reasons_and_accuses_nobody() -> None:
    flag = {
        "why": "Visa turis bukan untuk bekerja. Anda bisa didenda.",
        "evidence": [{"text": "pakai visa turis " * 9}, {"text": "visa turis"}],
    }
    unquoted = {"why": "Alasan lain.", "evidence": []}
    [reply] = warning_of(_turn({"risk": "tinggi", "flags": [flag, unquoted] * 3}), "mawas_bot")
    assert "• “visa turis”: Visa turis bukan untuk bekerja.\n• Alasan lain." in reply.text
    assert reply.text.count("• ") == 3
    assert "bukan tuduhan" in reply.text
    assert "https://t.me/mawas_bot?start=cek" in reply.text


@pytest.mark.parametrize(
    "screening", [None, {"risk": "sedang", "flags": []}, {"risk": "rendah", "flags": []}]
)
def test_nothing_is_said_below_high_risk(screening: dict[str, Any] | None) -> None:
    assert warning_of(_turn(screening), "mawas_bot") == ()
