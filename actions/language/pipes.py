# No postponed annotations here: spaCy's factory registry resolves these signatures when the module is imported.
"""spaCy factories of the Indonesian pipeline: common spelling, entities and concepts."""

import re
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from actions.language.ages import ages_in
from actions.language.amounts import amounts_in
from actions.language.beside import is_meant
from actions.language.fuzzy import Speller
from actions.language.lemma import base_form
from actions.language.normalizer import Normalizer
from actions.language.regional import LanguageDetector
from actions.language.spelling import normalize_word

NORMALIZER = "mawas_normalizer"
ENTITIES = "mawas_entities"
CONCEPTS = "mawas_concepts"
LANGUAGES = "mawas_languages"
# Key in `doc.user_data`.
LANGUAGE = "language"

AMOUNT_LABEL, AGE_LABEL, COUNTRY_LABEL = "uang", "umur", "negara"


class EntityFinder:
    """Marks what a message names: places and things by their names, amounts of money and ages by their form.

    Labels are those of the contract (`negara`, `provinsi`) and `dokumen`, `lembaga`, `pekerjaan`, `uang`, `umur`; `ent_id_` is the value.
    """

    def __init__(self, nlp: Language, names: Iterable[dict[str, Any]]) -> None:
        """Build the phrase matcher.

        Args:
            nlp: the pipeline whose tokenizer reads texts.
            names: rows of {"label", "value", "names": [...], "needs_marker": [...], "not": [...]} (actions/language/lexicon.py).
        """
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self._values: dict[str, tuple[str, str, frozenset[str] | None]] = {}
        for row in names:
            for phrases, is_doubtful in ((row["names"], False), (row["needs_marker"], True)):
                key = f"{row['label']}|{row['value']}|{is_doubtful}"
                words = frozenset(map(str.casefold, phrases)) if is_doubtful else None
                self._add(nlp, key, phrases, (row["label"], row["value"], words))
            self._add(nlp, f"|{row['value']}", row.get("not", ()), ("", "", None))

    def _add(
        self,
        nlp: Language,
        key: str,
        phrases: Iterable[str],
        value: tuple[str, str, frozenset[str] | None],
    ) -> None:
        patterns = [spelt(nlp, phrase) for phrase in phrases]
        if patterns:
            self._values[key] = value
            self._matcher.add(key, patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's entities to the longest names found."""
        named = self._named(doc)
        countries = {span.id_ for span in named if span.label_ == COUNTRY_LABEL}
        spans = [*_numbers(doc, countries), *named]
        doc.set_ents([span for span in filter_spans(spans) if span.label_])
        return doc

    def _named(self, doc: Doc) -> list[Span]:
        """Matches, those of doubtful names first: where they are meant, they are meant by their marker."""
        spans: list[tuple[bool, Span]] = []
        solid, places = without_spaces(doc)
        for key, start, end in self._matcher(solid):
            label, value, doubtful = self._values[doc.vocab.strings[key]]
            if is_meant(solid, start, end, label, doubtful):
                span = Span(doc, places[start], places[end - 1] + 1, label=label, span_id=value)
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

    def __init__(self, nlp: Language, concepts: Iterable[dict[str, Any]]) -> None:
        """Build the matchers.

        Args:
            nlp: the pipeline whose tokenizer reads texts.
            concepts: rows of {"id", "words": [...], "not": [...]} (actions/language/lexicon.py).
        """
        self._by_norm = PhraseMatcher(nlp.vocab, attr="NORM")
        self._by_lemma = PhraseMatcher(nlp.vocab, attr="LEMMA")
        norms: dict[tuple[str, ...], str] = {}
        lemmas: dict[tuple[str, ...], set[str]] = {}
        for row in concepts:
            docs = [spelt(nlp, phrase) for phrase in row["words"]]
            self._by_norm.add(row["id"], docs)
            for doc in docs:
                norms[tuple(token.norm_ for token in doc)] = row["id"]
                lemmas.setdefault(tuple(token.lemma_ for token in doc), set()).add(row["id"])
            if row.get("not"):
                self._by_norm.add(_NO_CONCEPT, [spelt(nlp, phrase) for phrase in row["not"]])
        # A base form that two concepts share says nothing; one that is a word of another concept neither.
        for base, owners in lemmas.items():
            if len(owners) == 1 and norms.get(base, min(owners)) in owners:
                words = [token for token in base if token]
                if words:
                    copy = Doc(nlp.vocab, words=words)
                    for token in copy:
                        token.lemma_ = token.text
                    self._by_lemma.add(min(owners), [copy])

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's concepts: by spelling, else by base form; the longest phrase wins."""
        solid, places = without_spaces(doc)
        spans = _spans(doc, places, self._by_norm(solid))
        exact = filter_spans(spans)
        taken = {place for span in exact for place in range(span.start, span.end)}
        by_lemma = filter_spans(_spans(doc, places, self._by_lemma(solid)))
        free = [span for span in by_lemma if not taken.intersection(range(span.start, span.end))]
        found = [span for span in [*exact, *free] if span.label_ != _NO_CONCEPT]
        doc.spans["concepts"] = sorted(found, key=lambda span: span.start)
        return doc


_NO_CONCEPT = "-"


def _spans(doc: Doc, places: Sequence[int], matches: Iterable[tuple[int, int, int]]) -> list[Span]:
    return [
        Span(doc, places[start], places[end - 1] + 1, label=doc.vocab.strings[key])
        for key, start, end in matches
    ]


def spelt(nlp: Language, phrase: str) -> Doc:
    """A phrase of the lexicon as a pattern: tokens with common spelling and base form."""
    doc = nlp.make_doc(phrase)
    for token in doc:
        token.norm_ = normalize_word(token.text) or token.lower_
        token.lemma_ = base_form(token.norm_)
    return doc


def without_spaces(doc: Doc) -> tuple[Doc, list[int]]:
    """The document without tokens of white space, and where each of its tokens stands in the original.

    Line breaks and doubled spaces are tokens of their own; "Uni  Emirat Arab" must not become "Arab".
    """
    places = [token.i for token in doc if not token.is_space]
    if len(places) == len(doc):
        return doc, places
    copy = Doc(doc.vocab, words=[doc[place].text for place in places])
    for token, place in zip(copy, places, strict=True):
        token.norm_ = doc[place].norm_
        token.lemma_ = doc[place].lemma_
    return copy, places


@Language.factory(NORMALIZER, default_config={"words": [], "places": [], "ordinary": []})
def create_normalizer(
    nlp: Language, name: str, words: list[str], places: list[str], ordinary: list[str]
) -> Normalizer:
    """Factory of the word normaliser; arguments as of Speller."""
    return Normalizer(Speller(words, places, ordinary))


@Language.factory(ENTITIES, default_config={"names": []})
def create_entity_finder(nlp: Language, name: str, names: list[Any]) -> EntityFinder:
    """Factory of the entity finder; `names` as in EntityFinder."""
    return EntityFinder(nlp, names)


@Language.factory(CONCEPTS, default_config={"concepts": []})
def create_concept_finder(nlp: Language, name: str, concepts: list[Any]) -> ConceptFinder:
    """Factory of the concept finder; `concepts` as in ConceptFinder."""
    return ConceptFinder(nlp, concepts)


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


@Language.factory(LANGUAGES, default_config={"languages": []})
def create_language_finder(nlp: Language, name: str, languages: list[Any]) -> LanguageFinder:
    """Factory of the language finder; `languages` as in LanguageFinder."""
    return LanguageFinder(languages)
