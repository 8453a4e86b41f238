"""Every reachable answer is walked: topics, dangers, offers, places, reports, small talk, the hall, Telegram, paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import yaml

from actions.dates import as_of
from actions.registry import STORE_ACTIONS
from bot.answers.checks.all import faults
from bot.answers.checks.known import Known
from bot.answers.said import DANGER, FLAG, KINDS, TOPIC, Said
from bot.answers.walk import COMBINATIONS, SECTIONS, walk
from bot.answers.world import World
from bot.paths import DOMAIN
from tests.helpers.withdrawn import assert_clean

# Words that stay as they are for a reason; each has to be found, so that none outlives it.
EXCUSED = {
    # Greets people who write English, in English.
    "obrolan/bahasa_daerah, bahasa Inggris": "kata Inggris",
    # Its words belong to the domain, which the model is trained with; it answers a question that leads nowhere else.
    "obrolan/utter_siapa_kamu, Jawaban 1": "tanpa langkah berikutnya",
}


def _faults(world: World, known: Known, section: str) -> Iterator[str]:
    forms = walk(world, [{**SECTIONS, **COMBINATIONS}[section]])
    for form, fault in faults(forms, known):
        excuse = EXCUSED.get(form.where)
        if excuse is None or not fault.startswith(excuse):
            yield f"{form.where}: {fault}"


@pytest.mark.parametrize("section", [*SECTIONS, *COMBINATIONS])
def test_nothing_is_wrong_with_any_answer(world: World, known: Known, section: str) -> None:
    assert list(dict.fromkeys(_faults(world, known, section)))[:40] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_no_answer_holds_a_withdrawn_or_unconfirmed_number(world: World, section: str) -> None:
    # Titles of sources hold numbers of pages and laws; `checks.facts.numbers` looks at the rest of those answers.
    forms = (form for form in walk(world, [SECTIONS[section]]) if form.form != "Sumbernya")
    assert_clean((form.where, form.text) for form in forms)


def test_every_excuse_is_still_needed(world: World, known: Known) -> None:
    found = faults(walk(world, [SECTIONS["obrolan"]]), known)
    assert {form.where for form, _ in found} == set(EXCUSED)


@pytest.fixture(scope="module")
def walked(world: World) -> list[Said]:
    return list(walk(world))


def test_every_record_that_answers_is_walked(world: World, walked: list[Said]) -> None:
    records = world.knowledge
    names = {kind: {form.item.name for form in walked if form.item.kind == kind} for kind in KINDS}
    assert names[TOPIC] == set(records.topics)
    assert names[DANGER] >= set(records.crisis)
    assert names[FLAG] == set(records.red_flags)
    assert names["negara"] == set(records.countries)
    assert names["provinsi"] == set(records.provinces)
    assert names["kanal"] == set(records.channels)
    assert names["kuis"] >= set(records.quiz)
    hall = " ".join(names["pertemuan"])
    assert [
        each for each in (*records.scenes, *records.roleplays, *records.checks) if each not in hall
    ] == []


def test_every_part_of_a_longer_explanation_is_walked(world: World, walked: list[Said]) -> None:
    said = {form.text for form in walked if form.item.kind == TOPIC}
    parts = [part.text for topic in world.knowledge.topics.values() for part in topic.longer]
    assert [part for part in parts if not any(part in text for text in said)] == []


def test_every_step_of_a_danger_is_walked_for_both_readers(
    world: World, walked: list[Said]
) -> None:
    said = "\n".join(form.text for form in walked if form.item.kind == DANGER)
    for crisis in world.knowledge.crisis.values():
        steps = (*crisis.steps, *crisis.for_family, *crisis.avoid, *crisis.urgent)
        missing = [text.text for text in steps if text.text not in said]
        # Somebody who wants to die gets nothing to avoid.
        assert crisis.id == "darurat_jiwa" or missing == []


def test_every_fixed_sentence_is_walked(walked: list[Said]) -> None:
    content = yaml.safe_load((DOMAIN / "responses.yml").read_text(encoding="utf-8"))
    said = {form.text for form in walked}
    assert all(each["text"] in said for forms in content["responses"].values() for each in forms)


def test_every_action_that_answers_is_called(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    called: set[str] = set()
    for action in STORE_ACTIONS:

        def noting(self, turn, name=action.__name__, answer=action.answer):
            called.add(name)
            return answer(self, turn)

        monkeypatch.setattr(action, "answer", noting)
    list(walk(world, [SECTIONS[name] for name in ("topik", "kuis", "obrolan")]))
    # Its answer is that of `open_guide`, which the walk calls itself for every place.
    assert {action.__name__ for action in STORE_ACTIONS} - called == {"RespondToCrisis"}


def test_the_walk_is_that_of_the_records_whatever_the_day(world: World) -> None:
    sections = [SECTIONS[name] for name in ("bahaya", "topik", "laporan")]
    now = [form.text for form in walk(world, sections)]
    with as_of(date(2036, 1, 1)):
        assert [form.text for form in walk(world, sections)] == now
    later = replace(world, day=date(2036, 1, 1))
    assert [form.text for form in walk(later, sections)] != now
