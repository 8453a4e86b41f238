from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import MawasError, MissingError
from bot.evaluation.sets import FOLLOW_UPS, TWIN, Example, blocks, read_unseen, sentences

TWINS = """
nlu:
  - intent: biaya
    metadata: {origin: x, register: baku, region: jawa}
    examples: |
      - berapa biayanya
  - intent: visa
    examples: |
      - visa apa
"""


def _write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_every_form_of_set_is_read(tmp_path: Path) -> None:
    folder = _write(
        tmp_path,
        nlu__biaya=TWINS,
        sets__dua_pertanyaan="- {intents: [biaya, visa], text: dua}",
        sets__entitas='- "di [kmboja](negara:KH)"',
        sets__lanjutan='- {turns: [satu, dua, tiga], topic: gaji, place: "TW"}',
        sets__menakutkan="- {intent: visa, text: seram}",
    )
    unseen = read_unseen(folder)
    assert unseen.examples == (
        Example(TWIN, "berapa biayanya", ("biaya",), "baku", "jawa"),
        Example(TWIN, "visa apa", ("visa",)),
        Example("dua_pertanyaan", "dua", ("biaya", "visa")),
        Example(FOLLOW_UPS, "tiga", ("gaji",), before=("satu", "dua"), place="TW"),
        Example("menakutkan", "seram", ("visa",)),
    )
    assert unseen.marked == ("di [kmboja](negara:KH)",)
    assert [example.is_single for example in unseen.examples] == [True, True, False, False, True]
    assert unseen.examples[2].intent == "biaya"


def test_a_folder_without_sentences_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="Tidak ada kalimat uji"):
        read_unseen(tmp_path)


@pytest.mark.parametrize("row", ["- {intent: visa}", "- visa", "- {turns: [a]}"])
def test_an_unknown_form_names_its_file(tmp_path: Path, row: str) -> None:
    with pytest.raises(MawasError, match=r"menakutkan\.yml: bentuknya"):
        read_unseen(_write(tmp_path, sets__menakutkan=row))


def test_a_broken_list_of_sentences_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, nlu__x="nlu:\n  - intent: x\n    examples: |\n      satu\n")
    ((_, block),) = blocks(tmp_path / "nlu")
    with pytest.raises(ValueError, match="x: a line"):
        sentences(block)
