"""The graph components as Rasa uses them: create, train, store, load, process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language

from bot.nlu import components
from bot.nlu.components import KnownEntityExtractor, LinearIntentClassifier
from tests.helpers.language import LEXICON, lexicon_of

EXAMPLES = {
    "biaya": ["berapa biaya", "biaya ke Taiwan", "biaya ke Kamboja berapa"],
    "visa": ["cara urus visa", "visa kerja apa", "visa untuk Malaysia"],
    "darurat_disekap": ["saya disekap", "tolong kami disekap", "disekap di Kamboja"],
}
CONTEXT = ExecutionContext(GraphSchema({}))


@pytest.fixture(autouse=True)
def _small_lexicon(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Components made in a test know the lexicon of the shared pipeline."""
    monkeypatch.setattr(components, "lexicon", lambda root, sentences: LEXICON)


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage(tmp_path)


def training_data() -> TrainingData:
    return TrainingData(
        [Message.build(text, intent=intent) for intent, texts in EXAMPLES.items() for text in texts]
    )


def config(**changes: Any) -> dict[str, Any]:
    return {**LinearIntentClassifier.get_default_config(), "min_count": 1, **changes}


def reloaded(component: Any, storage: LocalModelStorage, settings: dict[str, Any]) -> Any:
    """Train a component and load it again, as a later start of the program would."""
    resource = Resource(component.__name__)
    component.create(settings, storage, resource, CONTEXT).train(training_data())
    return component.load(settings, storage, resource, CONTEXT)


def understood(component: Any, text: str) -> Message:
    return component.process([Message({TEXT: text})])[0]


@pytest.fixture
def extractor(storage: LocalModelStorage) -> KnownEntityExtractor:
    return KnownEntityExtractor.create({}, storage, Resource("names"), CONTEXT)


def test_a_trained_classifier_understands_after_it_was_loaded(storage: LocalModelStorage) -> None:
    classifier = reloaded(LinearIntentClassifier, storage, config())
    assert understood(classifier, "biayanya berapa").get(INTENT)["name"] == "biaya"


def test_a_loaded_classifier_answers_as_the_trained_one(storage: LocalModelStorage) -> None:
    resource = Resource("classifier")
    trained = LinearIntentClassifier.create(config(), storage, resource, CONTEXT)
    trained.train(training_data())
    loaded = LinearIntentClassifier.load(config(), storage, resource, CONTEXT)
    rankings = [
        {row["name"]: row["confidence"] for row in understood(each, "visa").get(INTENT_RANKING_KEY)}
        for each in (trained, loaded)
    ]
    assert rankings[1] == pytest.approx(rankings[0], abs=1e-2)


def test_what_is_learned_for_one_country_holds_for_another(storage: LocalModelStorage) -> None:
    classifier = reloaded(LinearIntentClassifier, storage, config())
    assert understood(classifier, "biaya ke Hong Kong").get(INTENT)["name"] == "biaya"


def test_crisis_intents_are_the_dangers(storage: LocalModelStorage) -> None:
    """Whoever trusts the danger detector less gets less danger, and nothing else changes."""
    shares = []
    for offset in (-2.0, 0.0, 2.0):
        classifier = reloaded(LinearIntentClassifier, storage, config(danger_offset=offset))
        ranking = understood(classifier, "saya disekap").get(INTENT_RANKING_KEY)
        shares.append({row["name"]: row["confidence"] for row in ranking}["darurat_disekap"])
    assert shares == sorted(shares)
    assert shares[0] < shares[2]


def test_the_ranking_holds_every_intent(storage: LocalModelStorage) -> None:
    classifier = reloaded(LinearIntentClassifier, storage, config())
    ranking = understood(classifier, "visa").get(INTENT_RANKING_KEY)
    assert sorted(row["name"] for row in ranking) == sorted(EXAMPLES)


def test_the_intent_is_the_first_of_the_ranking(storage: LocalModelStorage) -> None:
    message = understood(reloaded(LinearIntentClassifier, storage, config()), "visa")
    assert message.get(INTENT) == message.get(INTENT_RANKING_KEY)[0]


