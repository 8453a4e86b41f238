"""The part of docs/scoreboard.md about offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from actions.screening.labelled_offers import GENUINE
from actions.screening.model import HIGH
from bot.evaluation import offer_scores as scores
from bot.evaluation.offers import OPEN, UNSEEN, MeasuredOffers
from bot.evaluation.tables import Table, markdown

TITLES = {
    OPEN: "Offers, open half (`nlu_data/offers/labelled/`)",
    UNSEEN: "Offers, unseen half (`tests/offers/`)",
}
NOTES = {
    OPEN: "Rules were written on these and scorers are trained on them: the figures say what was learnt, not what to expect.",
    UNSEEN: "Written without sight of the rules, read by nobody who writes them, and trained on by nothing.",
}
TABLE_NOTES = {
    "offers": "False reassurance: a scam that was called rendah or bukan_lowongan. Flags over all texts, each once a text;"
    " arguable ones count neither way. Evidence of flags and facts is in its place when the text holds the same words there.",
    "risk by kind": "tipu: scam, asli: genuine, abu: cannot be told, bukan: no offer. Accepted: a risk that an expert accepts.",
    "facts of offers": "Without texts that are no offer. Pay is right when both amounts, currency and period are; where nothing is stated,"
    " nothing must be found. Stage: of recruiters' chats.",
    "reading of flyers": "Forty texts, each drawn in another style (layout, font, colours, bad light, turned, small, compressed) and read."
    " The first picture of a process takes longer, for the models are loaded with it.",
    "flyers": "The same texts screened as they were drawn and as they were read.",
    "time of screening": "On the machine that measured."
    f" For 1,000 characters: in proportion, of texts over {scores.FEWEST_CHARACTERS}.",
}


def offer_sections(
    offers: Mapping[str, MeasuredOffers], boards: Mapping[str, Sequence[Table]]
) -> Iterator[str]:
    """Lines of a section for each half.

    Args:
        offers: what was measured, by half.
        boards: the tables of each half; other tables may stand there too.
    """
    for name, measured in offers.items():
        yield f"## {TITLES[name]}\n"
        yield f"{len(measured.rows):,} texts, labelled by hand. {NOTES[name]}\n"
        for table in boards[name]:
            yield f"### {table.name[0].upper()}{table.name[1:]}\n"
            if table.name in TABLE_NOTES:
                yield f"{TABLE_NOTES[table.name]}\n"
            yield f"{markdown(table)}\n"
        yield "### Worst mistakes\n"
        for what, ids in _worst(measured).items():
            yield f"- {what}: {', '.join(ids) or 'none'}"
        yield ""


def _worst(measured: MeasuredOffers) -> dict[str, list[str]]:
    """Ids only: nobody should learn the unseen half from the page."""
    rows = measured.rows
    genuine = scores.of_kind(rows, GENUINE)
    return {
        "false reassurance": [row.offer.id for row in rows if scores.is_false_reassurance(row)],
        "genuine called tinggi": [row.offer.id for row in genuine if scores.called(HIGH)(row)],
        "texts shared with the other half": list(measured.shared),
    }
