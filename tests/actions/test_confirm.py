"""Yes, no and cancel."""

from __future__ import annotations

from typing import Any

import pytest

from actions.confirm import Affirm, Cancel, Deny
from actions.context import (
    ASKED_DANGER,
    ASKED_QUIZ,
    CITED,
    COUNTRY,
    CRISIS,
    FOR_OTHER,
    GUIDE,
    PART,
    PENDING,
    PROVINCE,
    QUIZ,
    TOPIC,
)
from knowledge.store import Store
from tests.actions.fakes import run

IN_DANGER: dict[str, Any] = {PENDING: ASKED_DANGER, CRISIS: "darurat_disekap"}
IN_QUIZ: dict[str, Any] = {
    PENDING: ASKED_QUIZ,
    QUIZ: {"asked": ["soal_a"], "right": 0, "seen": []},
}


def test_yes_to_the_danger_question_starts_the_protocol(store: Store) -> None:
    said = run(Affirm(store), text="ya", **IN_DANGER)
    assert said.about["crisis"] == ("darurat_disekap", True)
    assert said.slots[CRISIS] == "darurat_disekap"


def test_yes_for_somebody_else_gives_the_steps_of_the_family(store: Store) -> None:
    said = run(Affirm(store), text="ya", **IN_DANGER, **{FOR_OTHER: True})
    assert "1. Siapkan fotonya." in said.text


def test_yes_in_the_quiz_means_true(store: Store) -> None:
    assert run(Affirm(store), text="ya", **IN_QUIZ).bubbles[0].startswith("Belum tepat.")


def test_yes_after_a_topic_goes_on_with_it(store: Store) -> None:
    said = run(Affirm(store), text="ya", **{TOPIC: "biaya"})
    assert said.bubbles[0] == "Bagian satu\nRinci biaya satu."


def test_yes_to_nothing_asks_what_about(store: Store) -> None:
    assert run(Affirm(store), text="ya").bubbles == ["Baik. Mau bertanya tentang apa?"]


def test_the_danger_question_without_a_danger_is_no_protocol(store: Store) -> None:
    said = run(Affirm(store), text="ya", **{PENDING: ASKED_DANGER})
    assert said.about["crisis"] is None


@pytest.mark.parametrize("text", ["tidak", "T", "nggak kok", "/tolak"])
def test_a_plain_no_to_the_danger_question_leaves_the_danger(store: Store, text: str) -> None:
    said = run(Deny(store), text=text, **IN_DANGER)
    assert said.slots[CRISIS] is None
    assert said.bubbles[0].startswith("Baik. Kalau keadaan berubah, tulis saja kapan pun.")


@pytest.mark.parametrize("text", ["tidak aman", "tidak tahu", "bukan saya, adik saya", "jangan"])
def test_an_unclear_no_to_the_danger_question_counts_as_yes(store: Store, text: str) -> None:
    said = run(Deny(store), text=text, **IN_DANGER)
    assert said.about["crisis"] == ("darurat_disekap", True)
    assert said.slots[CRISIS] == "darurat_disekap"


def test_a_no_that_comes_after_another_message_leaves_the_danger_too(store: Store) -> None:
    slots = {CRISIS: "darurat_disekap", GUIDE: {"asked": True}, TOPIC: "kontak_kbri"}
    said = run(Deny(store), text="tidak", **slots)
    assert (said.slots[CRISIS], said.slots[GUIDE]) == (None, None)
    assert said.bubbles[0].startswith("Baik. Kalau keadaan berubah")


def test_what_the_danger_question_interrupted_is_offered_again(store: Store) -> None:
    guide = {"asked": True, "pending": ASKED_QUIZ, "topic": "biaya"}
    said = run(Deny(store), text="T", **{**IN_DANGER, GUIDE: guide})
    assert list(said.buttons)[:2] == ["Lanjut kuis", "Judul biaya"]


def test_no_after_help_in_a_running_danger_offers_topics(store: Store) -> None:
    said = run(Deny(store), text="tidak", **{CRISIS: "darurat_disekap", TOPIC: "kontak_kbri"})
    assert said.bubbles == ["Baik. Ada hal lain yang ingin ditanyakan?"]


def test_not_knowing_is_no_answer_in_the_quiz(store: Store) -> None:
    said = run(Deny(store), text="ga tau", **IN_QUIZ)
    assert said.bubbles[0].startswith("Jawab dengan salah satu tombol")


def test_no_in_the_quiz_means_false(store: Store) -> None:
    assert run(Deny(store), text="tidak", **IN_QUIZ).bubbles[0].startswith("Betul!")


def test_no_to_nothing_offers_topics(store: Store) -> None:
    said = run(Deny(store), text="tidak")
    assert said.bubbles == ["Baik. Ada hal lain yang ingin ditanyakan?"]
    assert len(said.buttons) == 3


@pytest.mark.parametrize(
    "slot", [CRISIS, GUIDE, PENDING, TOPIC, QUIZ, FOR_OTHER, COUNTRY, PROVINCE, CITED]
)
def test_cancel_forgets_what_was_talked_about(store: Store, slot: str) -> None:
    everything = {
        CRISIS: "darurat_disekap", PENDING: ASKED_DANGER, TOPIC: "biaya", QUIZ: {}, FOR_OTHER: True,
        COUNTRY: "KH", PROVINCE: "Aceh", CITED: ["uu"],
    }  # fmt: skip
    assert run(Cancel(store), text="batal", **everything).slots[slot] is None


def test_cancel_begins_explanations_at_the_beginning(store: Store) -> None:
    assert run(Cancel(store), text="batal", **{PART: 2}).slots[PART] == 0


def test_cancel_offers_topics(store: Store) -> None:
    assert len(run(Cancel(store), text="batal").buttons) == 3
