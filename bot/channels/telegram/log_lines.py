"""Log lines of the channel."""

from __future__ import annotations

from bot.event_lines import EventLines

# These write addresses with the token, or what was received, into their lines.
_LINES = EventLines(
    "mawas.telegram",
    (
        "httpx",
        "httpcore",
        "telegram",
        "aiohttp.access",
        "aiohttp.server",
        "aiohttp.web",
    ),
)
quiet, event, lost = _LINES.quiet, _LINES.event, _LINES.lost
