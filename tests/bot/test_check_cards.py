"""`mawas check --card`: a picture beside each report, and what happens where it cannot be written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot import cards, check_command, cli
from tests.actions.screening.offers import TEXT
from tests.bot.test_check_command import check, plug


@pytest.fixture
def offer(tmp_path: Path) -> str:
    path = tmp_path / "tawaran.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


def test_each_offer_gets_a_card_beside_its_report(offer: str, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "kartu"
    status, out, errors = check(offer, "-", as_json=False, stdin=b"berita", folder=folder)
    assert (status, errors) == (0, "")
    assert [path.name for path in folder.iterdir()] == ["tawaran.png"]
    assert (folder / "tawaran.png").read_bytes().startswith(b"\x89PNG")
    assert f"Kartu: {folder / 'tawaran.png'}\n" in out
    assert "Kartu: tidak ada, karena ini bukan tawaran." in out


def test_beside_json_the_cards_are_named_on_the_other_stream(offer: str, tmp_path: Path) -> None:
    status, out, errors = check(offer, "-", stdin=TEXT.encode(), folder=tmp_path / "kartu")
    assert status == 0
    assert [json.loads(line)["risk"] for line in out.splitlines()] == ["tinggi", "tinggi"]
    assert errors.splitlines() == [
        f"Kartu: {tmp_path / 'kartu' / 'tawaran.png'}",
        f"Kartu: {tmp_path / 'kartu' / 'masukan_standar.png'}",
    ]


def test_a_card_that_cannot_be_written_stops_nothing_and_is_status_4(
    offer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, picture: bytes) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cards, "_written", full)
    missing = str(tmp_path / "tidak_ada.txt")
    status, out, errors = check(offer, missing, offer, folder=tmp_path / "kartu")
    assert status == 4
    assert len(out.splitlines()) == 2
    assert errors.count("kartu tidak bisa ditulis di ") == 2
    assert "No space" not in errors


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_read(
    offer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(monkeypatch, tmp_path, b"")
    assert cli.main(["check", "--card", str(Path(offer) / "kartu"), offer]) == 4
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("mawas: kartu tidak bisa ditulis di ")
    assert "Saran: " in said.err


def test_a_card_by_the_command_line(
    offer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(monkeypatch, tmp_path, b"")
    monkeypatch.setenv("MAWAS_BOT_LINK", "https://t.me/mawas_bot")
    assert cli.main(["check", "--card", str(tmp_path / "kartu"), offer]) == 0
    assert str(tmp_path / "kartu" / "tawaran.png") in capsys.readouterr().out


def test_options_reach_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[object, ...]] = []
    monkeypatch.setattr(
        check_command, "run", lambda _, files, **options: called.append((files, options)) or 0
    )
    assert cli.main(["check", "a.txt"]) == 0
    assert cli.main(["check", "--json", "--card", "kartu", "a.txt", "-"]) == 0
    assert called == [
        (["a.txt"], {"as_json": False, "cards": None}),
        (["a.txt", "-"], {"as_json": True, "cards": Path("kartu")}),
    ]
