"""A screening as `mawas check --json` and `mawas ask --json` print it; the keys and their order are a contract."""

from __future__ import annotations

from typing import Any

from actions.screening.explain import Explanation
from actions.screening.model import Evidence, Facts, Salary, Screening
from knowledge.model import Channel, Source


def to_json(file: str | None, screening: Screening, explanation: Explanation) -> dict[str, Any]:
    """One object; offsets count code points and `text == input[start:end]`.

    Args:
        file: name of the input as it was given; None for a message of a conversation.
        screening: what was found.
        explanation: the same in words.
    """
    return {
        "file": file,
        "text": screening.text,
        "risk": screening.risk,
        "score": screening.score,
        "flags": [
            {
                "id": reason.record.id,
                "severity": reason.severity,
                "why": reason.why.text,
                "evidence": [_evidence(each) for each in reason.evidence],
            }
            for reason in explanation.reasons
        ],
        "facts": _facts(screening.facts),
        "missing": [item.name for item in explanation.missing],
        "questions": list(explanation.questions),
        "stage": explanation.stage.id if explanation.stage else None,
        "advice": _advice(explanation),
        "channels": _ids(*explanation.channels, *explanation.offices),
        "sources": _ids(*explanation.sources),
    }


def _advice(explanation: Explanation) -> list[str]:
    """What the person reads and does, the verdict first: "rendah" alone would be taken for "safe"."""
    stage = explanation.stage
    texts = [
        f"{explanation.headline} {explanation.verdict.text}",
        *((stage.now.text, stage.next.text, stage.refuse.text) if stage else ()),
        *(text.text for text in explanation.checks),
        *(text.text for text in explanation.verify),
        explanation.next_step.text,
    ]
    return list(dict.fromkeys(texts))


def _ids(*records: Channel | Source) -> list[str]:
    """Ids in order, each once."""
    return list(dict.fromkeys(record.id for record in records))


def _facts(facts: Facts) -> dict[str, Any]:
    return {
        "country": facts.country_code,
        "position": _words(facts.position),
        "company": _words(facts.company),
        "licence": _words(facts.licence),
        "salary": _salary(facts.salary),
        "contacts": [
            {"type": contact.kind, "value": contact.value, **_evidence(contact.evidence)}
            for contact in facts.contacts
        ],
    }


def _salary(salary: Salary | None) -> dict[str, Any] | None:
    if salary is None:
        return None
    row = salary.to_json()
    return {**row, "min": _number(row["min"]), "max": _number(row["max"])}


def _number(value: float | None) -> float | int | None:
    """Whole sums without ".0": readers compare them with what stands in the offer."""
    return int(value) if value is not None and float(value).is_integer() else value


def _words(evidence: Evidence | None) -> str | None:
    return evidence.text if evidence else None


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"text": evidence.text, "start": evidence.start, "end": evidence.end}
