"""The laptop's address on its hotspot."""

from __future__ import annotations

import ipaddress
import socket

from bot.errors import SettingsError

# Addresses that only private networks have: to find the way there, nothing is sent.
_FAR = ("10.255.255.255", "192.168.255.255")
_PRIVATE = tuple(
    map(ipaddress.IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"))
)
_NONE = (
    "alamat laptop di hotspot tidak ditemukan. Nyalakan hotspot dulu, lalu tulis alamatnya, misalnya:"
    " ./mawas demo --handphone 192.168.137.1"
)


def handset_address(wanted: str) -> str:
    """The address at which handsets reach this laptop.

    Args:
        wanted: what was typed; "" to look for it.

    Raises:
        SettingsError: it is none of a private network, or none was found.
    """
    if wanted:
        if not _is_private(wanted):
            raise SettingsError(
                f"--handphone {wanted} tidak bisa. Saran: alamat laptop di hotspot-nya sendiri, misalnya 192.168.137.1."
            )
        return wanted
    for found in [*_on_the_way(), *_of_this_name()]:
        if _is_private(found):
            return found
    raise SettingsError(_NONE)


def _is_private(address: str) -> bool:
    """Whether an address is one of a local network; what is meant for everybody or for this laptop alone is not."""
    try:
        read = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return any(read in network for network in _PRIVATE)


def _on_the_way() -> list[str]:
    found = []
    for far in _FAR:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            try:
                asking.connect((far, 9))
            except OSError:
                continue
            found.append(str(asking.getsockname()[0]))
    return found


def _of_this_name() -> list[str]:
    try:
        return socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return []
