"""All figures about screened offers, as tables."""

from __future__ import annotations

from collections.abc import Callable

from actions.screening.labelled_offers import FORMS, GENUINE, KINDS, NO_OFFER_AT_ALL, SCAM
from actions.screening.model import HIGH, NO_OFFER, RISKS
from bot.evaluation import offer_scores as scores
from bot.evaluation.offer_scores import Rows, share
from bot.evaluation.offers import MeasuredOffers
from bot.evaluation.scores import Number, percentile
from bot.evaluation.tables import Figure, Table

ALL = "semua"


def offer_board(measured: MeasuredOffers) -> list[Table]:
    """All tables of one half, in the order in which they are shown."""
    rows = measured.rows
    return [
        _verdicts(measured),
        _by_kind(rows),
        _facts(rows),
        _flags(rows),
        _by_form(rows),
        _times(rows),
    ]


def _verdicts(measured: MeasuredOffers) -> Table:
    rows = measured.rows
    scams, genuine = scores.of_kind(rows, SCAM), scores.of_kind(rows, GENUINE)
    clear = [row for row in scams if scores.must_be_high(row)]
    others = scores.of_kind(rows, NO_OFFER_AT_ALL)
    figures: dict[str, Figure] = {
        "scam called tinggi": share(scams, scores.called(HIGH)),
        "the same, where only tinggi is accepted": share(clear, scores.called(HIGH)),
        "false reassurance": share(scams, scores.is_false_reassurance),
        "genuine called tinggi": share(genuine, scores.called(HIGH)),
        "no offer, recognised as none": share(others, scores.called(NO_OFFER)),
        "risk accepted": share(rows, scores.risk_accepted),
        "flag recall": scores.flag_recall(rows),
        "flag precision": scores.flag_precision(rows),
        "evidence in its place": scores.evidence_in_place(rows),
        "texts shared with the other half": len(measured.shared),
    }
    return _one("offers", figures)


def _by_kind(rows: Rows) -> Table:
    """How often each risk was given to each kind."""
    table: dict[str, tuple[Figure, ...]] = {}
    for kind in KINDS:
        chosen = scores.of_kind(rows, kind)
        given = (share(chosen, scores.called(risk)) for risk in RISKS)
        table[kind] = (*given, share(chosen, scores.risk_accepted))
    return Table("risk by kind", (*RISKS, "accepted"), table)


def _facts(rows: Rows) -> Table:
    offers, chats = scores.offers_proper(rows), scores.chats(rows)
    columns: dict[str, Callable[[object], bool]] = {
        "all": lambda value: True,
        "where it is stated": lambda value: value is not None,
        "where it is not": lambda value: value is None,
    }
    facts = {
        "country": (offers, "country", scores.country_right),
        "pay": (offers, "pay", scores.pay_right),
        "pay, smallest amount and currency": (offers, "pay", scores.pay_begins_right),
        "stage of a chat": (chats, "stage", scores.stage_right),
    }
    table: dict[str, tuple[Figure, ...]] = {
        name: tuple(
            share([row for row in chosen if wanted(getattr(row.offer, label))], test)
            for wanted in columns.values()
        )
        for name, (chosen, label, test) in facts.items()
    }
    return Table("facts of offers", tuple(columns), table)


def _flags(rows: Rows) -> Table:
    """Every flag that is labelled or raised somewhere, the most frequent first."""
    labelled = [flag for row in rows for flag in row.offer.flags]
    wrong = [flag for row in rows for flag in scores.wrong_flags(row)]
    flags = sorted({*labelled, *wrong}, key=lambda flag: (-labelled.count(flag), flag))
    table: dict[str, tuple[Figure, ...]] = {
        flag: (scores.flag_recall(rows, flag), scores.flag_precision(rows, flag)) for flag in flags
    }
    table[ALL] = (scores.flag_recall(rows), scores.flag_precision(rows))
    return Table("flags", ("recall", "precision"), table)


def _by_form(rows: Rows) -> Table:
    forms = {form: [row for row in rows if row.offer.form == form] for form in FORMS}
    return Table(
        "offers by form",
        ("risk accepted", "flag recall", "flag precision"),
        {
            form: (
                share(chosen, scores.risk_accepted),
                scores.flag_recall(chosen),
                scores.flag_precision(chosen),
            )
            for form, chosen in forms.items()
            if chosen
        },
    )


def _times(rows: Rows) -> Table:
    lists = {
        "an offer": scores.times(rows),
        "1,000 characters": scores.times_of_a_thousand(rows),
    }
    return Table(
        "time of screening",
        ("median time", "time of 95 in 100"),
        {
            name: tuple(Number(percentile(times, part), " ms", 1) for part in (0.5, 0.95))
            for name, times in lists.items()
        },
    )


def _one(name: str, figures: dict[str, Figure]) -> Table:
    return Table(name, ("figure",), {label: (figure,) for label, figure in figures.items()})
