"""Points to people who answer: national lines, and the office of the province when it is known."""

from __future__ import annotations

from typing import Any

from actions.base import StoreAction
from actions.context import PENDING, TurnContext
from actions.dates import today
from actions.render.bubbles import Answer, choice
from actions.render.channels import channel_texts
from actions.render.contacts import office_for

HUMAN_CHANNELS = ("kp2mi_call_center", "kemlu_pwni_hotline")


class TalkToPerson(StoreAction):
    """Runs on `bicara_manusia`."""

    NAME = "action_talk_to_person"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Mawas is a program and says so; then the lines where people answer (see parent class)."""
        channels = self.store.channels(HUMAN_CHANNELS)
        office = office_for(self.store, turn.remembered_province)
        if office:
            channels.append(office)
        answer = Answer(channels=[channel.id for channel in channels])
        answer.say(
            "Saya program komputer. Petugas yang bisa Anda ajak bicara:",
            *channel_texts(channels, today()),
        )
        answer.choices = [
            choice("Ke mana melapor", "lapor_kemana"),
            choice("Cara melapor", "cara_lapor"),
        ]
        # It was no answer to our question, which stays open.
        return answer, {PENDING: turn.pending}
