"""Somebody who pours out their heart."""

from __future__ import annotations

from actions.acknowledge_worry import AcknowledgeWorry
from actions.context import ASKED_DANGER, CRISIS, PENDING
from knowledge.store import Store
from tests.actions.fakes import run


def test_a_worry_is_heard_and_asked_about(store: Store) -> None:
    said = run(AcknowledgeWorry(store), intent="curhat", text="saya sedih")
    assert said.bubbles[0].startswith("Terima kasih sudah bercerita.")
    assert "/cari_keluarga" in said.buttons.values()


def test_a_worry_after_the_danger_question_counts_as_yes(store: Store) -> None:
    slots = {CRISIS: "darurat_disekap", PENDING: ASKED_DANGER}
    said = run(AcknowledgeWorry(store), text="saya sedih", **slots)
    assert said.about["crisis"] == ("darurat_disekap", True)
    assert "Rasa ragu itu wajar" not in said.text
