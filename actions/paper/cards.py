"""Emergency cards of a country: as large as a bank card when folded, several a page, with lines to cut and to fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from actions.dates import in_words
from actions.paper.canvas import Canvas
from actions.paper.card import CARD_HEIGHT, CARD_WIDTH, CardText, draw_card, fits
from actions.paper.contacts import PaperContact, fresh_until, paper_contacts, printed
from actions.paper.letters import Box
from actions.paper.parts import Material
from actions.paper.style import A4, Format
from actions.paper.words import CARD
from actions.render.contacts import FEW_MISSIONS
from knowledge.model import Channel, Country

_EDGE = 8.0
_FINE = 6.0
# Measures are millimetres on paper, whatever the page: a card must fit a purse.
_ROWS = {A4: 4}
_FEW = 2
_HEADS = {A4: 43.0}
_LOW_HEAD = 19.0
_WHOLE = "seluruh"


def cards_sheet(material: Material, form: Format, country: Country) -> Canvas:
    """A page of equal cards; where a country has many missions, a page for each.

    Args:
        material: records, words, day.
        form: size and colours; A5 lies on its side.
        country: where the bearer goes.
    """
    said = material.words.sheets[CARD].said
    upright = form.size == A4
    canvas = Canvas(f"{said['title']} {country.name}", form.page(upright), form.palette)
    for text in _texts(canvas, material, country):
        canvas.add_page()
        _page(canvas, material, form, text)
    return canvas


def _texts(canvas: Canvas, material: Material, country: Country) -> Iterator[CardText]:
    """Both missions on one card where there are two and they have room, else a card for each: nobody can ask it for the next town."""
    missions = material.store.missions_for(country.country)
    if len(missions) <= FEW_MISSIONS:
        text = _fitting(canvas, _card_text(material, country, missions))
        if len(missions) < FEW_MISSIONS or fits(canvas, text):
            yield text
            return
    for mission in missions:
        area = _areas(country).get(mission.id, "")
        yield _fitting(canvas, _card_text(material, country, [mission], area))


def _fitting(canvas: Canvas, text: CardText) -> CardText:
    """Without the local number where there is no room: who comes from our offices can be told more than a policeman who may not help."""
    return text if fits(canvas, text) else replace(text, emergency=None)


def _areas(country: Country) -> dict[str, str]:
    """Which part of the country a mission serves, by its id; none for the one that serves all of it."""
    return {
        mission.channel: mission.area
        for mission in country.missions
        if mission.area and not mission.area.startswith(_WHOLE)
    }


def _card_text(
    material: Material, country: Country, missions: Sequence[Channel], area: str = ""
) -> CardText:
    sheet, today, store = material.words.sheets[CARD], material.today, material.store
    local = store.emergency_for(country.country)
    most = 2 if len(missions) < FEW_MISSIONS else 1
    there = paper_contacts(missions, today, abroad=True, most=most)
    emergency = paper_contacts([local] if local else [], today, abroad=True, most=3)
    here = paper_contacts(store.channels(sheet.contacts), today, abroad=True, most=2)
    contacts: list[PaperContact] = [*there, *emergency, *here]
    until = min(fresh_until(contacts, material.words.review_by, today), material.words.review_by)
    return CardText(
        country=country.name,
        area=area,
        note=country.note or "",
        said=sheet.said,
        there=there,
        areas=_areas(country) if len(missions) == FEW_MISSIONS else {},
        emergency=emergency[0] if emergency else None,
        here=here,
        steps=[row.text for row in sheet.rows],
        printed=printed(today, until),
    )


def _page(canvas: Canvas, material: Material, form: Format, text: CardText) -> None:
    rows, head = _ROWS.get(form.size, _FEW), _HEADS.get(form.size, _LOW_HEAD)
    left = (canvas.width - 2 * CARD_WIDTH) / 2
    _head(canvas, material, text, left, head)
    for row in range(rows):
        draw_card(canvas, text, left, head + row * CARD_HEIGHT)
    _lines(canvas, left, head, rows)
    _fine(canvas, material, left, head + rows * CARD_HEIGHT + 4)


def _head(canvas: Canvas, material: Material, text: CardText, left: float, head: float) -> None:
    """What the page is, and how to make cards of it."""
    sheet = material.words.sheets[CARD]
    low = head < _HEADS[A4]
    size, top = (15, 5.5) if low else (24, 12)
    name = " ".join([sheet.said["title"], text.country])
    canvas.text(Box(left, top, 2 * CARD_WIDTH, 9), name, size, bold=True)
    y = head - (7.2 if low else 12)
    step = 2 * CARD_WIDTH / len(sheet.how)
    for number, line in enumerate(sheet.how):
        x = left + number * step
        canvas.picture(line.picture, x, y - 1.2, 5, colour=canvas.palette.accent)
        canvas.text(Box(x + 6.4, y, step - 7, 5), line.text, 8.5)


def _lines(canvas: Canvas, left: float, top: float, rows: int) -> None:
    """Dashed lines run past the cards, so that scissors find them; the fold is marked outside only."""
    right, foot = left + 2 * CARD_WIDTH, top + rows * CARD_HEIGHT
    for row in range(rows + 1):
        y = top + row * CARD_HEIGHT
        canvas.rule(left - _EDGE, y, right + _EDGE, y, 0.2, dashed=True)
    for x in (left, right):
        canvas.rule(x, top - 3, x, foot + 3, 0.2, dashed=True)
    for row in range(rows):
        y = top + row * CARD_HEIGHT
        canvas.rule(left + CARD_WIDTH, y, left + CARD_WIDTH, y + 2, 0.2)
        canvas.rule(left + CARD_WIDTH, y + CARD_HEIGHT - 2, left + CARD_WIDTH, y + CARD_HEIGHT, 0.2)


def _fine(canvas: Canvas, material: Material, left: float, top: float) -> None:
    """Sources, outside the cards: there they would take the room of a number."""
    labels = "; ".join(
        each.label for each in material.store.sources(material.words.sheets[CARD].cited)
    )
    text, width = (
        f"Sumber langkah: {labels}. Dicek {in_words(material.words.checked_on)}.",
        2 * CARD_WIDTH,
    )
    height = canvas.measure(text, width, _FINE)
    canvas.text(Box(left, max(top, canvas.height - 11 - height), width, height), text, _FINE)
