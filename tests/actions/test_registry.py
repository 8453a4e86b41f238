"""The list of actions agrees with the domain."""

from __future__ import annotations

from pathlib import Path

import yaml
from rasa_sdk import Action

import actions
from actions.registry import all_actions
from actions.screening.model import Screening
from actions.screening.reading import Reading
from knowledge.store import Store

FOLDER = Path(actions.__file__).parent
DOMAIN = FOLDER.parent / "nlu_data" / "domain" / "actions.yml"


class NoScreener:
    def screen(self, text: str) -> Screening:
        raise NotImplementedError

    def read(self, text: str) -> Reading:
        raise NotImplementedError


def names(found: list[Action]) -> list[str]:
    return [action.name() for action in found]


def test_every_name_is_used_once(store: Store) -> None:
    found = names(all_actions(store, NoScreener()))
    assert len(found) == len(set(found))


def test_every_name_begins_as_rasa_expects(store: Store) -> None:
    assert all(name.startswith("action_") for name in names(all_actions(store, NoScreener())))


def test_the_actions_are_those_that_the_domain_declares(store: Store) -> None:
    declared = yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))["actions"]
    assert sorted(names(all_actions(store, NoScreener()))) == sorted(declared)


def test_no_action_is_left_out_of_the_list(store: Store) -> None:
    registered = {type(action).__module__ for action in all_actions(store, NoScreener())}
    with_actions = {
        f"actions.{path.stem}"
        for path in FOLDER.glob("*.py")
        if 'NAME = "action_' in path.read_text(encoding="utf-8")
    }
    assert registered == with_actions
