"""`mawas explain` with the real model, and its lines with an invented explanation."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.evaluation import explain as command
from bot.evaluation.explain import FEATURES, Explanation, heaviest, lines
from bot.settings import Settings

SENTENCE = "brp gaji perawat di jepang"


@pytest.fixture(autouse=True)
def _own_loop(loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The assistant of the tests lives in their loop."""
    monkeypatch.setattr(command.asyncio, "run", loop.run_until_complete)


def test_a_sentence_is_explained(
    settings: Settings, conversation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(settings, conversation, SENTENCE, as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["words"][:2] == ["berapa", "gaji"]
    assert "JP" in [entity["value"] for entity in found["entities"]]
    assert len(found["ranking"]) == command.RANKING_SHOWN
    assert found["ranking"][0][0] == "gaji_negara"
    assert found["topics"] == found["candidates"] == ["gaji_negara"]
    assert found["decision"] == "answer"
    assert 0 <= found["danger"] < 0.1
    best, runner_up = found["weights"]
    assert [best, runner_up] == [intent for intent, _ in found["ranking"][:2]]
    assert len(found["weights"][best]) == command.WEIGHTS_SHOWN
    assert {name.partition(":")[0] for name, _ in found["weights"][best]} <= set(FEATURES)


def test_a_place_alone_is_explained_without_a_runner_up(
    settings: Settings, conversation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(settings, conversation, "Taiwan", as_json=False) == 0
    said = capsys.readouterr().out
    assert "100.0%  lanjutan" in said
    assert said.count("Paling berbobot untuk") == 1


def test_the_heaviest_features_weigh_for_or_against() -> None:
    weights = [("w:a", 3.0), ("w:b", 1.0), ("w:c", -2.0)]
    assert heaviest(weights, 2) == [("w:a", 3.0), ("w:c", -2.0)]


def test_the_lines_are_indonesian() -> None:
    found = Explanation(
        text="gaji?",
        words=[],
        entities=[{"entity": "negara", "value": "JP", "text": "jepang"}],
        concepts=["gaji"],
        language=None,
        ranking=[("gaji_negara", 0.51)],
        danger=0.3,
        decision="danger_question",
        candidates=["darurat_disekap"],
        topics=[],
        crisis="darurat_disekap",
        weights={"gaji_negara": [("w:gaji", 1.5), ("q:a b", -0.5), ("unknown", 0.1)]},
    )
    assert list(lines(found)) == [
        "Kalimat    gaji?",
        "Kata       -",
        "Entitas    negara JP (jepang)",
        "Konsep     gaji",
        "Bahasa     tidak dikenali, dibaca sebagai bahasa Indonesia",
        "Maksud",
        "   51.0%  gaji_negara",
        "Bahaya     30.0%",
        "Keputusan  menanyakan apakah ada bahaya: darurat_disekap",
        "Dijawab    darurat_disekap",
        "Paling berbobot untuk gaji_negara",
        "   +1.50  kata: 'gaji'",
        "   -0.50  pasangan konsep: 'a b'",
        "   +0.10  unknown",
    ]
