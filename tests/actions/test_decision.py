"""What is done with a ranking: danger first, then an answer, candidates, or an honest "I do not know"."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.danger.noticed import CLASSIFIER, PHRASE, Danger, Level, Noticed
from actions.decision import (
    ANSWER,
    CANDIDATE,
    CRISIS_CERTAIN,
    CRISIS_SUSPECTED,
    MAX_CANDIDATES,
    OFFER,
    OFFER_SURE,
    OUT_OF_SCOPE,
    Decision,
    Kind,
    by_words,
    danger_in,
    decide,
    is_crisis,
    with_danger,
)

CRISES = ("darurat_disekap", "darurat_paspor", "darurat_jiwa", "darurat_tebusan")
OTHERS = ("biaya", "visa", "langkah_aman", "sapa", "tolak", OUT_OF_SCOPE)


@st.composite
def rankings(draw: st.DrawFn) -> list[tuple[str, float]]:
    """Distinct intents with probabilities that sum to one, most probable first."""
    intents = draw(st.lists(st.sampled_from(CRISES + OTHERS), min_size=1, unique=True))
    weights = draw(st.lists(st.integers(1, 1000), min_size=len(intents), max_size=len(intents)))
    total = sum(weights)
    shares = [weight / total for weight in weights]
    return sorted(zip(intents, shares, strict=True), key=lambda row: -row[1])


def crisis_mass(ranking: list[tuple[str, float]]) -> float:
    return sum(share for intent, share in ranking if is_crisis(intent))


@given(rankings())
def test_no_other_intent_is_answered_while_danger_is_suspected(
    ranking: list[tuple[str, float]],
) -> None:
    if crisis_mass(ranking) >= CRISIS_SUSPECTED:
        decision = decide(ranking)
        assert all(is_crisis(intent) for intent in decision.intents)
        assert decision.kind in (Kind.ANSWER, Kind.DANGER_QUESTION)


@given(rankings())
def test_candidates_never_contain_a_crisis(ranking: list[tuple[str, float]]) -> None:
    decision = decide(ranking)
    if decision.kind is Kind.CANDIDATES:
        assert not any(map(is_crisis, decision.intents))


@given(rankings())
def test_candidates_never_offer_what_is_out_of_scope(ranking: list[tuple[str, float]]) -> None:
    decision = decide(ranking)
    if decision.kind is Kind.CANDIDATES:
        assert OUT_OF_SCOPE not in decision.intents


@given(rankings())
def test_a_crisis_is_acted_on_only_when_danger_is_certain(
    ranking: list[tuple[str, float]],
) -> None:
    decision = decide(ranking)
    if decision.kind is Kind.ANSWER and is_crisis(decision.intents[0]):
        assert crisis_mass(ranking) >= CRISIS_CERTAIN


@given(rankings())
def test_a_decision_carries_as_many_intents_as_its_kind_allows(
    ranking: list[tuple[str, float]],
) -> None:
    decision = decide(ranking)
    allowed = {
        Kind.ANSWER: range(1, 2),
        Kind.DANGER_QUESTION: range(1, 2),
        Kind.CANDIDATES: range(1, MAX_CANDIDATES + 1),
        Kind.UNKNOWN: range(1),
    }
    assert len(decision.intents) in allowed[decision.kind]


@given(rankings())
def test_every_intent_of_a_decision_comes_from_the_ranking(
    ranking: list[tuple[str, float]],
) -> None:
    assert set(decide(ranking).intents) <= {intent for intent, _ in ranking}


def test_an_empty_ranking_is_unknown() -> None:
    assert decide([]) == Decision(Kind.UNKNOWN)


def test_a_certain_crisis_is_acted_on_at_once() -> None:
    ranking = [("darurat_disekap", CRISIS_CERTAIN), ("biaya", 0.3)]
    assert decide(ranking) == Decision(Kind.ANSWER, ("darurat_disekap",))


def test_two_crises_that_share_the_probability_are_certain_together() -> None:
    ranking = [("darurat_disekap", 0.5), ("darurat_paspor", 0.35), ("biaya", 0.15)]
    assert decide(ranking) == Decision(Kind.ANSWER, ("darurat_disekap",))


def test_suspected_danger_behind_a_sure_topic_is_asked_about() -> None:
    ranking = [("biaya", 1 - CRISIS_SUSPECTED), ("darurat_paspor", CRISIS_SUSPECTED)]
    assert decide(ranking) == Decision(Kind.DANGER_QUESTION, ("darurat_paspor",))


def test_the_danger_question_is_about_the_most_probable_crisis() -> None:
    ranking = [("biaya", 0.6), ("darurat_paspor", 0.2), ("darurat_jiwa", 0.1)]
    assert decide(ranking) == Decision(Kind.DANGER_QUESTION, ("darurat_paspor",))


def test_little_danger_does_not_keep_a_sure_topic_from_its_answer() -> None:
    ranking = [("biaya", 0.8), ("darurat_paspor", CRISIS_SUSPECTED - 0.06)]
    assert decide(ranking) == Decision(Kind.ANSWER, ("biaya",))


def test_a_probable_intent_is_answered() -> None:
    assert decide([("biaya", ANSWER), ("visa", 0.34)]) == Decision(Kind.ANSWER, ("biaya",))


def test_a_less_probable_intent_is_answered_when_it_is_clearly_ahead() -> None:
    assert decide([("biaya", 0.46), ("visa", 0.1)]) == Decision(Kind.ANSWER, ("biaya",))


def test_close_intents_are_offered_as_candidates() -> None:
    ranking = [("biaya", 0.2), ("visa", 0.18), ("sapa", 0.1), ("tolak", 0.09)]
    assert decide(ranking) == Decision(Kind.CANDIDATES, ("biaya", "visa", "sapa"))


def test_nothing_probable_is_unknown() -> None:
    below = CANDIDATE - 0.01
    assert decide([("biaya", below), ("visa", below)]) == Decision(Kind.UNKNOWN)


def test_no_candidates_are_offered_when_out_of_scope_is_the_best_guess() -> None:
    assert decide([(OUT_OF_SCOPE, 0.2), ("biaya", 0.19)]) == Decision(Kind.UNKNOWN)


@pytest.mark.parametrize(
    ("intent", "crisis"), [("darurat_disekap", True), ("biaya", False), ("", False)]
)
def test_a_crisis_is_told_by_its_prefix(intent: str, crisis: bool) -> None:
    assert is_crisis(intent) is crisis


def heard(leaning: float = 0.0, level: Level = Level.NOTHING, **changes: Any) -> Noticed:
    shares = dict.fromkeys(CRISES, 0.1) | {"darurat_jiwa": 0.7}
    return Noticed(0.0, leaning, level, shares, **{"for_other": False, "how": PHRASE, **changes})


LEANINGS = st.floats(-20, 20)


@given(rankings(), LEANINGS, st.sampled_from(Level))
def test_with_danger_all_still_adds_up_to_one(
    ranking: list[tuple[str, float]], leaning: float, level: Level
) -> None:
    both = with_danger(ranking, heard(leaning, level))
    shares = [share for _, share in both]
    assert shares == sorted(shares, reverse=True)
    if any(not is_crisis(intent) for intent, _ in ranking):
        assert sum(shares) == pytest.approx(1.0)


@given(rankings(), st.tuples(LEANINGS, LEANINGS).map(sorted))
def test_words_that_lean_more_never_mean_less_danger(
    ranking: list[tuple[str, float]], leanings: list[float]
) -> None:
    low, high = (crisis_mass(with_danger(ranking, heard(leaning))) for leaning in leanings)
    assert low <= high + 1e-9


@given(rankings(), LEANINGS)
def test_words_that_are_certain_act_whatever_the_classifier_says(
    ranking: list[tuple[str, float]], leaning: float
) -> None:
    decision = decide(with_danger(ranking, heard(leaning, Level.CERTAIN)))
    assert decision.kind is Kind.ANSWER
    assert all(map(is_crisis, decision.intents))


@given(rankings(), LEANINGS)
def test_words_that_make_suspicious_are_at_least_asked_about(
    ranking: list[tuple[str, float]], leaning: float
) -> None:
    decision = decide(with_danger(ranking, heard(leaning, Level.SUSPECTED)))
    assert all(map(is_crisis, decision.intents))
    assert decision.kind in (Kind.ANSWER, Kind.DANGER_QUESTION)


@given(rankings(), LEANINGS)
def test_few_words_are_asked_about_at_most(
    ranking: list[tuple[str, float]], leaning: float
) -> None:
    decision = decide(with_danger(ranking, heard(leaning, Level.SUSPECTED, says_much=False)))
    assert decision.kind is Kind.DANGER_QUESTION


def test_both_opinions_choose_the_danger() -> None:
    sure = [("darurat_disekap", 0.98), ("darurat_jiwa", 0.01), ("biaya", 0.01)]
    unsure = [("darurat_disekap", 0.5), ("darurat_jiwa", 0.49), ("biaya", 0.01)]
    assert with_danger(sure, heard())[0][0] == "darurat_disekap"
    assert with_danger(unsure, heard())[0][0] == "darurat_jiwa"


@pytest.mark.parametrize(
    ("level", "danger"),
    [
        (Level.NOTHING, None),
        (Level.SUSPECTED, Danger("darurat_jiwa", False, True, PHRASE)),
        (Level.CERTAIN, Danger("darurat_jiwa", True, True, PHRASE)),
    ],
)
def test_the_words_alone_say_whether_and_whose(level: Level, danger: Danger | None) -> None:
    assert by_words(heard(level=level, for_other=True)) == danger


def test_what_only_the_classifier_noticed_is_told_apart() -> None:
    ranking = [("darurat_disekap", 0.9), ("biaya", 0.1)]
    both = with_danger(ranking, heard())
    found = danger_in(both, heard())
    assert found is not None
    assert (found.how, found.certain) == (CLASSIFIER, True)


def test_without_danger_nothing_is_noted() -> None:
    ranking = [("biaya", 0.99), ("darurat_disekap", 0.01)]
    assert danger_in(with_danger(ranking, heard(-3.0)), heard(-3.0)) is None


def test_the_words_of_a_recruiter_are_judged_by_the_classifier_alone() -> None:
    offer = [(OFFER, OFFER_SURE), ("biaya", 0.45), ("darurat_disekap", 0.05)]
    both = with_danger(offer, heard(5.0, Level.CERTAIN))
    assert crisis_mass(both) == pytest.approx(0.05)
    assert decide(both).intents[0] == OFFER
