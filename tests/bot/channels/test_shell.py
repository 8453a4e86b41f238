from __future__ import annotations

import builtins
import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.channels import shell, terminal_text
from bot.messages import Button, Incoming, Reply, Turn
from tests.bot.channels.fakes import FakeConversation

LONG = Reply(
    "Curigai lowongan luar negeri yang punya tanda seperti ini:\n- Gaji besar, syarat hampir tidak ada.\n\n"
    "Periksa di https://siskop2mi.bp2mi.go.id/profil/tentang-kami/yang-panjang-sekali atau 0800-1000.",
    (Button("Memeriksa izin PT", "/cek_p3mi"), Button("Sumbernya", "/sumber")),
)


def _talk(
    monkeypatch: pytest.MonkeyPatch, source: bytes, conversation: FakeConversation, **options: Any
) -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(source), encoding="ascii"))
    cards = options.pop("cards", Path("tidak-dipakai"))
    return shell.run(conversation, cards=cards, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("columns", [40, 88])
def test_lines_fit_the_terminal_and_addresses_stay_whole(columns: int) -> None:
    lines = terminal_text.render([LONG, LONG], columns).splitlines()
    too_long = [line for line in lines if len(line) > columns]
    assert all("https://" in line for line in too_long)
    assert sum("tentang-kami/yang-panjang-sekali" in line for line in lines) == 2


def test_lines_are_never_wider_than_is_pleasant_to_read() -> None:
    lines = terminal_text.render([Reply("kata " * 100)], 400).splitlines()
    assert max(map(len, lines)) <= terminal_text.WIDEST


def test_a_very_narrow_terminal_is_survived() -> None:
    assert "Curigai" in terminal_text.render([LONG], 1)


def test_replies_are_set_off_and_buttons_numbered_through_all() -> None:
    assert terminal_text.render(
        [LONG, Reply("Lagi.", (Button("Ya", "/setuju"),))], 88
    ).splitlines() == [
        "",
        "Mawas : Curigai lowongan luar negeri yang punya tanda seperti ini:",
        "        - Gaji besar, syarat hampir tidak ada.",
        "",
        "        Periksa di https://siskop2mi.bp2mi.go.id/profil/tentang-kami/yang-panjang-sekali",
        "        atau 0800-1000.",
        "",
        "        [1] Memeriksa izin PT",
        "        [2] Sumbernya",
        "",
        "        Lagi.",
        "",
        "        [3] Ya",
    ]


def test_ctrl_d_says_goodbye(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _talk(monkeypatch, b"", FakeConversation()) == 0
    said = capsys.readouterr().out
    assert said.startswith(shell.WELCOME)
    assert said.endswith(f"{shell.GOODBYE}\n")


def test_ctrl_c_at_the_prompt_says_goodbye(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(builtins, "input", interrupted)
    assert _talk(monkeypatch, b"", FakeConversation()) == 0
    assert capsys.readouterr().out.endswith(f"{shell.GOODBYE}\n")


def test_ctrl_c_while_answering_says_goodbye(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    conversation = FakeConversation()
    conversation.error = KeyboardInterrupt()
    assert _talk(monkeypatch, b"halo\n", conversation) == 0
    assert capsys.readouterr().out.endswith(f"{shell.GOODBYE}\n")


def test_numbers_choose_buttons_of_the_last_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = FakeConversation()
    _talk(monkeypatch, b"1\nhalo\n2\n 1 \n", conversation)
    assert [(incoming.text, incoming.kind) for incoming in conversation.heard] == [
        ("1", "text"),
        ("halo", "text"),
        ("/sumber", "button"),
        ("/langkah_aman", "button"),
    ]


@pytest.mark.parametrize("typed", ["-1", "+1", "²", "9" * 6000, "1 2"])
def test_other_numbers_are_text(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    conversation = FakeConversation()
    _talk(monkeypatch, f"halo\n{typed}\n".encode(), conversation)
    assert (conversation.heard[-1].text, conversation.heard[-1].kind) == (typed, "text")


@pytest.mark.parametrize("typed", ["[1]", "1.", " 1 "])
def test_a_number_counts_as_it_is_printed(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    conversation = FakeConversation()
    _talk(monkeypatch, f"halo\n{typed}\n".encode(), conversation)
    assert conversation.heard[-1].kind == "button"


@pytest.mark.parametrize("typed", ["0", "3", "99"])
def test_a_number_that_is_no_choice_is_said_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    conversation = FakeConversation()
    _talk(monkeypatch, f"halo\n{typed}\n1\n".encode(), conversation)
    assert "Pilih nomor 1 sampai 2" in capsys.readouterr().out
    assert [heard.kind for heard in conversation.heard] == ["text", "button"]


def test_a_typed_payload_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = FakeConversation()
    _talk(monkeypatch, b"/sumber\n", conversation)
    assert conversation.heard[0].kind == "text"


def test_an_empty_line_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = FakeConversation()
    _talk(monkeypatch, b"\n\nhalo\n", conversation)
    assert [incoming.text for incoming in conversation.heard] == ["", "", "halo"]


def test_broken_bytes_do_not_end_the_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = FakeConversation()
    _talk(monkeypatch, b"\xff\xfe\nhalo\n", conversation)
    assert [incoming.text for incoming in conversation.heard] == ["\ufffd\ufffd", "halo"]


def test_all_messages_are_one_conversation(monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = FakeConversation()
    _talk(monkeypatch, b"satu\ndua\n", conversation)
    assert {incoming.sender for incoming in conversation.heard} == {shell.SENDER}


@pytest.mark.parametrize("debug", [True, False])
def test_debug_shows_what_was_understood(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], debug: bool
) -> None:
    _talk(monkeypatch, b"halo\n", FakeConversation(), debug=debug)
    said = capsys.readouterr().out
    for words in (
        "maksud   : langkah_aman 0.90",
        "entitas  : -",
        "tindakan : action_answer_topic",
        "waktu    : 1.0 ms",
    ):
        assert (words in said) is debug


def test_a_picture_is_saved_and_its_place_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    conversation = FakeConversation()
    conversation.picture = b"PNG satu"
    folder = tmp_path / "rumah" / "kartu"
    _talk(monkeypatch, b"halo\nhalo\n", conversation, cards=folder)
    (saved,) = folder.iterdir()
    assert saved.read_bytes() == b"PNG satu"
    assert capsys.readouterr().out.count(f"Kartu tersimpan: {saved}") == 2


def test_without_a_picture_no_folder_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _talk(monkeypatch, b"halo\n", FakeConversation(), cards=tmp_path / "kartu")
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_cannot_be_saved_does_not_end_the_talk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "kartu").write_text("berkas, bukan folder", encoding="utf-8")
    conversation = FakeConversation()
    conversation.picture = b"PNG"
    assert _talk(monkeypatch, b"halo\nlagi\n", conversation, cards=tmp_path / "kartu") == 0
    assert "kartu tidak bisa ditulis" in capsys.readouterr().out
    assert len(conversation.heard) == 2


class Covering(FakeConversation):
    """Answers the safe word with a screen that hides."""

    async def turn(self, incoming: Incoming) -> Turn:
        turn = await super().turn(incoming)
        hides = incoming.text == "kopi"
        return replace(turn, replies=(Reply("Resep.", covers=True),)) if hides else turn


def test_a_screen_that_hides_empties_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Only a terminal understands the signs that empty it.
    monkeypatch.setattr(shell, "_is_terminal", lambda: True)
    _talk(monkeypatch, b"halo\nkopi\n", Covering())
    before, after = capsys.readouterr().out.split(shell.CLEAR)
    assert "Jawaban." in before
    assert after.strip().startswith("Mawas : Resep.")


def test_what_is_written_to_a_file_is_not_emptied(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _talk(monkeypatch, b"kopi\n", Covering())
    assert shell.CLEAR not in capsys.readouterr().out


def test_behind_a_screen_that_hides_no_number_is_a_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    conversation = Covering()
    _talk(monkeypatch, b"halo\nkopi\n9\n", conversation)
    assert [message.kind for message in conversation.heard] == ["text"] * 3
