# No postponed annotations here: spaCy's factory registry resolves these signatures when the module is imported.
"""spaCy factories of the Indonesian pipeline: word normalisation and place names."""

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from bot.nlu.normalize import normalize_word

NORMALIZER = "mawas_normalizer"
PLACES = "mawas_places"

# A district whose name is also an everyday word or a first name counts as a place only after one of these.
PLACE_MARKERS = frozenset(
    {
        "asal",
        "dari",
        "di",
        "ke",
        "kabupaten",
        "kab",
        "kota",
        "provinsi",
        "prov",
        "daerah",
        "orang",
        "wilayah",
        "desa",
    }
)
ABBREVIATED_MARKERS = frozenset({"kab", "prov"})


class Normalizer:
    """Sets `token.norm_` to the common spelling; matchers and features read norms, offsets stay those of the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Normalise every token of the document in place."""
        for token in doc:
            token.norm_ = normalize_word(token.text) or token.lower_
        return doc


class PlaceFinder:
    """Marks countries and provinces as entities: label `negara` or `provinsi`, `ent_id_` the value."""

    def __init__(self, nlp: Language, places: Iterable[dict[str, Any]]) -> None:
        """Build the phrase matcher.

        Args:
            nlp: the pipeline whose tokenizer reads texts.
            places: rows of {"label", "value", "names": [...], "needs_marker": [...]} (bot/nlu/places.py).
        """
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self._values: dict[str, tuple[str, str, bool]] = {}
        normalizer = Normalizer()
        for row in places:
            for names, needs_marker in ((row["names"], False), (row["needs_marker"], True)):
                if names:
                    key = f"{row['label']}|{row['value']}|{needs_marker}"
                    self._values[key] = (row["label"], row["value"], needs_marker)
                    self._matcher.add(key, [normalizer(nlp.make_doc(name)) for name in names])

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's entities to the longest place names found."""
        spans = []
        # Line breaks and doubled spaces are tokens of their own; "Uni  Emirat Arab" must not become "Arab".
        places = [token.i for token in doc if not token.is_space]
        solid = doc if len(places) == len(doc) else _copy(doc, places)
        for key, start, end in self._matcher(solid):
            label, value, needs_marker = self._values[doc.vocab.strings[key]]
            if needs_marker and not _has_marker(solid, start):
                continue
            spans.append(Span(doc, places[start], places[end - 1] + 1, label=label, span_id=value))
        doc.set_ents(filter_spans(spans))
        return doc


def _copy(doc: Doc, places: list[int]) -> Doc:
    """The tokens at these places as a document of their own."""
    copy = Doc(doc.vocab, words=[doc[place].text for place in places])
    for token, place in zip(copy, places, strict=True):
        token.norm_ = doc[place].norm_
    return copy


def _has_marker(doc: Doc, start: int) -> bool:
    """True when the word before says that a place follows; "kab. Malang" is three tokens."""
    if start > 1 and doc[start - 1].text == "." and doc[start - 2].norm_ in ABBREVIATED_MARKERS:
        return True
    return start > 0 and doc[start - 1].norm_ in PLACE_MARKERS


@Language.factory(NORMALIZER)
def create_normalizer(nlp: Language, name: str) -> Normalizer:
    """Factory of the word normaliser."""
    return Normalizer()


@Language.factory(PLACES, default_config={"places": []})
def create_place_finder(nlp: Language, name: str, places: list[Any]) -> PlaceFinder:
    """Factory of the place finder; `places` as in PlaceFinder."""
    return PlaceFinder(nlp, places)
