"""`mawas check`: many inputs, their order, exit statuses, and what goes where."""

from __future__ import annotations

import datetime
import io
import json
import sys
from pathlib import Path

import pytest

from actions.render.card_words import CardMaker
from actions.screening.explain import Explainer
from actions.screening.model import Screening
from actions.screening.terminal import TerminalReport
from actions.screening.wording import Wording
from bot import check_command, cli, readiness
from bot import screening as bot_screening
from bot.cards import CardFolder, CardWriter
from bot.check_command import CheckCommand
from bot.errors import MissingError
from bot.screening import LateScreener, load_screener
from bot.settings import Settings
from tests.actions.screening.offers import NEWS, SCAM, TEXT, offer_store
from tests.helpers.contract import assert_is_screening

WORDING = Wording.load()


class Screens:
    """Finds a scam in its own text and nothing in others."""

    def screen(self, text: str) -> Screening:
        if text == TEXT:
            return SCAM
        return Screening(text, NEWS.risk, 0, (), NEWS.facts)


@pytest.fixture
def offer(tmp_path: Path) -> str:
    path = tmp_path / "tawaran.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


def check(
    *names: str, as_json: bool = True, stdin: bytes = b"", folder: Path | None = None
) -> tuple[int, str, str]:
    """Exit status, output and complaints."""
    writer = TerminalReport(80, False, datetime.date(2026, 11, 28))
    explainer = Explainer(offer_store(), WORDING)
    maker = CardMaker(offer_store(), explainer)
    card = (
        CardWriter(maker, CardFolder(folder), datetime.date(2026, 11, 28), None) if folder else None
    )
    command = CheckCommand(Screens(), explainer, writer, card)
    out, errors = io.StringIO(), io.StringIO()
    status = command.run(names, as_json=as_json, stdin=io.BytesIO(stdin), out=out, errors=errors)
    return status, out.getvalue(), errors.getvalue()


def test_each_input_is_one_line_in_the_order_given(offer: str, tmp_path: Path) -> None:
    other = tmp_path / "lain.txt"
    other.write_text("berita", encoding="utf-8")
    status, out, errors = check(str(other), offer, "-", stdin=b"halo")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (status, errors) == (0, "")
    assert [row["file"] for row in rows] == [str(other), offer, "-"]
    assert [row["risk"] for row in rows] == ["bukan_lowongan", "tinggi", "bukan_lowongan"]
    for row in rows:
        assert_is_screening(row)


def test_the_text_is_that_of_the_file(offer: str) -> None:
    row = json.loads(check(offer)[1])
    assert row["text"] == TEXT == Path(offer).read_bytes().decode()


def test_what_cannot_be_read_is_named_and_the_others_are_done(offer: str, tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    missing = str(tmp_path / "tidak_ada.txt")
    status, out, errors = check(missing, offer, str(tmp_path / "kosong.txt"))
    assert status == 3
    assert len(out.splitlines()) == 1
    complaints = errors.splitlines()
    assert complaints[0].startswith(f"mawas: {missing}: berkas tidak ada.")
    assert "kosong.txt: kosong." in complaints[1]


def test_a_report_is_for_people(offer: str) -> None:
    status, out, _ = check(offer, as_json=False)
    assert status == 0
    assert "Risiko tinggi" in out
    assert "“Visa turis dulu”" in out
    assert "\x1b" not in out


def test_standard_input_has_a_name_of_its_own() -> None:
    assert "── masukan standar ─" in check("-", as_json=False, stdin=b"halo")[1]


def test_line_separators_do_not_break_a_line() -> None:
    _, out, _ = check("-", stdin="a\u2028b\x85c".encode())
    assert len(out.splitlines()) == 1
    assert json.loads(out)["text"] == "a\u2028b\x85c"


def plug(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stdin: bytes, tty: bool = False) -> None:
    """The command line over the hand-made screener and store."""

    class Stdin(io.TextIOWrapper):
        def isatty(self) -> bool:
            return tty

    monkeypatch.setenv("MAWAS_HOME", str(tmp_path / "home"))
    for step in ("build_store", "build_screening"):
        monkeypatch.setattr(readiness, step, lambda settings: None)
    monkeypatch.setattr(bot_screening, "load_screener", lambda settings: Screens())
    monkeypatch.setattr(check_command, "Store", lambda url: offer_store())
    monkeypatch.setattr(sys, "stdin", Stdin(io.BytesIO(stdin)))


def test_the_command_line(
    offer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(monkeypatch, tmp_path, b"")
    assert cli.main(["check", "--json", offer]) == 0
    assert json.loads(capsys.readouterr().out)["risk"] == "tinggi"
    assert cli.main(["check", offer]) == 0
    assert "Risiko tinggi" in capsys.readouterr().out
    assert cli.main(["check", str(tmp_path), offer]) == 3
    said = capsys.readouterr()
    assert "ini folder" in said.err
    assert "Risiko tinggi" in said.out


def test_what_is_piped_in_is_read_without_being_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(monkeypatch, tmp_path, TEXT.encode())
    assert cli.main(["check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == "-"


def test_nothing_named_and_nothing_piped_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(monkeypatch, tmp_path, b"", tty=True)
    assert cli.main(["check"]) == 2
    assert "Berkas mana?" in capsys.readouterr().err


def test_who_types_is_told_how_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(monkeypatch, tmp_path, TEXT.encode(), tty=True)
    assert cli.main(["check", "-"]) == 0
    assert "Ctrl-D" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("tty", "no_color", "coloured"), [(True, "", True), (True, "1", False), (False, "", False)]
)
def test_colours_are_for_terminals_of_those_who_want_them(
    tty: bool,
    no_color: str,
    coloured: bool,
    offer: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Out(io.StringIO):
        def isatty(self) -> bool:
            return tty

    plug(monkeypatch, tmp_path, b"")
    monkeypatch.setenv("NO_COLOR", no_color)
    out = Out()
    monkeypatch.setattr(sys, "stdout", out)
    assert cli.main(["check", offer]) == 0
    assert ("\x1b[" in out.getvalue()) is coloured


def test_without_a_screener_the_way_out_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="Saran: "):
        load_screener(Settings(tmp_path, "sqlite://", 30))


def test_a_conversation_loads_the_screener_with_the_first_offer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Settings] = []

    def load(settings: Settings) -> Screens:
        loaded.append(settings)
        return Screens()

    monkeypatch.setattr(bot_screening, "load_screener", load)
    screener = LateScreener(Settings(tmp_path, "sqlite://", 30))
    assert loaded == []
    assert screener.screen(TEXT) == SCAM
    assert screener.screen("halo").risk == "bukan_lowongan"
    assert len(loaded) == 1
