"""The body of a request, read in time."""

from __future__ import annotations

import asyncio

from aiohttp import web

# A message has a few hundred bytes; over the worst line they are there in seconds.
BODY_SECONDS = 15.0


async def arrived(request: web.Request) -> web.Request:
    """The same request when its whole body is there; what reads it afterwards does not wait.

    Raises:
        aiohttp.web.HTTPRequestTimeout: it does not come.
        aiohttp.web.HTTPRequestEntityTooLarge: it is larger than the application takes.
    """
    try:
        await asyncio.wait_for(request.read(), BODY_SECONDS)
    except asyncio.TimeoutError:
        raise web.HTTPRequestTimeout from None
    return request
