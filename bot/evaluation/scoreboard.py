"""All figures of the scoreboard, as tables, from answered messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.evaluation import scores, sets
from bot.evaluation.answers import Answered
from bot.evaluation.calibration import expected_error, reliability
from bot.evaluation.danger_board import by_how, by_protocol, right_protocol
from bot.evaluation.danger_sets import judged_twins
from bot.evaluation.entities import ALL, Score
from bot.evaluation.measured import Measured
from bot.evaluation.readable import readability
from bot.evaluation.scores import Number, share
from bot.evaluation.tables import Figure, Table

OUT_OF_SCOPE = "di_luar_topik"
INDONESIAN = f"{sets.LANGUAGE}id"


def scoreboard(measured: Measured) -> list[Table]:
    """All tables, in the order in which they are shown."""
    return [
        _understanding(measured),
        _danger(measured),
        *_danger_parts(measured),
        _honesty(measured),
        _questions(measured),
        _by_group(measured),
        _by("by register", measured, lambda row: row.example.register),
        _by("by region", measured, lambda row: row.example.region),
        _by_set(measured),
        _languages(measured),
        _entities(measured.entities),
        _calibration(measured),
        _reliability(measured),
        _answers(measured),
    ]


def _one(name: str, **rows: Figure) -> Table:
    """A table of one column; underscores in names are spaces."""
    return Table(name, ("figure",), {k.replace("_", " "): (v,) for k, v in rows.items()})


def _understanding(measured: Measured) -> Table:
    twins, groups = measured.of_set(sets.TWIN), measured.groups
    kinds = {
        "all": frozenset(row.intent for row in twins),
        "topics": groups.topics,
        "conversation": groups.conversation,
        "crisis": groups.dangers,
    }
    rows: dict[str, tuple[Figure, ...]] = {
        kind: (
            share(scores.of(twins, intents), scores.best_is_right),
            scores.macro_f1(twins, intents),
        )
        for kind, intents in kinds.items()
    }
    answered = share(scores.of(twins, groups.topics), scores.topic_answered)
    rows["answered by its own topic"] = (answered, "")
    return Table("understanding", ("top-1", "macro F1"), rows)


def _danger(measured: Measured) -> Table:
    groups = measured.groups
    safe = [
        row
        for row in measured.rows
        if not groups.dangers.intersection(row.example.intents) and not row.example.before
    ]
    chosen = {
        "danger, held-out twin": scores.of(measured.of_set(sets.TWIN), groups.dangers),
        "danger, all sets": scores.of(measured.single, groups.dangers),
        "no danger, but sounds like it": measured.of_set(sets.SCARY),
        "no danger, all sets": safe,
    }
    tests = (scores.danger_seen, scores.danger_certain, scores.danger_asked)
    return Table(
        "danger",
        ("noticed", "certain", "asked", "right protocol"),
        {
            name: (
                *(share(rows, test) for test in tests),
                right_protocol(list(judged_twins(rows, groups.dangers))),
            )
            for name, rows in chosen.items()
        },
    )


def _danger_parts(measured: Measured) -> list[Table]:
    """Dangers of all sets by protocol, and by how they were noticed."""
    rows = list(judged_twins(measured.single, measured.groups.dangers))
    return [by_protocol(rows), by_how(rows)]


def _honesty(measured: Measured) -> Table:
    topics = scores.of(measured.single, measured.groups.topics)
    outside = scores.of(measured.single, [OUT_OF_SCOPE])
    return _one(
        "honesty",
        wrong_topic_answered_without_asking_back=share(topics, scores.wrong_but_confident),
        topic_not_answered_or_asked_back=share(topics, scores.unanswered),
        out_of_scope_answered_from_knowledge=share(outside, scores.answered_from_knowledge),
    )


def _questions(measured: Measured) -> Table:
    two, one = measured.of_set(sets.TWO_QUESTIONS), measured.of_set(sets.ONE_QUESTION)
    follow_ups = measured.of_set(sets.FOLLOW_UPS)
    return _one(
        "several questions",
        both_topics_answered=share(two, scores.topic_answered),
        one_topic_answered=share(two, scores.one_topic_answered),
        no_topic_answered=share(two, scores.no_topic_answered),
        one_question_answered_twice=share(one, scores.answered_twice),
        any_single_question_answered_twice=share(measured.single, scores.answered_twice),
        follow_up_right=share(follow_ups, measured.is_right),
    )


def _by_group(measured: Measured) -> Table:
    rows = measured.by(lambda row: measured.groups.of(row.intent))
    return Table(
        "by group",
        ("top-1",),
        {
            group: (share(rows[group], scores.best_is_right),)
            for group in measured.groups.names
            if group in rows
        },
    )


def _by(name: str, measured: Measured, key: Callable[[Answered], str]) -> Table:
    """Top-1 of the held-out twin, and danger noticed there, for each way of writing."""
    rows: dict[str, tuple[Figure, ...]] = {}
    for value, chosen in sorted(measured.by(key).items()):
        dangers = scores.of(chosen, measured.groups.dangers)
        rows[value] = (share(chosen, scores.best_is_right), share(dangers, scores.danger_seen))
    return Table(name, ("top-1", "danger noticed"), rows)


def _by_set(measured: Measured) -> Table:
    names = dict.fromkeys(row.example.set for row in measured.rows)
    return Table(
        "by set",
        ("right", "trained on"),
        {
            name: (
                share(measured.of_set(name), measured.is_right),
                measured.overlap.get(name, 0),
            )
            for name in names
        },
    )


def _languages(measured: Measured) -> Table:
    names = dict.fromkeys(
        row.example.set for row in measured.rows if row.example.set.startswith(sets.LANGUAGE)
    )
    rows: dict[str, tuple[Figure, ...]] = {}
    for name in names:
        code = name.removeprefix(sets.LANGUAGE)
        chosen = measured.of_set(name)
        recognised: Figure = (
            share(chosen, lambda row: bool(row.language))
            if name == INDONESIAN
            else share(chosen, lambda row, code=code: row.language == code)  # type: ignore[misc]
        )
        label = "id (recognised as another)" if name == INDONESIAN else code
        rows[label] = (recognised, share(chosen, scores.best_is_right))
    return Table("languages", ("recognised", "top-1"), rows)


def _entities(score: Score) -> Table:
    kinds = [*sorted(set(score.values) - {ALL}), ALL] if score.values else []
    rows: dict[str, tuple[Figure, ...]] = {
        kind: (
            score.spans[kind].right + score.spans[kind].missed,
            Number(score.spans[kind].f1),
            Number(score.values[kind].precision),
            Number(score.values[kind].recall),
            Number(score.values[kind].f1),
        )
        for kind in kinds
    }
    columns = ("marked", "F1 of place and kind", "precision", "recall", "F1 with value")
    return Table("entities", columns, rows)


def _guesses(rows: Iterable[Answered]) -> list[tuple[float, bool]]:
    return [(row.confidence, scores.best_is_right(row)) for row in rows]


def _calibration(measured: Measured) -> Table:
    twins = reliability(_guesses(measured.of_set(sets.TWIN)))
    every = reliability(_guesses(measured.single))
    return _one(
        "calibration",
        expected_calibration_error=Number(expected_error(twins)),
        expected_calibration_error_in_all_sets=Number(expected_error(every)),
    )


def _reliability(measured: Measured) -> Table:
    bins = reliability(_guesses(measured.of_set(sets.TWIN)))
    return Table(
        "reliability",
        ("messages", "confidence", "right"),
        {
            f"{each.low:.1f} to {each.high:.1f}": (
                each.count,
                Number(each.confidence if each.count else None),
                Number(each.accuracy if each.count else None),
            )
            for each in bins
        },
        is_detail=True,
    )


def _answers(measured: Measured) -> Table:
    bubbles = [
        reply.text
        for row in measured.rows
        if scores.answered_from_knowledge(row)
        for reply in row.turn.replies
    ]
    read = readability(bubbles)
    times = [row.turn.latency_ms for row in measured.rows]
    return _one(
        "answers",
        words_a_sentence=Number(read.mean_words, digits=1),
        words_of_the_longest_sentence=read.most_words,
        bubbles_too_long=scores.Share(read.long_bubbles, read.bubbles),
        failed_turns=share(measured.rows, scores.failed),
        median_time=Number(scores.percentile(times, 0.5), " ms", 0),
        time_of_95_in_100=Number(scores.percentile(times, 0.95), " ms", 0),
    )
