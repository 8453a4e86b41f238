"""The rule readability."""

from __future__ import annotations

from pathlib import Path

from knowledge.rules.readability import sentences
from tests.knowledge.builders import findings, make_crisis, make_text, make_topic, whole_folder

RULE = "readability"


def reported(tmp_path: Path, text: str) -> list[str]:
    topics = [make_topic(short=make_text(text)), *whole_folder()["topic"][1:]]
    return findings(tmp_path, RULE, topic=topics)


def test_a_sentence_of_21_words_is_reported(tmp_path: Path) -> None:
    assert reported(tmp_path, "kata " * 21 + ".") == ["topics/cek_izin.yml:5 short.text"]


def test_sentences_of_13_words_are_too_long_on_average(tmp_path: Path) -> None:
    assert len(reported(tmp_path, ("kata " * 13).strip() + ". " + "kata " * 13)) == 1


def test_a_long_sentence_is_fine_among_short_ones(tmp_path: Path) -> None:
    assert reported(tmp_path, "Baca dulu. " + "kata " * 20) == []


def test_each_line_of_a_list_is_a_sentence_without_its_mark() -> None:
    text = "Siapkan:\n- KTP asli\n2. Paspor. Simpan baik-baik"

    assert sentences(text) == ["Siapkan:", "KTP asli", "Paspor.", "Simpan baik-baik"]


def test_a_question_is_measured_too(tmp_path: Path) -> None:
    crisis = [make_crisis(ask="kata " * 21 + "?")]

    assert len(findings(tmp_path, RULE, crisis=crisis)) == 1
