"""What screening reads as pay, with the choice that the labelled offers teach."""

from __future__ import annotations

from functools import cache, lru_cache

from actions.screening.build import teach_pay
from actions.screening.labelled import pays
from actions.screening.labelled_offers import Pay
from actions.screening.model import Salary
from actions.screening.opening import Opened, open_text
from actions.screening.pay_choice import PayChoice
from bot.paths import LABELLED_OFFERS
from tests.actions.screening.texts import pipeline

LABELS = pays(LABELLED_OFFERS.parent)


@cache
def opened(text: str) -> Opened:
    """A text, opened once for all tests."""
    return open_text(pipeline(), text)


def taught(labels: list[tuple[str, Pay | None]]) -> PayChoice:
    """What some labelled offers teach."""
    return teach_pay({text: opened(text) for text, _ in labels}, labels)


@lru_cache(maxsize=1)
def _taught_by_all() -> PayChoice:
    return taught(LABELS)


def salary_of(text: str, choice: PayChoice | None = None) -> Salary | None:
    """The pay of a text, chosen by what all labelled offers teach unless given."""
    return opened(text).with_pay(choice or _taught_by_all()).facts.salary


def pay_of(text: str, choice: PayChoice | None = None) -> Pay | None:
    """The same as a label writes it."""
    found = salary_of(text, choice)
    return Pay(found.low, found.high, found.currency, found.period) if found else None
