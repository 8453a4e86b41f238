"""The process in which plain Rasa is measured without a channel: Rasa's own agent with its SQL tracker store (`bot.bench.jobs`).

    python -m bot.bench.plain.worker MODEL ENDPOINTS DATABASE ACTION_SERVER_PID

It runs in the environment of plain Rasa, so it imports nothing that is not there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.bench.jobs import Answering, do


async def load() -> Answering:
    """Rasa's agent as `rasa run` makes it, with the action server and the store that the endpoints name."""
    model, endpoints, database, acting = sys.argv[1:]
    from rasa.core.agent import load_agent
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.log_utils import configure_structlog

    configure_structlog()
    agent = await load_agent(model, endpoints=AvailableEndpoints.read_endpoints(endpoints))

    async def answer(sender: str, text: str, picture: bytes | None) -> bool:
        channel = CollectingOutputChannel()
        await agent.handle_message(UserMessage(text, channel, sender, input_channel="rest"))
        return bool(channel.messages)

    return Answering(answer, Path(database), (int(acting),))


if __name__ == "__main__":
    sys.exit(do(load))
