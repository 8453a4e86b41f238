"""Words that the training sentences use again and again: they were meant as they stand and are no slips in other words."""

import re
from collections import Counter
from pathlib import Path

from knowledge.spelling import normalize_word

# Seen in fewer sentences a word may itself be a slip.
_LEAST = 2
# Shorter words are never corrected (actions/language/fuzzy.py).
_SHORTEST = 5
# Plain words that neither the dictionary nor two of those sentences hold: "mahir" (skilled) is no "mahar" (dowry),
# "diposting" (posted) no "dipotong" (cut from wages), "sepadan" (matching) no "sempadan" (border).
_PLAIN = frozenset(("mahir", "diposting", "digotong", "sepadan"))
_SENTENCE = re.compile(r"^\s+- (?!intent:)(.*)$", re.MULTILINE)
_MARK = re.compile(r"\]\([a-z]+\)")
_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")


def ordinary_words(folder: Path) -> frozenset[str]:
    """Normalised words of at least five letters that stand in two sentences or more.

    Args:
        folder: files of training sentences, one `- sentence` a line.
    """
    seen: Counter[str] = Counter()
    for file in sorted(folder.glob("*.yml")):
        for sentence in _SENTENCE.findall(file.read_text(encoding="utf-8")):
            seen.update({normalize_word(word) for word in _WORD.findall(_MARK.sub(" ", sentence))})
    return _PLAIN.union(
        word for word, count in seen.items() if count >= _LEAST and len(word) >= _SHORTEST
    )
