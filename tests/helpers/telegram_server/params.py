"""Reads a request as the Bot API does: query, form, multipart or JSON, every value a string."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from tests.helpers.telegram_server.errors import bad_request


class Params:
    """What a method was called with."""

    def __init__(self, values: dict[str, str], files: dict[str, bytes]) -> None:
        """Keep values by name and uploads by the name of their part."""
        self.values = values
        self.files = files

    @classmethod
    async def read(cls, request: web.Request) -> Params:
        """Read the query and the body."""
        values: dict[str, str] = dict(request.query)
        files: dict[str, bytes] = {}
        if request.content_type == "application/json":
            body = await request.json()
            for name, value in body.items():
                values[name] = value if isinstance(value, str) else json.dumps(value)
        elif request.can_read_body:
            for name, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    files[name] = value.file.read()
                else:
                    values[name] = str(value)
        return cls(values, files)

    def text(self, name: str) -> str:
        """A value, "" when it is missing."""
        return self.values.get(name, "")

    def flag(self, name: str) -> bool:
        """True for the words that the real server takes for it."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def integer(self, name: str, default: int = 0) -> int:
        """A number, or the default for what is none, as the real server reads it."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def json(self, name: str, what: str) -> Any:
        """A JSON value, None when it is missing.

        Raises:
            ApiError: it is not JSON.
        """
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name))
        except json.JSONDecodeError:
            raise bad_request(f"can't parse {what} JSON object") from None
