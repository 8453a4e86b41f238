"""`mawas eval` with a few messages, answered by the real assistant."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.errors import MissingError
from bot.evaluation import run as command
from bot.settings import Settings
from tests.bot.evaluation.offer_builders import FakeScreener

TWINS = "nlu:\n  - intent: cek_p3mi\n    metadata: {register: baku}\n    examples: |\n      - %s\n"
UNSEEN = "Adakah daftar perusahaan penempatan yang izinnya masih berlaku bulan ini?"


@pytest.fixture
def unseen(tmp_path: Path) -> Path:
    folder = tmp_path / "unseen"
    for name, text in (
        ("nlu/cek_p3mi", TWINS % UNSEEN),
        (
            "sets/lanjutan",
            '- {turns: ["gaji di jepang berapa?", "kalau taiwan?"], topic: gaji_negara, place: TW}',
        ),
        ("sets/entitas", '- "di [taiwan](negara:TW) aman ga"'),
    ):
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _write_offer(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "a.yml").write_text(
        f"- {{id: {name}, kind: tipu, form: iklan_fb, risk: [tinggi], flags: [], arguable: [],"
        f" country: null, pay: null, stage: null, text: {text}}}",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def offers(tmp_path: Path) -> dict[str, Any]:
    """One offer a half, and a screener that takes both for something else; a folder for messages about danger, empty yet."""
    (tmp_path / "danger").mkdir()
    return {
        "dangers": tmp_path / "danger",
        "screener": FakeScreener({}),
        "offers": _write_offer(tmp_path / "open", "t_1", "tawaran t_1"),
        "unseen_offers": _write_offer(tmp_path / "apart", "u_1", "tawaran u_1"),
    }


@pytest.fixture(autouse=True)
def _own_loop(loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The assistant of the tests lives in their loop."""
    monkeypatch.setattr(command.asyncio, "run", loop.run_until_complete)


def test_tables_files_and_page_are_written(
    settings: Settings,
    conversation,
    unseen: Path,
    offers: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "PAGE", tmp_path / "scoreboard.md")
    out = tmp_path / "out"
    assert command.run(settings, conversation, out=out, write=True, unseen=unseen, **offers) == 0
    said = capsys.readouterr()
    assert "PEMAHAMAN" in said.out
    assert "Menjawab kalimat uji" in said.err
    assert len(list((out / command.HELD_OUT).iterdir())) == 5
    page = (tmp_path / "scoreboard.md").read_text(encoding="utf-8")
    assert page.startswith("# Scoreboard")
    assert "## Final" not in page


def test_json_holds_the_final_sets_when_they_are_asked_for(
    settings: Settings,
    conversation,
    unseen: Path,
    offers: dict[str, Any],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    options = {"out": tmp_path / "out", "final": True, "as_json": True, "unseen": unseen, **offers}
    with pytest.raises(MissingError, match="final"):
        command.run(settings, conversation, **options)
    (unseen / "final" / "sets").mkdir(parents=True)
    (unseen / "final" / "sets" / "menakutkan.yml").write_text(
        '- {intent: hukum_tppo, text: "Berapa lama penjara bagi penyekap pekerja migran?"}',
        encoding="utf-8",
    )
    assert command.run(settings, conversation, **options) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {command.HELD_OUT, command.FINAL, "offers", "offers_unseen"}
    assert found["held_out"]["several questions"]["follow up right"]["figure"]["hits"] == 1
    assert found["held_out"]["entities"]["negara"]["F1 with value"] == 1.0
    assert list(found["final"]["by set"]) == ["menakutkan"]


def test_a_message_that_is_trained_on_is_status_1(
    settings: Settings, conversation, unseen: Path, offers: dict[str, Any], tmp_path: Path
) -> None:
    intent, sentence = command.training_sentences().alike.popitem()[1][0]
    (unseen / "sets" / "menakutkan.yml").write_text(
        json.dumps([{"intent": intent, "text": sentence.upper()}]), encoding="utf-8"
    )
    assert command.run(settings, conversation, out=tmp_path / "out", unseen=unseen, **offers) == 1


def test_messages_about_danger_have_tables_of_their_own(
    settings: Settings,
    conversation,
    unseen: Path,
    offers: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "PAGE", tmp_path / "scoreboard.md")
    (offers["dangers"] / "a.yml").write_text(
        "- {id: darurat_disekap, also: [darurat_paspor], for_other: false, lang: id, style: terang,"
        ' text: "tolong, kami disekap bos di gudang"}\n'
        '- {id: null, lang: id, style: hukum, text: "pasal tentang penyekapan itu nomor berapa ya"}\n',
        encoding="utf-8",
    )
    out = tmp_path / "out"
    options = {"out": out, "unseen": unseen, "write": True, **offers}
    assert command.run(settings, conversation, **options) == 0
    said = capsys.readouterr().out
    assert "== danger (2) ==" in said
    assert "BAHAYA, KUMPULAN SENDIRI" in said
    rows = (out / command.DANGERS / "messages.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 3
    assert ",darurat_disekap darurat_paspor,0,id,terang,darurat_disekap,1,1," in rows[1]
    assert "## Danger (`tests/danger/`)" in (tmp_path / "scoreboard.md").read_text(encoding="utf-8")


def test_offers_are_screened_and_the_unseen_half_only_with_the_final_sets(
    settings: Settings,
    conversation,
    unseen: Path,
    offers: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "PAGE", tmp_path / "scoreboard.md")
    (unseen / "final" / "sets").mkdir(parents=True)
    (unseen / "final" / "sets" / "menakutkan.yml").write_text(
        '- {intent: hukum_tppo, text: "Berapa lama penjara bagi penyekap pekerja migran?"}',
        encoding="utf-8",
    )
    options = {"out": tmp_path / "out", "unseen": unseen, **offers}
    assert command.run(settings, conversation, **options) == 0
    assert "== offers (1) ==" in (said := capsys.readouterr().out)
    assert "TAWARAN" in said
    assert "offers_unseen" not in said
    assert command.run(settings, conversation, final=True, write=True, as_json=True, **options) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["offers_unseen"]["offers"]["false reassurance"]["figure"]["hits"] == 1
    assert (tmp_path / "out" / "offers_unseen" / "offer_mistakes.csv").exists()
    assert "## Offers, unseen half" in (tmp_path / "scoreboard.md").read_text(encoding="utf-8")


def test_an_offer_that_stands_in_both_halves_is_status_1(
    settings: Settings, conversation, unseen: Path, offers: dict[str, Any], tmp_path: Path
) -> None:
    (unseen / "final").symlink_to(unseen)
    _write_offer(offers["unseen_offers"], "u_2", "tawaran t_1")
    options = {"out": tmp_path / "out", "unseen": unseen, "final": True, **offers}
    assert command.run(settings, conversation, **options) == 1
