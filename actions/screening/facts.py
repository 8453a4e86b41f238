"""Gathers what an offer says of itself."""

from __future__ import annotations

from actions.screening.company import company_in, licence_in
from actions.screening.contacts import contacts_in
from actions.screening.model import Facts
from actions.screening.pay import salary_in
from actions.screening.places import destination
from actions.screening.reading import Reading


def facts_of(reading: Reading) -> Facts:
    """Country, position, company, licence, pay and contacts, each with its words."""
    countries = {entity.value for entity in reading.entities if entity.label == "negara"}
    where = destination(reading)
    jobs = [entity for entity in reading.entities if entity.label == "pekerjaan"]
    return Facts(
        country=reading.evidence(where[1].start, where[1].end) if where else None,
        country_code=where[0] if where else None,
        position=reading.evidence(jobs[0].start, jobs[0].end) if jobs else None,
        company=company_in(reading.text),
        licence=licence_in(reading.text),
        salary=salary_in(reading, countries),
        contacts=tuple(contacts_in(reading.text)),
    )
