"""Gathers what an offer says of itself."""

from __future__ import annotations

from actions.screening.company import company_in, licence_in
from actions.screening.contacts import contacts_in
from actions.screening.domestic import is_domestic
from actions.screening.model import Facts
from actions.screening.pay import Sums, sums_in
from actions.screening.places import destination
from actions.screening.reading import Reading


def facts_of(reading: Reading) -> Facts:
    """Country, position, company, licence and contacts, each with its words; which of its sums is the pay is chosen later."""
    where = destination(reading)
    jobs = [entity for entity in reading.entities if entity.label == "pekerjaan"]
    return Facts(
        country=reading.evidence(where[1].start, where[1].end) if where else None,
        country_code=where[0] if where else None,
        position=reading.evidence(jobs[0].start, jobs[0].end) if jobs else None,
        company=company_in(reading.text),
        licence=licence_in(reading.text),
        contacts=tuple(contacts_in(reading.text)),
        is_domestic=where is None and is_domestic(reading),
    )


def sums_of(reading: Reading, facts: Facts) -> Sums:
    """The sums of an offer, of which one may be the pay.

    Args:
        reading: the text.
        facts: what it says of itself.
    """
    countries = {entity.value for entity in reading.entities if entity.label == "negara"}
    taken = [contact.evidence for contact in facts.contacts]
    if facts.licence:
        taken.append(facts.licence)
    return sums_in(reading, facts.country_code, countries, taken)
