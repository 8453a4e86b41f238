"""What somebody in danger sees: one bubble with two contacts first, then pages by letter."""

from __future__ import annotations

from collections.abc import Sequence

from actions.render.bubbles import BUBBLE_LIMIT, Answer, choice, pack
from actions.render.crisis_basis import CrisisBasis
from actions.render.crisis_contacts import compact
from actions.render.crisis_pages import (
    AVOID,
    CLEAR,
    CONTACTS,
    FIRST,
    LEAVE,
    RIGHTS,
    STEPS,
    page_button,
)
from knowledge.model import Text

FIRST_CHANNELS = 2
CHANNELS_AT_PLACE = 4
CHANNELS_LISTED = 6

# What the law says about those who were forced; its short text stands on the page about rights.
RIGHTS_TOPIC = "tidak_dipidana"

QUESTION = "Apakah Anda atau orang yang Anda kenal dalam bahaya sekarang?\nBalas Y untuk ya, T untuk tidak."
CLEARING = (
    "1. Tulis: hapus percakapan. Saya lupa semuanya.",
    "2. Hapus juga chat ini di HP Anda.",
    "3. Hafalkan satu nomor dulu bila bisa.",
    "Chat dengan perekrut tidak usah dihapus, kecuali menyimpannya berbahaya.",
)
_COVER_HINT = "Layar dilihat orang? Tulis: kopi"


