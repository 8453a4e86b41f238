"""A knowledge folder with one red flag whose words a test chooses, and a small language to read them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actions.language.pipeline import indonesian
from knowledge.corpus import Corpus
from knowledge.load import load
from tests.helpers.language import concept_row, lexicon_of, name_row
from tests.knowledge.builders import TODAY, make_concept, make_red_flag, make_theme, write_folder

NLP = indonesian(
    lexicon_of(
        [name_row("negara", "KH", "kamboja")],
        [concept_row("paspor", "paspor", "passport"), concept_row("biaya", "biaya", "ongkos")],
    )
)
PHRASES = [f"visa turis {word}" for word in "dulu saja nanti aman cepat".split()]
NEAR = [f"liburan ke {word}" for word in "bali solo medan ambon palu".split()]
FLAG = "knowledge/red_flags/visa_turis.yml"


def folder(tmp_path: Path, **changes: Any) -> Path:
    """A folder with the flag visa_turis; lines of its file: see `line_of`."""
    flag = {"phrases": [*PHRASES, *(f"{text} ya" for text in PHRASES)], "near_misses": NEAR}
    concepts = make_theme(make_concept(), make_concept(id="paspor", words=["paspor"], regional={}, near_misses=[]))  # fmt: skip
    root = write_folder(tmp_path, red_flag=[make_red_flag(**(flag | changes))], concepts=[concepts])
    path = tmp_path / FLAG
    path.write_text(_one_a_line(path.read_text(encoding="utf-8")), encoding="utf-8")
    return root


def corpus(tmp_path: Path, **changes: Any) -> Corpus:
    return load(folder(tmp_path, **changes), TODAY)


def line_of(tmp_path: Path, words: str) -> int:
    """The only line of the flag's file with these words."""
    lines = (tmp_path / FLAG).read_text(encoding="utf-8").splitlines()
    (found,) = [number for number, line in enumerate(lines, 1) if words in line]
    return found


def _one_a_line(text: str) -> str:
    """Lists as editors write them, an item a line."""
    lines = []
    for line in text.splitlines():
        key, _, rest = line.partition(": [")
        if key in ("phrases", "near_misses", "patterns", "unless") and rest != "]":
            items = rest.removesuffix("]").split('", "')
            lines += [f"{key}:", *(f'  - "{item.strip(chr(34))}"' for item in items)]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"
