from __future__ import annotations

import json
from typing import Any

import pytest

from bot.demo.part import Part, PartError
from bot.demo.parts.scene import KIND
from knowledge.store import Store
from tests.bot.demo.halls import services

SON = "anak_tidak_menjawab"


@pytest.fixture
def scene(real_store: Store) -> Part:
    return KIND.make({"id": "kamboja_admin"}, None, services(real_store))


def walk(part: Part) -> list[dict[str, Any]]:
    """Every screen to the end, as the wall shows it."""
    seen = [part.view()]
    while True:
        try:
            part.act("next", None)
        except PartError:
            return seen
        seen.append(part.view())


def test_all_scenes_can_be_chosen_in_their_order(real_store: Store) -> None:
    chosen = [choice.arguments["id"] for choice in KIND.choices(real_store)]

    assert chosen == [scene.id for scene in real_store.scenes()]
    assert all(choice.teaser for choice in KIND.choices(real_store))


def test_every_scene_goes_to_its_end_and_back(real_store: Store) -> None:
    for choice in KIND.choices(real_store):
        part = KIND.make(choice.arguments, None, services(real_store))
        screens = walk(part)
        assert screens[0]["screen"] == "cover"
        assert screens[-1]["screen"] == "take_home"
        json.dumps(screens)
        for expected in reversed(screens[:-1]):
            part.act("back", None)
            assert part.view() == expected
        with pytest.raises(PartError, match="layar pertama"):
            part.act("back", None)


def test_one_press_shows_one_more_bubble(scene: Part) -> None:
    talks = [screen["bubbles"] for screen in walk(scene) if screen["screen"] == "chat"]

    assert [len(bubbles) for bubbles in talks[:5]] == [1, 2, 3, 4, 5]
    assert talks[1][0]["side"] == "them"
    assert talks[1][1] == {"who": "Dewi", "text": "Ya ampun Rian. Kemana aja kamu", "side": "me"}


def test_a_reveal_gives_the_verdict_then_flag_by_flag_then_the_rest(scene: Part) -> None:
    first, *flags, last = [screen for screen in walk(scene) if screen["screen"] == "reveal"]

    assert first["flag"] is None
    assert first["verdict"].startswith("Risiko tinggi")
    assert [screen["flag"]["id"] for screen in flags][:2] == ["visa_kunjungan", "negara_rawan"]
    assert [screen["number"] for screen in flags] == list(range(1, last["flags"] + 1))
    for screen in (first, *flags, last):
        for mark in screen["marks"]:
            assert screen["text"][mark["start"] : mark["end"]].strip()
    assert screen_words(flags[0]) == ["visa turis"]
    assert last["rest"]["source"].startswith("Sumber: ")


def screen_words(screen: dict[str, Any]) -> list[str]:
    return [screen["text"][mark["start"] : mark["end"]] for mark in screen["marks"]]


def test_contacts_come_from_the_channels_with_their_date(real_store: Store) -> None:
    part = KIND.make({"id": SON}, None, services(real_store))

    screens = [screen for screen in walk(part) if screen["screen"] == "contacts"]

    contacts = [contact for screen in screens for contact in screen["contacts"]]
    assert "KBRI Phnom Penh" in contacts[0]["name"]
    assert "Hotline Kemlu" in contacts[1]["name"]
    assert all(len(screen["contacts"]) <= 4 for screen in screens)
    assert all("ipastikan" in contact["rest"] for contact in contacts)


def test_facts_name_their_source_and_date(scene: Part) -> None:
    facts = [screen for screen in walk(scene) if screen["screen"] in ("fact", "take_home")]

    assert facts
    assert all("Sumber: " in screen["source"] and "Dicek " in screen["source"] for screen in facts)


def test_notes_never_reach_the_wall(real_store: Store) -> None:
    for scene in real_store.scenes():
        part = KIND.make({"id": scene.id}, None, services(real_store))
        wall = json.dumps(walk(part), ensure_ascii=False)
        assert [step.notes for step in scene.steps if step.notes in wall] == []


