"""Addresses on which a server listens, as settings write them."""

from __future__ import annotations

import ipaddress

from bot.errors import SettingsError

MOST_PORT = 65535
LOOPBACK = "127.0.0.1"


def host_of(name: str, value: str | None) -> str:
    """An IP address on which a server listens; the loopback where none is given.

    Args:
        name: of the setting.
        value: of the setting.

    Raises:
        SettingsError: it is none.
    """
    value = (value or "").strip() or LOOPBACK
    try:
        return str(ipaddress.ip_address(value))
    except ValueError:
        raise SettingsError(
            f"{name}={value} tidak bisa dipakai. Saran: alamat IP tanpa port, misalnya {LOOPBACK}."
        ) from None


def is_loopback(host: str) -> bool:
    """Whether a server that listens there is reached from this computer only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


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
