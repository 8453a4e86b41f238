"""Proves scenes, role-plays and the quiz: the hall is told of their offers and chats what the screener says of them, and nothing milder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from actions.screening.model import Flag, Screening
from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.hall import listed, quotes
from knowledge.yaml_reader import KeyPath

RISK_RULE, FLAG_RULE, QUIZ_RULE = "scene_risk", "scene_flag_unraised", "quiz_milder"
# Risks that an answer of the quiz may have: only "tipu" goes with a high one.
HIGHEST = "tinggi"
QUOTED = re.compile(r'"(.+)"', re.DOTALL)


class Screens(Protocol):
    """What screens a text, such as `Screener`."""

    def screen(self, text: str) -> Screening:
        """Screen a text."""


def wrong_in_hall(corpus: Corpus, screener: Screens) -> Iterator[Finding]:
    """Yield every verdict and every quoted flag that the screener does not give, and answers of the quiz that are milder than it.

    Records that break their schema are passed over: they are reported elsewhere.
    """
    for document in corpus.ids("scene").values():
        if not document.problems:
            yield from _scene(document, screener)
    for document in corpus.ids("roleplay").values():
        if not document.problems:
            yield from _roleplay(document, screener)
    for document in corpus.ids("quiz").values():
        if not document.problems:
            yield from _question(document, screener)


def is_raised(flag: Flag | None, text: str, words: str) -> bool:
    """Tell whether a flag rests on these words of the text: its evidence holds them, or they hold it."""
    start = text.find(words)
    if flag is None or start < 0:
        return False
    end = start + len(words)
    return any(
        (each.start <= start and end <= each.end) or (start <= each.start and each.end <= end)
        for each in flag.evidence
    )


def _scene(document: Document, screener: Screens) -> Iterator[Finding]:
    steps = listed(document.get("steps"))
    offers = {step["offer"]["id"]: step["offer"]["pasted"] for step in steps if "offer" in step}
    for position, step in enumerate(steps):
        reveal = step.get("reveal")
        if not reveal or reveal["offer"] not in offers:
            continue
        text = offers[reveal["offer"]]
        screening = screener.screen(text)
        path: KeyPath = ("steps", position, "reveal")
        if screening.risk != reveal["risk"]:
            message = f"tertulis '{reveal['risk']}', pemeriksa berkata '{screening.risk}'."
            tip = "betulkan risk, atau ubah tawarannya. Coba: ./mawas check -"
            yield document.finding((*path, "risk"), message, tip, RISK_RULE)
        yield from _unraised(document, (*path, "flags"), reveal["flags"], screening)


def _roleplay(document: Document, screener: Screens) -> Iterator[Finding]:
    said: list[str] = []
    for position, round_ in enumerate(listed(document.get("rounds"))):
        # A recruiter's words are read together with what he wrote before, as a person reads them.
        said += round_["says"]
        screening = screener.screen("\n".join(said))
        path: KeyPath = ("rounds", position, "trick", "flags")
        yield from _unraised(document, path, round_["trick"]["flags"], screening)


def _question(document: Document, screener: Screens) -> Iterator[Finding]:
    answer, quoted = document.get("answer"), QUOTED.search(document.get("question"))
    if document.get("kind") != "asli_atau_tipu" or answer == "tipu" or quoted is None:
        return
    screening = screener.screen(quoted[1])
    seen = ", ".join(flag.id for flag in screening.flags)
    # Nothing that raises a flag can be called a way that can be checked.
    if screening.risk == HIGHEST or (answer == "asli" and seen):
        message = f"jawabannya '{answer}', pemeriksa berkata '{screening.risk}' ({seen})."
        tip = "betulkan answer, atau ubah tawarannya. Coba: ./mawas check -"
        yield document.finding(("answer",), message, tip, QUIZ_RULE)


def _unraised(
    document: Document, path: KeyPath, flags: Any, screening: Screening
) -> Iterator[Finding]:
    raised: Mapping[str, Flag] = {flag.id: flag for flag in screening.flags}
    for place, name, words in quotes(flags):
        flag = raised.get(name)
        if is_raised(flag, screening.text, words):
            continue
        seen = ", ".join(f"'{each.text}'" for each in flag.evidence) if flag else ""
        message = f"pemeriksa tidak menaikkan '{name}' pada '{words}'."
        tip = (
            f"kutip kata yang dilihatnya: {seen}."
            if flag
            else f"hapus tanda itu, atau ubah kalimatnya. Yang naik: {', '.join(raised) or 'tidak ada'}."
        )
        yield document.finding((*path, *place), message, tip, FLAG_RULE)
