"""Errors as Rasa's server writes them, with words that say what to do."""

from __future__ import annotations

from importlib.metadata import version

from aiohttp import web

from bot.channels.rest.requests import MOST_BYTES

RASA = version("rasa")
_MESSAGES = {
    404: "Alamat ini tidak ada. Saran: POST /webhooks/rest/webhook.",
    408: "Isi permintaan tidak datang. Saran: kirim lagi, dan periksa Content-Length.",
    405: "Cara ini tidak bisa di sini. Saran: POST untuk pesan, GET untuk yang lain.",
    413: f"Isi permintaan terlalu besar. Saran: paling banyak {MOST_BYTES // 1024} KB.",
}
_OTHER = "Permintaan tidak bisa dipakai. Saran: periksa permintaan itu."


def response(status: int, reason: str, message: str) -> web.Response:
    """An answer that says what is wrong.

    Args:
        status: of HTTP.
        reason: one English word.
        message: what to do, in Indonesian.
    """
    told = {"version": RASA, "status": "failure", "message": message, "reason": reason}
    return web.json_response({**told, "details": {}, "help": None, "code": status}, status=status)


def of_http(error: web.HTTPException) -> web.Response:
    """An answer for what aiohttp refuses: an address that is not there, a body that is too large."""
    told = response(
        error.status, error.reason.replace(" ", ""), _MESSAGES.get(error.status, _OTHER)
    )
    if "Allow" in error.headers:
        told.headers["Allow"] = error.headers["Allow"]
    return told
