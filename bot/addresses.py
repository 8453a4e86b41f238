"""Addresses on which a server listens, as settings write them."""

from __future__ import annotations

from bot.errors import SettingsError

MOST_PORT = 65535


def host_and_port(name: str, value: str | None, default: tuple[str, int]) -> tuple[str, int]:
    """Host and port from "HOST:PORT" or "PORT".

    Args:
        name: of the setting.
        value: of the setting.
        default: where there is none; its host is taken for a port alone.

    Raises:
        SettingsError: it is neither.
    """
    if not value:
        return default
    host, _, port = value.rpartition(":")
    if not port.isdecimal() or not 0 < int(port) <= MOST_PORT:
        raise SettingsError(
            f"{name}={value} tidak bisa dipakai. Saran: misalnya {default[0]}:{default[1]}."
        )
    return (host.strip("[]") or default[0], int(port))
