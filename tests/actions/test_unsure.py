"""A message that was not understood: danger, an open question, candidates, or an honest "I do not know"."""

from __future__ import annotations

from typing import Any

import pytest

from actions.confirm import Affirm
from actions.context import (
    ASKED_COUNTRY,
    ASKED_DANGER,
    ASKED_PROVINCE,
    ASKED_QUIZ,
    CRISIS,
    FOR_OTHER,
    PENDING,
    QUIZ,
    TOPIC,
    UNSURE,
)
from actions.decision import OUT_OF_SCOPE
from actions.unsure import AnswerWhenUnsure
from knowledge.store import Store
from tests.actions.fakes import make_store, run

CLOSE = [("biaya", 0.15), ("visa", 0.14), ("cek_lowongan", 0.12), ("tolak", 0.1)]
DANGER = [("biaya", 0.5), ("darurat_disekap", 0.4)]
IN_DANGER: dict[str, Any] = {PENDING: ASKED_DANGER, CRISIS: "darurat_disekap"}
ASKED_BACK = "Maaf, saya belum mengerti."
UNKNOWN = "Maaf, saya tetap belum mengerti."
NO_DANGER = "Baik. Kalau keadaan berubah, tulis saja kapan pun."


@pytest.fixture
def action(store: Store) -> AnswerWhenUnsure:
    return AnswerWhenUnsure(store)


def test_suspected_danger_is_asked_about(action: AnswerWhenUnsure) -> None:
    said = run(action, ranking=DANGER)
    assert said.about["crisis"] == ("darurat_disekap", False)
    assert said.slots[PENDING] == ASKED_DANGER


def test_danger_goes_before_an_open_question_for_a_place(action: AnswerWhenUnsure) -> None:
    said = run(action, ranking=DANGER, **{PENDING: ASKED_COUNTRY, TOPIC: "info_negara"})
    assert said.about["crisis"] == ("darurat_disekap", False)


@pytest.mark.parametrize(
    ("text", "verdict"), [("kayaknya salah", "Betul!"), ("apa ya", "Jawab dengan salah satu")]
)
def test_an_unclear_message_in_the_quiz_is_read_as_its_answer(
    action: AnswerWhenUnsure, text: str, verdict: str
) -> None:
    state = {"asked": ["soal_a"], "right": 0, "seen": []}
    said = run(action, text=text, **{PENDING: ASKED_QUIZ, QUIZ: state})
    assert said.bubbles[0].startswith(verdict)
    assert said.slots[PENDING] == ASKED_QUIZ


def test_close_guesses_are_offered_by_their_titles(action: AnswerWhenUnsure) -> None:
    assert run(action, ranking=CLOSE).buttons == {
        "Judul biaya": "/biaya",
        "Judul visa": "/visa",
        "Memeriksa tawaran kerja": "/cek_lowongan",
    }


def test_two_guesses_with_one_title_are_offered_once(action: AnswerWhenUnsure) -> None:
    ranking = [("kirim_lowongan", 0.15), ("cek_lowongan", 0.14)]
    assert run(action, ranking=ranking).buttons == {"Memeriksa tawaran kerja": "/cek_lowongan"}


def test_a_guess_without_a_title_is_not_offered(action: AnswerWhenUnsure) -> None:
    assert list(run(action, ranking=[("biaya", 0.15), ("sapa", 0.14)]).buttons) == ["Judul biaya"]


def test_when_no_guess_has_a_title_mawas_asks_back(
    action: AnswerWhenUnsure,
) -> None:
    assert run(action, ranking=[("sapa", 0.15), ("pamit", 0.14)]).text.startswith(ASKED_BACK)


@pytest.mark.parametrize("ranking", [[], [("biaya", 0.01)], [(OUT_OF_SCOPE, 0.2)]])
def test_what_is_not_understood_is_asked_back_once(
    action: AnswerWhenUnsure, ranking: list[tuple[str, float]]
) -> None:
    first = run(action, ranking=ranking)
    assert first.text.startswith(ASKED_BACK)
    assert first.buttons
    second = run(action, ranking=ranking, **{UNSURE: first.slots[UNSURE]})
    assert second.text.startswith(UNKNOWN)


def test_any_other_answer_ends_the_counting(store: Store) -> None:
    assert run(Affirm(store), **{UNSURE: 1}).slots[UNSURE] is None


def test_who_is_not_understood_twice_gets_a_person(action: AnswerWhenUnsure) -> None:
    said = run(action, **{UNSURE: 1})
    assert said.about["channels"] == ["kp2mi_call_center"]
    assert "+62 21 29244800" in said.text


def test_without_the_channel_mawas_still_says_that_it_does_not_know() -> None:
    said = run(AnswerWhenUnsure(make_store(channel=[])), **{UNSURE: 1})
    assert said.about["channels"] == []
    assert said.text.startswith(UNKNOWN)


@pytest.mark.parametrize("text", ["Y", "ya", "hmm", "tolong", "tidak aman", "tidak tahu", ""])
def test_after_the_danger_question_everything_but_a_plain_no_counts_as_yes(
    action: AnswerWhenUnsure, text: str
) -> None:
    said = run(action, text=text, **IN_DANGER)
    assert said.about["crisis"] == ("darurat_disekap", True)
    assert said.slots[CRISIS] == "darurat_disekap"


def test_yes_for_somebody_else_gives_the_steps_of_the_family(action: AnswerWhenUnsure) -> None:
    said = run(action, text="Y", **IN_DANGER, **{FOR_OTHER: True})
    assert "1. Siapkan fotonya." in said.text


@pytest.mark.parametrize("text", ["T", "tidak", "nggak pak"])
def test_a_plain_no_to_the_danger_question_leaves_the_danger(
    action: AnswerWhenUnsure, text: str
) -> None:
    said = run(action, text=text, **IN_DANGER)
    assert said.bubbles[0].startswith(NO_DANGER)
    assert said.slots[CRISIS] is None


def test_the_answer_to_the_danger_question_is_read_before_any_guess(
    action: AnswerWhenUnsure,
) -> None:
    assert run(action, text="T", ranking=CLOSE, **IN_DANGER).bubbles[0].startswith(NO_DANGER)


def test_a_place_in_an_unclear_message_answers_our_question(action: AnswerWhenUnsure) -> None:
    slots = {PENDING: ASKED_COUNTRY, TOPIC: "kontak_kbri"}
    said = run(action, countries=["KH"], **slots)
    assert said.about["channels"][0] == "kbri_phnom_penh"


@pytest.mark.parametrize(
    ("pending", "words"),
    [(ASKED_COUNTRY, "nama negara"), (ASKED_PROVINCE, "nama provinsi atau kabupaten")],
)
def test_an_unknown_place_is_asked_for_again(
    action: AnswerWhenUnsure, pending: str, words: str
) -> None:
    said = run(action, text="Atlantis", **{PENDING: pending, TOPIC: "kontak_kbri"})
    assert said.bubbles == [
        f"Saya belum mengenali {words} itu. Tulis lagi {words} saja, atau tulis batal."
    ]
    assert said.slots[PENDING] == pending


def test_the_question_for_a_place_can_be_left(action: AnswerWhenUnsure) -> None:
    said = run(action, text="Atlantis", **{PENDING: ASKED_COUNTRY})
    assert said.buttons == {"Batal": "/batal"}
