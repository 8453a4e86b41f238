"""Two dangers with their words, a small language to read them, and a detector trained on a handful of sentences."""

from __future__ import annotations

from collections.abc import Iterable

from actions.danger.detector import DangerDetector
from actions.danger.noticed import Noticed
from actions.danger.phrases import rules_of, told_dangers
from actions.danger.training import Lesson, Row, fit, lessons_of_words
from actions.language.features import features_of
from actions.language.pipeline import indonesian
from actions.screening.reading import reading_of
from knowledge.convert import to_record
from knowledge.model import Crisis
from tests.helpers.language import concept_row, lexicon_of
from tests.knowledge.builders import make_crisis

LOCKED, BEATEN, SOMEBODY = "darurat_disekap", "darurat_kekerasan", "darurat_orang_lain"
IDS = [LOCKED, BEATEN, SOMEBODY]

NLP = indonesian(
    lexicon_of([], [concept_row("disekap", "disekap", "dikurung"), concept_row("pukul", "dipukul")])
)


def danger(id_: str, **words: list[str]) -> Crisis:
    return to_record(Crisis, make_crisis(id=id_, phrases=[], near_misses=[]) | words)


DANGERS = [
    danger(
        LOCKED,
        phrases=["saya disekap bos", "kami dikurung di sini", "saya disekap di gudang"],
        near_misses=["film orang disekap", "hukuman untuk yang menyekap"],
        patterns=["saya/kami .. {disekap}"],
        unless=["film ... {disekap}"],
    ),
    danger(
        BEATEN,
        phrases=["saya dipukul bos", "kami dipukul tiap malam", "tolong dipukul terus"],
        near_misses=["film orang dipukul", "kerja pukul delapan"],
        patterns=["{pukul}"],
    ),
]
RULES = rules_of(DANGERS)
OTHERS = ["berapa biaya ke Taiwan", "gaji pabrik berapa", "cara urus paspor", "kerja apa di sana"]


def row(lesson: Lesson) -> Row:
    doc = NLP(lesson.text)
    return Row(lesson, features_of(doc), list(told_dangers(RULES, reading_of(doc))))


def trained(more: Iterable[Lesson] = ()) -> DangerDetector:
    lessons = [*lessons_of_words(DANGERS), *map(Lesson, OTHERS), *more]
    return fit([row(lesson) for lesson in lessons], IDS, RULES)


def noticed(detector: DangerDetector, text: str) -> Noticed:
    doc = NLP(text)
    return detector.notice(reading_of(doc), features_of(doc))
