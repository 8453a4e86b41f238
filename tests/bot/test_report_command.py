"""`mawas report`: questions in the terminal or a file of answers; text and PDF; no copy, no answer in an error."""

from __future__ import annotations

import io
import json
import logging
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from actions.report.rules import ReportRules
from bot import cli, readiness, report_command
from bot.errors import MissingError, SettingsError, UnreadableError
from bot.report_answers import MOST_BYTES, given_of, read_answers
from bot.report_command import ReportCommand, Wanted
from tests.helpers.real_store import RealStore

RULES = ReportRules.load()
ANSWERS = {
    "masalah": "uang",
    "siapa": "anak saya",
    "umur": "17",
    "tempat": "Sihanoukville, Kamboja",
    "pelaku": ["Rudi", "0812-3333-4444"],
    "uang": "barusan",
    "jumlah": "Rp5.000.000 ke BCA a.n. Siti",
    "kontak": None,
}


def done(wanted: Wanted, stdin: str = "") -> tuple[int, str, str]:
    out, errors = io.StringIO(), io.StringIO()
    status = ReportCommand(RealStore()).run(wanted, io.BytesIO(stdin.encode()), out, errors)
    return status, out.getvalue(), errors.getvalue()


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str, **wanted: Any) -> tuple[str, str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))
    status, out, errors = done(Wanted(**wanted))
    assert status == 0
    return out, errors


def test_a_file_of_answers_becomes_a_text(tmp_path: Path) -> None:
    file = tmp_path / "jawaban.json"
    file.write_text(json.dumps(ANSWERS), encoding="utf-8")
    status, out, errors = done(Wanted(answers=str(file)))
    assert (status, errors) == (0, "")
    assert "Tentang siapa: Keluarga pelapor. Kata pelapor: anak saya" in out
    assert "Siapa yang mengajak: Rudi, 0812-3333-4444" in out
    assert "Yang bisa dihubungi: (belum diisi)" in out
    assert (
        out.index("1. Bank Anda")
        < out.index("2. Pusat Anti Penipuan OJK")
        < out.index("KBRI Phnom Penh")
    )
    assert "[ ] Bukti transfer" in out
    assert "Dicek " in out
    assert list(tmp_path.iterdir()) == [file]


def test_standard_input_is_a_file_too_and_numbers_stay_as_typed() -> None:
    _, out, _ = done(Wanted(answers="-"), "kontak: 0711\npelaku: +62812\nkapan: 2026-03-01\n")
    assert "Yang bisa dihubungi: 0711" in out
    assert "Siapa yang mengajak: +62812" in out
    assert "Kapan: 2026-03-01" in out


def test_the_pdf_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    status, out, errors = done(Wanted(answers="-", out=path), json.dumps(ANSWERS))
    assert (status, out) == (0, "")
    assert errors == f"Laporan: {path}\n"
    assert path.read_bytes().startswith(b"%PDF")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    _, out, _ = done(Wanted(answers="-", out=tmp_path / "b.pdf", text=True), "{}")
    assert out.startswith("LAPORAN KEJADIAN")


def test_danger_and_country_are_known_beforehand() -> None:
    _, out, _ = done(Wanted("darurat_paspor", "kh", "-"), "siapa: saya")
    assert "Yang terjadi: Paspor atau HP dipegang orang lain" in out
    assert "Di mana: Kamboja" in out
    assert "1. KBRI Phnom Penh" in out
    assert "Paspor dan HP" not in out


def test_a_province_says_which_office() -> None:
    _, out, _ = done(Wanted(answers="-"), "tempat: Mataram, Nusa Tenggara Barat")
    assert "BP3MI" in out
    assert "Daftar kantor BP3MI" not in out


def test_the_terminal_asks_consent_then_one_question_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, asked = typed(
        monkeypatch, "hm", "y", "a", "b", "ga", "dijanjikan kerja", "L", "Indonesia", "Rudi",
        "ya", "5 juta", "c", "Bu Yati",
    )  # fmt: skip
    assert asked.index("Tidak ada yang dikirim") < asked.index("1 dari 10.")
    assert RULES.texts["again"] in asked
    assert "  A. Uang sudah dikirim" in asked
    assert "11 dari 11." in asked
    assert "Kejadian: dijanjikan kerja" in out
    assert "Kapan: (belum diisi)" in out
    assert "Umur: Belum 18 tahun" in out
    assert "Di mana: Indonesia" in out
    assert "Yang bisa dihubungi: Bu Yati" in out


