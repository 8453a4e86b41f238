"""Finds several questions in one message: "surat apa aja yang disiapin, trus biayanya berapa kak".

A message is cut into clauses where a new question may begin; clauses that ask nothing belong to the next one that does. Each clause is
then understood by itself.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span

from actions.decision import Ranking

Classify = Callable[[str], tuple[str, float]]

# Concepts whose id begins with this are question words (knowledge/concepts/pertanyaan.yml).
QUESTION_PREFIX = "tanya_"
COMPARISON = "tanya_beda"
# A clause that asks by naming what is wanted.
_WANTS = frozenset("tanya nanya jelaskan jelasin".split())
# Closes a yes-or-no question: "wajar tidak", "bisa ya", "boleh kan".
_TAGS = frozenset("tidak ya kan kah bukan belum".split())
# After these a new clause begins ...
_ENDS = frozenset("? ! . ; ?? !! ...".split())
# ... with these ...
_STRONG_JOINTS = frozenset("terus trus trs tros lalu lantas sekalian btw oh".split())
# ... and with these, which more often join the parts of one question.
_WEAK_JOINTS = frozenset("sama dan plus juga , tambahan satunya kedua kalau karo jeung ban".split())
_JOINTS = _STRONG_JOINTS | _WEAK_JOINTS
_FEWEST_WORDS = 2
# Clauses looked at; more is a story, not a list of questions.
_MOST_CLAUSES = 5
# A clause torn out of its story often looks like something else, so its intent must be among the first of the whole message ...
_LIKELY = 8
# ... and where a weak joint stands before it, have at least this probability there.
_LIKELY_AFTER_WEAK_JOINT = 0.001
# Both parts must be understood at least this well ...
SURE = 0.55
# ... and this well where the joint stands between two things asked with one question word.
SURE_WITHOUT_QUESTION = 0.75


def questions_in(
    doc: Doc, whole: Ranking, classify: Classify, is_topic: Callable[[str], bool]
) -> list[tuple[str, float]]:
    """The different topics that a message asks about, in order, with their probabilities; empty unless there are two.

    Args:
        doc: the message.
        whole: intents of the whole message with their probabilities, most probable first.
        classify: best intent of a piece of text and its probability.
        is_topic: whether an intent is a topic that can be answered.
    """
    clauses = _clauses(doc)
    if len(clauses) < 2 or _compares(doc):
        return []
    likely = dict(whole[:_LIKELY])
    wanted = SURE if sum(map(_asks, clauses)) > 1 else SURE_WITHOUT_QUESTION
    found: dict[str, float] = {}
    for clause in clauses[:_MOST_CLAUSES]:
        intent, probability = classify(clause.text)
        least = 0.0 if _after_strong_joint(clause) else _LIKELY_AFTER_WEAK_JOINT
        if is_topic(intent) and probability >= wanted and likely.get(intent, -1.0) >= least:
            found.setdefault(intent, probability)
    return list(found.items()) if len(found) > 1 else []


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


def _compares(doc: Doc) -> bool:
    """True for "bedanya visa turis sama visa kerja apa": one question about two things."""
    return any(concept.label_ == COMPARISON for concept in doc.spans.get("concepts", ()))


def _after_strong_joint(clause: Span) -> bool:
    if clause.start == 0:
        return True
    before = clause.doc[clause.start - 1].text
    first = clause[0]
    return (
        before in _ENDS
        or "\n" in before
        or not _STRONG_JOINTS.isdisjoint((first.norm_, first.lower_))
    )


def _clauses(doc: Doc) -> list[Span]:
    """Clauses that ask something, each with the statements before it; a last statement belongs to the question before."""
    clauses: list[Span] = []
    start = 0
    for end in [*_boundaries(doc), len(doc)]:
        piece = doc[start:end]
        if _words(piece) < _FEWEST_WORDS:
            continue
        if _asks(piece) or end == len(doc):
            clauses.append(piece)
            start = end
    if len(clauses) > 1 and not _asks(clauses[-1]):
        clauses[-2:] = [doc[clauses[-2].start : clauses[-1].end]]
    return clauses


def _boundaries(doc: Doc) -> Iterator[int]:
    for token in doc[1:]:
        before = doc[token.i - 1]
        after_end = before.text in _ENDS or "\n" in before.text
        joint = not _JOINTS.isdisjoint((token.norm_, token.lower_))
        if (after_end or joint) and token.text not in _ENDS:
            yield token.i


def _asks(span: Span) -> bool:
    """True when a clause has a question word, a question mark or tag, or names what is wanted."""
    if any(
        token.text == "?" or token.norm_ in _WANTS or token.norm_.endswith("kah") for token in span
    ):
        return True
    words = [token.norm_ for token in span if not token.is_punct and not token.is_space]
    if not _TAGS.isdisjoint(words[-2:]):
        return True
    concepts = span.doc.spans.get("concepts", ())
    return any(
        concept.label_.startswith(QUESTION_PREFIX)
        for concept in concepts
        if span.start <= concept.start < span.end
    )


def _words(span: Span) -> int:
    return sum(any(char.isalnum() for char in token.text) for token in span)
