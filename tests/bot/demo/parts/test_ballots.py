from __future__ import annotations

from datetime import date

import pytest

from bot.demo.parts.ballots import Ballots, people_note
from bot.demo.sourcing import source_line
from knowledge.store import Store
from tests.bot.demo.halls import SetVotes, services

CHOICES = {"q": ("a", "b")}


def test_votes_outlive_the_program_that_counted_them(real_store: Store) -> None:
    votes = SetVotes({"q": {"a": 7}})
    first = Ballots(services(real_store, votes=votes), CHOICES, run="one")
    first.put("q", {"choice": "b", "n": 2})
    # Another run begins without votes and gets new ones.
    later = SetVotes({"q": {"a": 1, "b": 1}})
    second = Ballots(services(real_store, votes=later), CHOICES, first.dump(), run="two")
    assert second.total("q") == {"a": 8, "b": 3}
    third = Ballots(services(real_store), CHOICES, second.dump(), run="three")
    assert third.total("q") == {"a": 8, "b": 3}


def test_votes_are_counted_once_when_it_is_shown_again_in_the_same_run(real_store: Store) -> None:
    votes = SetVotes({"q": {"a": 7}})
    first = Ballots(services(real_store, votes=votes), CHOICES, run="one")
    again = Ballots(services(real_store, votes=votes), CHOICES, first.dump(), run="one")
    assert again.total("q") == {"a": 7, "b": 0}
    assert again.poll("q") == first.poll("q")


def test_another_showing_is_another_vote(real_store: Store) -> None:
    hall = services(real_store)
    assert Ballots(hall, CHOICES).poll("q") != Ballots(hall, CHOICES).poll("q")


def test_nothing_was_counted_is_not_zero(real_store: Store) -> None:
    ballots = Ballots(services(real_store), CHOICES)
    assert ballots.total("q") == {}
    ballots.put("q", {"choice": "a", "n": 0})
    assert ballots.total("q") == {"a": 0, "b": 0}
    ballots.clear("q")
    assert ballots.total("q") == {}


@pytest.mark.parametrize(("counted", "people"), [(0, 30), (30, 30), (12, None)])
def test_there_is_nothing_to_say_where_counts_agree(counted: int, people: int | None) -> None:
    assert people_note(counted, people) == ""


def test_the_line_of_sources_says_when_it_is_old(real_store: Store) -> None:
    ids = [
        "uu_18_2017_hal8",
        "bitv_2025_bukan_tujuan",
        "proteksi_2025_kepri",
        "kompas_2023_uangfit",
    ]
    days = {"checked_on": date(2026, 11, 21), "review_by": date(2027, 5, 21)}
    fresh = source_line(real_store, ids, **days, today=date(2027, 5, 21))
    assert fresh.endswith("dan 1 lainnya. Dicek 21 November 2026.")
    old = source_line(real_store, ids[:1], **days, today=date(2027, 5, 22))
    assert "lainnya" not in old
    assert "dicek ulang" in old
