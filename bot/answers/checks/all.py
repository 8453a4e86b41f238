"""All checks, over many answers, each text once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.answers.checks.channels import buttons, fits, leads_on, sizes
from bot.answers.checks.facts import addresses, dated_contacts, numbers, sources
from bot.answers.checks.known import Known
from bot.answers.checks.wording import calms_nobody, finished, indonesian, readable
from bot.answers.said import Said

Check = Callable[[Said, Known], Iterator[str]]
CHECKS: tuple[Check, ...] = (
    *(sources, dated_contacts, numbers, addresses),
    *(readable, finished, indonesian, calms_nobody),
    *(leads_on, sizes, buttons, fits),
)


def faults(
    forms: Iterable[Said], known: Known, checks: Iterable[Check] = CHECKS
) -> Iterator[tuple[Said, str]]:
    """Everything that is wrong, with the first form in which it stands.

    Args:
        forms: what users are told; forms with the same words are looked at once.
        known: what is looked up.
        checks: what is looked for.
    """
    seen: set[tuple[object, ...]] = set()
    for form in forms:
        key = (form.bubbles, form.choices, form.states_facts, form.is_first_aid, form.is_heard)
        if key not in seen:
            seen.add(key)
            for check in checks:
                yield from ((form, fault) for fault in check(form, known))
