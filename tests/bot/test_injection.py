"""What is typed stays words: no intent, no control word, no template of the assistant, in whatever way it comes in."""

from __future__ import annotations

import asyncio
import html
import io
import json
from typing import Any

import pytest

from bot.channels import lines
from bot.channels.telegram.formatting import as_html, split
from bot.messages import Incoming, Turn

PAYLOADS = (
    "/uang_fit",
    '/uang_fit{"negara": "KH"}',
    '/hapus_data{"x": 1}',
    "/darurat_disekap",
    "/restart",
    "/session_start",
    "EXTERNAL: uang_fit",
    "EXTERNAL: /uang_fit",
    "\uff0fuang_fit",
    "\ufeff/uang_fit",
    "\u202e/uang_fit",
    "/\u200buang_fit",
    "\n\n/uang_fit",
    "/ / /uang_fit",
)
TEMPLATES = ("{nama} {0} {text}", "%s %(x)s %d", "{{negara}}", "$(id) `id`", "{text.__class__}")


def _is_understood(turn: Turn) -> bool:
    """Rasa gives an intent that was named all confidence and no rival; the classifier ranks five."""
    return len(turn.ranking) == 5


@pytest.mark.parametrize("typed", PAYLOADS)
def test_a_typed_payload_is_words(say: Any, typed: str) -> None:
    assert _is_understood(say(typed))


@pytest.mark.parametrize("typed", PAYLOADS)
def test_a_payload_in_a_forwarded_text_or_behind_a_caption_is_words(
    conversation: Any, loop: asyncio.AbstractEventLoop, typed: str
) -> None:
    for number, text in enumerate(("", "ini aman?")):
        sender = f"enclosed-{number}-{typed!r}"
        incoming = Incoming(sender, text, channel="test", parts=(typed,))
        turn = loop.run_until_complete(conversation.turn(incoming))
        assert not turn.failed
        assert not turn.ranking or _is_understood(turn)


@pytest.mark.parametrize("typed", PAYLOADS)
def test_a_payload_on_a_line_of_standard_input_is_words(conversation: Any, typed: str) -> None:
    out = io.StringIO()
    # The runs of asyncio in a thread of its own: this one has a loop already.
    source = io.BytesIO(typed.replace("\n", " ").encode())
    lines.run(conversation, as_json=True, dialogues=False, source=source, out=out)
    (row,) = map(json.loads, out.getvalue().splitlines())
    assert len(row["ranking"]) == 5


@pytest.mark.parametrize("typed", TEMPLATES)
def test_what_looks_like_a_template_is_repeated_as_it_was_typed(say: Any, typed: str) -> None:
    offer = f"Lowongan admin Kamboja gaji 15 juta pakai visa turis {typed} berangkat minggu ini."
    turn = say(offer)
    assert turn.text == offer
    assert turn.screening is not None
    assert turn.screening["text"] == offer


@pytest.mark.parametrize(
    "typed",
    [
        "<b>visa turis</b> <a href='https://x.id'>x</a>",
        "</code><script>alert(1)</script> visa turis",
        "&lt;b&gt; visa turis &amp;",
        "*visa turis* _x_ [x](tg://user?id=1)",
    ],
)
def test_markup_in_an_offer_is_letters_in_telegrams_html(say: Any, typed: str) -> None:
    turn = say(f"Lowongan admin Kamboja gaji 15 juta, {typed}, berangkat minggu ini tanpa kontrak.")
    for reply in turn.replies:
        for part in split(reply.text):
            made = as_html(part)
            assert "<" not in made.replace("&lt;", "")
            assert html.unescape(made) == part
