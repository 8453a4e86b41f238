"""Finds several questions in one message: "surat apa aja yang disiapin, trus biayanya berapa kak".

A message is cut in two where a new question may begin, at the place where both sides are understood best by themselves. It holds several
questions when each side is clearly about a topic of its own and the whole leaves room for both; each side may be cut again.

All is judged by margins, not by probabilities: a margin says how clearly a text is about a topic whatever else it is about, while of two
topics in one message one takes nearly all of the probability.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from itertools import islice
from math import inf

from spacy.tokens import Doc, Span, Token

from actions.decision import Ranking
from actions.language.features import concepts_in

# Margin of each intent in a piece of a message; from 0 on it says yes.
Margins = Mapping[str, float]

# Concepts whose id begins with this are question words (knowledge/concepts/pertanyaan.yml).
QUESTION_PREFIX = "tanya_"
COMPARISON = "tanya_beda"
# A clause that asks by naming what is wanted.
_WANTS = frozenset("tanya nanya jelaskan jelasin".split())
# Closes a yes-or-no question: "wajar tidak", "bisa ya", "boleh kan".
_TAGS = frozenset("tidak ya kan kah bukan belum".split())
# After one of these a new question may begin ...
_ENDS = "?!.;\n"
# ... with one of these ...
_STRONG_JOINTS = frozenset("terus trus trs tros lalu lantas sekalian btw oh".split())
# ... and with one of these, which more often join the parts of one question.
_WEAK_JOINTS = frozenset(
    "sama dan n plus juga , tambahan satu satunya kedua kalau karo jeung ban".split()
)
_FEWEST_WORDS = 2
# A message with more is a story, not a list of questions.
_MOST_CUTS = 4

# Each side must be about its topic this clearly if it asks something ...
SURE = 0.0
# ... and this clearly if it only names something.
SURE_WITHOUT_ASKING = 0.5
# The whole must not be further than this from either topic: what is said beside a question often resembles another topic.
ROOM = -0.8


@dataclass(frozen=True)
class Question:
    """A piece of a message, read as one question.

    Attributes:
        topic: what it is about most clearly.
        piece: its words.
        margins: how clearly it is about anything.
        sureness: how far it is above what is needed to answer it; below 0 it is not answered.
    """

    topic: str
    piece: Span
    margins: Margins
    sureness: float


def questions_in(
    doc: Doc,
    whole: Margins,
    margins_of: Callable[[Span], Margins],
    is_topic: Callable[[str], bool],
) -> list[Question]:
    """The questions about different topics that a message asks, in order; empty unless there are two.

    Args:
        doc: the message.
        whole: margins of the whole message.
        margins_of: margins of a piece of it.
        is_topic: whether an intent is a topic that can be answered.
    """
    cuts = list(islice(beginnings(doc), _MOST_CUTS))
    if not cuts or not _leaves_room(whole, filter(is_topic, whole)):
        return []

    @cache
    def one(start: int, end: int) -> Question:
        """A piece as one question."""
        piece = doc[start:end]
        margins = whole if len(piece) == len(doc) else margins_of(piece)
        topic = max(margins, key=margins.__getitem__)
        needed = SURE if _asks(piece) else SURE_WITHOUT_ASKING
        sureness = margins[topic] - needed if is_topic(topic) else -inf
        return Question(topic, piece, margins, sureness)

    @cache
    def questions(start: int, end: int) -> list[Question]:
        """A piece cut in the best way; a part of the message only where its parts are understood better than itself."""
        undivided = one(start, end)
        best, sureness = [undivided], 0.0
        if len(undivided.piece) < len(doc):
            sureness = max(undivided.sureness, sureness)
        for cut in cuts:
            # Where neither side is a question by itself, another cut is better: most cuts of a story end here.
            if start < cut < end and max(one(start, cut).sureness, one(cut, end).sureness) >= 0.0:
                sides = [*questions(start, cut), *questions(cut, end)]
                topics = {side.topic for side in sides}
                least = min(side.sureness for side in sides)
                different = len(topics) == len(sides)
                if least >= sureness and different and _leaves_room(undivided.margins, topics):
                    best, sureness = sides, least
        return best

    found = questions(0, len(doc))
    return found if len(found) > 1 else []


def beginnings(doc: Doc, *, strong: bool = False) -> Iterator[int]:
    """Tokens at which a new question may begin, with words on both sides.

    Args:
        doc: the message.
        strong: only after the end of a sentence and at joints that hardly ever stand within one ("terus", not "dan" and "kalau").
    """
    words = [token.i for token in doc if _is_word(token)]
    if len(words) <= _FEWEST_WORDS:
        return
    # "dan" in "bedanya A dan B" begins no question.
    joined = _compared(doc)

    def joins(token: Token) -> bool:
        if not _STRONG_JOINTS.isdisjoint((token.norm_, token.lower_)):
            return True
        is_weak = not _WEAK_JOINTS.isdisjoint((token.norm_, token.lower_))
        return is_weak and not strong and token.i not in joined

    for token in doc[words[0] + 1 : words[-_FEWEST_WORDS] + 1]:
        before = doc[token.i - 1]
        if token.text[0] not in _ENDS and (_ends(before) or (joins(token) and not joins(before))):
            yield token.i


def first_asked(whole: Ranking, questions: Ranking) -> list[tuple[str, float]]:
    """The ranking of the whole message with one of the questions first, as sure as that question is by itself.

    That is the one which the whole message means most, if it is among them; a message with two questions often means neither clearly.
    """
    asked = dict(questions)
    best = whole[0][0] if whole[0][0] in asked else questions[0][0]
    rest = [(intent, probability) for intent, probability in whole if intent != best]
    left = max(sum(probability for _, probability in rest), 1e-9)
    share = (1.0 - asked[best]) / left
    return [(best, asked[best]), *((intent, probability * share) for intent, probability in rest)]


def _leaves_room(margins: Margins, topics: Iterable[str]) -> bool:
    """True when a text is not far from two of the topics."""
    return nlargest(2, (margins[topic] for topic in topics))[-1] >= ROOM


def _ends(token: Token) -> bool:
    """True for an end of a sentence, also one that is stuck to a word: "dll."."""
    return token.text[-1] in _ENDS or "\n" in token.text


def _sentence(token: Token) -> Span:
    """The words around a token up to the next ends."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start and not _ends(doc[start - 1]):
        start -= 1
    while end < len(doc) and not _ends(doc[end - 1]):
        end += 1
    return doc[start:end]


def _compared(doc: Doc) -> frozenset[int]:
    """Tokens of sentences like "bedanya visa turis sama visa kerja apa": one question about two things."""
    found: set[int] = set()
    for concept in concepts_in(doc):
        if concept.label_ == COMPARISON and concept.start not in found:
            found.update(token.i for token in _sentence(concept[0]))
    return frozenset(found)


def _asks(span: Span) -> bool:
    """True when a clause has a question word, a question mark or tag, or names what is wanted."""
    if any(
        token.text == "?" or token.norm_ in _WANTS or token.norm_.endswith("kah") for token in span
    ):
        return True
    words = [token.norm_ for token in span if not token.is_punct and not token.is_space]
    if not _TAGS.isdisjoint(words[-2:]):
        return True
    return any(concept.label_.startswith(QUESTION_PREFIX) for concept in concepts_in(span))


def _is_word(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)
