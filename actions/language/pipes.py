# No postponed annotations here: spaCy's factory registry resolves these signatures when the module is imported.
"""spaCy factories of the Indonesian pipeline: common spelling, entities and concepts."""

import re
from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from actions.language.ages import ages_in
from actions.language.amounts import amounts_in
from actions.language.beside import WordsBeside
from actions.language.fuzzy import Speller
from actions.language.normalizer import Normalizer
from actions.language.phrases import PhraseTable
from actions.language.regional import LanguageDetector
from actions.language.tokens import ChatIndonesian

NORMALIZER = "mawas_normalizer"
ENTITIES = "mawas_entities"
CONCEPTS = "mawas_concepts"
LANGUAGES = "mawas_languages"
# First token and token after the last, label, value.
Place = tuple[int, int, str, str]
# Key in `doc.user_data`.
LANGUAGE = "language"

AMOUNT_LABEL, AGE_LABEL, COUNTRY_LABEL = "uang", "umur", "negara"
# Labels of phrases in which a word is no name, and none of a concept.
NO_NAME, NO_CONCEPT = "", "-"


class EntityFinder:
    """Marks what a message names: places and things by their names, amounts of money and ages by their form.

    Labels are those of the contract (`negara`, `provinsi`) and `dokumen`, `lembaga`, `pekerjaan`, `uang`, `umur`; `ent_id_` is the value.
    """

    def __init__(
        self,
        phrases: Mapping[str, list[int]],
        meanings: Iterable[tuple[str, str, Iterable[str] | None]],
        beside: Mapping[str, Mapping[str, Iterable[str]]],
    ) -> None:
        """Keep the names.

        Args:
            phrases: a name, as actions/language/phrases.py writes it -> numbers of its meanings.
            meanings: label, value, and how the name is written where it is doubtful.
            beside: kind of name -> words beside it that decide (actions/language/beside.py).
        """
        self._phrases = PhraseTable(phrases)
        self._meanings = [
            (label, value, None if doubtful is None else frozenset(doubtful))
            for label, value, doubtful in meanings
        ]
        self._beside = WordsBeside(beside)

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's entities to the longest names found."""
        named = self._named(doc)
        countries = {value for _, _, label, value in named if label == COUNTRY_LABEL}
        places = longest([*_numbers(doc, countries), *named])
        doc.set_ents([_span(doc, place) for place in places if place[2] != NO_NAME])
        return doc

    def _named(self, doc: Doc) -> list[Place]:
        """Matches, those of doubtful names first: where they are meant, they are meant by their marker."""
        places: list[tuple[bool, Place]] = []
        tokens = _without_spaces(doc)
        for numbers, start, end in self._phrases.find([token.norm_ for token in tokens]):
            for label, value, doubtful in map(self._meanings.__getitem__, numbers):
                if self._beside.allow(tokens, start, end, label, doubtful):
                    place = (tokens[start].i, tokens[end - 1].i + 1, label, value)
                    places.append((doubtful is None, place))
        return [place for _, place in sorted(places, key=itemgetter(0))]


def _numbers(doc: Doc, countries: Collection[str]) -> list[Place]:
    # spaCy joins all tokens each time that it is asked for the text.
    text = doc.text
    if not any(map(str.isdigit, text)) and not _NUMBER_WORDS.search(text):
        return []
    found: list[tuple[str, Any]] = [
        *((AMOUNT_LABEL, amount) for amount in amounts_in(text, countries)),
        *((AGE_LABEL, age) for age in ages_in(text)),
    ]
    places = []
    for label, each in found:
        span = doc.char_span(each.start, each.end, alignment_mode="expand")
        if span is not None:
            places.append((span.start, span.end, label, each.value))
    return places


_NUMBER_WORDS = re.compile(r"juta|ribu|rat[ou]s|puluh|belas|digit|\bjt|\brb", re.IGNORECASE)


