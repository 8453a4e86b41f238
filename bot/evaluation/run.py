"""`mawas eval`: answers every unseen message, screens the labelled offers and writes the scoreboard."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from actions.dates import today
from bot.bar import Bar
from bot.evaluation import entities, files
from bot.evaluation.answers import Answered, answer_all
from bot.evaluation.danger_board import danger_board
from bot.evaluation.danger_sets import DangerExample, Judged, judge, read_dangers
from bot.evaluation.flyers.board import flyer_board
from bot.evaluation.flyers.measure import measure_flyers
from bot.evaluation.groups import Groups
from bot.evaluation.measured import Measured
from bot.evaluation.offer_board import offer_board
from bot.evaluation.offer_files import write_offers
from bot.evaluation.offers import Screens, measure_offers
from bot.evaluation.overlap import TrainingSentences
from bot.evaluation.page import page
from bot.evaluation.scoreboard import scoreboard
from bot.evaluation.sets import Example, Unseen, labelled, read_unseen
from bot.evaluation.tables import plain
from bot.evaluation.trained import load_trained
from bot.evaluation.words import in_indonesian
from bot.paths import (
    KNOWLEDGE,
    LABELLED_OFFERS,
    ROOT,
    SENTENCES,
    UNSEEN,
    UNSEEN_DANGERS,
    UNSEEN_OFFERS,
)
from bot.screening import LateScreener
from bot.settings import Settings
from bot.training import model_path
from knowledge.catalogue import read_catalogue
from knowledge.store import Store
from knowledge.whole_file import write_whole

if TYPE_CHECKING:
    from bot.conversation import Conversation

HELD_OUT, FINAL, DANGERS = "held_out", "final", "danger"
PAGE = ROOT / "docs" / "scoreboard.md"
DONE, FOUND_WRONG = 0, 1


def run(
    settings: Settings,
    conversation: Conversation,
    *,
    out: Path | None = None,
    final: bool = False,
    write: bool = False,
    as_json: bool = False,
    flyers: bool = False,
    unseen: Path = UNSEEN,
    screener: Screens | None = None,
    offers: Path = LABELLED_OFFERS,
    unseen_offers: Path = UNSEEN_OFFERS,
    dangers: Path = UNSEEN_DANGERS,
) -> int:
    """Measure, print the tables and write the files.

    Args:
        settings: where the model and the store are.
        conversation: the assistant.
        out: folder for the files; `eval` in the data folder unless named.
        final: measure the sets that are kept for the final figure too.
        write: write docs/scoreboard.md anew.
        as_json: print JSON instead of tables.
        flyers: draw offers as flyers and read those too, two seconds each.
        unseen: folder of the held-out sets; those for the final figure are in `final` inside.
        screener: what screens the labelled offers; the one in the data folder unless given.
        offers: folder of the open half of the offers.
        unseen_offers: folder of the half that is measured with the final sets only.
        dangers: folder of the held-out messages of people in danger.

    Returns:
        The exit status: 0, or 1 when a message or an offer that should be unseen is trained on.
    """
    folders = {HELD_OUT: unseen} | ({FINAL: unseen / FINAL} if final else {})
    chosen = {name: read_unseen(folder) for name, folder in folders.items()}
    out = out or settings.home / "eval"
    trained_on = training_sentences()
    measured = {
        name: asyncio.run(measure(settings, conversation, sets, trained_on))
        for name, sets in chosen.items()
    }
    judged = asyncio.run(_judge(conversation, read_dangers(dangers)))
    screener = screener or LateScreener(settings)
    screened = measure_offers(screener, offers, unseen_offers if final else None)
    boards = {name: scoreboard(each) for name, each in measured.items()}
    boards |= {name: offer_board(each) for name, each in screened.items()}
    counts = {name: len(each.rows) for name, each in (measured | screened).items()}
    if judged:
        boards[DANGERS], counts[DANGERS] = danger_board(judged), len(judged)
    if flyers:
        for name, half in screened.items():
            drawn = measure_flyers(screener, [row.offer for row in half.rows])
            boards[name] += flyer_board(drawn)
    if as_json:
        found = {
            name: {table.name: table.as_dict() for table in board} for name, board in boards.items()
        }
        print(json.dumps(found, ensure_ascii=False))
    else:
        for name, board in boards.items():
            print(f"== {name} ({counts[name]}) ==\n")
            shown = [table for table in board if table.rows and not table.is_detail]
            print("\n\n".join(plain(table, in_indonesian) for table in shown), end="\n\n")
    written = [file for name, each in measured.items() for file in files.write(each, out / name)]
    if judged:
        written.append(files.write_dangers(judged, out / DANGERS))
    for name, half in screened.items():
        written += write_offers(half, boards[name], out / name)
    if write:
        text = page(measured, boards, len(trained_on), today(), screened, len(judged))
        write_whole(PAGE, text.encode())
        written.append(PAGE)
    if not as_json:
        print("Ditulis:", *written, sep="\n  ")
    leaked = any(count for each in measured.values() for count in each.overlap.values())
    leaked |= any(trained_on.hold_any(row.example.message) for row in judged)
    shared = any(half.shared for half in screened.values())
    return FOUND_WRONG if leaked or shared else DONE


def training_sentences() -> TrainingSentences:
    """All sentences that are trained on."""
    return TrainingSentences(labelled(SENTENCES))


async def measure(
    settings: Settings,
    conversation: Conversation,
    unseen: Unseen,
    trained_on: TrainingSentences,
) -> Measured:
    """Answer all messages and collect what the figures are made of."""
    overlap = Counter(example.set for example in unseen.examples if trained_on.hold_any(example))
    store = Store(settings.db_url)
    places = {country.country: country.name for country in store.countries()}
    store.close()
    return Measured(
        rows=await _with_bar(conversation, unseen.examples),
        groups=Groups(read_catalogue(KNOWLEDGE)),
        places=places,
        entities=entities.score(unseen.marked, load_trained(model_path(settings)).read),
        overlap=overlap,
    )


async def _with_bar(conversation: Conversation, examples: Sequence[Example]) -> list[Answered]:
    with _bar(len(examples)) as advance:
        return await answer_all(conversation, examples, advance)


async def _judge(conversation: Conversation, examples: Sequence[DangerExample]) -> list[Judged]:
    with _bar(len(examples)) as advance:
        return await judge(conversation, examples, advance)


@contextmanager
def _bar(total: int) -> Iterator[Callable[[], None]]:
    """Shows how many messages are answered."""
    done = 0
    with Bar("Menjawab kalimat uji") as bar:

        def advance() -> None:
            nonlocal done
            done += 1
            bar.advance("", done, total)

        yield advance
