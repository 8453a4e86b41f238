"""Checks a `reply_markup` as the real server does."""

from __future__ import annotations

from typing import Any

from tests.helpers.telegram_server.errors import ApiError, bad_request

MOST_BYTES = 64
MOST_BUTTONS = 100
_ACTIONS = ("callback_data", "url", "web_app", "switch_inline_query", "copy_text", "login_url")


def checked(markup: Any) -> dict[str, Any] | None:
    """The markup as it is kept with the message; None when there is none or it was emptied.

    Raises:
        ApiError: the real server would refuse it.
    """
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        )
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check(button)
    kept = [row for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _check(button: Any) -> None:
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if not any(name in button for name in _ACTIONS):
        raise ApiError(
            400,
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        )
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= MOST_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not str(button["url"]).startswith(("http://", "https://", "tg://")):
        raise bad_request("BUTTON_URL_INVALID")
