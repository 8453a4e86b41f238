"""The tables of docs/privacy.md and docs/privasi.md, made from the inventory: `python -m bot.keeping.inventory_page`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bot.keeping.inventory import ELSEWHERE, IN_HOME, REDIS, TABLE, Entry, entries
from bot.paths import ROOT

# Page, its language, and what its tables are called.
PAGES = {"docs/privacy.md": "en", "docs/privasi.md": "id"}
_BEGIN, _END = "<!-- inventory: {} -->", "<!-- /inventory -->"
_BLOCK = re.compile(r"<!-- inventory: (\w+) -->\n.*?<!-- /inventory -->", re.DOTALL)
_HEADS = {
    "en": ("Where", "What", "Why", "How long", "How it is deleted"),
    "id": ("Di mana", "Apa", "Untuk apa", "Berapa lama", "Cara menghapus"),
}
_COLUMNS = ("Table", "Column", "Whose", "Form", "What")
_NAMES_ID = {
    "events": "percakapan",
    "telegram_waiting": "pesan yang menunggu",
    "telegram_answered": "pesan yang sudah dijawab",
    "telegram_buttons": "tombol",
    "telegram_shown": "layar obrolan",
    "telegram_groups": "grup",
    "demo_sessions": "pertemuan",
    "demo_counts": "hitungan",
    "demo_questions": "pertanyaan",
    "demo_shown": "acara",
    "mawas:turn:": "giliran (Redis)",
    "memory": "ingatan program",
    "log": "catatan gangguan",
    "report": "laporan",
    "phone": "HP dan Telegram",
}
# What people and facilitators read about: not how the program keeps itself in order.
_OF_PEOPLE = ("user", "operator")


def page(text: str, language: str) -> str:
    """A page with its tables made anew.

    Args:
        text: of the page, with the marks of its tables.
        language: of the page.

    Raises:
        KeyError: a mark names no table.
    """
    tables: dict[str, Callable[[], str]] = {
        "columns": _column_table,
        "tables": lambda: _table(language, _of(TABLE)),
        "files": lambda: _table(language, _of(IN_HOME, REDIS)),
        "elsewhere": lambda: _table(language, _of(ELSEWHERE)),
        "people": lambda: _table(
            language, (each for each in entries() if each.whose in _OF_PEOPLE)
        ),
    }

    def made(match: re.Match[str]) -> str:
        return f"{_BEGIN.format(match[1])}\n{tables[match[1]]()}\n{_END}"

    return _BLOCK.sub(made, text)


def write(root: Path = ROOT) -> None:
    """Renew the pages."""
    for name, language in PAGES.items():
        file = root / name
        file.write_text(page(file.read_text(encoding="utf-8"), language), encoding="utf-8")


def _of(*kinds: str) -> Iterable[Entry]:
    return (each for each in entries() if each.kind in kinds)


def _table(language: str, rows: Iterable[Entry]) -> str:
    texts = (
        (
            _name(each, language),
            *(text[language] for text in (each.what, each.why, each.kept, each.deleted)),
        )
        for each in rows
    )
    return _markdown(_HEADS[language], texts)


def _name(entry: Entry, language: str) -> str:
    if language == "id" and entry.name in _NAMES_ID:
        return _NAMES_ID[entry.name]
    return entry.name if entry.kind == ELSEWHERE else f"`{entry.name}`"


def _column_table() -> str:
    rows = (
        (f"`{each.name}`", f"`{name}`", column.whose, column.form, column.what)
        for each in _of(TABLE)
        for name, column in each.columns.items()
    )
    return _markdown(_COLUMNS, rows)


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    write()