class ConceptFinder:
    """Marks the concepts of this field (knowledge/concepts) as `doc.spans["concepts"]`, each span labelled with the concept's id."""

    def __init__(self, norms: Mapping[str, str], lemmas: Mapping[str, str]) -> None:
        """Keep the phrases.

        Args:
            norms: a phrase in its common spelling, as actions/language/phrases.py writes it -> id of its concept.
            lemmas: the same for base forms.
        """
        self._by_norm = PhraseTable(norms)
        self._by_lemma = PhraseTable(lemmas)

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's concepts: by spelling, else by base form; the longest phrase wins."""
        tokens = _without_spaces(doc)
        numbers = [token.i for token in tokens]
        exact, by_lemma = (
            longest(
                (numbers[start], numbers[end - 1] + 1, concept, "")
                for concept, start, end in table.find(words)
            )
            for table, words in (
                (self._by_norm, [token.norm_ for token in tokens]),
                (self._by_lemma, [token.lemma_ for token in tokens]),
            )
        )
        taken = {number for start, end, *_ in exact for number in range(start, end)}
        free = [place for place in by_lemma if taken.isdisjoint(range(*place[:2]))]
        found = sorted(place for place in [*exact, *free] if place[2] != NO_CONCEPT)
        doc.spans["concepts"] = [_span(doc, place) for place in found]
        return doc


def longest(places: Iterable[Place]) -> list[Place]:
    """Places that do not overlap, in order: of those that do the longest, else the first.

    `spacy.util.filter_spans` does the same, but needs a Span of each, and most are dropped.
    """
    taken: set[int] = set()
    kept = []
    for place in sorted(places, key=lambda place: (place[0] - place[1], place[0])):
        start, end = place[:2]
        if start not in taken and end - 1 not in taken:
            kept.append(place)
            taken.update(range(start, end))
    return sorted(kept)


def _without_spaces(doc: Doc) -> list[Token]:
    """The tokens that are words or signs.

    Line breaks and doubled spaces are tokens of their own; "Uni  Emirat Arab" must not become "Arab".
    """
    return [token for token in doc if not token.is_space]


def _span(doc: Doc, place: Place) -> Span:
    start, end, label, value = place
    return Span(doc, start, end, label=label, span_id=value)


class LanguageFinder:
    """Sets `doc.user_data["language"]` to the row of the regional or foreign language that a message is written in, or None."""

    def __init__(self, languages: Iterable[dict[str, Any]]) -> None:
        """Keep the languages.

        Args:
            languages: rows of {"id", "greeting", "strong": [...], "weak": [...]} (actions/language/lexicon.py).
        """
        rows = list(languages)
        self._rows = {row["id"]: row for row in rows}
        self._detector = LanguageDetector(rows)

    def __call__(self, doc: Doc) -> Doc:
        """Look at the words as they were typed."""
        code = self._detector.detect([token.lower_ for token in doc])
        doc.user_data[LANGUAGE] = self._rows.get(code) if code else None
        return doc


@Language.factory(NORMALIZER)
def create_normalizer(nlp: ChatIndonesian, name: str) -> Normalizer:
    """Factory of the word normaliser."""
    return Normalizer(Speller(**nlp.lexicon["spellings"]), nlp.lexicon["people"])


@Language.factory(ENTITIES)
def create_entity_finder(nlp: ChatIndonesian, name: str) -> EntityFinder:
    """Factory of the entity finder."""
    return EntityFinder(**nlp.lexicon["names"])


@Language.factory(CONCEPTS)
def create_concept_finder(nlp: ChatIndonesian, name: str) -> ConceptFinder:
    """Factory of the concept finder."""
    return ConceptFinder(**nlp.lexicon["concepts"])


@Language.factory(LANGUAGES)
def create_language_finder(nlp: ChatIndonesian, name: str) -> LanguageFinder:
    """Factory of the language finder."""
    return LanguageFinder(nlp.lexicon["languages"])
