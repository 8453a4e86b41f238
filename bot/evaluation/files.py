"""Writes what was measured into a folder: every message, confusions, mistaken entities, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.evaluation import scores, sets
from bot.evaluation.answers import Answered
from bot.evaluation.danger_sets import Judged
from bot.evaluation.measured import Measured
from knowledge.whole_file import write_csv

MESSAGES = "messages.csv"
CONFUSIONS = "confusions.csv"
ENTITY_MISTAKES = "entity_mistakes.csv"
GROUP_PICTURE = "confusion_groups.png"
INTENT_PICTURE = "confusion_intents.png"


def write(measured: Measured, folder: Path) -> list[Path]:
    """Write all files; what was there under the same name is replaced.

    Returns:
        The files.
    """
    from bot.evaluation.picture import Confused, draw

    folder.mkdir(parents=True, exist_ok=True)
    _csv(
        folder / MESSAGES,
        "set text intent register region predicted confidence right crisis certain topics language latency_ms",
        (_message(row, measured.is_right(row)) for row in measured.rows),
    )
    _csv(
        folder / CONFUSIONS,
        "count intent predicted text",
        (
            (len(each.texts), each.intent, each.predicted, text)
            for each in scores.confusions(measured.single)
            for text in each.texts
        ),
    )
    _csv(
        folder / ENTITY_MISTAKES,
        "text error entity kind value",
        (
            (mistake.text, error, mistake.text[each.start : each.end], each.kind, each.value)
            for mistake in measured.entities.mistakes
            for error, entities in (("missed", mistake.missed), ("wrong", mistake.wrong))
            for each in entities
        ),
    )
    names = [MESSAGES, CONFUSIONS, ENTITY_MISTAKES]
    groups = measured.groups
    pairs = [(row.intent, row.predicted) for row in measured.of_set(sets.TWIN)]
    if pairs:
        by_group = [(groups.of(intent), groups.of(predicted)) for intent, predicted in pairs]
        intents = groups.ordered({intent for pair in pairs for intent in pair})
        draw(Confused.of(by_group, groups.names), folder / GROUP_PICTURE)
        draw(Confused.of(pairs, intents), folder / INTENT_PICTURE)
        names += [GROUP_PICTURE, INTENT_PICTURE]
    return [folder / name for name in names]


def write_dangers(rows: Sequence[Judged], folder: Path) -> Path:
    """Write every message about danger with what came of it; what was there is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    _csv(
        folder / MESSAGES,
        "set text ids for_other lang style crisis certain right how seen_for_other",
        (_danger(row) for row in rows),
    )
    return folder / MESSAGES


def _danger(row: Judged) -> Sequence[object]:
    example = row.example
    crisis, certain = row.answered.turn.crisis or ("", "")
    return (
        example.set,
        example.text,
        " ".join(example.ids),
        int(example.for_other),
        example.lang,
        example.style,
        crisis,
        certain if certain == "" else int(certain),
        int(row.has_right_protocol),
        row.how,
        int(row.for_other),
    )


def _message(row: Answered, is_right: bool) -> Sequence[object]:
    example, turn = row.example, row.turn
    crisis, certain = turn.crisis or ("", "")
    return (
        example.set,
        " / ".join([*example.before, example.text]),
        " ".join(example.intents),
        example.register,
        example.region,
        row.predicted,
        f"{row.confidence:.4f}",
        int(is_right),
        crisis,
        certain if certain == "" else int(certain),
        " ".join(turn.topics),
        row.language,
        f"{turn.latency_ms:.1f}",
    )


def _csv(path: Path, head: str, rows: Iterable[Sequence[object]]) -> None:
    write_csv(path, [head.split(), *rows])