class CrisisAnswer(CrisisBasis):
    """Builds what is said about one kind of danger."""

    def first(self) -> Answer:
        """One bubble: two contacts, what is most urgent, and the question where they are while that is not known."""
        crisis, told = self._crisis, self._told
        urgent = (crisis.urgent_family or told.urgent) if self._for_family else crisis.urgent
        answer = self._page(told.lead)
        # Far from home a line that only listens is added to those that come to the door.
        more = self._is_health and self._place.country is not None
        needed = [told.lead.text, *self._contacts(answer, FIRST_CHANNELS + more)]
        last = [] if self._place.is_known else [self._question]
        room = BUBBLE_LIMIT - sum(len(part) + 2 for part in (*needed, *last))
        # The most urgent step goes before what can be learned later, and before a third contact.
        kept = len(urgent[0].text) + 5
        if len(needed) > FIRST_CHANNELS + 1 and room < kept:
            room += len(needed.pop()) + 2
            answer.channels.pop()
        hint = "" if self._for_family else _COVER_HINT
        for wish in (*self._note(), self._elsewhere(), hint):
            if wish and len(wish) + 2 + kept <= room:
                room -= len(wish) + 2
                last.append(wish)
        steps = _fitting(urgent, room)
        for step in steps:
            answer.cite(step.sources)
        listed = "\n".join(f"{number}. {step.text}" for number, step in enumerate(steps, start=1))
        answer.bubbles = ["\n\n".join(filter(None, [*needed, listed, *last]))]
        answer.choices = self._choices(FIRST)
        return answer

    def _elsewhere(self) -> str:
        """A country in a story may be the one that was promised."""
        country = self._place.country
        return f"Bukan di {country.name}? Tulis nama negaranya." if country else ""

    def question(self) -> Answer:
        """One closed question and the two most important contacts, for a danger that is not certain."""
        answer = Answer(crisis=(self._crisis.id, False))
        contacts = self._contacts(answer, FIRST_CHANNELS)
        answer.bubbles = [
            "\n\n".join([QUESTION, *(["Bila ya, hubungi:", *contacts] if contacts else [])])
        ]
        answer.choices = [choice("Y Ya", "setuju"), choice("T Tidak", "tolak")]
        return answer

    def steps(self) -> Answer:
        """All steps, what may calm, and the first contact."""
        crisis, told = self._crisis, self._told
        steps = (crisis.for_family or told.steps) if self._for_family else crisis.steps
        calms = [told.reassurance] if told.reassurance else []
        answer = self._page(told.opening, *steps, *calms)
        numbered = [f"{number}. {text.text}" for number, text in enumerate(steps, start=1)]
        listed = pack(["Langkah:", *numbered], joint="\n")
        return self._close(
            answer, STEPS, told.opening.text, *listed, *(text.text for text in calms)
        )

    def avoid(self) -> Answer:
        """What not to do."""
        avoid = self._told.avoid
        listed = pack(["Sebaiknya jangan:", *(f"• {text.text}" for text in avoid)], joint="\n")
        return self._close(self._page(*avoid), AVOID, *listed)

    def contacts(self) -> Answer:
        """Every contact that fits, with what to know before calling."""
        answer = self._page()
        shown = [
            (channel.id, compact(channel, self._today, self._abroad, self._is_health, count=2))
            for channel in self._channels
        ]
        shown = [(id_, text) for id_, text in shown if text][:CHANNELS_LISTED]
        answer.channels += [id_ for id_, _ in shown]
        answer.say(*self._note(), *(text for _, text in shown))
        if not self._place.is_known:
            answer.say(self._question)
        answer.choices = self._choices(CONTACTS)
        return answer

    def at_place(self) -> Answer:
        """The contacts of the place that was just named, and the question near which town where that decides."""
        answer = self._page()
        answer.say(*self._note(), *self._contacts(answer, CHANNELS_AT_PLACE))
        towns = self._towns()
        if towns:
            answer.say(
                f"{'Dia' if self._for_family else 'Anda'} dekat kota mana? Pilih atau tulis."
            )
        answer.choices = [*towns, *self._buttons(FIRST)]
        return answer

    def perhaps_at_home(self) -> Answer:
        """The lines in Indonesia for somebody who named a province: it may be where they come from."""
        answer = self.at_place()
        answer.say(
            f"{'Dia s' if self._for_family else 'S'}edang di luar negeri? Tulis nama negaranya."
        )
        return answer

    def rights(self) -> Answer:
        """That nobody is punished for what they were forced to do, as far as the law and its sources say."""
        law = self._store.topic(RIGHTS_TOPIC)
        texts = [text for text in (self._crisis.reassurance, law.short if law else None) if text]
        return self._close(self._page(*texts), RIGHTS, *(text.text for text in texts))

    def to_people(self, unclear: bool) -> Answer:
        """The first contacts again: people at the other end understand what a program does not.

        Args:
            unclear: the message was not understood; else it was a no to whatever was shown.
        """
        answer = self._page()
        contacts = self._contacts(answer, FIRST_CHANNELS)
        lead = "Saya belum mengerti pesan itu. Ceritakan langsung kepada petugas:"
        answer.say(lead if unclear else "Tidak apa-apa. Petugas di sini bisa ditanya:", *contacts)
        if not self._place.is_known:
            answer.say(self._question)
        answer.choices = self._choices(FIRST)
        return answer

    def clearing(self) -> Answer:
        """How this chat is emptied, and what should stay."""
        answer = self._page()
        answer.list_up("Menghapus chat ini:", CLEARING)
        answer.choices = [choice("Hapus percakapan", "hapus_data"), *self._buttons(CLEAR)]
        return answer

    def remind(self, answer: Answer) -> None:
        """Say below the answer to another question where the person still is, with the first number and the letters."""
        contact = self.contact_line(answer)
        answer.say(
            f"Anda masih di halaman bantuan. {contact}\nBalas A langkah, C kontak, K keluar."
        )
        answer.choices += [page_button(self._crisis.id, page) for page in (STEPS, CONTACTS, LEAVE)]


def _fitting(texts: Sequence[Text], room: int) -> list[Text]:
    """The first texts that fit into so many characters, each with its number and line break."""
    kept: list[Text] = []
    for text in texts:
        room -= len(text.text) + 4
        if room < 0:
            break
        kept.append(text)
    return kept
