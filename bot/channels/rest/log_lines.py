"""Log lines of the server."""

from __future__ import annotations

from bot.event_lines import EventLines

# These write what was received into their lines.
_LINES = EventLines("mawas.serve", ("aiohttp.access", "aiohttp.server", "aiohttp.web"))
quiet, event, lost = _LINES.quiet, _LINES.event, _LINES.lost
