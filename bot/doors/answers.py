"""Headers of every answer: nothing of it is kept, shown inside another page, or taken for something else."""

from __future__ import annotations

from aiohttp import hdrs, web

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
# What a program reads: a browser that opens it runs and loads nothing.
FOR_PROGRAMS = {
    **_ALWAYS,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}
# A page of ours. Pictures of the assistant's cards come inside the state.
FOR_PEOPLE = {
    **_ALWAYS,
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def with_headers(app: web.Application, headers: dict[str, str]) -> None:
    """Have all answers of an application carry headers, refusals too.

    Args:
        app: the application.
        headers: `FOR_PROGRAMS` or `FOR_PEOPLE`.
    """

    async def add(request: web.Request, response: web.StreamResponse) -> None:
        if hdrs.UPGRADE in request.headers:
            # No door speaks anything else; what follows on this connection is not read as a request.
            response.force_close()
        response.headers.update(headers)
        # Answers hold what people asked; counts and names of places must not stay in the cache of a borrowed laptop.
        response.headers.setdefault(hdrs.CACHE_CONTROL, "no-store")
        # Which library answers in which version helps only who looks for a hole in it.
        response.headers.pop(hdrs.SERVER, None)

    # aiohttp 3.9 names a wrong type for this list.
    app.on_response_prepare.append(add)  # type: ignore[arg-type]
