"""The process in which Mawas is measured without a channel: the assistant with its durable store (`bot.bench.jobs`)."""

from __future__ import annotations

import sys

from bot.bench.jobs import Answering, do
from bot.settings import Settings

CHANNEL = "bench"


async def load() -> Answering:
    """The assistant, with an empty store."""
    settings = Settings.from_environment()
    from bot.rasa_environment import prepare

    prepare(settings.log_level, settings.home)
    from bot.conversation import CONVERSATIONS, Conversation
    from bot.messages import Incoming
    from bot.process_life import settle
    from bot.warming import warm

    # This is a data folder of the benchmarks alone.
    for file in settings.home.glob(f"{CONVERSATIONS}*"):
        file.unlink()
    conversation = Conversation.load(settings, keeps=True)
    # As every server does before it answers anybody.
    await warm(conversation)
    settle()

    async def answer(sender: str, text: str, picture: bytes | None) -> bool:
        incoming = Incoming(sender, "" if picture else text, channel=CHANNEL, picture=picture)
        return not (await conversation.turn(incoming)).failed

    return Answering(answer, settings.home / CONVERSATIONS)


if __name__ == "__main__":
    sys.exit(do(load))
