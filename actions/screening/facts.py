"""Gathers what an offer says of itself."""

from __future__ import annotations

from actions.screening.company import company_in, licence_in
from actions.screening.contacts import contacts_in
from actions.screening.domestic import is_domestic
from actions.screening.model import Facts
from actions.screening.pay import salary_in
from actions.screening.places import destination
from actions.screening.reading import Reading


def facts_of(reading: Reading) -> Facts:
    """Country, position, company, licence, pay and contacts, each with its words."""
    countries = {entity.value for entity in reading.entities if entity.label == "negara"}
    where = destination(reading)
    jobs = [entity for entity in reading.entities if entity.label == "pekerjaan"]
    contacts, licence = contacts_in(reading.text), licence_in(reading.text)
    code = where[0] if where else None
    taken = [*(contact.evidence for contact in contacts), *([licence] if licence else [])]
    return Facts(
        country=reading.evidence(where[1].start, where[1].end) if where else None,
        country_code=code,
        position=reading.evidence(jobs[0].start, jobs[0].end) if jobs else None,
        company=company_in(reading.text),
        licence=licence,
        salary=salary_in(reading, code, countries, taken),
        contacts=tuple(contacts),
        is_domestic=where is None and is_domestic(reading),
    )
