"""The running service, end to end: groups."""

from __future__ import annotations

from pathlib import Path

from bot.channels.telegram import words
from tests.bot.channels.telegram.stage import BUDI, GROUP, OFFER, SARI, FakeTalk, act, until
from tests.helpers.telegram_server import TelegramServer


def test_a_group_hears_nothing_unless_the_bot_is_spoken_to(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari, group = server.person(SARI), server.group(GROUP)
        group.promotes_bot()
        sari.says("apa kabar semua, hari ini panen padi di sawah pak lurah", to=group)
        sari.says("/cek@bot_lain", to=group)
        sari.says("@mawas_uji_bot apa itu p3mi", to=group)
        await until(lambda: bool(talk.heard))
        sari.says("halo")
        await sari.hears()
        said = [event.message for event in group.chat.events if event.kind == "bot"]
        assert [message["text"] for message in said] == ["Jawaban: apa itu p3mi"]
        assert said[0]["reply_to_message"]["text"] == "@mawas_uji_bot apa itu p3mi"

    act(tmp_path, scene, talk)


def test_a_group_is_warned_only_after_an_admin_switched_that_on(tmp_path: Path) -> None:
    talk = FakeTalk(risk="tinggi")

    async def scene(server: TelegramServer) -> None:
        sari, budi, group = server.person(SARI), server.person(BUDI), server.group(GROUP)
        group.promotes_bot()
        group.joins(sari, "administrator")
        group.joins(budi)

        def said() -> list[str]:
            return [event.message["text"] for event in group.chat.events if event.kind == "bot"]

        budi.says(OFFER, to=group)
        budi.says("/pantau nyala", to=group)
        await until(lambda: words.ADMINS_ONLY in said())
        sari.says("/pantau nyala", to=group)
        await until(lambda: words.WATCH_ON in said())
        budi.says(OFFER, to=group)
        await until(lambda: len(said()) == 3)
        assert "berisiko tinggi" in said()[-1]
        talk.risk = "sedang"
        budi.says(f"{OFFER} Resmi.", to=group)
        await until(lambda: len(talk.ended) == 2)
        sari.says("/pantau mati", to=group)
        await until(lambda: len(said()) == 4)
        assert said()[-1] == words.WATCH_OFF

    act(tmp_path, scene, talk)
    assert talk.kept == {}


def test_hapus_in_a_group_takes_the_members_own_data_and_nobody_elses(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari, budi, group = server.person(SARI), server.person(BUDI), server.group(GROUP)
        sari.says("rahasia pribadi")
        await sari.hears()
        for person in (sari, budi):
            person.says("@mawas_uji_bot apa itu p3mi", to=group)

        def said() -> list[str]:
            return [event.message["text"] for event in group.chat.events if event.kind == "bot"]

        await until(lambda: len(said()) == 2)
        sari.says("/hapus@mawas_uji_bot", to=group)
        await until(lambda: len(said()) == 3)
        assert "1 dihapus, sisa 0" in said()[-1]
        assert words.ONLY_YOURS in said()[-1]
        # Nothing of the group's screen is taken away.
        assert not [event for event in group.chat.events if event.kind == "delete"]

    act(tmp_path, scene, talk)
    private, _, other = dict.fromkeys(incoming.sender for incoming in talk.heard)
    assert talk.kept == {private: 1, other: 1}