@pytest.mark.parametrize("lines", [("t",), ("y", "a", "batal"), ("batal",)])
def test_leaving_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lines: tuple[str, ...]
) -> None:
    path = tmp_path / "x.pdf"
    out, asked = typed(monkeypatch, *lines, out=path)
    assert out == ""
    assert asked.rstrip().endswith(RULES.texts["terminal_stopped"])
    assert not path.exists()


def test_the_end_of_input_leaves_the_rest_out(monkeypatch: pytest.MonkeyPatch) -> None:
    out, _ = typed(monkeypatch, "y", "a")
    assert "Yang terjadi: Uang sudah dikirim" in out
    assert "Tentang siapa: (belum diisi)" in out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[1, 2]", "bukan daftar jawaban"),
        ("rahasia", "bukan daftar jawaban"),
        ("nama: rahasia", "1 kunci tidak dikenal"),
        ("kapan: {a: rahasia}", "bukan teks"),
        ("kapan: [rahasia", "bukan YAML"),
        ("kapan: 'rahasia", "bukan YAML"),
        ('kapan: "\\UFFFFFFFF"', "bukan YAML"),
        ('kapan: "\\U00110000"', "bukan YAML"),
        ("[" * 50_000, "bukan YAML"),
        ("x" * (MOST_BYTES + 1), "lebih dari 100 kB"),
    ],
)
def test_an_error_names_the_input_and_quotes_no_answer(content: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as found:
        done(Wanted(answers="-"), content)
    assert str(found.value).startswith("masukan standar: ")
    assert "rahasia" not in str(found.value)


def test_other_inputs_that_cannot_be_read(tmp_path: Path) -> None:
    for name in (str(tmp_path), str(tmp_path / "tidak_ada"), "a\0b"):
        with pytest.raises(UnreadableError, match="tidak bisa dibuka"):
            read_answers(name, RULES)
    with pytest.raises(UnreadableError, match="UTF-8"):
        read_answers("-", RULES, io.BytesIO(b"\xff\xfe\x00"))


@pytest.mark.parametrize(
    ("wanted", "error", "words"),
    [
        (Wanted(danger="darurat_x"), SettingsError, "darurat_tebusan"),
        (Wanted(country="QQ"), SettingsError, "kode dua huruf"),
        (Wanted(country="'"), SettingsError, "kode dua huruf"),
        (Wanted(out=Path("/tidak/ada/x.pdf")), MissingError, "pilih folder lain"),
    ],
)
def test_wrong_use_is_said_before_anything_is_asked(
    wanted: Wanted, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        done(wanted)


def test_no_file_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "lama.pdf"
    path.write_text("lama")
    with pytest.raises(MissingError, match="sudah ada"):
        done(Wanted(answers="-", out=path), "{}")
    assert path.read_text() == "lama"


def test_what_cannot_be_written_is_one_readable_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> int:
        raise PermissionError(13, "rahasia")

    monkeypatch.setattr(report_command, "write_whole", fail)
    with pytest.raises(MissingError, match="PermissionError") as found:
        done(Wanted(answers="-", out=tmp_path / "x.pdf"), "{}")
    assert "rahasia" not in str(found.value)


def test_the_command_hands_everything_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAWAS_HOME", str(tmp_path))
    monkeypatch.setattr(readiness, "build_store", lambda settings: None)
    seen: list[Wanted] = []

    def run(self: ReportCommand, wanted: Wanted) -> int:
        seen.append(wanted)
        return 0

    monkeypatch.setattr(report_command, "Store", lambda url: RealStore())
    monkeypatch.setattr(ReportCommand, "run", run)
    words = "report --danger darurat_paspor --country KH --answers - --out x.pdf --text".split()
    assert cli.main(words) == 0
    assert seen == [Wanted("darurat_paspor", "KH", "-", Path("x.pdf"), True)]


def test_no_answer_is_logged(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    caplog.set_level(logging.DEBUG)
    done(Wanted(answers="-", out=tmp_path / "a.pdf"), "pelaku: rahasia-7351")
    assert "rahasia-7351" not in caplog.text


def test_an_answer_may_be_the_id_of_a_choice_or_its_letter() -> None:
    question = RULES.questions["siapa"]
    assert [given_of(question, text).choice for text in ("keluarga", "B", "teman", "-", "")] == [
        "keluarga",
        "keluarga",
        "lain",
        None,
        None,
    ]


def test_missing_fonts_are_told_and_the_text_is_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.render.fonts._FOLDER", ("no such folder",))
    with pytest.raises(MissingError, match=r"Huruf untuk PDF.*Saran: pakai --text"):
        done(Wanted(answers="-", out=tmp_path / "x.pdf"), "{}")
    assert list(tmp_path.iterdir()) == []
