"""Saying the last answer again: simpler, longer, for somebody else."""

from __future__ import annotations

import pytest

from actions.context import ASKED_DANGER, CRISIS, FOR_OTHER, PART, PENDING, TOPIC
from actions.explain import ExplainForOther, ExplainMore, ExplainSimpler
from knowledge.store import Store
from tests.actions.fakes import run

ALL = (ExplainSimpler, ExplainMore, ExplainForOther)


def test_simpler_says_the_last_topic_in_plain_words(store: Store) -> None:
    assert run(ExplainSimpler(store), **{TOPIC: "biaya"}).bubbles[0] == "Mudah biaya."


def test_more_begins_with_the_first_part(store: Store) -> None:
    said = run(ExplainMore(store), **{TOPIC: "biaya", PART: 0})
    assert said.bubbles[0] == "Bagian satu\nRinci biaya satu."
    assert said.slots[PART] == 1


def test_more_goes_on_where_it_stopped(store: Store) -> None:
    said = run(ExplainMore(store), **{TOPIC: "biaya", PART: 1})
    assert said.bubbles[0] == "Bagian dua\nRinci biaya dua."


def test_after_the_last_part_it_begins_again(store: Store) -> None:
    said = run(ExplainMore(store), **{TOPIC: "biaya", PART: 2})
    assert said.bubbles[0] == "Bagian satu\nRinci biaya satu."


def test_more_without_a_remembered_part_begins_at_the_beginning(store: Store) -> None:
    said = run(ExplainMore(store), **{TOPIC: "biaya"})
    assert said.bubbles[0] == "Bagian satu\nRinci biaya satu."


def test_for_somebody_else_the_variant_is_said(store: Store) -> None:
    assert run(ExplainForOther(store), **{TOPIC: "biaya"}).bubbles[0] == "Orang lain biaya."


def test_that_it_is_for_somebody_else_is_remembered(store: Store) -> None:
    assert run(ExplainForOther(store)).slots[FOR_OTHER] is True


@pytest.mark.parametrize("action", ALL)
def test_without_anything_before_topics_are_offered(action: type, store: Store) -> None:
    said = run(action(store))
    assert said.bubbles[0].startswith("Belum ada jawaban yang bisa saya jelaskan.")
    assert list(said.buttons) == ["Tanda lowongan palsu", "Langkah kerja resmi", "Ke mana melapor"]


@pytest.mark.parametrize("action", ALL)
def test_a_topic_whose_record_is_gone_is_as_nothing_before(action: type, store: Store) -> None:
    said = run(action(store), **{TOPIC: "tidak_ada"})
    assert said.bubbles[0].startswith("Belum ada jawaban yang bisa saya jelaskan.")


@pytest.mark.parametrize("action", ALL)
def test_while_a_danger_is_asked_about_it_goes_before_the_topic(action: type, store: Store) -> None:
    slots = {CRISIS: "darurat_disekap", PENDING: ASKED_DANGER, TOPIC: "biaya"}
    assert run(action(store), **slots).about["crisis"] == ("darurat_disekap", True)


def test_said_for_somebody_else_a_danger_is_explained_to_the_family(store: Store) -> None:
    said = run(ExplainForOther(store), **{CRISIS: "darurat_disekap", PENDING: ASKED_DANGER})
    assert "1. Siapkan fotonya." in said.text


def test_help_that_was_asked_for_in_a_danger_is_what_is_explained(store: Store) -> None:
    slots = {CRISIS: "darurat_disekap", TOPIC: "kontak_kbri"}
    assert run(ExplainSimpler(store), **slots).bubbles[0] == "Mudah kontak_kbri."