def test_an_empty_message_is_classified_too(storage: LocalModelStorage) -> None:
    classifier = reloaded(LinearIntentClassifier, storage, config())
    assert understood(classifier, "").get(INTENT)["name"] in EXAMPLES


def test_the_intent_of_a_button_is_kept(storage: LocalModelStorage) -> None:
    classifier = reloaded(LinearIntentClassifier, storage, config())
    message = Message({TEXT: "visa", INTENT: {"name": "kuis", "confidence": 1.0}})
    assert classifier.process([message])[0].get(INTENT)["name"] == "kuis"


def test_an_untrained_classifier_says_nothing(storage: LocalModelStorage) -> None:
    classifier = LinearIntentClassifier.create(config(), storage, Resource("new"), CONTEXT)
    assert understood(classifier, "visa").get(INTENT) is None


@pytest.mark.parametrize("component", [LinearIntentClassifier, KnownEntityExtractor])
def test_what_was_never_trained_cannot_be_loaded(
    component: Any, storage: LocalModelStorage
) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        component.load(config(), storage, Resource("never"), CONTEXT)


def test_a_place_has_value_and_offsets(extractor: KnownEntityExtractor) -> None:
    assert understood(extractor, "🙏 ke Uni Emirat Arab").get(ENTITIES) == [
        {
            "entity": "negara",
            "value": "AE",
            "start": 5,
            "end": 20,
            "extractor": "KnownEntityExtractor",
        }
    ]


def test_amounts_ages_and_things_are_entities_too(extractor: KnownEntityExtractor) -> None:
    message = understood(extractor, "umur 19 th gaji 15jt jadi pembantu")
    assert [(row["entity"], row["value"]) for row in message.get(ENTITIES)] == [
        ("umur", "19"),
        ("uang", "IDR 15000000"),
        ("pekerjaan", "rumah_tangga"),
    ]


def test_a_message_without_a_place_has_no_entities(extractor: KnownEntityExtractor) -> None:
    assert understood(extractor, "berapa biaya").get(ENTITIES) == []


@pytest.mark.parametrize("text", ["", None])
def test_a_message_without_words_is_left_alone(extractor: KnownEntityExtractor, text: Any) -> None:
    assert understood(extractor, text).get(ENTITIES) is None


def test_entities_that_a_button_named_are_kept(extractor: KnownEntityExtractor) -> None:
    named = {"entity": "jawaban", "value": "benar"}
    message = extractor.process([Message({TEXT: "ke Taiwan", ENTITIES: [named]})])[0]
    assert [row["value"] for row in message.get(ENTITIES)] == ["benar", "TW"]


def test_a_loaded_extractor_keeps_the_names_that_it_was_trained_with(
    storage: LocalModelStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = Resource("names")
    KnownEntityExtractor.create({}, storage, resource, CONTEXT).train(training_data())
    monkeypatch.setattr(components, "lexicon", lambda root: lexicon_of([]))
    extractor = KnownEntityExtractor.load({}, storage, resource, CONTEXT)
    assert understood(extractor, "ke Kamboja").get(ENTITIES)[0]["value"] == "KH"


def test_a_loaded_classifier_keeps_the_lexicon_that_it_was_trained_with(
    storage: LocalModelStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = Resource("classifier")
    LinearIntentClassifier.create(config(), storage, resource, CONTEXT).train(training_data())
    before = understood(
        LinearIntentClassifier.load(config(), storage, resource, CONTEXT), "ke Hong Kong"
    )
    monkeypatch.setattr(components, "lexicon", lambda root: lexicon_of([]))
    after = understood(
        LinearIntentClassifier.load(config(), storage, resource, CONTEXT), "ke Hong Kong"
    )
    assert after.get(INTENT_RANKING_KEY) == before.get(INTENT_RANKING_KEY)


def test_components_with_the_same_lexicon_share_one_pipeline(storage: LocalModelStorage) -> None:
    first = KnownEntityExtractor.create({}, storage, Resource("a"), CONTEXT)
    second = LinearIntentClassifier.create(config(), storage, Resource("b"), CONTEXT)
    assert first._nlp is second._nlp
