from __future__ import annotations

import io
import json
from typing import Any

import pytest

from bot.channels import lines
from bot.conversation import Conversation
from tests.bot.channels.fakes import FakeConversation
from tests.helpers.contract import assert_is_answer


def _ask(
    source: bytes, *, dialogues: bool = False, as_json: bool = True
) -> tuple[FakeConversation, str]:
    conversation, out = FakeConversation(), io.StringIO()
    status = lines.run(
        conversation,  # type: ignore[arg-type]
        as_json=as_json,
        dialogues=dialogues,
        source=io.BytesIO(source),
        out=out,
    )
    assert status == 0
    return conversation, out.getvalue()


def _rows(out: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in out.splitlines()]
    for row in rows:
        assert_is_answer(row)
    return rows


def test_one_line_of_json_for_each_line_in_order() -> None:
    _, out = _ask(b"satu\ndua\ntiga\n")
    assert [row["text"] for row in _rows(out)] == ["satu", "dua", "tiga"]


def test_empty_lines_are_answered_too() -> None:
    _, out = _ask(b"\nsatu\n\n  \n")
    assert [row["text"] for row in _rows(out)] == ["", "satu", "", "  "]


@pytest.mark.parametrize("source", [b"", b"satu", b"satu\n", b"satu\r\n"])
def test_the_last_line_needs_no_line_end(source: bytes) -> None:
    _, out = _ask(source)
    assert [row["text"] for row in _rows(out)] == (["satu"] if source else [])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (b"rusak \xff\xfe\xc3", "rusak \ufffd\ufffd\ufffd"),
        (b"\xed\xa0\xbd", "\ufffd\ufffd\ufffd"),
        (b"nol \x00 nol", "nol \x00 nol"),
        ("a\u2028b\u2029c\x85d".encode(), "a\u2028b\u2029c\x85d"),
        (b"a\rb\x0bc\x0cd\x1ce", "a\rb\x0bc\x0cd\x1ce"),
        ('😀 "kutip" \\ \'é'.encode(), '😀 "kutip" \\ \'é'),
        (b"x" * 100_000, "x" * 100_000),
        ("\ufeffhalo".encode(), "\ufeffhalo"),
        (b"/uang_fit", "/uang_fit"),
    ],
)
def test_odd_lines_stay_one_line_and_are_read_as_they_are(source: bytes, text: str) -> None:
    conversation, out = _ask(source + b"\n" + b"berikut\n")
    assert [row["text"] for row in _rows(out)] == [text, "berikut"]
    assert conversation.heard[0].text == text
    assert conversation.heard[0].kind == "text"
    out.encode("utf-8")


def test_each_line_is_a_conversation_of_its_own_and_forgotten() -> None:
    conversation, _ = _ask(b"satu\n\ndua\n")
    senders = [incoming.sender for incoming in conversation.heard]
    assert len(set(senders)) == 3
    assert conversation.forgotten == senders


def test_the_lines_of_a_block_are_one_conversation() -> None:
    conversation, out = _ask(b"a1\na2\n\nb1\n \n\nc1\nc2\n", dialogues=True)
    assert [row["text"] for row in _rows(out)] == ["a1", "a2", "b1", "c1", "c2"]
    a1, a2, b1, c1, c2 = [incoming.sender for incoming in conversation.heard]
    assert a1 == a2
    assert c1 == c2
    assert len({a1, b1, c1}) == 3
    assert {a1, b1} <= set(conversation.forgotten)


def test_text_output_shows_message_replies_and_buttons() -> None:
    _, out = _ask(b" satu \n", as_json=False)
    assert out.splitlines() == [
        "> satu",
        "Jawaban.",
        "  [Langkah resmi]",
        "  [Sumbernya]",
        "Tambahan.",
        "",
    ]


def test_answers_come_while_lines_are_still_coming() -> None:
    """A program may wait for each answer before it writes its next line."""
    out = io.StringIO()

    class Pipe(io.BytesIO):
        def __iter__(self) -> Any:
            for number in range(3):
                assert len(out.getvalue().splitlines()) == number
                yield f"{number}\n".encode()

    lines.run(FakeConversation(), as_json=True, dialogues=False, source=Pipe(), out=out)  # type: ignore[arg-type]
    assert len(out.getvalue().splitlines()) == 3


def test_the_real_assistant_keeps_the_contract(conversation: Conversation) -> None:
    messages = [
        "apa ciri lowongan palsu?",
        "kamboja aman ga?",
        "paspor saya ditahan bos di kamboja, tidak boleh keluar",
        "",
        "halo",
        "resep rendang",
        "\ud83d".encode("utf-8", "replace").decode(),
    ]
    out = io.StringIO()
    source = io.BytesIO("\n".join(messages).encode() + b"\n")
    assert lines.run(conversation, as_json=True, dialogues=False, source=source, out=out) == 0
    rows = _rows(out.getvalue())
    assert [row["text"] for row in rows] == messages
    assert rows[1]["entities"] == [
        {"entity": "negara", "value": "KH", "text": "kamboja", "start": 0, "end": 7}
    ]
    assert rows[2]["crisis"] is not None
    assert rows[2]["channels"]


def test_a_block_remembers_what_was_said(conversation: Conversation) -> None:
    out = io.StringIO()
    source = io.BytesIO(b"berapa gaji di taiwan\nkalau di korea?\n\nkalau di korea?\n")
    lines.run(conversation, as_json=True, dialogues=True, source=source, out=out)
    first, second, fresh = _rows(out.getvalue())
    assert first["topics"] == ["gaji_negara"]
    assert second["topics"] == ["gaji_negara"]
    assert fresh["topics"] != ["gaji_negara"]
