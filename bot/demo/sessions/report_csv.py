"""The report of a session as CSV: one row a count, so that it can be added up elsewhere. Columns: docs/laporan-pertemuan.md."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from bot.demo.sessions.figures import Share
from bot.demo.sessions.report import Report
from knowledge.export import safe_cell

# Spreadsheets take a file for another alphabet without it.
ENCODING = "utf-8-sig"
COLUMNS = (
    "tanggal", "tempat", "provinsi", "kabupaten_kota", "peserta", "bagian", "id", "teks", "putaran", "tepat", "dijawab", "persen",
)  # fmt: skip


def csv_of(report: Report) -> bytes:
    """The file, UTF-8."""
    return table(COLUMNS, _rows(report))


def table(columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> bytes:
    """A CSV file in which nothing is run as a formula.

    Args:
        columns: names, in order.
        rows: by name; what is missing or None is an empty cell.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\r\n", restval="")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(name, value) for name, value in row.items()})
    return out.getvalue().encode(ENCODING)


def _cell(column: str, value: object) -> object:
    return safe_cell(column, value) if isinstance(value, str) else value


def _rows(report: Report) -> Iterator[dict[str, object]]:
    about = report.session.about
    always: dict[str, object] = {
        "tanggal": about.held_on.isoformat(),
        "tempat": about.place,
        "provinsi": report.province,
        "kabupaten_kota": about.district,
        "peserta": about.people,
    }
    yield {**always, "bagian": "pertemuan", "id": report.session.id}
    for title in report.shown:
        yield {**always, "bagian": "acara", "teks": title}
    for row in report.statements:
        for round_, share in (("sebelum", row.before), ("sesudah", row.after)):
            counted = {"bagian": "cek", "id": f"{row.check}/{row.item}", "teks": row.text}
            if share.of:
                yield {**always, **counted, "putaran": round_, **_counts(share)}
    for question in report.questions:
        counted = {"bagian": "kuis", "id": question.item, "teks": question.text}
        yield {**always, **counted, **_counts(question.share)}
    for number, text in report.open.items():
        yield {**always, "bagian": "belum_terjawab", "id": str(number + 1), "teks": text}


def _counts(share: Share) -> dict[str, object]:
    return {"tepat": share.right, "dijawab": share.of, "persen": share.percent}
