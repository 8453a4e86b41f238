"""The component that notices danger before the classifier, as Rasa uses it: create, train, store, load, process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.danger import detector
from actions.danger.noticed import DANGER, PHRASE, Danger, Level, Noticed
from actions.decision import is_crisis
from bot.evaluation.trained import NOTICER
from bot.nlu import components, danger
from bot.nlu.calm import CALM, without_calm
from bot.nlu.components import LinearIntentClassifier
from bot.nlu.counted import COUNTS, READING, counted_example, take_reading
from bot.nlu.danger import NOTICED, DangerNoticer
from tests.actions.danger.words import NLP

CONTEXT = ExecutionContext(GraphSchema({}))
EXAMPLES = {
    "biaya": ["berapa biaya", "biaya ke Taiwan", "biaya kerja berapa"],
    "visa": ["cara urus visa", "visa kerja apa", "visa untuk kerja"],
    "darurat_disekap": ["saya dikurung bos", "tolong kami dikurung", "dikurung di gudang bos"],
}


@pytest.fixture(autouse=True)
def _few_calm_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["nonton film orang dikurung", "film orang dikurung seru", "nonton film seru"]
    for module in (danger, components):
        monkeypatch.setattr(module, "calm_texts", lambda: iter(texts))


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> LocalModelStorage:
    return LocalModelStorage(Path(tmp_path_factory.mktemp("model")))


def training_data() -> TrainingData:
    return TrainingData(
        [Message.build(text, intent=intent) for intent, texts in EXAMPLES.items() for text in texts]
    )


@pytest.fixture
def noticer(storage: LocalModelStorage) -> DangerNoticer:
    resource = Resource("danger")
    DangerNoticer.create({}, storage, resource, CONTEXT).train(training_data(), NLP)
    return DangerNoticer.load({}, storage, resource, CONTEXT)


@pytest.fixture
def classifier(storage: LocalModelStorage) -> LinearIntentClassifier:
    config = {**LinearIntentClassifier.get_default_config(), "min_count": 1, "calm": True}
    resource = Resource("classifier")
    LinearIntentClassifier.create(config, storage, resource, CONTEXT).train(training_data(), NLP)
    return LinearIntentClassifier.load(config, storage, resource, CONTEXT)


def read(component: DangerNoticer, text: str, **data: Any) -> Message:
    return component.process([Message({TEXT: text, **data})], NLP)[0]


def test_the_words_of_editors_are_noticed_after_loading(noticer: DangerNoticer) -> None:
    message = read(noticer, "tolong pak, saya disekap majikan di gudang, pintu dikunci")
    noticed = message.get(NOTICED)
    assert (noticed.id, noticed.how) == ("darurat_disekap", PHRASE)
    assert NOTICED not in message.as_dict(only_output_properties=True)


def test_what_the_words_are_enough_for_stands_on_the_message(
    noticer: DangerNoticer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detector, "level_of", lambda margin, is_told: Level.CERTAIN)
    message = read(noticer, "tolong pak, saya disekap majikan di gudang, pintu dikunci")
    noted = Danger.of(message.get(DANGER))
    assert noted is not None
    assert (noted.id, noted.certain, noted.how) == ("darurat_disekap", True, PHRASE)
    assert DANGER in message.as_dict(only_output_properties=True)


def test_a_question_leaves_no_danger(noticer: DangerNoticer) -> None:
    message = read(noticer, "berapa biaya kerja ke Taiwan")
    assert message.get(DANGER) is None
    assert message.get(NOTICED).level is Level.NOTHING


def test_a_button_and_an_empty_message_are_passed_over(noticer: DangerNoticer) -> None:
    button = read(noticer, "/darurat_disekap", **{INTENT: {"name": "darurat_disekap"}})
    assert button.get(NOTICED) is None
    assert read(noticer, "").get(NOTICED) is None
    assert read(noticer, " ").get(NOTICED) is None


def test_without_training_nothing_is_noticed(storage: LocalModelStorage) -> None:
    fresh = DangerNoticer.create({}, storage, Resource("none"), CONTEXT)
    assert read(fresh, "saya disekap").get(NOTICED) is None


def test_the_name_by_which_its_files_are_found_is_its_own() -> None:
    assert DangerNoticer.__name__ == NOTICER


def test_features_are_counted_once(noticer: DangerNoticer) -> None:
    assert read(noticer, "saya disekap bos").get(COUNTS)["w:saya"] == 1


def test_the_classifier_is_the_second_opinion(
    noticer: DangerNoticer, classifier: LinearIntentClassifier
) -> None:
    alone = Message({TEXT: "berapa biaya kerja"})
    both = Message({TEXT: "berapa biaya kerja"})
    shares = {"darurat_disekap": 0.9, "darurat_jiwa": 0.1}
    both.set(NOTICED, Noticed(0.0, 0.0, Level.CERTAIN, shares, True, "phrase"))
    for message in (alone, both):
        classifier.process([message], NLP)
    assert alone.get(INTENT)["name"] == "biaya"
    assert both.get(INTENT)["name"] == "darurat_disekap"
    assert both.get(DANGER) == Danger("darurat_disekap", True, True, "phrase").as_dict()


def test_the_classifier_takes_back_what_was_only_suspected_by_nobody(
    classifier: LinearIntentClassifier,
) -> None:
    message = Message({TEXT: "berapa biaya kerja"})
    message.set(
        NOTICED, Noticed(0.0, -3.0, Level.NOTHING, {"darurat_disekap": 1.0}, False, "learned")
    )
    classifier.process([message], NLP)
    assert message.get(DANGER) is None
    assert message.get(INTENT)["name"] == "biaya"


def test_calm_messages_are_no_intent(classifier: LinearIntentClassifier) -> None:
    message = Message({TEXT: "nonton film orang dikurung"})
    classifier.process([message], NLP)
    ranking = {row["name"]: row["confidence"] for row in message.get(INTENT_RANKING_KEY)}
    assert set(ranking) == set(EXAMPLES)
    assert sum(ranking.values()) == pytest.approx(1.0)
    assert ranking["darurat_disekap"] < 0.5


def test_what_calm_messages_had_is_shared_by_all_but_danger() -> None:
    ranking = dict(without_calm([(CALM, 0.6), ("darurat_jiwa", 0.2), ("biaya", 0.15), ("visa", 0.05)]))  # fmt: skip
    assert ranking == pytest.approx({"darurat_jiwa": 0.2, "biaya": 0.6, "visa": 0.2})


def test_only_danger_is_left_as_it_is() -> None:
    ranking = without_calm([("darurat_jiwa", 0.2), (CALM, 0.8)])
    assert all(is_crisis(intent) for intent, _ in ranking)


def test_a_sentence_is_read_once_whichever_component_learns_first() -> None:
    example = Message.build("saya disekap bos", intent="darurat_disekap")
    counts = counted_example(example, NLP)
    assert counted_example(example, NLP) is counts
    assert take_reading(example, NLP).norms == ("saya", "disekap", "bos")
    assert example.get(READING) is None
    assert take_reading(example, NLP).norms == ("saya", "disekap", "bos")
