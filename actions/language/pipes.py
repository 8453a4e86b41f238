# No postponed annotations here: spaCy's factory registry resolves these signatures when the module is imported.
"""spaCy factories of the Indonesian pipeline: common spelling, entities and concepts."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

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
        countries = {span.id_ for span in named if span.label_ == COUNTRY_LABEL}
        spans = [*_numbers(doc, countries), *named]
        doc.set_ents([span for span in filter_spans(spans) if span.label_ != NO_NAME])
        return doc

    def _named(self, doc: Doc) -> list[Span]:
        """Matches, those of doubtful names first: where they are meant, they are meant by their marker."""
        spans: list[tuple[bool, Span]] = []
        tokens = _without_spaces(doc)
        for numbers, start, end in self._phrases.find([token.norm_ for token in tokens]):
            for label, value, doubtful in map(self._meanings.__getitem__, numbers):
                if self._beside.allow(tokens, start, end, label, doubtful):
                    span = _span(doc, tokens, start, end, label, value)
                    spans.append((doubtful is None, span))
        return [span for _, span in sorted(spans, key=itemgetter(0))]


def _numbers(doc: Doc, countries: Collection[str]) -> list[Span]:
    if not any(char.isdigit() for char in doc.text) and not _NUMBER_WORDS.search(doc.text):
        return []
    found: list[tuple[str, Any]] = [
        *((AMOUNT_LABEL, amount) for amount in amounts_in(doc.text, countries)),
        *((AGE_LABEL, age) for age in ages_in(doc.text)),
    ]
    spans = (
        doc.char_span(
            each.start, each.end, label=label, span_id=each.value, alignment_mode="expand"
        )
        for label, each in found
    )
    return [span for span in spans if span is not None]


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
        exact, by_lemma = (
            filter_spans(_span(doc, tokens, start, end, id) for id, start, end in table.find(words))
            for table, words in (
                (self._by_norm, [token.norm_ for token in tokens]),
                (self._by_lemma, [token.lemma_ for token in tokens]),
            )
        )
        taken = {place for span in exact for place in range(span.start, span.end)}
        free = [span for span in by_lemma if not taken.intersection(range(span.start, span.end))]
        found = [span for span in [*exact, *free] if span.label_ != NO_CONCEPT]
        doc.spans["concepts"] = sorted(found, key=lambda span: span.start)
        return doc


def _without_spaces(doc: Doc) -> list[Token]:
    """The tokens that are words or signs.

    Line breaks and doubled spaces are tokens of their own; "Uni  Emirat Arab" must not become "Arab".
    """
    return [token for token in doc if not token.is_space]


def _span(
    doc: Doc, tokens: Sequence[Token], start: int, end: int, label: str, value: str = ""
) -> Span:
    return Span(doc, tokens[start].i, tokens[end - 1].i + 1, label=label, span_id=value)


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
    return Normalizer(Speller(**nlp.lexicon["spellings"]))


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
