"""What the words of a message say of danger, before any intent is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.danger.detector import (
    CERTAIN,
    CERTAIN_WITH_PHRASE,
    FEWEST_TO_ACT,
    SUSPECTED,
    SUSPECTED_WITH_PHRASE,
    DangerDetector,
    level_of,
)
from actions.danger.noticed import LEARNED, PHRASE, Level
from actions.danger.phrases import told_dangers
from actions.danger.training import Lesson, own_lesson
from actions.screening.reading import read
from tests.actions.danger.words import BEATEN, LOCKED, NLP, RULES, SOMEBODY, noticed, trained


@pytest.fixture(scope="module")
def detector() -> DangerDetector:
    return trained()


def told(text: str) -> set[str]:
    return set(told_dangers(RULES, read(NLP, text)))


def test_a_phrase_tells_its_danger() -> None:
    assert told("pak, saya lagi disekap") == {LOCKED}
    assert told("saya disekap terus dipukul") == {LOCKED, BEATEN}


@pytest.mark.parametrize("text", ["film tentang kami disekap", "tidak dipukul kok", ""])
def test_an_excuse_or_a_denial_takes_it_back(text: str) -> None:
    assert told(text) == set()


def test_who_is_afraid_denies_other_things() -> None:
    assert told("saya tidak tahu harus gimana dipukul terus") == {BEATEN}


def test_a_known_danger_is_noticed_and_leads(detector: DangerDetector) -> None:
    found = noticed(detector, "tolong, saya disekap bos di gudang")
    assert found.level is not Level.NOTHING
    assert found.id == LOCKED
    assert found.how == PHRASE
    assert sum(found.shares.values()) == pytest.approx(1.0)


def test_a_question_is_not_noticed(detector: DangerDetector) -> None:
    found = noticed(detector, "berapa biaya kerja di sana")
    assert found.level is Level.NOTHING
    assert found.how == LEARNED
    assert found.margin < 0.0


def test_a_danger_among_other_matters_weighs_more_than_those_alone(
    detector: DangerDetector,
) -> None:
    beside = "berapa biaya kerja di sana. gaji pabrik berapa. cara urus paspor gimana. "
    buried = noticed(detector, f"{beside}saya disekap bos. {beside}")
    assert buried.leaning > noticed(detector, beside * 2).leaning
    assert buried.id == LOCKED


def test_of_two_messages_that_are_as_clear_the_longer_leans_more(detector: DangerDetector) -> None:
    short = noticed(detector, "entah")
    long = noticed(detector, "entah " * 40)
    assert long.margin == pytest.approx(short.margin, abs=0.05)
    assert long.leaning > short.leaning


def test_few_words_say_too_little_to_act(detector: DangerDetector) -> None:
    assert not noticed(detector, "dipukul bos").says_much
    assert noticed(detector, "kata " * FEWEST_TO_ACT).says_much


def test_words_that_nobody_knows_are_no_danger(detector: DangerDetector) -> None:
    assert noticed(detector, "qwx zzv").level is Level.NOTHING


def test_whose_danger_it_is_is_learned_where_authors_say_so() -> None:
    more = [own_lesson(f"adik saya dipukul {word}", BEATEN, True) for word in ("bos", "terus", "lagi")]  # fmt: skip
    detector = trained(more)
    assert noticed(detector, "adik saya dipukul bos").for_other
    assert not noticed(detector, "saya dipukul bos").for_other


def test_an_exact_danger_of_somebody_else_teaches_its_protocol() -> None:
    vague = [own_lesson(f"adik saya {word}", SOMEBODY) for word in ("hilang", "hilang kabar", "tidak ada kabar")]  # fmt: skip
    detector = trained(vague)
    assert noticed(detector, "adik saya hilang kabar").id == SOMEBODY
    assert noticed(detector, "adik saya dipukul bos").id == BEATEN


@pytest.mark.parametrize(
    ("margin", "is_told", "level"),
    [
        (CERTAIN, False, Level.CERTAIN),
        (CERTAIN - 0.01, False, Level.SUSPECTED),
        (SUSPECTED, False, Level.SUSPECTED),
        (SUSPECTED - 0.01, False, Level.NOTHING),
        (CERTAIN_WITH_PHRASE, True, Level.CERTAIN),
        (SUSPECTED_WITH_PHRASE, True, Level.SUSPECTED),
        (SUSPECTED_WITH_PHRASE - 0.01, True, Level.NOTHING),
    ],
)
def test_a_phrase_needs_less_beside_it(margin: float, is_told: bool, level: Level) -> None:
    assert level_of(margin, is_told=is_told) is level


def test_a_loaded_detector_says_the_same(detector: DangerDetector, tmp_path: Path) -> None:
    detector.save(tmp_path)
    loaded = DangerDetector.load(tmp_path, RULES)
    for text in ("saya disekap bos", "berapa biaya", "entah"):
        before, after = noticed(detector, text), noticed(loaded, text)
        assert after.leaning == pytest.approx(before.leaning, abs=2e-2)
        assert after.id == before.id


def test_nothing_that_was_saved_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        DangerDetector.load(tmp_path, RULES)


def test_calm_texts_teach_what_is_no_danger() -> None:
    text = "nonton orang dipukul di bioskop"
    calm = trained([Lesson(text), Lesson("nonton bioskop"), Lesson("nonton di bioskop seru")])
    assert noticed(calm, text).leaning < noticed(trained(), text).leaning
