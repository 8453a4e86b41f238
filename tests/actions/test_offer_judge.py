"""What a conversation holds of an offer is screened once a turn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.check_offer import CheckOffer
from actions.context import ASKED_FORM, OFFER, PENDING
from actions.offer_desk import OfferDesk
from actions.offer_judge import OfferJudge
from actions.screening.case import Case
from actions.screening.model import Evidence, Flag, Screening
from tests.actions.fakes import make_tracker, run_on
from tests.actions.offer_turns import ASKING, CASE, OPEN, turn
from tests.actions.screening.offers import NEWS, Screens, offer_store


class Counts(Screens):
    """Remembers what it screened."""

    def __init__(self, screening: Screening) -> None:
        super().__init__(screening)
        self.seen: list[str] = []

    def screen(self, text: str) -> Screening:
        self.seen.append(text)
        return super().screen(text)


@pytest.mark.parametrize("case", [None, CASE, ASKING])
@pytest.mark.parametrize("intent", ["kirim_lowongan", "cek_lowongan"])
def test_a_message_that_is_no_offer_is_screened_once(intent: str, case: Case | None) -> None:
    screener = Counts(NEWS)
    text = "polisi menangkap sindikat di bandara"
    slots = {OFFER: case.to_slot() if case else None, PENDING: ASKED_FORM if case else None}
    events = [{"event": "user", "message_id": "m2", "text": text, "timestamp": 30.0}]
    tracker = make_tracker(intent=intent, text=text, events=events, **slots)
    said = run_on(CheckOffer(OfferDesk(offer_store(), screener)), tracker)
    assert said.bubbles
    assert screener.seen.count(text) == 1


def test_what_was_screened_stays_with_its_turn() -> None:
    screener = Counts(OPEN)
    judge = OfferJudge(offer_store(), screener)
    first = turn("halo")
    assert judge.screen(first, "halo") is judge.screen(first, "halo") is OPEN
    judge.screen(turn("halo"), "halo")
    assert screener.seen == ["halo", "halo"]


def test_only_words_that_raise_a_flag_by_themselves_add_one() -> None:
    text = f"{OPEN.text}\nbayar dulu"
    fee = Flag("biaya_dimuka", 3, (Evidence("bayar", len(OPEN.text) + 1, len(OPEN.text) + 6),))
    longer = replace(CASE, screening=replace(OPEN, text=text, flags=(fee,)))
    alone = replace(NEWS, hints=(replace(fee, evidence=(Evidence("bayar", 0, 5),)),))
    for screening, adds in ((alone, True), (NEWS, False)):
        judge = OfferJudge(offer_store(), Screens(screening))
        assert judge.adds(turn("bayar dulu"), CASE, longer) is adds
    absent = replace(fee, evidence=(replace(fee.evidence[0], is_absence=True),))
    judge = OfferJudge(offer_store(), Screens(alone))
    case = replace(CASE, screening=replace(OPEN, text=text, flags=(absent,)))
    assert not judge.adds(turn("bayar dulu"), CASE, case)


def test_a_corrected_message_stands_where_the_wrong_one_stood() -> None:
    judge = OfferJudge(offer_store(), Screens(OPEN))
    case = replace(CASE, messages=("m0", "m1", "m3"))
    assert judge.corrected(turn("x"), case, "m1").messages == ("m0", "m2", "m3")
