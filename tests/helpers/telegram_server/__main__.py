"""`python -m tests.helpers.telegram_server --port 8081`: try `mawas telegram` without Telegram."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys

from tests.helpers.telegram_server.console import HELP, Console
from tests.helpers.telegram_server.server import TOKEN, TelegramServer


def main() -> None:
    """Read the command line and serve until the input ends."""
    parser = argparse.ArgumentParser(prog="telegram_server", description="Server Telegram tiruan.")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN, help="token yang diterima")
    parser.add_argument(
        "--wait", type=float, default=0.0, help="detik menunggu jawaban setelah masukan habis"
    )
    options = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(options.port, options.token, options.wait))


async def _serve(port: int, token: str, wait: float) -> None:
    server = TelegramServer(token=token)
    await server.start(port)
    print(
        f"Server Telegram tiruan siap. Di terminal lain:\n"
        f"  MAWAS_TELEGRAM_API={server.url} MAWAS_TELEGRAM_TOKEN={token} ./mawas telegram\n\n{HELP}",
        flush=True,
    )
    console = Console(server, lambda line: print(line, flush=True))
    watching = asyncio.create_task(console.watch())
    while line := await asyncio.to_thread(sys.stdin.readline):
        if not console.take(line):
            break
    await asyncio.sleep(wait)
    console.catch_up()
    watching.cancel()
    await server.stop()


if __name__ == "__main__":
    main()
