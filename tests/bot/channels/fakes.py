"""A conversation that answers by rote."""

from __future__ import annotations

from bot.messages import Button, Incoming, Reply, Turn


class FakeConversation:
    """Repeats what it was sent, with two buttons; notes what it was sent and asked to forget."""

    def __init__(self) -> None:
        self.heard: list[Incoming] = []
        self.forgotten: list[str] = []
        self.error: BaseException | None = None
        self.picture: bytes | None = None

    async def turn(self, incoming: Incoming) -> Turn:
        if self.error:
            raise self.error
        self.heard.append(incoming)
        buttons = (Button("Langkah resmi", "/langkah_aman"), Button("Sumbernya", "/sumber"))
        return Turn(
            text=incoming.text,
            intent="langkah_aman",
            confidence=0.9,
            ranking=(("langkah_aman", 0.9),),
            entities=(),
            crisis=None,
            replies=(Reply("Jawaban.", buttons), Reply("Tambahan.", picture=self.picture)),
            topics=("langkah_aman",),
            actions=("action_answer_topic",),
            latency_ms=1.0,
        )

    async def forget(self, sender: str) -> None:
        self.forgotten.append(sender)
