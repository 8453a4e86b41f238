"""Draws sums of sessions: people a month by district, right answers before and after. matplotlib comes with the first picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from actions.dates import MONTHS
from bot.demo.sessions.figures import NOBODY, Share
from bot.demo.sessions.stats import FEWEST, NOWHERE, Group, Stats
from knowledge.whole_file import whole

# More colours cannot be told apart; the others share one.
MOST_DISTRICTS = 6
OTHERS = "Daerah lain, atau tidak dicatat"
# Okabe and Ito's colours, which people who see no red or green can tell apart, and a copier by their lightness; grey for the others.
_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00")
_REST, _INK, _SOFT, _LINE = "#b5b5b5", "#1f2a26", "#5b6662", "#d9d6cd"
_WIDTH, _MONTHS_HEIGHT, _ROW, _TOP = 10.0, 3.4, 0.42, 1.9
_DPI = 150
_STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.color": _INK,
    "xtick.color": _SOFT,
    "ytick.color": _INK,
}


def draw(stats: Stats, file: Path) -> None:
    """Write the picture, in the format that the file's ending says.

    Raises:
        ValueError: an ending that matplotlib does not know.
        OSError: the file cannot be written.
    """
    import matplotlib
    from matplotlib.figure import Figure

    largest = _largest(stats.groups)
    rows = _answers(stats.groups)
    heights = [_MONTHS_HEIGHT, max(len(rows), 1) * _ROW + 0.5]
    with matplotlib.rc_context(_STYLE):
        # Without pyplot: it would look for a window.
        figure = Figure(figsize=(_WIDTH, sum(heights) + _TOP), constrained_layout=True)
        figure.set_constrained_layout_pads(h_pad=0.2, w_pad=0.2)
        above, below = figure.subplots(2, 1, gridspec_kw={"height_ratios": heights})
        _draw_months(above, stats.groups, largest)
        _draw_answers(below, rows)
        figure.suptitle(_title(stats), x=0.02, ha="left", fontsize=15, fontweight="bold")
        figure.supxlabel(_foot(stats), x=0.02, ha="left", fontsize=8, color=_SOFT)
        with whole(file) as out:
            figure.savefig(out, format=file.suffix[1:], dpi=_DPI, facecolor="white")


def _title(stats: Stats) -> str:
    return f"{stats.total.people} peserta dalam {stats.total.sessions} pertemuan"


def _foot(stats: Stats) -> str:
    hidden = (
        f" {stats.left_out} kelompok di bawah {FEWEST} orang tidak ditampilkan."
        if stats.left_out
        else ""
    )
    return f"Hitungan tangan dan suara HP di ruangan, tanpa nama. Orangnya tidak dicocokkan sebelum dan sesudah.{hidden}"


def _largest(groups: Sequence[Group]) -> list[str]:
    """The districts with the most people, which get a colour of their own."""
    people: dict[str, int] = {}
    for group in groups:
        if group.where != NOWHERE:
            people[group.where] = people.get(group.where, 0) + group.people
    return sorted(people, key=lambda name: (-people[name], name))[:MOST_DISTRICTS]


def _months(groups: Sequence[Group]) -> list[str]:
    """Every month from the first to the last, also those without a session."""
    if not groups:
        return []
    numbers = [int(group.month[:4]) * 12 + int(group.month[5:]) - 1 for group in groups]
    return [f"{each // 12}-{each % 12 + 1:02}" for each in range(min(numbers), max(numbers) + 1)]


def _draw_months(axes: Any, groups: Sequence[Group], largest: Sequence[str]) -> None:
    months = _months(groups)
    names = [*largest, OTHERS]
    people = {name: [0] * len(months) for name in names}
    for group in groups:
        name = group.where if group.where in largest else OTHERS
        people[name][months.index(group.month)] += group.people
    bottom = [0] * len(months)
    for name, colour in zip(names, (*_COLOURS[: len(largest)], _REST), strict=True):
        if any(people[name]):
            axes.bar(
                range(len(months)),
                people[name],
                0.62,
                bottom=bottom,
                color=colour,
                label=name,
                edgecolor="white",
            )
            bottom = [low + more for low, more in zip(bottom, people[name], strict=True)]
    for place, number in enumerate(bottom):
        if number:
            axes.text(place, number, str(number), ha="center", va="bottom", fontweight="bold")
    axes.set_title("Peserta per bulan", loc="left", fontsize=11, fontweight="bold")
    step = max(1, len(months) // 12)
    axes.set_xticks(range(0, len(months), step), [_short(month) for month in months[::step]])
    # One month alone is a bar, not a wall.
    axes.set_xlim(-0.6, max(len(months), 4) - 0.4)
    axes.set_ylim(0, max(bottom, default=0) * 1.15 or 1)
    axes.yaxis.set_visible(False)
    _bare(axes, "bottom")
    axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, fontsize=9)


def _answers(groups: Sequence[Group]) -> list[tuple[str, Share, Share]]:
    """District, before, after: all months together, what was counted in both rounds only; the highest after on top."""
    found: dict[str, tuple[Share, Share]] = {}
    for group in groups:
        if group.before.of and group.after.of:
            before, after = found.get(group.where, (NOBODY, NOBODY))
            found[group.where] = (before + group.before, after + group.after)
    rows = [(name, before, after) for name, (before, after) in found.items()]
    return sorted(rows, key=lambda row: (row[0] != NOWHERE, row[2].percent or 0, row[0]))


def _draw_answers(axes: Any, rows: Sequence[tuple[str, Share, Share]]) -> None:
    axes.set_title(
        "Jawaban yang tepat, sebelum dan sesudah acara", loc="left", fontsize=11, fontweight="bold"
    )
    if not rows:
        axes.text(0, 0.5, "Belum ada yang dihitung di kedua putaran.", color=_SOFT)
        axes.set_axis_off()
        axes.set_title(axes.get_title(loc="left"), loc="left", fontsize=11, fontweight="bold")
        return
    for place, (_, before, after) in enumerate(rows):
        low, high = before.percent or 0, after.percent or 0
        axes.plot(
            [low, high], [place, place], color=_LINE, linewidth=5, solid_capstyle="round", zorder=1
        )
        axes.scatter(
            [low], [place], s=70, facecolor="white", edgecolor=_INK, linewidth=1.6, zorder=2
        )
        axes.scatter([high], [place], s=70, color=_INK, zorder=3)
        outwards = -1 if low <= high else 1
        for value, side, weight in ((low, outwards, "normal"), (high, -outwards, "bold")):
            align = "right" if side < 0 else "left"
            axes.text(
                value + side * 2.2,
                place,
                f"{value}%",
                ha=align,
                va="center",
                fontweight=weight,
                fontsize=9,
            )
    axes.scatter([], [], s=70, facecolor="white", edgecolor=_INK, linewidth=1.6, label="sebelum")
    axes.scatter([], [], s=70, color=_INK, label="sesudah")
    axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, fontsize=9)
    axes.set_yticks(range(len(rows)), [name for name, _, _ in rows])
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.set_xlim(0, 100)
    axes.set_xticks(range(0, 101, 25), [f"{each}%" for each in range(0, 101, 25)])
    axes.grid(axis="x", color=_LINE, linewidth=0.6, zorder=0)
    axes.set_axisbelow(True)
    _bare(axes)


def _bare(axes: Any, *kept: str) -> None:
    spines: Mapping[str, Any] = axes.spines
    for name in ("top", "right", "left", "bottom"):
        spines[name].set_visible(name in kept)
        spines[name].set_color(_LINE)
    axes.tick_params(length=0)


def _short(month: str) -> str:
    return f"{MONTHS[int(month[5:]) - 1][:3]} {month[:4]}"
