from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.devices import MOST_NEW, MOST_PHONES, MOST_VOTES, NEW_SECONDS, Refused
from bot.demo.phones import CODE_LENGTH, COOKIE, MOST_WRONG, Phones

POLL = {"poll": "show/q01", "question": "?", "options": [{"id": "asli"}, {"id": "tipu"}]}


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def changes() -> list[int]:
    return []


@pytest.fixture
def phones(clock: Clock, changes: list[int]) -> Phones:
    return Phones(lambda: changes.append(1), clock=clock)


def _vote(phones: Phones, option: str, token: str = "", **others: Any) -> str:
    given = {"poll": POLL["poll"], "question": POLL, "address": "", **others}
    return phones.vote(token, given["question"], given["poll"], option, given["address"])


def test_a_code_can_be_read_aloud_and_is_another_every_time(phones: Phones) -> None:
    assert len(phones.code) == CODE_LENGTH
    assert not set(phones.code) & set("01IOL")
    assert phones.accepts(f" {phones.code.lower()} ")
    assert len({Phones(lambda: None).code for _ in range(20)}) > 1


def test_whoever_guesses_codes_must_wait_and_nobody_else(phones: Phones, clock: Clock) -> None:
    for _ in range(MOST_WRONG):
        assert not phones.accepts("AAAAAA", "10.0.0.9")
    assert not phones.accepts(phones.code, "10.0.0.9")
    assert phones.accepts(phones.code, "10.0.0.7")
    clock.now = 61
    assert phones.accepts(phones.code, "10.0.0.9")


def test_a_handset_has_one_vote_that_it_may_change(phones: Phones, changes: list[int]) -> None:
    token = _vote(phones, "asli")
    _vote(phones, "tipu", address="10.0.0.7")
    assert phones.counts("show/q01") == {"asli": 1, "tipu": 1}
    assert _vote(phones, "tipu", token) == token
    assert _vote(phones, "tipu", token) == token
    assert phones.counts("show/q01") == {"tipu": 2}
    assert phones.chosen(token, POLL) == "tipu"
    assert phones.chosen("invented", POLL) is None
    assert phones.chosen(token, None) is None
    # The same vote again is no news for the wall.
    assert len(changes) == 3
    assert phones.counts("show/q02") == {}


def test_a_question_that_is_opened_again_knows_who_voted(phones: Phones) -> None:
    token = _vote(phones, "asli")
    following = {**POLL, "poll": "show/q02"}
    _vote(phones, "asli", token, question=following, poll="show/q02")
    _vote(phones, "tipu", token)
    assert phones.counts("show/q01") == {"tipu": 1}
    assert phones.counts("show/q02") == {"asli": 1}


@pytest.mark.parametrize(
    ("option", "others", "status"),
    [
        ("asli", {"question": None}, 409),
        ("asli", {"poll": "show/q00"}, 409),
        ("benar", {}, 422),
    ],
)
def test_what_does_not_count_leaves_no_trace(
    phones: Phones, changes: list[int], option: str, others: dict[str, Any], status: int
) -> None:
    with pytest.raises(Refused) as refused:
        _vote(phones, option, **others)
    assert refused.value.status == status
    assert phones.counts("show/q01") == {}
    assert changes == []


def test_a_page_that_was_opened_again_has_no_second_vote(phones: Phones) -> None:
    _vote(phones, "asli", address="10.0.0.9")
    for _ in range(5):
        # Its browser forgot the token, or it was invented.
        _vote(phones, "tipu", "invented", address="10.0.0.9")
    assert phones.counts("show/q01") == {"tipu": 1}
    _vote(phones, "asli", address="10.0.0.7")
    assert phones.counts("show/q01") == {"tipu": 1, "asli": 1}


def test_thirty_handsets_with_addresses_of_their_own_all_vote(phones: Phones) -> None:
    for number in range(30):
        _vote(phones, "asli", address=f"10.0.0.{number}")
    assert phones.counts("show/q01") == {"asli": 30}


def test_thirty_handsets_behind_one_router_all_vote(phones: Phones) -> None:
    devices = phones.devices
    with ExitStack() as windows:
        tokens = [devices.admit("", "10.0.0.1") for _ in range(30)]
        for token in tokens:
            windows.enter_context(devices.window(token, "10.0.0.1"))
        for token in tokens:
            _vote(phones, "asli", token, address="10.0.0.1")
        assert phones.counts("show/q01") == {"asli": 30}
        # Somebody without a window of the page takes nobody's vote.
        with pytest.raises(Refused, match="sudah menjawab") as refused:
            _vote(phones, "tipu", address="10.0.0.1")
        assert refused.value.status == 409
    # One of them opens the page again without its token: the vote of one who left is changed.
    again = devices.admit("", "10.0.0.1")
    with devices.window(again, "10.0.0.1"):
        _vote(phones, "tipu", again, address="10.0.0.1")
    assert phones.counts("show/q01") == {"asli": 29, "tipu": 1}


