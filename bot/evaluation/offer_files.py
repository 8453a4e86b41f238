"""Writes what came of the offers into a folder: mistakes as CSV, figures as JSON. No text of an offer is written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bot.evaluation.offer_scores import Mistake, mistakes
from bot.evaluation.offers import MeasuredOffers
from bot.evaluation.tables import Table
from knowledge.whole_file import write_csv, write_whole

MISTAKES, FIGURES = "offer_mistakes.csv", "offer_figures.json"


def write_offers(measured: MeasuredOffers, board: Sequence[Table], folder: Path) -> list[Path]:
    """Write both files; what was there under the same name is replaced.

    Args:
        measured: what was measured.
        board: its tables.
        folder: where to write; it is made.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_csv(folder / MISTAKES, [Mistake._fields, *mistakes(measured.rows)])
    figures = {table.name: table.as_dict() for table in board}
    write_whole(
        folder / FIGURES, (json.dumps(figures, ensure_ascii=False, indent=1) + "\n").encode()
    )
    return [folder / MISTAKES, folder / FIGURES]
