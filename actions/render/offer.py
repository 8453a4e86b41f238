"""Replies about a screened offer, fit for a phone: the verdict first, the rest by buttons."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from actions.context import OFFER_PART
from actions.render.bubbles import BUBBLE_LIMIT, Answer, Choice, choice
from actions.render.channels import channel_texts
from actions.render.offer_invitation import no_offer_choices
from actions.render.sources import source_line
from actions.screening.explain import REPORT_TOPIC, Explanation, stage_line
from actions.screening.model import HIGH, LOW
from actions.screening.quoting import first_sentence
from actions.screening.reasons import Reason
from actions.screening.wording import Wording
from knowledge.model import Channel, Text
from knowledge.store import Store

# Parts of an explanation that a button asks for; "tanda_5" shows the signs from the fifth on.
SIGNS, QUESTIONS, CHECKS, REPORT, CARD = "tanda", "tanya", "cek", "lapor", "kartu"
BUTTON_INTENT = "cek_lowongan"

SIGNS_AT_FIRST = 3
SIGNS_AT_ONCE = 4
_QUOTES = 2
_MISSING = 4
_VERIFY = 2
_CHANNELS = 3
# The list of all BP3MI offices, for those whose province is not known.
OFFICES = "bp3mi_direktori"
CHECK_TOPICS = ("cek_p3mi", "cek_job_order")
_TITLES = {
    SIGNS: "Semua tanda",
    QUESTIONS: "Yang perlu ditanyakan",
    CHECKS: "Cara mengecek",
    REPORT: "Laporkan",
    CARD: "Simpan kartu",
}
# Where a chat shows that somebody is held, help comes before everything else.
_HELD, IN_DANGER = "isolasi", choice("Saya butuh pertolongan", "darurat_disekap")


class OfferAnswer:
    """Builds the replies to one screening."""

    def __init__(
        self, store: Store, wording: Wording, explanation: Explanation, today: datetime.date
    ) -> None:
        """Start an empty answer.

        Args:
            store: where channels and topics are read.
            wording: the sentences around them.
            explanation: what is told.
            today: decides which contacts are old.
        """
        self._store = store
        self._wording = wording
        self._told = explanation
        self._today = today
        self._answer = Answer()

    def verdict(self, lead: Sequence[str] = (), first: Sequence[Choice] = ()) -> Answer:
        """The verdict, the strongest signs with the words that raised them, what is missing, and one next step.

        Args:
            lead: what changed since the last verdict.
            first: buttons before the others.
        """
        told = self._told
        self._answer.say(*lead)
        self._answer.say(f"{told.headline}\n{self._cited(told.verdict)}", *self._stage())
        shown = told.reasons[:SIGNS_AT_FIRST]
        if shown:
            count = len(told.reasons)
            more = f" {len(shown)} yang terberat:" if count > len(shown) else ""
            signs = [self._sign(number, reason) for number, reason in enumerate(shown, start=1)]
            self._answer.say(f"Ada {count} tanda di tawaran ini.{more}", *signs)
        self._answer.say(*self._missing(), *self._low_checks())
        next_step = f"Lakukan sekarang: {self._cited(told.next_step)}"
        accusation = told.no_accusation if told.reasons else ""
        return self._close(
            accusation, next_step, leaves_out=None if told.reasons else SIGNS, first=first
        )

    def signs(self, start: int = 1) -> Answer:
        """Signs in full: why each is dangerous and what a genuine offer says.

        Args:
            start: number of the first, from 1.
        """
        reasons = self._told.reasons
        if not reasons:
            self._answer.say(f"{self._told.headline}\n{self._cited(self._told.verdict)}")
            return self._close(leaves_out=SIGNS)
        # A button of an earlier, longer offer may ask for more than there are.
        first = start - 1 if 0 < start <= len(reasons) else 0
        shown = reasons[first : first + SIGNS_AT_ONCE]
        for number, reason in enumerate(shown, start=first + 1):
            said = reason.shown(_QUOTES, "Tertulis: ")
            self._answer.say(
                "\n".join(
                    filter(None, (f"{number}. {reason.record.title} ({reason.label})", said))
                ),
                f"Mengapa: {self._cited(reason.why)}",
                f"Seharusnya: {self._cited(reason.record.genuine)}",
            )
        left = len(reasons) - first - len(shown)
        more = (
            [_button(f"Tanda lain ({left})", f"{SIGNS}_{first + len(shown) + 1}")] if left else []
        )
        return self._close(leaves_out=SIGNS, first=more)

    def questions(self) -> Answer:
        """What to ask, as one bubble that can be copied or forwarded as it is."""
        told, wording = self._told, self._wording
        self._answer.say(self._cited(wording.questions_intro), self._source_line())
        message, closing = wording.questions_greeting, f"\n{wording.questions_closing}"
        for number, question in enumerate(told.questions, start=1):
            longer = f"{message}\n{number}. {question}"
            if len(longer) + len(closing) > BUBBLE_LIMIT:
                break
            message = longer
        self._answer.bubbles.append(message + closing)
        self._answer.choices = self._buttons(QUESTIONS)
        return self._answer

    def checks(self, office: Channel | None = None) -> Answer:
        """How to check officially: company and vacancy, the strongest signs, and the office to ask.

        Args:
            office: BP3MI office of the province that is known.
        """
        told = self._told
        self._answer.topics += CHECK_TOPICS
        self._answer.say(numbered_checks(self._answer, told.checks))
        for reason in told.reasons[:_VERIFY]:
            self._answer.say(f"{reason.record.title}:\n{self._cited(reason.record.verify)}")
        if told.country:
            self._answer.say(self._cited(told.country))
        offices = [office] if office else []
        self._contacts("Tempat bertanya:", [*offices, *told.offices])
        return self._close(leaves_out=CHECKS)

    def report(self, office: Channel | None = None) -> Answer:
        """What to keep as evidence, and where to report.

        Args:
            office: BP3MI office of the province that is known; it takes the place of the list of offices.
        """
        topic = self._store.topic(REPORT_TOPIC)
        if topic is None:
            raise LookupError(f"no topic record {REPORT_TOPIC}")
        self._answer.topics.append(topic.id)
        self._answer.say(self._cited(topic.short))
        found = list(self._told.channels) or self._store.channels(topic.channels)
        channels = [office if office and row.id == OFFICES else row for row in found]
        self._contacts("Tempat melapor:", channels)
        return self._close(leaves_out=REPORT)

    def card(self, answer: Answer) -> Answer:
        """An answer with a card of this offer, with the buttons that lead on."""
        answer.choices = self._buttons(CARD)
        return answer

    def no_offer(self) -> Answer:
        """Say that there is no offer to judge, and how to send one."""
        told, wording = self._told, self._wording
        self._answer.say(f"{told.headline}\n{told.verdict.text}")
        if told.hints:
            signs = [self._sign(number, hint) for number, hint in enumerate(told.hints, start=1)]
            self._answer.say(wording.hints, *signs, self._source_line())
        self._answer.say(wording.how_to_send)
        self._answer.choices = no_offer_choices()
        return self._answer

    def _sign(self, number: int, reason: Reason) -> str:
        title = f"{number}. {reason.record.title}"
        why = first_sentence(self._cited(reason.why))
        return "\n".join(filter(None, (title, reason.shown(_QUOTES), why)))

    def _stage(self) -> list[str]:
        stage = self._told.stage
        if stage is None:
            return []
        return [f"{stage_line(stage)}\n{self._cited(stage.next)}\n{self._cited(stage.refuse)}"]

    def _missing(self) -> list[str]:
        names = [item.name for item in self._told.missing]
        if not names:
            return []
        left = f", dan {len(names) - _MISSING} lainnya" if len(names) > _MISSING else ""
        return [f"Belum disebut: {', '.join(names[:_MISSING])}{left}."]

    def _low_checks(self) -> list[str]:
        """The two checks stand beside "rendah" itself: nobody should have to ask for them."""
        if self._told.risk != LOW:
            return []
        return [numbered_checks(self._answer, self._told.checks)]

    def _contacts(self, heading: str, channels: list[Channel]) -> None:
        shown = list({channel.id: channel for channel in channels}.values())[:_CHANNELS]
        self._answer.channels += [channel.id for channel in shown]
        self._answer.say(heading, *channel_texts(shown, self._today, 2))

    def _cited(self, text: Text) -> str:
        self._answer.cite(text.sources)
        return text.text

    def _source_line(self) -> str:
        sources = self._store.sources(self._answer.sources)
        return source_line(sources, self._told.checked_on) if sources else ""

    def _close(
        self, *paragraphs: str, leaves_out: str | None, first: Sequence[Choice] = ()
    ) -> Answer:
        self._answer.say(*paragraphs, self._source_line())
        self._answer.choices = [*first, *self._buttons(leaves_out)]
        return self._answer

    def _buttons(self, leaves_out: str | None) -> list[Choice]:
        told = self._told
        useless = {
            leaves_out,
            None if told.reasons else SIGNS,
            None if told.questions else QUESTIONS,
            None if told.channels else REPORT,
        }
        buttons = [_button(title, part) for part, title in _TITLES.items() if part not in useless]
        held = told.stage is not None and told.stage.id == _HELD and told.risk == HIGH
        return [IN_DANGER, *buttons] if held else buttons


def numbered_checks(answer: Answer, checks: Sequence[Text]) -> str:
    """What can always be checked, as a list; its sources are cited."""
    answer.cite(source for text in checks for source in text.sources)
    lines = [f"{number}. {text.text}" for number, text in enumerate(checks, start=1)]
    return "\n".join(["Cek dua hal ini:", *lines])


def _button(title: str, part: str) -> Choice:
    return choice(title, BUTTON_INTENT, **{OFFER_PART: part})
