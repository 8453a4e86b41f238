"""Cards as files and as pictures of replies: no file is lost, no failure ends a talk."""

from __future__ import annotations

import asyncio
import logging
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.render.card import Card
from bot import cards, phrases
from bot.cards import CardFolder, safe_stem, with_card
from bot.errors import MissingError
from bot.messages import Button, Reply
from tests.actions.render.cards import CARD

REPLIES = (Reply("Satu."), Reply("Dua.", (Button("Ya", "/setuju"),)))


def _drawn_as(monkeypatch: pytest.MonkeyPatch, result: bytes | Exception) -> list[Card]:
    seen: list[Card] = []

    def draw(card: Card) -> bytes:
        seen.append(card)
        if isinstance(result, Exception):
            raise result
        return result

    monkeypatch.setattr(cards, "draw", draw)
    return seen


def test_the_last_reply_gets_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _drawn_as(monkeypatch, b"PNG")
    first, last = asyncio.run(with_card(REPLIES, CARD.to_note(), None))
    assert first == REPLIES[0]
    assert last == replace(REPLIES[1], picture=b"PNG")
    assert seen == [CARD]


def test_the_bots_link_stands_on_the_card_and_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _drawn_as(monkeypatch, b"PNG")
    *_, last = asyncio.run(with_card(REPLIES, CARD.to_note(), "https://t.me/mawas_bot"))
    assert seen[0].about == "t.me/mawas_bot"
    assert last.text == "Dua.\n\nhttps://t.me/mawas_bot"


@pytest.mark.parametrize("note", [None, {}])
def test_other_replies_stay_as_they_are(note: dict[str, object] | None) -> None:
    assert asyncio.run(with_card(REPLIES, note, "https://t.me/x")) is REPLIES


@pytest.mark.parametrize("note", [CARD.to_note(), {"risk": "tinggi"}])
def test_a_card_that_cannot_be_drawn_leaves_its_words(
    note: dict[str, object], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _drawn_as(monkeypatch, ValueError("kata dari tawaran"))
    with caplog.at_level(logging.ERROR):
        first, last = asyncio.run(with_card(REPLIES, note, None))
    assert first == REPLIES[0]
    assert last.picture is None
    assert last.text == f"Dua.\n\n{phrases.NO_CARD}"
    assert last.buttons == REPLIES[1].buttons
    assert "kata dari tawaran" not in caplog.text


def test_many_cards_are_drawn_at_once_without_mixing() -> None:
    others = [replace(CARD, sentence=f"Kalimat {number}.") for number in range(4)]

    async def both() -> list[bytes]:
        found = await asyncio.gather(*(with_card(REPLIES, o.to_note(), None) for o in others * 2))
        return [replies[-1].picture or b"" for replies in found]

    pictures = asyncio.run(both())
    assert pictures[:4] == pictures[4:] == [cards.draw(other) for other in others]
    assert len(set(pictures)) == 4


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "tawaran.png").write_bytes(b"foto orang lain")
    folder = CardFolder(tmp_path)
    paths = [folder.save(name, name.encode()) for name in ("a/tawaran.txt", "b/tawaran.jpg")]
    assert [path.name for path in paths] == ["tawaran-2.png", "tawaran-3.png"]
    assert (tmp_path / "tawaran.png").read_bytes() == b"foto orang lain"
    assert folder.save("c/tawaran.txt", b"a/tawaran.txt") == paths[0]
    assert len(list(tmp_path.iterdir())) == 3


def test_a_folder_or_a_link_with_the_name_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "tawaran.png").mkdir()
    (tmp_path / "luar").write_bytes(b"penting")
    (tmp_path / "tawaran-2.png").symlink_to(tmp_path / "luar")
    assert CardFolder(tmp_path).save("tawaran.txt", b"x").name == "tawaran-3.png"
    assert (tmp_path / "luar").read_bytes() == b"penting"


def test_half_a_file_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MissingError, match=r"kartu tidak bisa ditulis di .* Saran: "):
        CardFolder(tmp_path).save("tawaran.txt", b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(MissingError, match="kartu tidak bisa ditulis"):
        CardFolder(tmp_path).save("tawaran.txt", b"x")
    tmp_path.chmod(0o700)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "kartu").write_bytes(b"")
    with pytest.raises(MissingError, match="kartu tidak bisa ditulis"):
        CardFolder(tmp_path / "kartu")


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("/a/b/Loker Korea (1).jpeg", "Loker_Korea_1"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\tawaran.txt", "tawaran"),
        ("masukan standar", "masukan_standar"),
        ("..", "kartu_"),
        ("-rf.txt", "rf"),
        ("con.txt", "kartu_con"),
        ("NUL.a.txt", "kartu_NUL.a"),
        ("lowongan🔥.txt", "lowongan"),
        ("🔥.txt", "kartu_"),
        ("x" * 300, "x" * 60),
    ],
)
def test_names_are_made_safe(name: str, stem: str) -> None:
    assert safe_stem(name) == stem


@given(name=st.text(max_size=80))
def test_any_name_gives_a_plain_one(name: str) -> None:
    stem = safe_stem(name)
    assert 0 < len(stem) <= 66
    assert not set(stem) & set('/\\:*?"<>|\0\n ')
    assert not stem.startswith((".", "-"))
