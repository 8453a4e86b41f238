"""The report of a session on paper: A4, black on white, to hand in at a village or district office. fpdf2 is imported with the first."""

from __future__ import annotations

from actions.dates import in_words
from actions.quiz_answers import TITLES
from actions.report.sheet import GAP
from bot.demo.sessions.chart_sheet import Bar, ChartSheet
from bot.demo.sessions.figures import Share, by_answer
from bot.demo.sessions.report import Report

_SIGNING = 52.0
_TITLE = "Laporan pertemuan"
_ABOUT = (
    "Sosialisasi kerja aman ke luar negeri dengan Mawas. Laporan ini tidak memuat nama peserta."
)
_ANNEX = "Rincian kuis dan susunan acara."
_HOW = (
    "Peserta mengangkat tangan atau memilih di HP, lalu dihitung. Persen adalah bagian jawaban yang tepat dari semua yang"
    " menjawab. Orang yang menjawab sebelum dan sesudah tidak dicocokkan satu per satu, dan jumlahnya bisa berbeda. Angka ini menunjukkan"
    " keadaan di satu ruangan pada satu hari, bukan pengaruh jangka panjang."
)


def pdf_of(report: Report) -> bytes:
    """The report as a PDF file.

    Raises:
        FileNotFoundError: the fonts are missing.
    """
    sheet = ChartSheet(_TITLE, f"Disusun {in_words(report.made)}")
    sheet.add_page()
    sheet.title(_TITLE, _ABOUT)
    _facts(sheet, report)
    _figures(sheet, report)
    _check(sheet, report)
    _open(sheet, report)
    _signing(sheet)
    if report.questions or report.shown:
        sheet.add_page()
        sheet.title("Lampiran", _ANNEX)
        _quiz(sheet, report)
        _shown(sheet, report)
        sheet.heading("Cara membaca angka")
        sheet.text(_HOW)
    return sheet.bytes()


def _facts(sheet: ChartSheet, report: Report) -> None:
    about = report.session.about
    where = ", ".join(filter(None, (about.district, report.province)))
    people = f"{about.people} orang" if about.people else "tidak dicatat"
    lasted = f", {report.minutes} menit" if report.minutes else ""
    sheet.facts(
        ("Tempat", about.place),
        ("Kabupaten atau kota, provinsi", where or "tidak dicatat"),
        ("Tanggal", f"{in_words(about.held_on)}{lasted}"),
        ("Peserta", people),
    )


def _figures(sheet: ChartSheet, report: Report) -> None:
    people = report.session.about.people
    figures = [(str(people), "peserta")] if people else []
    if report.before.of and report.after.of:
        figures.append(
            (
                f"{report.before.percent}% → {report.after.percent}%",
                "jawaban tepat, sebelum dan sesudah acara",
            )
        )
    if report.quiz.of:
        figures.append((f"{report.quiz.percent}%", "jawaban tepat di kuis"))
    if len(figures) > 1:
        sheet.figures(*figures)


def _check(sheet: ChartSheet, report: Report) -> None:
    sheet.heading("Jawaban yang tepat, sebelum dan sesudah acara")
    if not report.statements:
        sheet.text("Tidak dihitung dalam pertemuan ini.")
        return
    sheet.legend(("Sebelum", False), ("Sesudah", True))
    for row in report.statements:
        bars = [
            Bar(share.percent, _value(share), is_dark)
            for share, is_dark in ((row.before, False), (row.after, True))
        ]
        sheet.bars(row.text, f"Jawaban: {row.answer}", bars)


def _quiz(sheet: ChartSheet, report: Report) -> None:
    if not report.questions:
        return
    sheet.heading("Kuis")
    for question in report.questions:
        answer = TITLES.get(question.answer or "", "tidak diketahui lagi").lower()
        bars = [Bar(question.share.percent, _value(question.share))]
        sheet.bars(question.short, f"Jawaban: {answer}", bars)
    tricks, genuine = (by_answer(report.questions, answer) for answer in ("tipu", "asli"))
    if tricks.of and genuine.of:
        sheet.text(
            f"Tawaran tipu dikenali {tricks.percent}%, tawaran yang bisa dicek {genuine.percent}%."
            " Bila yang bisa dicek jarang dikenali, bahas lagi cara mengecek: curiga saja belum cukup."
        )


def _shown(sheet: ChartSheet, report: Report) -> None:
    if report.shown:
        sheet.heading("Susunan acara")
        for number, title in enumerate(report.shown, start=1):
            sheet.text(f"{number}. {title}")


def _open(sheet: ChartSheet, report: Report) -> None:
    sheet.heading("Pertanyaan yang belum terjawab")
    if not report.open:
        sheet.text("Tidak ada yang dicatat.")
        return
    for text in report.open.values():
        sheet.text(f"• {text}")
    sheet.gap(GAP / 2)
    sheet.text(
        "Nama, nomor, dan akun disamarkan. Mohon dijawab lewat Disnaker, BP3MI, atau kantor desa.",
        small=True,
    )


def _signing(sheet: ChartSheet) -> None:
    sheet.keep(_SIGNING)
    sheet.gap(GAP * 2)
    lines = ("Tempat, tanggal", "Nama")
    sheet.boxes(("Fasilitator", lines), ("Mengetahui (desa atau dinas)", lines))


def _value(share: Share) -> str:
    return f"{share.percent}% ({share.right}/{share.of})" if share.of else "tidak dihitung"
