"""Commands, deep links, and the two screens for somebody new."""

from __future__ import annotations

import re

import pytest

from actions.render.offer_update import next_button
from bot.channels.telegram import words
from bot.channels.telegram.commands import (
    ABOUT,
    COMMANDS,
    DESCRIPTION,
    done,
    pressed,
    privacy,
)
from bot.channels.telegram.model import Ask, Delete, Privacy, Say
from bot.messages import Button, Incoming, Reply
from bot.warming import SAMPLE_OFFER
from tests.bot.channels.telegram.arrivals import hear, text


def button(payload: str) -> Ask:
    return Ask(Incoming("samaran", payload, kind="button", channel="telegram"))


def said(command: str) -> tuple[Reply, ...]:
    found = hear(text(command))
    assert isinstance(found, Say), found
    return found.replies


def buttons(replies: tuple[Reply, ...]) -> dict[str, str]:
    return {each.title: each.payload for reply in replies for each in reply.buttons}


@pytest.mark.parametrize(
    ("command", "payload"),
    [
        ("/langkah", "/langkah_aman"),
        ("/lapor", "/lapor_kemana"),
        ("/kuis", "/kuis"),
        ("/LANGKAH", "/langkah_aman"),
        ("/kuis@mawas_uji_bot", "/kuis"),
    ],
)
def test_a_command_is_the_button_of_its_topic(command: str, payload: str) -> None:
    assert hear(text(command)) == button(payload)


def test_a_check_makes_room_for_a_new_offer() -> None:
    second = pressed(buttons(said("/start"))[words.NEXT], "samaran")
    assert isinstance(second, Say)
    asked = button(next_button("").payload)
    assert hear(text("/cek")) == asked
    assert pressed(buttons(second.replies)[words.CHECK_OWN], "samaran") == asked


def test_words_after_a_command_are_asked() -> None:
    found = hear(text("/cek Lowongan admin di Kamboja\ngaji 15 juta"))
    assert isinstance(found, Ask)
    assert found.incoming.text == "Lowongan admin di Kamboja\ngaji 15 juta"
    assert found.incoming.kind == "text"


@pytest.mark.parametrize("command", ["/darurat", "/tolong", "/sos"])
def test_a_cry_for_help_is_asked_in_words(command: str) -> None:
    found = hear(text(f"{command} disekap di Kamboja"))
    assert isinstance(found, Ask)
    assert found.incoming.text == "Tolong, saya dalam bahaya. disekap di Kamboja"


def test_what_nobody_named_so_is_asked_as_words() -> None:
    found = hear(text("/saya_mau_tanya soal visa"))
    assert isinstance(found, Ask)
    assert found.incoming.text == "saya mau tanya soal visa"


def test_deletion_is_asked_for_in_several_ways() -> None:
    assert hear(text("/hapus")) == Delete()
    assert pressed(buttons((privacy(7),))[words.DELETE], "samaran") == Delete()


@pytest.mark.parametrize("command", ["/privasi", "/privacy"])
def test_what_is_kept_is_asked_for_in_several_ways(command: str) -> None:
    assert hear(text(command)) == Privacy()


@pytest.mark.parametrize(
    ("days", "told"), [(7, "paling lama 7 hari"), (1, "paling lama 1 hari"), (0, "satu jam")]
)
def test_privacy_is_told_in_five_lines(days: int, told: str) -> None:
    reply = privacy(days)
    numbered = re.findall(r"^(\d)\. ", reply.text, re.MULTILINE)
    assert numbered == list("12345")
    assert "/hapus" in reply.text
    assert told in reply.text
    assert "{" not in reply.text


def test_two_screens_and_a_sample_to_try() -> None:
    [first] = said("/start")
    assert "/darurat" in first.text
    second = pressed(buttons((first,))[words.NEXT], "samaran")
    assert isinstance(second, Say)
    sample = pressed(buttons(second.replies)[words.TRY_SAMPLE], "samaran")
    assert isinstance(sample, Ask)
    assert sample.incoming.text == SAMPLE_OFFER
    assert SAMPLE_OFFER in sample.before[0].text
    danger = pressed(buttons((first,))[words.IN_DANGER], "samaran")
    assert isinstance(danger, Ask)
    assert danger.incoming.kind == "text"


def test_the_poster_leads_straight_to_the_check() -> None:
    [reply] = said("/start cek")
    assert reply.text == words.FROM_POSTER


def test_a_session_is_named_and_nothing_of_it_is_kept() -> None:
    session, first = said("/start sesi_Desa-7")
    assert "Desa-7" in session.text
    assert first.text == words.FIRST_SCREEN


@pytest.mark.parametrize("link", ["sesi_", "sesi_<b>", "apa", "sesi_" + "a" * 80])
def test_a_link_that_nobody_made_begins_like_any(link: str) -> None:
    assert [reply.text for reply in said(f"/start {link}")] == [words.FIRST_SCREEN]


def test_help_names_the_commands() -> None:
    [reply] = said("/bantuan")
    assert set(re.findall(r"^/(\w+)", reply.text, re.MULTILINE)) == {
        name for name, _ in COMMANDS
    } - {"bantuan", "start"}


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_does_something_of_its_own(name: str) -> None:
    found = done(name, "", "samaran")
    assert not (isinstance(found, Ask) and found.incoming.text == name)


def test_commands_and_descriptions_are_as_telegram_takes_them() -> None:
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", name) for name, _ in COMMANDS)
    assert all(1 <= len(text) <= 256 for _, text in COMMANDS)
    assert len(DESCRIPTION) <= 512
    assert len(ABOUT) <= 120


def test_other_buttons_are_the_conversations() -> None:
    assert pressed("/langkah_aman", "samaran") == button("/langkah_aman")
    assert pressed('/lanjutan{"negara": "KH"}', "samaran") == button('/lanjutan{"negara": "KH"}')


def test_a_command_of_groups_says_so() -> None:
    assert said("/pantau nyala") == (Reply(words.GROUPS_ONLY),)


def _texts() -> dict[str, str]:
    return {
        name: value
        for name, value in vars(words).items()
        if name.isupper() and isinstance(value, str)
    }


def test_sentences_are_short_and_fit_a_bubble() -> None:
    for name, value in _texts().items():
        assert len(value) <= 600, name
        for sentence in re.split(r"(?<=[.?!:])\s+|\n+", value):
            assert len(sentence.split()) <= 20, sentence


def test_nothing_is_called_safe_and_nobody_is_blamed() -> None:
    for value in _texts().values():
        assert not re.search(r"\b(aman|pasti|jamin|salah Anda)\b", value)


def test_buttons_of_our_own_are_not_taken_for_intents() -> None:
    own = [Button(*row) for row in buttons(said("/start")).items()]
    assert own
    assert all(each.payload.startswith("tg:") for each in own)
