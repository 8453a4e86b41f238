"""`mawas knowledge check` and `mawas knowledge try` on the words of knowledge/crisis."""

from __future__ import annotations

from pathlib import Path

from actions.danger.detector import DangerDetector
from actions.danger.proof import LearnedDangers, prove_dangers
from actions.danger.trial import LEVELS, DangerTrial
from knowledge.corpus import Corpus
from knowledge.load import load
from tests.actions.danger.words import NLP, trained
from tests.knowledge.builders import TODAY, make_concept, make_crisis, make_theme, write_folder

WORDS = """bos gudang kamar mess kapal rumah kantor toko desa kota pasar hutan kebun pabrik pelabuhan""".split()
PHRASES = [f"saya disekap {word}" for word in WORDS]
NEAR = [f"film {word}" for word in "lucu seru sedih lama baru horor perang cinta anak dokumenter".split()]  # fmt: skip


def corpus(tmp_path: Path, **words: list[str]) -> Corpus:
    crisis = make_crisis(**({"phrases": PHRASES, "near_misses": NEAR} | words))
    concepts = make_theme(make_concept(id="disekap", words=["disekap"], regional={}, near_misses=[]))  # fmt: skip
    return load(write_folder(tmp_path, crisis=[crisis], concepts=[concepts]), TODAY)


def rules(
    tmp_path: Path, detector: DangerDetector | None = None, **words: list[str]
) -> tuple[list[str], int]:
    findings, unproven = prove_dangers(corpus(tmp_path, **words), NLP, (), detector)
    return [f"{each.level} {each.rule}" for each in findings], unproven


def test_phrases_with_a_pattern_are_proven(tmp_path: Path) -> None:
    assert rules(tmp_path, patterns=["saya .. {disekap}"]) == ([], 0)


def test_phrases_without_one_wait_for_training(tmp_path: Path) -> None:
    assert rules(tmp_path, patterns=[]) == ([], len(PHRASES))


def test_a_near_miss_that_a_pattern_raises_is_an_error(tmp_path: Path) -> None:
    near = [*NEAR, "film saya disekap"]
    found, _ = rules(tmp_path, patterns=["saya .. {disekap}"], near_misses=near)
    assert found == ["error near_miss_raises"]


def test_a_pattern_of_a_concept_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    found, _ = rules(tmp_path, patterns=["saya .. disekap", "{tiada}"])
    assert found == ["error pattern_name"]


def test_what_was_learned_knows_phrases_without_a_pattern(tmp_path: Path) -> None:
    phrases = ["saya disekap bos", "langit biru sekali"]
    findings, unproven = prove_dangers(corpus(tmp_path, phrases=phrases), NLP, (), trained())
    assert unproven == 0
    assert ["langit biru" in each.message for each in findings] == [True]
    assert findings[0].rule == "phrase_unseen"
    assert "nlu_data/danger/" in findings[0].tip


def test_what_was_learned_raises_what_its_words_are_enough_for() -> None:
    learned = LearnedDangers(trained(), NLP)
    assert learned.raised("saya disekap bos di gudang") == {"darurat_disekap"}
    assert learned.raised("berapa biaya") == set()
    assert learned.raised("") == set()


def test_a_sentence_is_shown_with_its_pattern_and_line(tmp_path: Path) -> None:
    known = corpus(tmp_path, patterns=["saya .. {disekap}"], unless=["film ... {disekap}"])
    trial = DangerTrial(known, NLP, None, is_fresh=False)
    assert list(trial.remarks()) == ["Bahaya: hanya pola yang ditunjukkan, karena model belum dilatih. Saran: ./mawas train."]  # fmt: skip
    (line,) = trial.lines("pak saya disekap")
    assert line.startswith("BAHAYA disekap (Disekap): pola 'saya .. {disekap}' cocok dengan \"saya disekap\"")  # fmt: skip
    assert "knowledge/crisis/disekap.yml:" in line
    (line,) = trial.lines("film saya disekap")
    assert "dibatalkan unless" in line
    assert list(trial.lines("selamat pagi", "disekap")) == ["disekap: tidak ada pola yang cocok"]
    assert list(trial.lines("saya disekap", "visa_turis")) == []


def test_a_pattern_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    trial = DangerTrial(corpus(tmp_path, patterns=[".. rusak", "saya"]), NLP, None, is_fresh=False)
    assert next(trial.remarks()).startswith("Pola tidak terbaca dan tidak ikut dicoba: ")


def test_what_was_learned_is_told_in_words(tmp_path: Path) -> None:
    trial = DangerTrial(corpus(tmp_path), NLP, trained(), is_fresh=False)
    assert list(trial.remarks()) == ["Bahaya: pola sudah yang baru, hasil belajar masih yang lama. Saran: ./mawas train."]  # fmt: skip
    (line,) = trial.lines("saya disekap bos di gudang")
    assert line.startswith("Bahaya menurut hasil belajar: darurat_disekap, tentang penulis sendiri.")  # fmt: skip
    assert any(words in line for words in LEVELS.values())
    assert list(trial.lines("berapa biaya")) == []
