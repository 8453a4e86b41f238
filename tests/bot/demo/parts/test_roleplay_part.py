from __future__ import annotations

import json
from typing import Any

import pytest

from bot.demo.part import Part, PartError
from bot.demo.parts.roleplay import KIND
from knowledge.store import Store
from tests.bot.demo.halls import SetVotes, services

PLAY = {"id": "admin_kamboja"}


@pytest.fixture
def play(real_store: Store) -> Part:
    return KIND.make(PLAY, None, services(real_store))


def to(part: Part, screen: str) -> dict[str, Any]:
    """Step on until that screen, answering with the first answer where the hall is asked."""
    while part.view()["screen"] != screen:
        if part.view()["screen"] == "choose":
            part.act("choose", "a")
        else:
            part.act("next", None)
    return part.view()


def test_every_roleplay_can_be_chosen_and_goes_to_its_end(real_store: Store) -> None:
    choices = KIND.choices(real_store)
    assert [choice.arguments["id"] for choice in choices] == [
        each.id for each in real_store.roleplays()
    ]
    for choice in choices:
        part = KIND.make(choice.arguments, None, services(real_store))
        seen = [to(part, "happened"), to(part, "contacts")]
        json.dumps(seen)
        assert seen[0]["source"].startswith("Sumber: ")
        assert seen[1]["contacts"]


def test_a_round_is_told_asked_answered_and_explained_in_this_order(play: Part) -> None:
    seen = []
    while play.view()["stage"] <= 0:
        seen.append(play.view()["screen"])
        play.act(*(("choose", "b") if seen[-1] == "choose" else ("next", None)))

    assert seen == [
        "cover", "story", "chat", "chat", "chat", "choose", "reply", "trick", "answers", "refuse",
    ]  # fmt: skip


def test_which_answer_protects_is_not_told_before_the_hall_chose(play: Part) -> None:
    asked = to(play, "choose")
    assert all("protects" not in option for option in asked["options"])

    told = to(play, "answers")

    assert [option["protects"] for option in told["options"]] == [False, True, False]
    assert [option["chosen"] for option in told["options"]] == [True, False, False]


def test_the_hall_must_choose_before_it_goes_on(play: Part) -> None:
    to(play, "choose")

    with pytest.raises(PartError, match="belum memilih"):
        play.act("next", None)


def test_the_recruiter_writes_back_to_what_was_chosen_and_it_can_be_chosen_again(
    play: Part,
) -> None:
    to(play, "choose")
    play.act("choose", "b")
    assert play.view()["bubbles"][0]["side"] == "me"
    first = play.view()["bubbles"][1]["text"]

    play.act("choose", "a")

    assert play.view()["screen"] == "reply"
    assert play.view()["bubbles"][1]["text"] != first


@pytest.mark.parametrize("value", ["z", "", "d", 1, None, ["a"]])
def test_an_answer_that_is_not_there_changes_nothing(play: Part, value: Any) -> None:
    before = to(play, "choose")

    with pytest.raises(PartError):
        play.act("choose", value)

    assert play.view() == before


def test_nothing_can_be_chosen_elsewhere(play: Part) -> None:
    with pytest.raises(PartError, match="layar pilihan"):
        play.act("choose", "a")
    with pytest.raises(PartError, match="Saran"):
        play.act("lain", None)


def test_handsets_vote_while_the_hall_is_asked_and_most_votes_decide(real_store: Store) -> None:
    votes = SetVotes({"umpan": {"b": 9, "a": 4}})
    part = KIND.make(PLAY, None, services(real_store, votes=votes))
    assert part.phone() is None

    to(part, "choose")
    phone = part.phone()
    assert phone is not None
    assert [option["id"] for option in phone["options"]] == ["a", "b", "c"]
    assert [option["votes"] for option in part.view()["options"]] == [4, 9, 0]
    part.act("next", None)

    assert part.view()["screen"] == "reply"
    assert part.view()["bubbles"][0]["text"] == phone["options"][1]["text"]


def test_the_trick_is_named_with_the_words_that_give_it_away(play: Part) -> None:
    screen = to(play, "trick")

    lit = [screen["said"][mark["start"] : mark["end"]] for mark in screen["marks"]]
    assert lit == ["Kamboja", "Admin online"]
    assert screen["name"]
    assert screen["source"].startswith("Sumber: ")
    assert play.notes()["flags"]


def test_it_is_added_up_in_how_many_stages_the_hall_was_protected(play: Part) -> None:
    to(play, "choose")
    play.act("choose", "b")

    tally = to(play, "tally")

    assert (tally["protected"], tally["rounds"], tally["kept"]) == (1, 6, ["Umpan"])


def test_a_round_that_was_passed_over_is_asked_when_one_comes_back_to_it(play: Part) -> None:
    rounds = [row["go"] for row in play.notes()["stations"] if row["title"] == "Kepercayaan"]
    play.act("go", rounds[0])
    for _ in range(4):
        play.act("back", None)

    assert play.view()["screen"] == "choose"


def test_it_goes_on_where_it_was_with_what_was_chosen(real_store: Store, play: Part) -> None:
    to(play, "choose")
    play.act("choose", "c")

    again = KIND.make(PLAY, json.loads(json.dumps(play.dump())), services(real_store))

    assert again.view() == play.view()


@pytest.mark.parametrize(
    "state",
    [{"at": 6, "chosen": {"umpan": "z"}}, {"at": "x", "chosen": {"lama": "a"}}, {"at": 10**6}],
)
def test_a_state_of_another_version_of_the_record_does_no_harm(
    real_store: Store, state: dict[str, Any]
) -> None:
    part = KIND.make(PLAY, state, services(real_store))

    assert part.view()["screen"] in ("choose", "cover", "contacts")


def test_an_unknown_roleplay_says_what_to_do(real_store: Store) -> None:
    with pytest.raises(PartError, match="Saran"):
        KIND.make({"id": "tidak_ada"}, None, services(real_store))
