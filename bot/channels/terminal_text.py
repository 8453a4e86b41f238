"""Replies as a terminal shows them: wrapped, with numbered buttons."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from bot.messages import Reply

WIDEST = 88
INDENT = "        "


def render(replies: Sequence[Reply], columns: int) -> str:
    """Replies for a terminal of so many columns; buttons are numbered through all replies."""
    width = max(30, min(columns, WIDEST))
    blocks: list[str] = []
    number = 0
    for reply in replies:
        blocks.append(_wrap(reply.text, "Mawas : " if not blocks else INDENT, width))
        lines = []
        for button in reply.buttons:
            number += 1
            lines.append(f"{INDENT}[{number}] {button.title}")
        if lines:
            blocks.append("\n".join(lines))
    return "\n" + "\n\n".join(blocks)


def _wrap(text: str, first: str, width: int) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        lead = INDENT if lines else first
        # Addresses and numbers are never broken: people copy them.
        lines += textwrap.wrap(
            line,
            width,
            initial_indent=lead,
            subsequent_indent=INDENT,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(lines)
