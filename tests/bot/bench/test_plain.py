"""The project of plain Rasa, its training, and where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from bot.bench.errors import MeasureError
from bot.bench.plain.place import Place
from bot.bench.plain.project import RULES, named, stories, synonyms, with_epochs, write
from bot.bench.plain.server import credentials, endpoints
from bot.bench.plain.training import EPOCHS, Trained, extrapolated
from bot.bench.processes import Finished
from bot.paths import KNOWLEDGE

TEMPLATE = "recipe: default.v1\nassistant_id: placeholder_default\nlanguage: en\n\npipeline:\n# - name: X\n\npolicies:\n"


def _place(root: Path) -> Place:
    place = Place(root)
    template = place.environment / "lib/python3.10/site-packages/rasa/cli/initial_project"
    template.mkdir(parents=True)
    (template / "config.yml").write_text(TEMPLATE)
    return place


def test_the_template_keeps_its_defaults() -> None:
    config = yaml.safe_load(named(TEMPLATE))
    assert config == {
        "recipe": "default.v1",
        "assistant_id": "plain",
        "language": "id",
        "pipeline": None,
        "policies": None,
    }


def test_each_rule_is_a_story_too() -> None:
    rules = [
        rule
        for file in sorted(RULES.glob("*.yml"))
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]
    ]
    made = list(stories(RULES))
    assert [story["steps"] for story in made] == [rule["steps"] for rule in rules]
    assert all(isinstance(story["story"], str) for story in made)


def test_places_are_synonyms_of_what_answers_look_for() -> None:
    found = {row["synonym"]: row["examples"] for row in synonyms(KNOWLEDGE)}
    assert "- Kamboja\n" in found["KH"]
    assert "- Lhokseumawe\n" in found["Aceh"]


def test_the_project_has_what_rasa_needs(tmp_path: Path) -> None:
    place = _place(tmp_path)
    assert place.is_outdated
    write(place)
    write(place)
    assert not place.is_outdated
    assert {path.name for path in place.project.iterdir()} == {"config.yml", "data", "domain"}
    data = yaml.safe_load((place.project / "data" / "synonyms.yml").read_text(encoding="utf-8"))
    assert data["version"] == "3.1"


def test_an_environment_without_rasa_is_told(tmp_path: Path) -> None:
    with pytest.raises(MeasureError, match="--prepare"):
        write(Place(tmp_path))


def test_epochs_are_changed_where_there_are_any() -> None:
    config = {
        "pipeline": [{"name": "A"}, {"name": "B", "epochs": 100}],
        "policies": [{"epochs": 100}],
    }
    assert with_epochs(config, 3) == {
        "pipeline": [{"name": "A"}, {"name": "B", "epochs": 3}],
        "policies": [{"epochs": 3}],
    }


def test_the_time_of_all_epochs_is_calculated_from_two_trainings() -> None:
    one, three = Finished("", 60.0, 100.0), Finished("", 80.0, 120.0)
    assert extrapolated(one, three, 3) == Trained(
        3, 100.0 + 99 * 10, 60.0 + 99 * 10, True, (120.0, 80.0)
    )
    assert EPOCHS == 100


def test_it_is_ready_when_interpreter_and_model_are_there(tmp_path: Path) -> None:
    place = Place(tmp_path)
    assert not place.is_ready
    assert place.training() == {}
    assert place.version("rasa") == "?"
    for file in (place.python, place.model):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    place.versions.write_text("numpy==1.23.5\nrasa==3.6.21\n")
    place.trained.write_text(json.dumps({"epochs": 3}))
    assert place.is_ready
    assert place.training() == {"epochs": 3}
    assert place.version("rasa") == "3.6.21"


def test_rasa_is_told_where_actions_and_conversations_are(tmp_path: Path) -> None:
    told = yaml.safe_load(endpoints(tmp_path, 5055).read_text(encoding="utf-8"))
    assert told["action_endpoint"]["url"] == "http://127.0.0.1:5055/webhook"
    assert told["tracker_store"]["dialect"] == "sqlite"
    assert yaml.safe_load(credentials(tmp_path).read_text(encoding="utf-8")) == {"rest": None}
