"""The graph components as Rasa uses them: create, train, store, load, process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.engine.training.fingerprinting import calculate_fingerprint_key
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.language import Language

from bot.nlu import reader
from bot.nlu.components import KnownEntityExtractor, LinearIntentClassifier
from bot.nlu.reader import IndonesianReader, read
from tests.helpers.language import LEXICON, lexicon_of

EXAMPLES = {
    "biaya": ["berapa biaya", "biaya ke Taiwan", "biaya ke Kamboja berapa"],
    "visa": ["cara urus visa", "visa kerja apa", "visa untuk Malaysia"],
    "darurat_disekap": ["saya disekap", "tolong kami disekap", "disekap di Kamboja"],
}
CONTEXT = ExecutionContext(GraphSchema({}))


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage(tmp_path)


def training_data() -> TrainingData:
    return TrainingData(
        [Message.build(text, intent=intent) for intent, texts in EXAMPLES.items() for text in texts]
    )


def config(**changes: Any) -> dict[str, Any]:
    return {**LinearIntentClassifier.get_default_config(), "min_count": 1, **changes}


@pytest.fixture
def reloaded(nlp: Language, storage: LocalModelStorage) -> Any:
    """Trains a classifier and loads it again, as a later start of the program would."""

    def reload(**changes: Any) -> LinearIntentClassifier:
        settings, resource = config(**changes), Resource("classifier")
        LinearIntentClassifier.create(settings, storage, resource, CONTEXT).train(
            training_data(), nlp
        )
        return LinearIntentClassifier.load(settings, storage, resource, CONTEXT)

    return reload


@pytest.fixture
def understood(nlp: Language) -> Any:
    """A message that a component has read."""
    return lambda component, text: component.process([Message({TEXT: text})], nlp)[0]


@pytest.fixture
def extractor(storage: LocalModelStorage) -> KnownEntityExtractor:
    return KnownEntityExtractor.create({}, storage, Resource("names"), CONTEXT)


def test_a_trained_classifier_understands_after_it_was_loaded(
    reloaded: Any, understood: Any
) -> None:
    assert understood(reloaded(), "biayanya berapa").get(INTENT)["name"] == "biaya"


def test_a_loaded_classifier_answers_as_the_trained_one(
    storage: LocalModelStorage, nlp: Language, understood: Any
) -> None:
    resource = Resource("classifier")
    trained = LinearIntentClassifier.create(config(), storage, resource, CONTEXT)
    trained.train(training_data(), nlp)
    loaded = LinearIntentClassifier.load(config(), storage, resource, CONTEXT)
    rankings = [
        {row["name"]: row["confidence"] for row in understood(each, "visa").get(INTENT_RANKING_KEY)}
        for each in (trained, loaded)
    ]
    assert rankings[1] == pytest.approx(rankings[0], abs=1e-2)


def test_what_is_learned_for_one_country_holds_for_another(reloaded: Any, understood: Any) -> None:
    assert understood(reloaded(), "biaya ke Hong Kong").get(INTENT)["name"] == "biaya"


def test_crisis_intents_are_the_dangers(reloaded: Any, understood: Any) -> None:
    """Whoever trusts the danger detector less gets less danger, and nothing else changes."""
    shares = []
    for offset in (-2.0, 0.0, 2.0):
        classifier = reloaded(danger_offset=offset)
        ranking = understood(classifier, "saya disekap").get(INTENT_RANKING_KEY)
        shares.append({row["name"]: row["confidence"] for row in ranking}["darurat_disekap"])
    assert shares == sorted(shares)
    assert shares[0] < shares[2]


def test_the_ranking_holds_every_intent(reloaded: Any, understood: Any) -> None:
    ranking = understood(reloaded(), "visa").get(INTENT_RANKING_KEY)
    assert sorted(row["name"] for row in ranking) == sorted(EXAMPLES)


def test_the_intent_is_the_first_of_the_ranking(reloaded: Any, understood: Any) -> None:
    message = understood(reloaded(), "visa")
    assert message.get(INTENT) == message.get(INTENT_RANKING_KEY)[0]


def test_an_empty_message_is_classified_too(reloaded: Any, understood: Any) -> None:
    assert understood(reloaded(), "").get(INTENT)["name"] in EXAMPLES


def test_the_intent_of_a_button_is_kept(reloaded: Any, nlp: Language) -> None:
    message = Message({TEXT: "visa", INTENT: {"name": "kuis", "confidence": 1.0}})
    assert reloaded().process([message], nlp)[0].get(INTENT)["name"] == "kuis"


def test_an_untrained_classifier_says_nothing(storage: LocalModelStorage, understood: Any) -> None:
    classifier = LinearIntentClassifier.create(config(), storage, Resource("new"), CONTEXT)
    assert understood(classifier, "visa").get(INTENT) is None


@pytest.mark.parametrize("component", [LinearIntentClassifier, IndonesianReader])
def test_what_was_never_trained_cannot_be_loaded(
    component: Any, storage: LocalModelStorage
) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        component.load(config(), storage, Resource("never"), CONTEXT)


@pytest.mark.parametrize("component", [LinearIntentClassifier, KnownEntityExtractor])
def test_a_pipeline_without_a_reader_is_refused(component: Any) -> None:
    assert component.required_components() == [IndonesianReader]


def test_a_place_has_value_and_offsets(extractor: KnownEntityExtractor, understood: Any) -> None:
    assert understood(extractor, "🙏 ke Uni Emirat Arab").get(ENTITIES) == [
        {
            "entity": "negara",
            "value": "AE",
            "start": 5,
            "end": 20,
            "extractor": "KnownEntityExtractor",
        }
    ]


def test_amounts_ages_and_things_are_entities_too(
    extractor: KnownEntityExtractor, understood: Any
) -> None:
    message = understood(extractor, "umur 19 th gaji 15jt jadi pembantu")
    assert [(row["entity"], row["value"]) for row in message.get(ENTITIES)] == [
        ("umur", "19"),
        ("uang", "IDR 15000000"),
        ("pekerjaan", "rumah_tangga"),
    ]


def test_a_message_without_a_place_has_no_entities(
    extractor: KnownEntityExtractor, understood: Any
) -> None:
    assert understood(extractor, "berapa biaya").get(ENTITIES) == []


@pytest.mark.parametrize("text", ["", None])
def test_a_message_without_words_is_left_alone(
    extractor: KnownEntityExtractor, understood: Any, text: Any
) -> None:
    assert understood(extractor, text).get(ENTITIES) is None


def test_entities_that_a_button_named_are_kept(
    extractor: KnownEntityExtractor, nlp: Language
) -> None:
    named = {"entity": "jawaban", "value": "benar"}
    message = extractor.process([Message({TEXT: "ke Taiwan", ENTITIES: [named]})], nlp)[0]
    assert [row["value"] for row in message.get(ENTITIES)] == ["benar", "TW"]


def test_a_loaded_reader_keeps_the_lexicon_that_the_model_was_trained_with(
    storage: LocalModelStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = Resource("reader")
    monkeypatch.setattr(reader, "lexicon", lambda root, sentences: LEXICON)
    made = IndonesianReader.create({}, storage, resource, CONTEXT).provide()
    monkeypatch.setattr(reader, "lexicon", lambda root, sentences: lexicon_of([]))
    loaded = IndonesianReader.load({}, storage, resource, CONTEXT).provide()
    assert [ent.ent_id_ for ent in loaded("ke Kamboja").ents] == ["KH"]
    assert loaded.fingerprint() == made.fingerprint()
    other = IndonesianReader.create({}, storage, Resource("other"), CONTEXT).provide()
    assert other.fingerprint() != made.fingerprint()


def test_rasa_never_leaves_the_reader_out_because_it_ran_before() -> None:
    keys = [calculate_fingerprint_key(IndonesianReader, {}, {}) for _ in range(2)]
    assert keys[0] != keys[1]


def test_a_message_is_read_once_for_all_components(nlp: Language) -> None:
    message = Message({TEXT: "ke Kamboja"})
    assert read(message, nlp) is read(message, nlp)
