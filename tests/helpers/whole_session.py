"""Uses Mawas in every way that a person can, as processes of their own, and tells what worked: one line of JSON a step.

Usage: python -m tests.helpers.whole_session HOME FOLDER

HOME is a MAWAS_HOME with store, screener and model. What people leave in it before `mawas forget` is copied into FOLDER/before. It
runs in a network namespace without a way out as well as anywhere else: it needs the loopback only.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.paths import ROOT
from tests.helpers.pages import assistant_is_ready, get, until
from tests.helpers.serve_process import ServeProcess, free_port
from tests.helpers.somebody import (
    CHAT,
    FIRST,
    FORGOTTEN,
    LAST,
    NUMBERS,
    OFFER,
    OTHER_CHAT,
    TYPED,
    USER,
)
from tests.helpers.telegram_server import TelegramServer
from tests.helpers.telegram_server.people import Person

KEPT_BY_NAME = "models", "screening", "knowledge.db"
_PATIENCE = 300.0


class Session:
    """The steps, and what they need."""

    def __init__(self, home: Path, folder: Path) -> None:
        """Nothing is done yet."""
        self.home = home
        self.folder = folder
        self.environment = {**os.environ, "MAWAS_HOME": str(home), "PYTHONWARNINGS": "ignore"}

    def run(self, *words: str, text: str = "") -> str:
        """One command to its end; gives what it wrote.

        Raises:
            AssertionError: it failed.
        """
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words],
            input=text,
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )
        assert done.returncode == 0, (
            words,
            done.returncode,
            done.stdout[-500:],
            done.stderr[-900:],
        )
        return done.stdout

    def ask(self) -> None:
        told = json.loads(
            self.run("ask", "--json", text=f"cara cek p3mi {TYPED}\n").splitlines()[0]
        )
        assert told["replies"]

    def chat(self) -> None:
        said = self.run("chat", text=f"{OFFER} {TYPED}\nsiapkan laporan\nkeluar\n")
        assert "Risiko tinggi" in said

    def check(self) -> None:
        words = ("check", "--json", "--card", str(self.home / "kartu"), "-")
        assert json.loads(self.run(*words, text=OFFER))["risk"] == "tinggi"

    def check_picture(self) -> None:
        from PIL import Image, ImageDraw

        from actions.render.fonts import font_of

        picture = Image.new("RGB", (1000, 260), "white")
        words = "Lowongan admin di Kamboja\ngaji 15 juta, pakai visa turis"
        ImageDraw.Draw(picture).text((30, 40), words, "black", font_of("sans", 48))
        picture.save(self.folder / "tawaran.png")
        told = self.run("check", "--json", str(self.folder / "tawaran.png"))
        assert json.loads(told)["risk"] == "tinggi"

    def report(self) -> None:
        answers = json.dumps({"masalah": "uang", "cerita": f"ditipu {TYPED}"})
        told = self.run("report", "--answers", "-", "--country", "KH", text=answers)
        assert TYPED in told

    def print_sheets(self) -> None:
        self.run("print")
        assert list((self.home / "cetak").glob("*.pdf"))

    def demo(self) -> None:
        port = free_port()
        with self._started("demo", "--no-browser", "--port", str(port)) as demo:
            until(lambda: b"Mawas" in get(f"http://127.0.0.1:{port}/mulai"), demo)
            until(lambda: assistant_is_ready(port), demo)
            demo.terminate()
            assert demo.wait(_PATIENCE) == 0

    def serve(self) -> None:
        with ServeProcess(self.home, self.folder / "serve.log", 1) as server:
            body = json.dumps({"sender": "sahabat-uji", "message": OFFER}).encode()
            asked = urllib.request.Request(
                f"http://127.0.0.1:{server.port}/webhooks/rest/webhook",
                body,
                {"Content-Type": "application/json"},
            )
            with urllib.request.urlopen(asked, timeout=_PATIENCE) as answer:
                assert "Risiko tinggi" in answer.read().decode()
            assert server.terminate() == 0

    def telegram(self) -> None:
        asyncio.run(self._telegram())

    async def _telegram(self) -> None:
        async with TelegramServer() as server:
            self.environment.update(
                MAWAS_TELEGRAM_API=server.url, MAWAS_TELEGRAM_TOKEN=server.token
            )
            with self._started("telegram") as bot:
                one, other = server.person(CHAT, FIRST), server.person(OTHER_CHAT, FIRST)
                for person in (one, other):
                    person.user.update(last_name=LAST, username=USER)
                one.says(OFFER)
                await _hears(one, "Risiko tinggi")
                other.says(f"apa itu p3mi {FORGOTTEN}")
                await _hears(other, "P3MI")
                other.says("/hapus")
                await _hears(other, "sudah dihapus dari Mawas")
                contact = {"phone_number": NUMBERS["telepon"], "first_name": FIRST, "user_id": CHAT}
                one.sends({"contact": contact})
                await _hears(one, "Nomor kontak itu tidak saya simpan")
                bot.terminate()
                assert await asyncio.to_thread(bot.wait, _PATIENCE) == 0

    def stats(self) -> None:
        self.run("stats")

    def keep(self) -> None:
        """Copy what is there before it is forgotten."""
        left_out = shutil.ignore_patterns(*KEPT_BY_NAME)
        shutil.copytree(self.home, self.folder / "before", ignore=left_out)

    def back_up(self) -> None:
        (self.home / "cadangan").mkdir(exist_ok=True)
        self.run("backup", "--keep", "7", str(self.home / "cadangan"))

    def forget(self) -> None:
        assert "Percakapan yang dihapus: 2." in self.run("forget", "--all", "--yes")

    @contextmanager
    def _started(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        with (self.folder / f"{words[0]}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "bot", *words],
                env=self.environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()


async def _hears(person: Person, words: str) -> None:
    """Wait until somebody was told something."""
    until = time.monotonic() + _PATIENCE
    while not any(words in said.get("text", "") for said in person.answers()):
        assert time.monotonic() < until, f"{words!r} was not said"
        await asyncio.sleep(0.1)


STEPS = (
    *("ask", "chat", "check", "check_picture", "report", "print_sheets", "demo", "serve"),
    *("telegram", "stats", "keep", "back_up", "forget"),
)


def main() -> int:
    """Run the steps."""
    session = Session(Path(sys.argv[1]), Path(sys.argv[2]))
    failed = 0
    for name in STEPS:
        began = time.monotonic()
        error = ""
        try:
            getattr(session, name)()
        except Exception as found:
            # Each is told; the others are still of use.
            error, failed = f"{type(found).__name__}: {found}", failed + 1
        row = {"step": name, "error": error, "seconds": round(time.monotonic() - began, 1)}
        print(json.dumps(row), flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