def test_the_facilitator_sees_what_to_say_what_comes_and_where_to_jump(scene: Part) -> None:
    notes = scene.notes()
    assert "rekaan" in notes["say"]
    assert notes["coming"] == "Cerita"
    assert any("visa turis" in text for text in notes["live"])

    scene.act("go", notes["stations"][3]["go"])

    assert scene.view()["screen"] == "question"
    assert [row["title"] for row in scene.notes()["stations"] if row["here"]] == [
        "4. Pertanyaan: Apa yang membuat Dewi…"
    ]


def test_places_to_jump_to_can_be_told_apart(real_store: Store) -> None:
    for choice in KIND.choices(real_store):
        notes = KIND.make(choice.arguments, None, services(real_store)).notes()
        titles = [row["title"] for row in notes["stations"]]
        assert len(set(titles)) == len(titles)


def test_every_question_stands_beside_what_it_asks_about(real_store: Store) -> None:
    for choice in KIND.choices(real_store):
        screens = walk(KIND.make(choice.arguments, None, services(real_store)))
        for screen in screens:
            if screen["screen"] == "question":
                assert any(screen["beside"].values())


def test_two_papers_are_compared_with_what_was_marked_in_them(real_store: Store) -> None:
    screens = walk(KIND.make({"id": "korea_dua_tawaran"}, None, services(real_store)))

    [asked] = [screen for screen in screens if screen["screen"] == "question"]

    quick, notice = asked["beside"]["offers"]
    assert "visa turis" in screen_words(quick)
    assert "EPS-TOPIK" in notice["text"]
    assert notice["marks"] == []


def test_a_demand_for_money_is_no_offer(real_store: Store) -> None:
    part = KIND.make({"id": SON}, None, services(real_store))
    titles = [row["title"] for row in part.notes()["stations"]]
    reveals = [screen for screen in walk(part) if screen["screen"] == "reveal"]

    assert reveals[0]["verdict"] == "Diminta tebusan atau denda"
    assert reveals[0]["danger"]["text"] == "Jangan kirim uang dulu."
    assert "jangan lanjut dulu" not in json.dumps(reveals)
    assert "Jangan lapor polisi" in screen_words(reveals[-2])
    assert reveals[-2]["flag"]["source"].startswith("Sumber: ")
    assert not any("Tawaran" in title for title in titles)


def test_a_discussion_gives_the_facilitator_what_to_add(scene: Part) -> None:
    place = next(row["go"] for row in scene.notes()["stations"] if "Diskusi" in row["title"])
    scene.act("go", place)

    answer = scene.notes()["answer"]

    assert "Kamboja" in answer["text"]
    assert answer["source"].startswith("Sumber: ")
    assert answer["text"] not in json.dumps(scene.view(), ensure_ascii=False)


def test_it_goes_on_where_it_was(real_store: Store, scene: Part) -> None:
    for _ in range(7):
        scene.act("next", None)

    again = KIND.make({"id": "kamboja_admin"}, scene.dump(), services(real_store))

    assert again.view() == scene.view()


@pytest.mark.parametrize("at", [99999, -3, "teks", None, True, 2.5])
def test_a_place_that_is_no_longer_there_does_no_harm(real_store: Store, at: Any) -> None:
    part = KIND.make({"id": "kamboja_admin"}, {"at": at}, services(real_store))

    assert part.view()["screen"] in ("cover", "take_home")


@pytest.mark.parametrize("arguments", [{}, {"id": "tidak_ada"}, {"id": ["x"]}])
def test_an_unknown_scene_says_what_to_do(real_store: Store, arguments: dict[str, Any]) -> None:
    with pytest.raises(PartError, match="Saran"):
        KIND.make(arguments, None, services(real_store))


@pytest.mark.parametrize(
    ("do", "value"), [("lompat", None), ("go", 9999), ("go", -1), ("go", "3"), ("go", True)]
)
def test_an_impossible_act_changes_nothing(scene: Part, do: str, value: Any) -> None:
    before = scene.view()

    with pytest.raises(PartError):
        scene.act(do, value)

    assert scene.view() == before


def test_handsets_have_nothing_to_do(scene: Part) -> None:
    assert scene.phone() is None