def test_windows_without_a_token_do_not_stand_for_handsets(phones: Phones) -> None:
    with phones.devices.window("", "10.0.0.9"), phones.devices.window("invented", "10.0.0.9"):
        _vote(phones, "asli", address="10.0.0.9")
        _vote(phones, "asli", address="10.0.0.9")
    assert phones.counts("show/q01") == {"asli": 1}


def test_a_handset_takes_its_vote_along_to_another_address(phones: Phones) -> None:
    token = _vote(phones, "asli", address="10.0.0.9")
    _vote(phones, "tipu", token, address="10.0.0.12")
    assert phones.counts("show/q01") == {"tipu": 1}


def test_a_flood_of_new_handsets_from_one_address_must_wait(phones: Phones, clock: Clock) -> None:
    tokens = [phones.devices.admit("", "10.0.0.1") for _ in range(MOST_NEW)]
    with pytest.raises(Refused, match="jaringan yang sama") as refused:
        phones.devices.admit("", "10.0.0.1")
    assert refused.value.status == 429
    # Who has come in stays in, and others come in from elsewhere.
    assert phones.devices.admit(tokens[0], "10.0.0.1") == tokens[0]
    phones.devices.admit("", "10.0.0.2")
    clock.now = NEW_SECONDS + 1
    phones.devices.admit("", "10.0.0.1")


def test_a_handset_that_hammers_must_wait(phones: Phones, clock: Clock) -> None:
    token = _vote(phones, "asli")
    for number in range(MOST_VOTES - 1):
        _vote(phones, ("tipu", "asli")[number % 2], token)
    with pytest.raises(Refused) as refused:
        _vote(phones, "asli", token)
    assert refused.value.status == 429
    clock.now = 61
    _vote(phones, "asli", token)
    assert phones.counts("show/q01") == {"asli": 1}


def test_a_hall_is_not_endless(phones: Phones, clock: Clock) -> None:
    for number in range(MOST_PHONES):
        _vote(phones, "asli", address=str(number))
    with pytest.raises(Refused, match="mengangkat tangan"):
        _vote(phones, "asli", address="one more")
    # Those of another evening have left.
    clock.now = 4 * 3600
    _vote(phones, "asli", address="one more")


def test_over_the_network(phones: Phones) -> None:
    cookies: list[Any] = []

    async def work() -> list[tuple[int, Any]]:
        app = web.Application()
        phones.add_routes(app.router, lambda: POLL)
        answers = []
        async with TestClient(TestServer(app)) as client:
            good = {"kode": phones.code, "poll": "show/q01", "option": "tipu"}
            bodies: list[Any] = [good, {**good, "kode": "AAAAAA"}, {**good, "poll": "old"}, [], {}]
            for body in bodies:
                answer = await client.post("/suara", json=body)
                answers.append((answer.status, await answer.json()))
            broken = await client.post("/suara", data=b"{", headers={"Content-Type": "text/plain"})
            answers.append((broken.status, await broken.json()))
            large = await client.post("/suara", json={**good, "more": "x" * 3000})
            answers.append((large.status, await large.json()))
            # The cookie is the same handset's.
            joined = await client.post("/api/kode", json={"kode": phones.code})
            cookies.append(joined.cookies[COOKIE])
            again = await client.post("/suara", json={**good, "option": "asli"})
            answers.append((again.status, await again.json()))
            for _ in range(MOST_WRONG):
                last = await client.post("/suara", json={**good, "kode": "BBBBBB"})
            answers.append((last.status, await last.json()))
        return answers

    answers = asyncio.run(work())
    assert [status for status, _ in answers] == [200, 403, 409, 422, 403, 422, 422, 200, 429]
    assert answers[0][1] == {"option": "tipu"}
    assert all(("error" in body) is (status != 200) for status, body in answers)
    assert phones.counts("show/q01") == {"asli": 1}
    assert cookies[0]["httponly"]
    assert cookies[0]["samesite"] == "Strict"
    # Gone with the browser: nothing is kept on the handset.
    assert not cookies[0]["max-age"]
