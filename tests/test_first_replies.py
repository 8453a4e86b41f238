"""Every first reply to a danger, for everybody and everywhere: short, with a number at the top, neutral, readable on a small screen."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from actions.dates import today
from actions.render.bubbles import BUTTON_TITLE_LIMIT, Answer
from actions.render.crisis import CrisisAnswer
from actions.render.crisis_basis import Reader
from actions.render.crisis_channels import Place
from actions.render.crisis_pages import HEALTH_CRISIS
from knowledge.build import build
from knowledge.model import Country, Crisis
from knowledge.store import Store

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"
IDS = (
    "darurat_disekap darurat_jiwa darurat_kekerasan darurat_orang_lain darurat_paspor darurat_tebusan"
    " darurat_transit"
).split()
LONGEST, FIRST_NUMBER_WITHIN = 600, 200
# A word of more letters does not fit into the width of a small screen.
WIDEST_WORD = 30
NEUTRAL = re.compile(r"korban|sekap|tppo|darurat|tebus|bunuh|mati\b", re.IGNORECASE)
NUMBER = re.compile(r"\+?\d[\d .-]*")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The real knowledge, built."""
    url = f"sqlite:///{tmp_path_factory.mktemp('knowledge') / 'knowledge.db'}"
    build(KNOWLEDGE, url)
    return Store(url)


def crises(store: Store) -> list[Crisis]:
    return [crisis for crisis in map(store.crisis, IDS) if crisis]


def places(store: Store) -> list[Place]:
    return [Place(), Place(home=True), *(Place(country) for country in store.countries())]


def everybody(store: Store, crisis: Crisis) -> list[CrisisAnswer]:
    return [
        CrisisAnswer(store, crisis, Reader(family, place), today())
        for family, place in itertools.product((False, True), places(store))
    ]


def numbers(text: str) -> list[tuple[int, str]]:
    """Where each number that stands alone on its line ends, and the number."""
    ends = itertools.accumulate(len(line) + 1 for line in text.split("\n"))
    return [
        (end - 1, line)
        for end, line in zip(ends, text.split("\n"), strict=True)
        if NUMBER.fullmatch(line)
    ]


def first_words(store: Store, crisis: Crisis) -> list[Answer]:
    return [answer for who in everybody(store, crisis) for answer in (who.first(), who.question())]


def test_there_are_seven_dangers_and_all_countries(real: Store) -> None:
    assert len(crises(real)) == len(IDS) == 7
    assert len(places(real)) >= 100


@pytest.mark.parametrize("id_", IDS)
def test_it_is_one_short_bubble_with_a_number_at_the_top(real: Store, id_: str) -> None:
    crisis = real.crisis(id_)
    assert crisis
    for answer in first_words(real, crisis):
        (bubble,) = answer.bubbles
        assert len(bubble) <= LONGEST, bubble
        assert numbers(bubble), bubble
        assert numbers(bubble)[0][0] <= FIRST_NUMBER_WITHIN, bubble


@pytest.mark.parametrize("id_", IDS)
def test_there_is_a_second_contact_and_each_says_when_it_was_confirmed(
    real: Store, id_: str
) -> None:
    crisis = real.crisis(id_)
    assert crisis
    for answer in first_words(real, crisis):
        (bubble,) = answer.bubbles
        shown = numbers(bubble)
        assert len(answer.channels) > 1 or len(shown) > 1 or ".id" in bubble, bubble
        assert bubble.casefold().count("dipastikan") == len(answer.channels), bubble


@pytest.mark.parametrize("id_", IDS)
def test_every_number_is_one_of_a_shown_channel(real: Store, id_: str) -> None:
    crisis = real.crisis(id_)
    assert crisis
    for answer in first_words(real, crisis):
        known = {
            re.sub(r"\D", "", contact.value)
            for channel in real.channels(answer.channels)
            for contact in channel.contacts
        }
        shown = {re.sub(r"\D", "", number) for _, number in numbers(answer.bubbles[0])}
        assert shown <= known


@pytest.mark.parametrize("id_", IDS)
def test_it_asks_for_the_place_only_where_that_is_not_known(real: Store, id_: str) -> None:
    crisis = real.crisis(id_)
    assert crisis
    for family, place in itertools.product((False, True), places(real)):
        first = CrisisAnswer(real, crisis, Reader(family, place), today()).first()
        asks = [button for button in first.choices if button.title == "Indonesia"]
        assert bool(asks) is not place.is_known


@pytest.mark.parametrize("id_", IDS)
def test_it_has_the_most_urgent_step(real: Store, id_: str) -> None:
    crisis = real.crisis(id_)
    assert crisis
    for who in everybody(real, crisis):
        (bubble,) = who.first().bubbles
        assert "\n1. " in bubble


@pytest.mark.parametrize("id_", IDS)
def test_words_on_the_screen_are_neutral(real: Store, id_: str) -> None:
    crisis = real.crisis(id_)
    assert crisis
    cambodia = real.country("KH")
    for family, place in itertools.product((False, True), (Place(), Place(cambodia))):
        who = CrisisAnswer(real, crisis, Reader(family, place), today())
        pages = (
            who.first(),
            who.steps(),
            who.avoid(),
            who.contacts(),
            who.at_place(),
            who.clearing(),
        )
        assert NEUTRAL.search(who.first().bubbles[0]) is None
        for page in pages:
            headings = [
                line for bubble in page.bubbles for line in bubble.split("\n") if line[-1:] == ":"
            ]
            titles = [button.title for button in page.choices]
            assert [text for text in (*titles, *headings) if NEUTRAL.search(text)] == []


@pytest.mark.parametrize("id_", IDS)
def test_it_fits_a_small_screen(real: Store, id_: str) -> None:
    crisis = real.crisis(id_)
    assert crisis
    for answer in first_words(real, crisis):
        assert max(map(len, answer.bubbles[0].split())) <= WIDEST_WORD
        assert all(len(button.title) <= BUTTON_TITLE_LIMIT // 2 for button in answer.choices)


def test_who_wants_to_die_sees_a_line_that_listens_everywhere(real: Store) -> None:
    crisis = real.crisis(HEALTH_CRISIS)
    assert crisis
    for who in everybody(real, crisis):
        assert "kemenkes_healing119" in who.first().channels


def test_without_a_place_the_foreign_ministry_is_among_the_first(real: Store) -> None:
    for crisis in crises(real):
        for family in (False, True):
            first = CrisisAnswer(real, crisis, Reader(family), today()).first()
            assert "kemlu_pwni_hotline" in first.channels
            if crisis.id != HEALTH_CRISIS:
                assert first.channels[0] == "kemlu_pwni_hotline"


def test_in_every_country_its_mission_is_among_the_first(real: Store) -> None:
    countries: list[Country] = [country for country in real.countries() if country.missions]
    for crisis, country in itertools.product(crises(real), countries):
        for family in (False, True):
            who = CrisisAnswer(real, crisis, Reader(family, Place(country)), today())
            missions = {mission.channel for mission in country.missions}
            assert missions & set(who.first().channels), (crisis.id, country.country)
