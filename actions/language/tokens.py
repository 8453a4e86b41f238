"""Cuts text into tokens, as spaCy does for Indonesian, but at once and in time that grows with the text."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from spacy.lang.id import Indonesian, IndonesianDefaults
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.tokens import Doc

# Longer runs without a space are cut: for each sign that it splits off, spaCy looks through the rest of the run again, so 4,000
# emoji would take seconds. Nobody types a word that long.
LONGEST_RUN = 200
_PIECE = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")


class _Defaults(IndonesianDefaults):
    # spaCy lists 15,900 reduplications one by one, which takes six seconds at every start.
    # "anak-anak" is split here and read as one word by actions/language/features.py.
    tokenizer_exceptions = BASE_EXCEPTIONS
    # Otherwise "g2g" is two grams: "g2" and "g", which is how people write "tidak".
    token_match = re.compile(r"[^\W\d_]{1,2}\d[^\W\d_]{1,2}$").match


class ChatIndonesian(Indonesian):
    """`spacy.blank("id")` that starts at once (no trained Indonesian pipeline exists)."""

    lang = "id"
    Defaults = _Defaults
    # What the pipes know (actions/language/compiled.py). spaCy copies and checks the settings of a pipe, which takes long for so much.
    lexicon: Mapping[str, Any]

    def fingerprint(self) -> str:
        """A digest of what the pipes know; Rasa asks for it while training."""
        return hashlib.sha256(json.dumps(self.lexicon).encode()).hexdigest()

    def make_doc(self, text: str) -> Doc:
        """The tokens of a text; none reaches over more than `LONGEST_RUN` characters."""
        cuts = [found.end() for found in _PIECE.finditer(text)]
        if not cuts:
            return super().make_doc(text)
        pieces = (text[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True))
        tokens = [token for piece in map(super().make_doc, pieces) for token in piece]
        return Doc(
            self.vocab,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
        )
