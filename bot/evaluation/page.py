"""docs/scoreboard.md, made from what was measured."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from bot.evaluation import scores
from bot.evaluation.measured import Measured
from bot.evaluation.offer_page import offer_sections
from bot.evaluation.offers import MeasuredOffers
from bot.evaluation.tables import Table, markdown

WORST = 20
TITLES = {
    "held_out": "Held-out sets (`tests/nlu/`, `tests/sets/`)",
    "final": "Final sets (`tests/final/`)",
}
NOTES = {
    "understanding": "Messages of `tests/nlu/`. Top-1: the most probable intent is right, before it is decided whether to act on it."
    " Macro F1: mean over the intents.",
    "danger": "Noticed is acted on at once (certain) or asked about in one closed question (asked). "
    " Right protocol: of what was noticed; the family's part of a more exact danger is as right as the one for somebody who is known.",
    "danger by how": "phrase: of knowledge/crisis; learned: from sentences, before the classifier; classifier: only it noticed.",
    "danger in sets of its own": "Whose: it was noticed whether the writer or somebody else is in danger."
    " Number at once: a telephone number in the very first reply. False alarms: of the messages of nobody in danger.",
    "honesty": "Over single-question messages of all sets.",
    "by set": "Right: the most probable intent is; with two questions, both topics are answered; in a follow-up, topic and place"
    " are. Trained on: messages that stand among the training sentences after normalisation; it must be 0.",
    "entities": "`entitas.yml`, by the pipeline of the trained model.",
    "calibration": "Most probable intent against its probability, in ten bins.",
    "answers": "Replies to messages that were answered from knowledge, contacts included, the line of sources not counted as a"
    " sentence; a bubble is too long over 600 characters. Time is that of the whole turn on the machine that measured.",
}


def page(
    measured: Mapping[str, Measured],
    boards: Mapping[str, Sequence[Table]],
    trained_on: int,
    date: datetime.date,
    offers: Mapping[str, MeasuredOffers] | None = None,
    dangers: int = 0,
) -> str:
    """The whole page.

    Args:
        measured: what was measured, by collection.
        boards: the tables of each collection and of each half of the offers.
        trained_on: number of training sentences.
        date: day of the measurement.
        offers: the offers that were screened, by half.
        dangers: number of held-out messages about danger.
    """
    own = _danger_section(boards.get("danger", ()), dangers)
    sections = offer_sections(offers or {}, boards)
    return "\n".join([*_lines(measured, boards, trained_on, date), *own, *sections])


def _danger_section(board: Sequence[Table], messages: int) -> Iterator[str]:
    if board:
        yield "## Danger (`tests/danger/`)\n"
        yield f"{messages:,} messages by authors who saw neither phrases nor training sentences.\n"
        yield from _tables(board)


def _lines(
    measured: Mapping[str, Measured],
    boards: Mapping[str, Sequence[Table]],
    trained_on: int,
    date: datetime.date,
) -> Iterator[str]:
    yield "# Scoreboard\n"
    yield "Written by `./mawas eval --write`; do not edit."
    yield f"Measured on {date.isoformat()} with a model of {trained_on:,} training sentences.\n"
    for name, each in measured.items():
        yield f"## {TITLES[name]}\n"
        yield f"{len(each.rows):,} messages, each answered by the real assistant.\n"
        yield from _tables(boards[name])
        yield "### Worst confusions\n"
        yield "| Intent | Understood as | Messages |\n|---|---|---|"
        for confusion in scores.confusions(each.single)[:WORST]:
            texts = "<br>".join(_cell(text) for text in confusion.texts)
            yield f"| {confusion.intent} | {confusion.predicted} | {texts} |"
        yield ""


def _tables(board: Sequence[Table]) -> Iterator[str]:
    for table in board:
        if table.rows:
            yield f"### {table.name[0].upper()}{table.name[1:]}\n"
            yield from (f"{note}\n" for note in [NOTES.get(table.name)] if note)
            yield f"{markdown(table)}\n"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
