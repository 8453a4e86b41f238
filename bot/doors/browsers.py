"""Pages of others, in a browser on the same computer: they may not ask in its name."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from aiohttp import hdrs, web

# What a browser says of a request that its user did not make by hand.
_OF_OTHERS = ("cross-site", "same-site")


def is_of_another_page(request: web.Request) -> bool:
    """Whether a page that is not ours had the browser ask, by the browser's own word.

    Browsers send Origin with everything that is no plain reading, and scripts cannot change it; programs send none. What a person opens
    by a link is not meant.
    """
    if len(request.headers.getall(hdrs.HOST, ())) > 1:
        # No browser does that; which of them a proxy before us meant, nobody knows.
        return True
    fetched = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    if fetched and request.headers.get("Sec-Fetch-Site") in _OF_OTHERS:
        return True
    origin = request.headers.get(hdrs.ORIGIN)
    return origin is not None and _name(origin) != _name(f"//{request.host}")


def is_rebound(request: web.Request) -> bool:
    """Whether a browser asks under a name that somebody pointed at this computer (DNS rebinding).

    A page that does so has to name the port at which we listen; whoever comes through a proxy names the proxy's. Names of this computer are
    safe, and so are addresses. Programs, which send no Origin, may use any name: that of a container, for example.
    """
    if hdrs.ORIGIN not in request.headers or request.transport is None:
        return False
    own = request.transport.get_extra_info("sockname")
    try:
        asked = urlsplit(f"//{request.host}")
        port, name = asked.port or 80, asked.hostname or ""
    except ValueError:
        return True
    if not own or port != own[1] or name == "localhost":
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return True
    return False


def _name(address: str) -> str | None:
    """The host of an address, without its port: a proxy may leave that out."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
