"""The running service, end to end: everything that is not plain text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram import cases, words
from bot.messages import Reply
from bot.warming import SAMPLE_OFFER
from tests.bot.channels.telegram.scenes import picture
from tests.bot.channels.telegram.stage import OFFER, SARI, FakeTalk, act, hears_text, hears_whole
from tests.helpers.telegram_server import TelegramServer

PLACE: dict[str, Any] = {"location": {"latitude": -8.583, "longitude": 116.1167}}
CARD: dict[str, Any] = {"contact": {"phone_number": "+6281234567890", "first_name": "Pak Calo"}}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What belongs together comes together here."""
    monkeypatch.setattr(cases, "ALBUM_SECONDS", 0.1)
    monkeypatch.setattr(cases, "FORWARD_SECONDS", 0.1)


def test_a_photo_arrives_in_its_largest_size_with_its_caption(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.sends_photo(b"isi gambar", "ini aman?")
        await sari.hears()

    act(tmp_path, scene, talk)
    (incoming,) = talk.heard
    assert (incoming.text, incoming.enclosed) == ("ini aman?", (b"isi gambar",))


def test_an_album_is_one_case(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(3):
            sari.sends_photo(b"gambar %d" % number, "tolong cek" if not number else "", album="77")
        await hears_whole(sari, server, tmp_path)

    act(tmp_path, scene, talk)
    (incoming,) = talk.heard
    assert incoming.enclosed == (b"gambar 0", b"gambar 1", b"gambar 2")
    assert incoming.text == "tolong cek"


def test_posts_forwarded_together_are_one_case(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("ini asli tidak")
        for part in ("Dicari 10 orang", "Gaji 15 juta", "Hubungi WA"):
            sari.forwards(part)
        await hears_whole(sari, server, tmp_path)

    act(tmp_path, scene, talk)
    enclosed = [part for incoming in talk.heard for part in incoming.enclosed]
    assert enclosed == ["Dicari 10 orang", "Gaji 15 juta", "Hubungi WA"]
    assert len([incoming for incoming in talk.heard if incoming.enclosed]) == 1


def test_a_pasted_chat_export_is_read_and_other_documents_are_declined(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.sends_document(OFFER.encode(), "obrolan.txt", "text/plain", "cek ini")
        await sari.hears()
        for name, kind, said in (
            ("kontrak.pdf", "application/pdf", words.DOCUMENT),
            ("wa.zip", "application/zip", words.CHAT_ARCHIVE),
            ("kerja.apk", "application/vnd.android.package-archive", words.APP_FILE),
        ):
            sari.sends_document(b"%PDF", name, kind)
            assert [message["text"] for message in await sari.hears()] == [said]
        sari.sends_document(b"a", "besar.txt", "text/plain", size=25 * 1024 * 1024)
        assert [message["text"] for message in await sari.hears()] == [words.TOO_BIG]
        sari.sends_document(picture(), "brosur.png", "image/png")
        await sari.hears()

    server = act(tmp_path, scene, talk)
    assert [incoming.enclosed for incoming in talk.heard] == [(OFFER,), (picture(),)]
    assert talk.heard[0].text == "cek ini"
    # A file that is declined is not even fetched.
    assert len(server.called("getFile")) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"sticker": {"type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}}, words.STICKER),
        ({"voice": {"duration": 3}}, words.NO_VOICE),
        ({"video": {"duration": 3, "width": 9, "height": 9}}, words.VIDEO),
        (CARD, words.CONTACT),
        ({"dice": {"emoji": "🎲", "value": 3}}, words.STICKER),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_answered_honestly(
    tmp_path: Path, content: dict[str, Any], said: str
) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        file = server.world.file(b"isi", "berkas")
        filled = {
            kind: {**file, **value} if kind in ("sticker", "voice", "video") else value
            for kind, value in content.items()
        }
        sari.sends(filled)
        assert [message["text"] for message in await sari.hears()] == [said]

    act(tmp_path, scene, talk)
    assert talk.heard == []


def test_a_place_is_declined_with_people_who_can_help_and_kept_nowhere(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.sends(PLACE)
        said = await hears_text(sari, server, tmp_path)
        assert said == f"{words.LOCATION}\n\nJawaban: /bicara_manusia"

    act(tmp_path, scene, talk)
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"116.1167" not in file.read_bytes()


def test_an_edited_message_is_read_again(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("kmboja")
        await sari.hears()
        sari.edits(sari.chat.messages[1], "kamboja")
        assert await hears_text(sari, server, tmp_path) == f"{words.EDITED}\n\nJawaban: kamboja"

    act(tmp_path, scene, talk)


def test_commands_answer_and_deep_links_start(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("/start")
        (first,) = await sari.hears()
        assert first["text"] == words.FIRST_SCREEN
        sari.presses(words.NEXT)
        (second,) = await sari.hears()
        assert second["text"] == words.SECOND_SCREEN
        sari.presses(words.TRY_SAMPLE)
        sample = await hears_text(sari, server, tmp_path)
        assert SAMPLE_OFFER in sample
        assert sample.endswith(f"Jawaban: {SAMPLE_OFFER}")
        sari.says("/start cek")
        assert await hears_text(sari, server, tmp_path) == words.FROM_POSTER
        sari.says("/start sesi_DESA-7")
        assert "DESA-7" in await hears_text(sari, server, tmp_path)
        sari.says("/privasi")
        (privacy,) = await sari.hears()
        assert len(privacy["text"].splitlines()) == 8
        assert "cadangan" in privacy["text"].splitlines()[-1]
        for command, payload in (("/cek", "/cek_lowongan"), ("/kuis", "/kuis")):
            sari.says(command)
            assert f"Jawaban: {payload}" in await hears_text(sari, server, tmp_path)

    act(tmp_path, scene, talk)


def test_hapus_deletes_what_is_kept_and_what_stands_on_the_screen(tmp_path: Path) -> None:
    talk = FakeTalk()

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        for number in range(3):
            sari.says(f"pesan {number}")
            await sari.hears()
        sari.says("/hapus")
        (said,) = await sari.hears()
        assert "3 dihapus, sisa 0" in said["text"]
        assert [message["text"] for message in sari.chat.screen()] == [said["text"]]

    act(tmp_path, scene, talk)
    assert talk.kept == {}


def test_a_cover_takes_away_all_that_stood_there(tmp_path: Path) -> None:
    talk = FakeTalk(says={"kopi": (Reply("Kopi susu enak.", covers=True),)})

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("paspor saya ditahan")
        await sari.hears()
        sari.says("kopi")
        await sari.hears()
        assert [message["text"] for message in sari.chat.screen()] == ["Kopi susu enak."]

    act(tmp_path, scene, talk)


def test_a_picture_is_sent_with_its_text_as_caption(tmp_path: Path) -> None:
    talk = FakeTalk(says={"kartu": (Reply("Hasil & <cara>", picture=picture()),)})

    async def scene(server: TelegramServer) -> None:
        sari = server.person(SARI)
        sari.says("kartu")
        (said,) = await sari.hears()
        assert said["caption"] == "Hasil & <cara>"
        assert server.world.files[said["photo"][0]["file_id"]] == picture()

    act(tmp_path, scene, talk)
