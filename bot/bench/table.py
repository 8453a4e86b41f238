"""The table in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.bench.figures import Goal, Line, Measure

TITLES = {
    "start": "Mulai dari nol",
    "memory": "Memori",
    "size": "Ukuran di disk",
    "training": "Pelatihan",
    "turn": "Satu jawaban, tanpa kanal",
    "rest": "Satu jawaban, lewat HTTP",
    "rate": "Banyak orang sekaligus, pesan per detik",
    "length": "Percakapan panjang",
    "stored": "Banyak percakapan tersimpan",
}
_HEAD = ("", "Mawas", "Rasa polos", "rasio", "batas", "")
_MET = {True: "tercapai", False: "BELUM", None: ""}


def table(lines: Sequence[Line]) -> list[str]:
    """Lines for the terminal: each group with its title, columns aligned over all of them."""
    rows: list[tuple[str, ...]] = [_HEAD]
    group = ""
    for line in lines:
        if line.measure.group != group:
            group = line.measure.group
            rows.append((TITLES[group], "", "", "", "", ""))
        rows.append(_row(line))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [_aligned(row, widths) for row in rows]


def summary(lines: Iterable[Line]) -> str:
    """How many goals are met, and which are not."""
    judged = [line for line in lines if line.is_met is not None]
    missed = [line.measure.words.strip() for line in judged if not line.is_met]
    if not judged:
        return "Tidak ada batas yang diukur."
    met = f"{len(judged) - len(missed)} dari {len(judged)} batas tercapai."
    return met + (f" Belum: {'; '.join(missed)}." if missed else "")


def figure(value: float | None, unit: str, digits: int) -> str:
    """A figure with its unit; "-" when there is none."""
    return "-" if value is None else f"{value:,.{digits}f} {unit}"


def bounds(measure: Measure) -> str:
    """The goals in few signs: "≤ 5", "≥ 150", "≤ 0.20 ×" for a share of plain Rasa's figure; "" without any."""
    return ", ".join(map(_bound, measure.goals))


def _bound(goal: Goal) -> str:
    sign = "≥" if goal.at_least else "≤"
    return f"{sign} {goal.bound:.2f} ×" if goal.of_plain else f"{sign} {goal.bound:g}"


def ratio(value: float | None) -> str:
    """A ratio; "-" when there is none."""
    return "-" if value is None else f"{value:.2f} ×"


def _row(line: Line) -> tuple[str, ...]:
    measure = line.measure
    return (
        f"  {measure.words}",
        figure(line.mawas, measure.unit, measure.digits),
        figure(line.plain, measure.unit, measure.digits),
        ratio(line.ratio),
        bounds(measure),
        _MET[line.is_met],
    )


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *figures, met = row
    cells = [first.ljust(widths[0])]
    cells += [cell.rjust(width) for cell, width in zip(figures, widths[1:-1], strict=True)]
    return "  ".join([*cells, met]).rstrip()
