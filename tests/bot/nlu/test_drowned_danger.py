"""Danger that one sentence of a message tells while the others ask."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Span

from actions.decision import CRISIS_SUSPECTED, Kind, Ranking, decide
from actions.language.pipeline import indonesian
from bot.nlu.drowned_danger import with_drowned_danger
from tests.helpers.language import lexicon_of

WHOLE: Ranking = [("pemulangan", 0.9), ("darurat_orang_lain", 0.05), ("kontak_kbri", 0.05)]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return indonesian(lexicon_of([], []))


def predict(piece: Span) -> Ranking:
    """Certain of danger where a piece says so by itself, unsure where it only sounds like it."""
    if "disekap" in piece.text and "bagaimana" not in piece.text:
        return [("darurat_orang_lain", 0.995), ("pemulangan", 0.005)]
    if "ditahan" in piece.text:
        return [("darurat_paspor", 0.9), ("hak_pmi", 0.1)]
    return [("pemulangan", 0.9), ("darurat_orang_lain", 0.1)]


@pytest.mark.parametrize(
    "text",
    [
        "adik saya disekap di Myawaddy. terus siapa yang bayar pulangnya",
        "siapa yang bayar pulangnya? adik saya disekap",
        "adik saya disekap di sana\nmau tanya biaya pulang",
    ],
)
def test_danger_in_one_sentence_is_asked_about(nlp: Language, text: str) -> None:
    ranking = with_drowned_danger(nlp(text), WHOLE, 0.0, predict)
    decision = decide(ranking)
    assert (decision.kind, decision.intents) == (Kind.DANGER_QUESTION, ("darurat_orang_lain",))
    assert ranking[0][0] == "pemulangan"
    assert sum(share for _, share in ranking) == pytest.approx(
        CRISIS_SUSPECTED + 0.95 * (1 - CRISIS_SUSPECTED)
    )


@pytest.mark.parametrize(
    "text",
    [
        "adik saya disekap siapa yang bayar pulangnya",
        "paspor saya ditahan. berapa lama prosesnya",
        "bagaimana kalau disekap? biayanya berapa",
        "",
    ],
)
def test_other_messages_stay_as_they_were(nlp: Language, text: str) -> None:
    assert with_drowned_danger(nlp(text), WHOLE, 0.0, predict) is WHOLE


def test_a_message_far_from_danger_is_left_alone(nlp: Language) -> None:
    doc = nlp("adik saya disekap di Myawaddy. terus siapa yang bayar pulangnya")
    assert with_drowned_danger(doc, WHOLE, -0.5, predict) is WHOLE


def test_a_book_is_read_up_to_a_bound(nlp: Language) -> None:
    seen: list[str] = []

    def counting(piece: Span) -> Ranking:
        seen.append(piece.text)
        return [("pemulangan", 1.0)]

    with_drowned_danger(nlp("saya mau tanya. " * 500), WHOLE, 0.0, counting)
    assert len(seen) == 20
