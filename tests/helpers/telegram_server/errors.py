"""How the Bot API says no. Wordings follow tdlib/telegram-bot-api (Client.cpp, Query.cpp) and answers quoted in issues."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

_PREFIXES = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class ApiError(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        """Keep what is answered.

        Args:
            code: HTTP status and `error_code`, which are always the same.
            description: as the client reads it.
            parameters: of `ResponseParameters`, for example retry_after (s).
        """
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_dict(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def _error(code: int, words: str) -> ApiError:
    # The real server writes the first letter small, except in constants such as BUTTON_DATA_INVALID.
    if not (len(words) > 1 and (words[1] == "_" or words[1].isupper())):
        words = words[0].lower() + words[1:]
    return ApiError(code, f"{_PREFIXES[code]}: {words}")


def bad_request(words: str) -> ApiError:
    """400: what was asked cannot be done."""
    return _error(HTTPStatus.BAD_REQUEST, words)


def forbidden(words: str) -> ApiError:
    """403: blocked, kicked, or never written to."""
    return _error(HTTPStatus.FORBIDDEN, words)


def not_found(words: str) -> ApiError:
    """404: a method that does not exist."""
    return _error(HTTPStatus.NOT_FOUND, words)


def conflict(words: str) -> ApiError:
    """409: two receivers of the same updates."""
    return _error(HTTPStatus.CONFLICT, words)


def unauthorized() -> ApiError:
    """401: the token is wrong or was revoked."""
    return ApiError(HTTPStatus.UNAUTHORIZED, "Unauthorized")


def too_many_requests(seconds: int) -> ApiError:
    """429: wait so many seconds."""
    return ApiError(
        HTTPStatus.TOO_MANY_REQUESTS,
        f"Too Many Requests: retry after {seconds}",
        retry_after=seconds,
    )
