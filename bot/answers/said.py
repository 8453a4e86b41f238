"""One thing that a user can be told, and what it is a form of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from actions.render.bubbles import Answer, Choice

# Kinds of answers, in the order in which the page shows them; the words are its headings.
DANGER, TOPIC, FLAG, OFFER, COUNTRY, PROVINCE, CHANNEL, REPORT, QUIZ, HALL, TALK, TELEGRAM, PAPER = (
    "bahaya", "topik", "tanda", "tawaran", "negara", "provinsi", "kanal", "laporan", "kuis", "pertemuan", "obrolan", "telegram",
    "cetak",
)  # fmt: skip
KINDS = {
    DANGER: "Bahaya dan pertolongan",
    TOPIC: "Topik",
    FLAG: "Tanda bahaya di tawaran",
    OFFER: "Hasil pemeriksaan tawaran",
    COUNTRY: "Kontak per negara",
    PROVINCE: "Kontak per provinsi",
    CHANNEL: "Tempat bertanya dan melapor",
    REPORT: "Laporan untuk petugas",
    QUIZ: "Kuis",
    HALL: "Pertemuan desa",
    TALK: "Obrolan dan pertanyaan balik",
    TELEGRAM: "Layar Telegram",
    PAPER: "Lembar cetak",
}


@dataclass(frozen=True)
class Item:
    """What is reviewed as one answer, in all its forms.

    Attributes:
        kind: one of KINDS.
        name: within the kind; `id` is what a review names.
        title: for people.
        checked_on: when its facts were compared with their sources, YYYY-MM-DD; empty where it states none.
        record: file below knowledge/ that an editor changes; empty where the words stand in the code.
        group: heading within the kind; may be empty.
    """

    kind: str
    name: str
    title: str
    checked_on: str = ""
    record: str = ""
    group: str = ""

    @property
    def id(self) -> str:
        """As a review names it: "topik/cek_p3mi"."""
        return f"{self.kind}/{self.name}"


@dataclass(frozen=True)
class Said:
    """One form of an answer.

    Attributes:
        item: what it is a form of.
        form: what it is called beside the other forms: "Jawaban pertama", "Kamboja".
        bubbles: texts in order, none empty.
        choices: buttons below the last.
        sources: ids of what it rests on.
        channels: ids of the channels whose contacts it shows.
        states_facts: whether it has to name sources or the date of its contacts.
        is_first_aid: what somebody in danger sees first: contacts and steps alone, sources stand on the pages behind it.
        is_heard: read by many on a wall or on paper, where somebody leads on; nothing has to be pressed or asked.
    """

    item: Item
    form: str
    bubbles: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    sources: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    states_facts: bool = False
    is_first_aid: bool = False
    is_heard: bool = False

    @property
    def text(self) -> str:
        """All bubbles."""
        return "\n\n".join(self.bubbles)

    @property
    def where(self) -> str:
        """For messages: "topik/biaya, Kamboja"."""
        return f"{self.item.id}, {self.form}"


def said(item: Item, form: str, answer: Answer, *, is_first_aid: bool = False) -> Said:
    """A form of an item, as an action made it.

    Args:
        item: what it is a form of.
        form: what it is called.
        answer: with at least one bubble.
        is_first_aid: as in `Said`.
    """
    return Said(
        item,
        form,
        tuple(answer.bubbles),
        tuple(answer.choices),
        tuple(answer.sources),
        tuple(answer.channels),
        states_facts=bool(answer.sources or answer.topics),
        is_first_aid=is_first_aid,
    )


def plain(item: Item, form: str, *texts: str, choices: Iterable[Choice] = ()) -> Said:
    """A form that states no fact."""
    return Said(item, form, tuple(filter(None, texts)), tuple(choices))
