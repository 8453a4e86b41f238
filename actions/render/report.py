"""What is said around the report: consent, questions, and below the filled text whom to contact and what to keep."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from actions.context import OFFER_PART
from actions.render.bubbles import Answer, Choice, choice
from actions.render.channels import channel_text
from actions.render.countries import country_choices
from actions.render.crisis_basis import COUNTRY_CHOICES
from actions.render.sources import source_line
from actions.report.case import CONSENT
from actions.report.order import OrderRules, Place
from actions.report.rules import PLACE, ReportQuestion, ReportRules
from knowledge.store import Store

# Parts that buttons ask for: the report itself, and "laporan_<what>" with an answer as "siapa.keluarga".
BEGIN, CORRECT, ASKED, SKIP = "laporan", "ganti", "petugas", "lewati"
YES, NO = "ya", "tidak"
BUTTON_INTENT = "lanjutan"
FORGET = choice("Hapus percakapan", "hapus_data")


def part_of(part: str | None) -> str | None:
    """What a button of the report asks for: "" for the report itself, whatever danger it names; None for a button of something else."""
    if part and part.partition(".")[0] == BEGIN:
        return ""
    return part.removeprefix(f"{BEGIN}_") if part and part.startswith(f"{BEGIN}_") else None


def begin_button(title: str = "Siapkan laporan") -> Choice:
    """The button that begins a report, or goes on with one."""
    return choice(title, BUTTON_INTENT, **{OFFER_PART: BEGIN})


def button(title: str, part: str) -> Choice:
    """A button of the report."""
    return choice(title, BUTTON_INTENT, **{OFFER_PART: f"{BEGIN}_{part}"})


def ask_consent(answer: Answer, rules: ReportRules) -> None:
    """Add what happens to the answers, and the question whether to begin."""
    texts = rules.texts
    answer.say(f"{texts['consent']}\n{texts['consent_how']}", texts["watched"])
    answer.bubbles.append(texts["ask_consent"])
    answer.choices = consent_choices()


def consent_choices() -> list[Choice]:
    """Yes and no to the question whether to begin."""
    return [button("Y. Mulai", f"{CONSENT}.{YES}"), button("T. Tidak", f"{CONSENT}.{NO}")]


def ask(
    answer: Answer, rules: ReportRules, store: Store, asked: ReportQuestion, place: tuple[int, int]
) -> None:
    """Add a question in a bubble of its own, with its buttons.

    Args:
        answer: what is said before it.
        rules: the questions.
        store: names the countries of a question about a place.
        asked: the question.
        place: which it is, from 1, and how many there are.
    """
    number, total = place
    how = rules.texts["how" if asked.choices else "how_free"]
    answer.bubbles.append(f"{number} dari {total}. {asked.ask}\n\n{how}")
    buttons = [
        button(f"{letter}. {each.title}", f"{asked.id}.{each.id}")
        for letter, each in zip("ABCDEFGH", asked.choices, strict=False)
    ]
    if asked.kind == PLACE:
        # The buttons of a danger name countries as well; a press on an older one is understood too.
        buttons += country_choices(store, COUNTRY_CHOICES)
    answer.choices = [*buttons, button("L. Lewati", SKIP)]


def finish(
    answer: Answer,
    store: Store,
    order: OrderRules,
    rules: ReportRules,
    advice: Sequence[str],
    places: Sequence[Place],
) -> None:
    """Add what stands around the filled text, which is put in after the first bubble on the way out (bot/report_message.py).

    Args:
        answer: empty.
        store: where sources are read.
        order: evidence and what to ask for.
        rules: the sentences.
        advice: the places in words.
        places: the same, for the note.
    """
    answer.bubbles.append(rules.texts["ready"])
    answer.say(f"{rules.texts['own_data']}\n{order.after.text}")
    answer.list_up(f"{rules.paper['order']}:", advice)
    answer.channels += [each.channel.id for each in places if each.channel]
    answer.list_up("Simpan bukti ini:", [f"• {each.text}" for each in order.evidence])
    for text in (*(each.text for each in places), *order.evidence, order.keeping, order.after):
        answer.cite(text.sources)
    sources = source_line(store.sources(answer.sources), order.checked_on)
    answer.say(order.keeping.text, rules.texts["delete"], sources)
    answer.choices = [
        button("Ganti jawaban", CORRECT),
        button("Yang ditanya petugas", ASKED),
        FORGET,
    ]


def asked(store: Store, order: OrderRules, rules: ReportRules) -> Answer:
    """What officers may ask, with who says so.

    Args:
        store: where sources are read.
        order: the questions.
        rules: the heading.
    """
    answer = Answer()
    answer.list_up(f"{rules.paper['asked']}:", [f"• {each.text}" for each in order.asked])
    for each in order.asked:
        answer.cite(each.sources)
    answer.say(source_line(store.sources(answer.sources), order.checked_on))
    return answer


def advice_of(places: Sequence[Place], today: datetime.date, there: bool) -> list[str]:
    """One text a place: its number and name, what to ask for, and its contacts with their dates.

    Args:
        places: in order.
        today: decides which contacts are old.
        there: the reader is abroad.
    """
    texts = []
    for number, place in enumerate(places, start=1):
        lines = [f"{number}. {place.name}", place.text.text]
        if place.channel:
            shown = channel_text(place.channel, today, abroad=there, compact=True).split("\n")
            lines += shown[1:] if shown[0] == place.name else shown
        texts.append("\n".join(lines))
    return texts
