"""A chat of the fake Bot API server as a page that looks like Telegram on a small phone, to be looked at."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

Message = Mapping[str, Any]
WIDTH = 360
_JAKARTA = timezone(timedelta(hours=7))
# Telegram's apps make these tappable by themselves.
_TAPPABLE = re.compile(
    r"https?://[^\s<>]+|(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?|(?<!\w)@\w{3,32}|(?<![\w+])\+?\d[\d -]{6,}\d(?!\w)"
)
_STYLE = """
* { box-sizing: border-box; margin: 0 }
body { width: 360px; background: #d5e3c8; font: 15px/1.33 Roboto, 'Noto Color Emoji', sans-serif; color: #000 }
header { background: #517da2; color: #fff; padding: 9px 14px; font-weight: 500 }
header small { display: block; font-weight: 400; font-size: 12px; opacity: .85 }
main { padding: 8px; display: flex; flex-direction: column; gap: 5px }
.row { display: flex; flex-direction: column; max-width: 316px; align-self: flex-start }
.row.me { align-self: flex-end }
.bubble { background: #fff; border-radius: 12px 12px 12px 3px; padding: 6px 9px; white-space: pre-wrap; overflow-wrap: break-word;
  box-shadow: 0 1px 1px #0002; width: fit-content; max-width: 100% }
.me .bubble { background: #effdde; border-radius: 12px 12px 3px; align-self: flex-end }
.bubble img { display: block; max-width: 100%; border-radius: 8px; margin-bottom: 4px }
.name { font-weight: 500; font-size: 13px; color: #c0392b }
.quote { border-left: 3px solid #3a8ccf; padding-left: 6px; font-size: 13px; color: #456; max-height: 36px; overflow: hidden }
.forward { font-size: 13px; color: #3a8ccf }
a { color: #2b7cc1; text-decoration: none }
time { float: right; font-size: 11px; color: #8a9; margin: 6px 0 0 8px }
.keys { display: grid; gap: 4px; margin-top: 4px }
.line { display: flex; gap: 4px }
.key { flex: 1; background: #5f7f52b0; color: #fff; border-radius: 8px; padding: 8px 4px; text-align: center; font-size: 14px;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.note { align-self: center; background: #0003; color: #fff; border-radius: 10px; padding: 2px 9px; font-size: 12px }
"""


def page(
    title: str, messages: Sequence[Message], viewer: int, picture: Callable[[str], bytes | None]
) -> str:
    """A whole HTML page.

    Args:
        title: of the chat.
        messages: what stands on the screen, oldest first, in the form of the Bot API.
        viewer: user id of who looks: their own messages stand on the right.
        picture: bytes of a file by its id.
    """
    rows = "\n".join(_row(message, viewer, picture) for message in messages)
    return (
        f'<!doctype html><html lang="id"><meta charset="utf-8"><title>{html.escape(title)}</title><style>{_STYLE}</style>'
        f"<header>{html.escape(title)}<small>bot</small></header><main>{rows}</main></html>"
    )


def _row(message: Message, viewer: int, picture: Callable[[str], bytes | None]) -> str:
    mine = message["from"]["id"] == viewer
    text = message.get("text") or message.get("caption") or ""
    parts = []
    if message["chat"]["type"] != "private" and not mine:
        parts.append(f'<div class="name">{html.escape(message["from"]["first_name"])}</div>')
    if "forward_origin" in message:
        name = message["forward_origin"].get("sender_user_name", "")
        parts.append(f'<div class="forward">Diteruskan dari {html.escape(name)}</div>')
    if "reply_to_message" in message:
        first = message["reply_to_message"]
        quoted = html.escape((first.get("text") or first.get("caption") or "Foto")[:80])
        parts.append(f'<div class="quote">{quoted}</div>')
    if message.get("photo"):
        data = picture(message["photo"][-1]["file_id"]) or b""
        parts.append(f'<img alt="" src="data:image;base64,{base64.b64encode(data).decode()}">')
    if not text and not message.get("photo"):
        text = f"[{next((key for key in ('voice', 'sticker', 'location', 'contact', 'document') if key in message), '?')}]"
    at = datetime.fromtimestamp(message["date"], _JAKARTA)
    parts.append(f"{_tappable(text)}<time>{at:%H.%M}</time>")
    keys = _keys((message.get("reply_markup") or {}).get("inline_keyboard", []))
    return f'<div class="row{" me" if mine else ""}"><div class="bubble">{"".join(parts)}</div>{keys}</div>'


def _tappable(text: str) -> str:
    """The text in HTML, with what a finger can tap in another colour."""
    parts, last = [], 0
    for found in _TAPPABLE.finditer(text):
        parts += [html.escape(text[last : found.start()]), f"<a>{html.escape(found[0])}</a>"]
        last = found.end()
    return "".join([*parts, html.escape(text[last:])])


def _keys(rows: Sequence[Sequence[Mapping[str, Any]]]) -> str:
    lines = "".join(
        f'<div class="line">{"".join(_key(button) for button in row)}</div>' for row in rows
    )
    return f'<div class="keys">{lines}</div>' if lines else ""


def _key(button: Mapping[str, Any]) -> str:
    return f'<div class="key">{html.escape(button["text"])}</div>'
