"""A scene can be played: each step has one content, speakers and offers are known, quoted words stand in the offer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.findings import Finding, did_you_mean
from knowledge.hall import listed, unquoted
from knowledge.model_hall import STEP_CONTENTS
from knowledge.yaml_reader import KeyPath

NAME = "scene_steps"
SCOPE = ("scene",)

NEEDED = ("question", "referral")
"""A scene without them tells a story and leaves the hall alone with it."""


def check(documents: Sequence[Document], corpus: Corpus) -> Iterator[Finding]:
    """Yield steps with no or several contents, unknown characters and offers, quotes that stand nowhere, missing steps."""
    for document in documents:
        steps = listed(document.get("steps"))
        people = {person.get("id") for person in listed(document.get("characters"))}
        offers: dict[Any, str] = {}
        for position, step in enumerate(steps):
            path: KeyPath = ("steps", position)
            contents = [name for name in STEP_CONTENTS if step.get(name)]
            if len(contents) != 1:
                found = ", ".join(contents) or "tidak ada"
                tip = f"tulis tepat satu dari {', '.join(STEP_CONTENTS)}."
                yield document.finding(path, f"isi langkah ini: {found}.", tip, NAME)
            yield from _speakers(document, path, step, people)
            yield from _offer(document, path, step, offers)
            yield from _about(document, path, step, offers)
            yield from _reveal(document, path, step, offers)
        for name in NEEDED:
            if steps and not any(step.get(name) for step in steps):
                tip = "balai perlu diajak bicara, dan perlu tahu siapa yang dihubungi."
                yield document.finding(("steps",), f"tidak ada langkah '{name}'.", tip, NAME)


def _speakers(
    document: Document, path: KeyPath, step: dict[str, Any], people: set[Any]
) -> Iterator[Finding]:
    spoken = [((*path, "chat", n), bubble) for n, bubble in enumerate(listed(step.get("chat")))]
    offer = step.get("offer")
    if isinstance(offer, dict):
        spoken.append(((*path, "offer"), offer))
    for place, bubble in spoken:
        by = bubble.get("by")
        if isinstance(by, str) and by not in people:
            tip = did_you_mean(by, map(str, people), "tambahkan ke characters.")
            yield document.finding((*place, "by"), f"tokoh '{by}' tidak ada.", tip, NAME)


def _offer(
    document: Document, path: KeyPath, step: dict[str, Any], offers: dict[Any, str]
) -> Iterator[Finding]:
    offer = step.get("offer")
    if not isinstance(offer, dict):
        return
    if offer.get("id") in offers:
        message = f"tawaran '{offer['id']}' ada dua kali."
        yield document.finding((*path, "offer", "id"), message, "beri nama lain.", NAME)
    offers[offer.get("id")] = str(offer.get("pasted") or "")


def _about(
    document: Document, path: KeyPath, step: dict[str, Any], offers: dict[Any, str]
) -> Iterator[Finding]:
    about = step.get("about")
    if about and not step.get("question"):
        message, tip = "about tanpa question.", "hapus about, atau tulis pertanyaannya."
        yield document.finding((*path, "about"), message, tip, NAME)
    for position, id_ in enumerate(about if isinstance(about, list) else ()):
        if id_ not in offers:
            message = f"tawaran '{id_}' belum ditunjukkan."
            tip = did_you_mean(str(id_), map(str, offers), "tulis langkah offer dulu.")
            yield document.finding((*path, "about", position), message, tip, NAME)


def _reveal(
    document: Document, path: KeyPath, step: dict[str, Any], offers: dict[Any, str]
) -> Iterator[Finding]:
    reveal = step.get("reveal")
    if not isinstance(reveal, dict):
        return
    place: KeyPath = (*path, "reveal")
    if reveal.get("offer") not in offers:
        message = f"tawaran '{reveal.get('offer')}' belum ditunjukkan."
        tip = did_you_mean(str(reveal.get("offer")), map(str, offers), "tulis langkah offer dulu.")
        yield document.finding((*place, "offer"), message, tip, NAME)
        return
    for name in ("flags", "remarks"):
        for where, words in unquoted(reveal.get(name), offers[reveal["offer"]]):
            tip = "salin kata itu dari tawarannya, huruf demi huruf."
            message = f"'{words}' tidak ada di tawaran itu."
            yield document.finding((*place, name, *where), message, tip, NAME)
