"""Sparse features of a sentence: normalised words, word pairs and letter groups inside words."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

LETTER_GROUPS = (2, 3, 4, 5)

# Places stand for their kind, so that "biaya ke Korea" teaches "biaya ke Taiwan" too.
PLACE_MASK = {"negara": "__negara__", "provinsi": "__provinsi__"}


def words_of(doc: Doc) -> list[str]:
    """Normalised words in order: places replaced by their mask, no punctuation but question marks.

    A word said twice counts once, so "anak-anak", "anak anak" and "anak2" are the same.
    """
    words: list[str] = []
    for token in doc:
        if token.ent_type_ in PLACE_MASK:
            if token.ent_iob_ == "B":
                words.append(PLACE_MASK[token.ent_type_])
        elif _is_word(token.norm_) and words[-1:] != [token.norm_]:
            words.append(token.norm_)
    return words


def _is_word(norm: str) -> bool:
    return norm == "?" or any(char.isalnum() for char in norm)


def features_of(doc: Doc) -> Counter[str]:
    """Counts of all features of a document, each name prefixed by its kind (w: word, p: pair, c: letters, e: place)."""
    words = words_of(doc)
    counts: Counter[str] = Counter(f"w:{word}" for word in words)
    counts.update(
        f"p:{left} {right}" for left, right in zip(["<s>", *words], [*words, "</s>"], strict=True)
    )
    for word in words:
        counts.update(f"c:{group}" for group in _letter_groups(word))
    counts.update(f"e:{entity.ent_id_}" for entity in doc.ents)
    return counts


def _letter_groups(word: str) -> Iterator[str]:
    padded = f" {word} "
    for size in LETTER_GROUPS:
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]
