"""Log lines of the channel: an event and what belongs to it. No text, no token, no chat id ever stands in one."""

from __future__ import annotations

import logging

logger = logging.getLogger("mawas.telegram")
# These write addresses with the token, or what was received, into their lines.
_TALKATIVE = (
    "httpx",
    "httpcore",
    "telegram",
    "aiohttp.access",
    "aiohttp.server",
    "aiohttp.web",
)
_SILENT = logging.CRITICAL + 1


def quiet(level: int) -> None:
    """Silence libraries that would write secrets, and let our own events be seen.

    Args:
        level: of the settings; our events are seen at INFO at least, for an operator has nothing else.
    """
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(_SILENT)
        logging.getLogger(name).propagate = False
    logger.setLevel(min(level, logging.INFO))
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.propagate = False


def event(
    name: str,
    level: int = logging.WARNING,
    error: BaseException | None = None,
    **fields: str | float | int,
) -> None:
    """Write one line: `event=name key=value ...`.

    Args:
        name: what happened.
        level: of the standard library's logging.
        error: only its kind is written; its words may quote a message.
        fields: numbers and fixed words.
    """
    words = {"event": name, **fields}
    if error is not None:
        words["error"] = type(error).__name__
    logger.log(level, " ".join(f"{key}={_short(value)}" for key, value in words.items()))


def _short(value: str | float | int) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
