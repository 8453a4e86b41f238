"""docs/answers.html: every answer on one page that needs no network, with room for an expert's remarks.

The words stand in the page as data; its script puts them on the screen as text, never as HTML. Paragraphs that many answers share stand
there once.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from actions.dates import in_words
from bot.answers.items import Reviewed
from bot.answers.said import KINDS, Said
from bot.answers.world import World
from knowledge.model import Source
from knowledge.reviews import FILE_VERSION, LONGEST_REMARK, LONGEST_REVIEWER, VERDICTS

_STATIC = Path(__file__).parent / "static"
_POLICY = "default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none'; form-action 'none'"


def page(world: World, rows: Sequence[Reviewed]) -> str:
    """The whole page as HTML; ends with a line break.

    Args:
        world: knows sources, and the day of the page.
        rows: the answers.
    """
    style, script = (_read(name) for name in ("page.css", "page.js"))
    policy = _POLICY.format(script=_hash(script), style=_hash(style))
    filled = {"policy": policy, "style": style, "data": _data(world, rows), "script": script}
    # In one go: nothing that is filled in is taken for a place to fill.
    return re.sub(r"@(\w+)@", lambda found: filled[found[1]], _read("page.html"))


def page_digest(rows: Sequence[Reviewed]) -> str:
    """Changes with any answer, so that an editor sees which page an expert read."""
    content = "".join(f"{row.item.id}:{row.digest}\n" for row in rows)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def _data(world: World, rows: Sequence[Reviewed]) -> str:
    """The content as JSON that may stand inside a script element."""
    paragraphs: dict[str, int] = {}
    buttons: dict[tuple[str, ...], int] = {}
    cited = dict.fromkeys(source for row in rows for source in row.sources)
    sources = world.store.sources(cited)
    numbers = {source.id: number for number, source in enumerate(sources)}
    content = {
        "version": FILE_VERSION,
        "page": page_digest(rows),
        "day": in_words(world.day),
        "kinds": KINDS,
        "verdicts": VERDICTS,
        "longest": {"remark": LONGEST_REMARK, "reviewer": LONGEST_REVIEWER},
        "items": [_item(row, numbers, paragraphs, buttons) for row in rows],
        "sources": [_source(source) for source in sources],
        "paragraphs": list(paragraphs),
        "buttons": list(buttons),
    }
    # "</script>" and "<!--" would end the element, wherever they stand.
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written.replace('},{"id"', '},\n{"id"')


def _item(
    row: Reviewed,
    numbers: dict[str, int],
    paragraphs: dict[str, int],
    buttons: dict[tuple[str, ...], int],
) -> dict[str, Any]:
    item = row.item
    told: dict[str, Any] = {
        "id": item.id,
        "kind": item.kind,
        "title": item.title,
        "group": item.group,
        "checked": in_words(item.checked_on) if item.checked_on else "",
        "record": item.record,
        "digest": row.digest,
        "examples": row.examples,
        "sources": [numbers[source] for source in row.sources if source in numbers],
        "forms": [_form(form, paragraphs, buttons) for form in row.forms],
    }
    return {key: value for key, value in told.items() if value not in ("", (), [])}


def _form(form: Said, paragraphs: dict[str, int], buttons: dict[tuple[str, ...], int]) -> list[Any]:
    """Name, bubbles as lists of numbers of paragraphs, number of the titles of buttons."""
    bubbles = [
        [paragraphs.setdefault(each, len(paragraphs)) for each in bubble.split("\n\n")]
        for bubble in form.bubbles
    ]
    titles = tuple(each.title for each in form.choices)
    return [form.form, bubbles, buttons.setdefault(titles, len(buttons))]


def _source(source: Source) -> list[str]:
    """Label, title with publisher, address that may be opened."""
    address = source.url if source.url and source.url.startswith(("https://", "http://")) else ""
    return [source.label, f"{source.title}. {source.publisher}", address]


def _read(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """The hash by which the page's policy lets a script or style stand in it, and no other."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
