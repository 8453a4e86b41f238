"""Run in a process of its own: loads the assistant, answers, and tells what Python was asked to do meanwhile, as JSON.

Audit hooks cannot be taken away again, and hear what any library does.
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
from typing import Any

HEARD = (
    *("socket.bind", "socket.connect", "socket.getaddrinfo", "socket.sendto"),
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"),
    *("pickle.find_class", "marshal.loads", "code.__new__"),
)
# Import itself reads compiled modules with these.
OF_IMPORT = ("marshal.loads", "code.__new__")
SAID = (
    "apa itu p3mi",
    "LOWONGAN admin Kamboja gaji 15 juta tanpa syarat, DM wa 081234567890, berangkat besok, paspor diurus",
    "tolong saya dikunci di kamar",
    "'; DROP TABLE events; -- $(id) {{7*7}} <script>alert(1)</script> %s %n",
    "/restart",
)


def main() -> None:
    """Print {"load": [[event, what]], "turns": [...], "modules": [...], "apps": n, "sentry": bool}."""
    heard: list[list[str]] = []

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in HEARD and event not in OF_IMPORT:
            heard.append([event, str(arguments[:2])])

    sys.addaudithook(hook)
    from bot.rasa_environment import prepare
    from bot.settings import Settings

    settings = Settings.from_environment()
    prepare(settings.log_level, settings.home)
    import jsonpickle

    jsonpickle.decode = jsonpickle.unpickler.decode = _never
    from bot.conversation import Conversation
    from bot.messages import Incoming

    conversation = Conversation.load(settings)
    loaded = list(heard)
    heard.clear()

    async def talk() -> None:
        for text in SAID:
            turn = await conversation.turn(Incoming("probe", text, "text", "rest"))
            assert turn.replies
        picture = Incoming("probe", "", "text", "rest", picture=_picture())
        assert (await conversation.turn(picture)).replies
        await conversation.stop()

    asyncio.run(talk())
    import sanic
    import sentry_sdk

    told = {
        "load": loaded,
        "turns": heard,
        "modules": sorted(sys.modules),
        "apps": len(sanic.Sanic._app_registry),
        "sentry": sentry_sdk.Hub.current.client is not None,
    }
    print(json.dumps(told))


def _never(*_: Any, **__: Any) -> Any:
    raise AssertionError("something was decoded")


def _picture() -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (600, 200), "white")
    ImageDraw.Draw(picture).text((20, 80), "LOWONGAN KERJA KAMBOJA", fill="black")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


if __name__ == "__main__":
    main()
