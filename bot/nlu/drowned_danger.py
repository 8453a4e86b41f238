"""Danger told in one sentence of a message that otherwise asks: "adik saya disekap di Myawaddy. trus siapa yang bayar pulangnya?"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, pairwise
from operator import itemgetter

from spacy.tokens import Doc, Span

from actions.decision import CRISIS_SUSPECTED, Ranking, is_crisis
from bot.nlu.questions import beginnings

# A sentence torn out of its message frightens easily ("ada teman di Jepang kirim foto"): only one that leaves no doubt counts ...
CERTAIN_ALONE = 0.99
# ... in a message from which the detector of danger, that knows no topics, is not far either (the margin of its machine).
LEANING = -0.3
# Sentences looked at: enough for a long cry for help, and a bound for a pasted book.
_MOST_SENTENCES = 20


def with_drowned_danger(
    doc: Doc, prediction: Ranking, leaning: float, predict: Callable[[Span], Ranking]
) -> Ranking:
    """The ranking with the danger of one sentence in it, as probable as is needed to ask about it; else as it was.

    Args:
        doc: the message.
        prediction: intents of the whole message, most probable first.
        leaning: margin of the danger detector on the whole message.
        predict: intents of a piece of it.
    """
    if leaning < LEANING:
        return prediction
    starts = [0, *islice(beginnings(doc, strong=True), _MOST_SENTENCES - 1), len(doc)]
    if len(starts) < 3:
        return prediction
    for start, end in pairwise(starts):
        dangers = [row for row in predict(doc[start:end]) if is_crisis(row[0])]
        if sum(probability for _, probability in dangers) >= CERTAIN_ALONE:
            return _asked_about(prediction, dangers[0][0])
    return prediction


def _asked_about(prediction: Ranking, danger: str) -> Ranking:
    rest = (
        (intent, probability * (1.0 - CRISIS_SUSPECTED))
        for intent, probability in prediction
        if not is_crisis(intent)
    )
    return sorted([(danger, CRISIS_SUSPECTED), *rest], key=itemgetter(1), reverse=True)
