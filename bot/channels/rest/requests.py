"""What programs send, read with bounds, and what they are told when it cannot be used."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from aiohttp import web

from bot.clean import sound
from bot.doors.body import arrived

CHANNEL = "rest"
MOST_BYTES = 256 * 1024
LONGEST_MESSAGE, LONGEST_SENDER = 50_000, 256
# As Rasa's REST channel has it: what a button stands for comes back as a message.
_PAYLOAD = re.compile(r"/(?P<intent>\w+)(?P<entities>\{.*\})?", re.DOTALL)


class RefusedError(Exception):
    """A request that is not answered.

    Attributes:
        status: of HTTP.
        reason: one English word, as Rasa's server writes it.
        message: tells a programmer what to do, in Indonesian.
    """

    def __init__(self, status: int, reason: str, message: str) -> None:
        """Keep it."""
        super().__init__(reason)
        self.status, self.reason, self.message = status, reason, message


@dataclass(frozen=True)
class Asked:
    """A message of a program.

    Attributes:
        sender: the program's own name for the person; it is given back and never stored.
        text: what was typed, or the payload of a button.
        kind: which of both.
    """

    sender: str
    text: str
    kind: Literal["text", "button"]


async def read(request: web.Request) -> dict[str, Any]:
    """The body of a request, an object of JSON.

    Raises:
        RefusedError: it is none.
        aiohttp.web.HTTPException: it is too large, or does not come.
    """
    try:
        body = await (await arrived(request)).json()
    except (ValueError, LookupError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise _unusable("Isi permintaan bukan objek JSON. Saran: kirim sender dan message.")
    return body


def asked(body: dict[str, Any], is_intent: Callable[[str], bool]) -> Asked:
    """The message in a body.

    Args:
        body: with "sender" and "message", and perhaps "kind".
        is_intent: whether a name is one of the model's intents.

    Raises:
        RefusedError: something is missing or too long.
    """
    sender, text, kind = _sender(body.get("sender")), text_of(body, "message"), body.get("kind")
    if kind not in (None, "text", "button"):
        raise _unusable("kind tidak dikenal. Saran: text atau button.")
    is_payload = kind != "text" and _is_payload(text, is_intent)
    if kind == "button" and not is_payload:
        raise _unusable("message bukan payload tombol. Saran: kirim payload tombol apa adanya.")
    return Asked(sender, text, "button" if is_payload else "text")


def text_of(body: dict[str, Any], name: str) -> str:
    """A text in a body.

    Raises:
        RefusedError: it is missing or too long.
    """
    text = body.get(name)
    if not isinstance(text, str):
        raise _unusable(f"{name} tidak ada atau bukan teks. Saran: isi {name} dengan teks.")
    if len(text) > LONGEST_MESSAGE:
        raise _unusable(f"{name} terlalu panjang. Saran: paling banyak {LONGEST_MESSAGE} huruf.")
    return sound(text)


def _sender(sender: object) -> str:
    # Rasa would put all who say nothing into one conversation.
    if not isinstance(sender, str) or not 0 < len(sender) <= LONGEST_SENDER:
        raise _unusable(
            f"sender tidak ada atau bukan teks 1 sampai {LONGEST_SENDER} huruf. Saran: satu sender untuk satu orang."
        )
    try:
        sender.encode()
    except UnicodeEncodeError:
        raise _unusable("sender bukan teks UTF-8. Saran: pakai huruf dan angka.") from None
    return sender


def _is_payload(text: str, is_intent: Callable[[str], bool]) -> bool:
    found = _PAYLOAD.fullmatch(text)
    if found is None or not is_intent(found["intent"]):
        return False
    try:
        return isinstance(json.loads(found["entities"] or "{}"), dict)
    except (ValueError, RecursionError):
        return False


def _unusable(message: str) -> RefusedError:
    return RefusedError(400, "BadRequest", message)
