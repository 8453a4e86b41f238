"""Which sheets there are, their files' names, and how each is made. fpdf2 and segno are imported with the first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.paper.canvas import Canvas
from actions.paper.cards import cards_sheet
from actions.paper.parts import Material
from actions.paper.path import path_sheet
from actions.paper.poster import poster_sheet
from actions.paper.signs import signs_sheet
from actions.paper.style import Format

SIGNS, PATH, CARDS, POSTER = "tanda-bahaya", "jalan-resmi", "kartu-darurat", "poster"
KINDS = (SIGNS, PATH, CARDS, POSTER)


@dataclass(frozen=True)
class Sheet:
    """What is printed.

    Attributes:
        kind: one of KINDS.
        country: ISO code, for CARDS.
        link: address of the bot, for POSTER.
        session: code of a session, for POSTER; None for none.
    """

    kind: str
    country: str | None = None
    link: str | None = None
    session: str | None = None


def draw(material: Material, sheet: Sheet, form: Format) -> Canvas:
    """Draw a sheet.

    Raises:
        LookupError: there is no such kind or country, or the poster has no address.
        ValueError: the code of the session has wrong signs.
    """
    if sheet.kind == SIGNS:
        return signs_sheet(material, form)
    if sheet.kind == PATH:
        return path_sheet(material, form)
    if sheet.kind == POSTER and sheet.link:
        return poster_sheet(material, form, sheet.link, sheet.session)
    country = material.store.country(sheet.country) if sheet.country else None
    if sheet.kind != CARDS or country is None:
        raise LookupError(f"lembar '{sheet.kind}' tidak ada")
    return cards_sheet(material, form, country)


def file_name(material: Material, sheet: Sheet, form: Format) -> str:
    """The name of a sheet's file: "kartu-darurat-kamboja-A4-hitam-putih.pdf"."""
    country = material.store.country(sheet.country) if sheet.country else None
    words = [sheet.kind, *([country.name] if country else []), form.size]
    words += [] if form.palette.filled else ["hitam-putih"]
    return (
        re.sub(r"[^\w-]+", "-", "-".join(words).lower().replace(form.size.lower(), form.size))
        + ".pdf"
    )
