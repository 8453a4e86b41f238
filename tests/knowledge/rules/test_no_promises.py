"""The rule no_promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.rules.no_promises import promises
from tests.knowledge.builders import findings, make_text, make_topic, whole_folder

RULE = "no_promises"


@pytest.mark.parametrize(
    "text",
    [
        "Anda pasti aman.", "Uang pasti kembali.", "Anda dijamin pulang.", "Lowongan ini aman.",
        "Anda pasti akan ditolong.", "Cara ini 100% aman.", "Tidak apa. Anda pasti pulang.",
    ],
)  # fmt: skip
def test_a_promise_is_found(text: str) -> None:
    assert list(promises(text))


@pytest.mark.parametrize(
    "text",
    [
        "Tidak ada yang pasti aman.", "Belum tentu uang pasti kembali.",
        "Jangan percaya pasti dapat.",
        'Kata "dijamin lulus" itu tanda bahaya.', "Perekrut menjanjikan pasti berangkat.",
        "Tanyakan yang pasti ke BP3MI.",
    ],
)  # fmt: skip
def test_a_denied_or_quoted_promise_is_none(text: str) -> None:
    assert list(promises(text)) == []


def test_a_promise_is_reported_at_its_line(tmp_path: Path) -> None:
    topics = [make_topic(short=make_text("Anda pasti aman.")), *whole_folder()["topic"][1:]]

    assert findings(tmp_path, RULE, topic=topics) == ["topics/cek_izin.yml:5 short.text"]
