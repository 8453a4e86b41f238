"""Gives every token its common spelling and base form, and makes one token of a word that was pulled apart."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from spacy.tokens import Doc

from actions.language.fuzzy import Speller
from actions.language.lemma import base_form
from actions.language.namesakes import NAMED, Namesakes
from knowledge.spelling import normalize_word, undisguise

# "j u d o l", "j.u.d.o.l": four letters or more with a gap after each.
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-_*]){3,}[^\W\d_](?![^\W_])")
# "sl0t", which the tokenizer takes for "0 t", a weight.
_MIXED = re.compile(r"(?<![\w@$!])(?=[\w@$!]*[\d@$!])[\w@$!]{3,}[\w@$]")


class Normalizer:
    """Sets `token.norm_` to the common spelling and `token.lemma_` to the base form; offsets stay those of the text."""

    def __init__(self, speller: Speller, names: Collection[str] = ()) -> None:
        """Keep what words are led back to.

        Args:
            speller: the words that disguised and mistyped words are led back to.
            names: first names in small letters.
        """
        self._speller = speller
        self._namesakes = Namesakes(names, {name for name in names if speller.knows(name)})
        self._forms = lru_cache(maxsize=50_000)(self._forms_of)

    def __call__(self, doc: Doc) -> Doc:
        """Normalise every token of the document in place; letters that stand apart and disguised words become one token."""
        for start, end in self._single_words(doc.text) if len(doc) > 1 else ():
            span = doc.char_span(start, end)
            if span is not None and len(span) > 1:
                with doc.retokenize() as retokenizer:
                    retokenizer.merge(span)
        for token in doc:
            token.norm_, token.lemma_ = self._forms(token.text)
        tokens = [token for token in doc if not token.is_space]
        for place in self._namesakes.named_at([token.lower_ for token in tokens]):
            tokens[place].norm_ = tokens[place].lemma_ = NAMED
        return doc

    def _forms_of(self, word: str) -> tuple[str, str]:
        """Common spelling and base form of one token."""
        plain = normalize_word(word)
        # A name has neither slips nor a base form: "Rahmi" is no "rahim", "Nani" no farmer ("tani").
        if self._namesakes.is_plain(plain):
            return plain, plain
        norm = self.norm_of(word) or word.lower()
        return norm, base_form(norm)

    def _single_words(self, text: str) -> list[tuple[int, int]]:
        """Where words stand that the tokenizer takes for several."""
        disguised = [
            found
            for found in _MIXED.finditer(text)
            if undisguise(found.group(), self._speller.knows)
        ]
        return [found.span() for found in (*_SPACED.finditer(text), *disguised)]

    def norm_of(self, word: str) -> str:
        """The common spelling of one token."""
        if len(word) > 1 and _SPACED.fullmatch(word):
            word = "".join(char for char in word if char.isalpha())
        if word.isalpha():
            # Twice: the word that was meant may itself be an everyday spelling.
            return normalize_word(self._speller.correct(normalize_word(word)))
        return undisguise(word, self._speller.knows) or normalize_word(word)
