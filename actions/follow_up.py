"""Follow-up questions that change only the place: "kalau ke Taiwan?", "yang di NTB?"."""

from __future__ import annotations

from typing import Any

from actions.answer_topic import (
    COUNTRIES_SHOWN,
    DESTINATION_CHOICES,
    MISSION_TOPIC,
    REPORT_TOPIC,
    answer_topic,
    place_channels,
)
from actions.base import StoreAction
from actions.context import ASKED_COUNTRY, COUNTRY, PENDING, TOPIC, TurnContext
from actions.crisis import open_guide
from actions.dates import today
from actions.guide import asked_danger
from actions.render.bubbles import Answer
from actions.render.contacts import mission_answer
from actions.render.countries import country_choices
from actions.render.filtered import filter_asked, filter_in
from actions.render.next_steps import channel_asked, next_answer
from actions.render.topic import TopicAnswer
from actions.what_next import contacts_that
from actions.where import place_of

# What a bare place means when nothing was talked about before.
COUNTRY_TOPIC = "info_negara"
PROVINCE_TOPIC = "kontak_bp3mi"


class FollowUp(StoreAction):
    """Runs on `lanjutan`."""

    NAME = "action_follow_up"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """The danger that was asked about or the last topic, for the place that was just named (see parent class)."""
        after = self.store.channel(channel_asked(turn.offer_part) or "")
        if after:
            return next_answer(self.store, [after]), {PENDING: turn.pending}
        chosen = filter_asked(turn.offer_part) or (None if turn.countries else filter_in(turn.text))
        report = self.store.topic(REPORT_TOPIC)
        if chosen and report:
            return contacts_that(self.store, chosen, turn, report), {PENDING: turn.pending}
        asked = asked_danger(turn)
        if asked and not (turn.provinces and turn.slots.get(TOPIC)):
            return open_guide(self.store, asked, turn)
        if turn.provinces and not turn.countries:
            return self._province(turn)
        if not turn.countries:
            answer = Answer()
            answer.say("Untuk negara mana? Pilih atau tulis nama negaranya.")
            answer.choices = country_choices(self.store, DESTINATION_CHOICES)
            return answer, {PENDING: ASKED_COUNTRY}
        return self._country(turn)

    def _country(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        named = [self.store.country(code) for code in turn.countries[:COUNTRIES_SHOWN]]
        countries = [country for country in named if country]
        topic = self.store.topic(str(turn.slots.get(TOPIC) or COUNTRY_TOPIC))
        if not countries or topic is None:
            raise LookupError(f"no record for country {turn.countries[0]}")
        first = countries[0]
        if topic.id == MISSION_TOPIC:
            place = place_of(self.store, turn)
            answer = mission_answer(self.store, topic, first, today(), place, turn.text)
        else:
            channels = place_channels(self.store, topic, turn, first, None)
            answer = TopicAnswer(self.store, topic, today(), channels).for_countries(countries)
        return answer, {TOPIC: topic.id, COUNTRY: first.country}

    def _province(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        topic = self.store.topic(str(turn.slots.get(TOPIC)))
        if topic is None or topic.lookup != "bp3mi":
            topic = self.store.topic(PROVINCE_TOPIC)
        if topic is None:
            raise LookupError(f"no topic record {PROVINCE_TOPIC}")
        return answer_topic(self.store, topic, turn)
