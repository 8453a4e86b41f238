"""Listens, opens the browser, then loads the rest: the first screen must not wait for the assistant."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import webbrowser
from dataclasses import dataclass

from aiohttp import web

from bot.bundle.start import others_libraries
from bot.demo.addresses import handset_address
from bot.demo.app import facilitator_app, handset_app
from bot.demo.assistant import AssistantProcess
from bot.demo.hall import Hall
from bot.doors.listening import Bounds, listening
from bot.errors import MissingError
from bot.settings import Settings

LOOPBACK = "127.0.0.1"
_STOP_SECONDS = 1.0
_OF_WINDOWS = Bounds(connections=200, from_one=200)
# More than `events` takes windows: a handset has a second connection for its votes, and one that comes in loads files over six.
_OF_HANDSETS = Bounds(connections=600, from_one=250)


@dataclass(frozen=True)
class Options:
    """What was asked for.

    Attributes:
        port: of the page, and of the handsets' page.
        browser: open it in the browser.
        handsets: address for handsets, "" to look for it; None: no handsets.
    """

    port: int
    browser: bool
    handsets: str | None


async def serve(settings: Settings, options: Options) -> None:
    """Serve the page until cancelled.

    Raises:
        MissingError: the port is taken.
        SettingsError: there is no address for handsets.
    """
    address = None if options.handsets is None else handset_address(options.handsets)
    hall = Hall(settings)
    hall.listens_at(options.port)
    runners = [await _listening(facilitator_app(hall), LOOPBACK, options.port, _OF_WINDOWS)]
    try:
        if address is not None:
            hall.open_to_handsets(address, options.port)
            app = handset_app(hall)
            runners.append(await _listening(app, address, options.port, _OF_HANDSETS))
        page = f"http://{LOOPBACK}:{options.port}/"
        print(f"Mawas terbuka di {page}\nTutup: tekan Ctrl-C di sini.", flush=True)
        if hall.handsets:
            print(
                f"Handphone: {hall.handsets['address']}  kode {hall.handsets['code']}", flush=True
            )
        hall.assistant.start()
        beside = [asyncio.create_task(_tell(hall.assistant))]
        if options.browser:
            beside.append(asyncio.create_task(_open_browser(page)))
        await _told_to_stop()
        beside[0].cancel()
    finally:
        await hall.close()
        for runner in runners:
            await runner.cleanup()


async def _tell(assistant: AssistantProcess) -> None:
    """Say in the terminal too whether it can be asked now: the first time it is trained, which takes minutes."""
    print(await assistant.told(), flush=True)


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    # Windows has no such handlers: there Ctrl-C alone ends the page in order.
    with contextlib.suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()


async def _listening(
    app: web.Application, address: str, port: int, bounds: Bounds
) -> web.AppRunner:
    try:
        return await listening(app, address, port, bounds, _STOP_SECONDS)
    except OSError as error:
        raise MissingError(
            f"{address}:{port} tidak bisa dipakai. Mungkin Mawas sudah terbuka di http://{address}:{port}/. "
            f"Saran: buka alamat itu, atau pakai --port {port + 1}."
        ) from error


async def _open_browser(page: str) -> None:
    # A laptop without a browser that can be opened from here: the address stands in the terminal.
    with contextlib.suppress(webbrowser.Error, OSError), others_libraries():
        await asyncio.to_thread(webbrowser.open, page)
