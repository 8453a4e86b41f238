from __future__ import annotations

import pytest

from bot.demo.sessions.redact import Redactor
from knowledge.store import Store


@pytest.fixture(scope="module")
def redactor(real_store: Store) -> Redactor:
    return Redactor(real_store)


@pytest.mark.parametrize(
    ("typed", "gone"),
    [
        (
            "halo nama saya Budi Santoso no hp 081234567890 mau tanya visa",
            ["Budi", "Santoso", "0812"],
        ),
        ("namaku sulastri mau ke korea", ["sulastri"]),
        ("anak saya siti ga bisa dihubungi, WA nya 0857-1234-5678", ["siti", "0857", "5678"]),
        ("pak tarno kades bilang boleh", ["tarno"]),
        ("pak budi minta uang", ["budi"]),
        ("bu indah kemana", ["indah"]),
        ("PT Maju Mundur Jaya itu resmi ga", ["Maju Mundur"]),
        ("rekening BRI 1234 5678 9012 an wahyudi", ["1234", "9012", "wahyudi"]),
        ("cek ig @agen.berkah dong", ["agen.berkah"]),
    ],
)
def test_nobody_can_be_found_by_what_is_kept(
    redactor: Redactor, typed: str, gone: list[str]
) -> None:
    kept = redactor(typed)
    assert [word for word in gone if word in kept] == []
    assert "[" in kept


@pytest.mark.parametrize(
    "typed",
    [
        "berapa gaji di Taiwan",
        "suami saya kerja di Malaysia belum pulang",
        "bu gimana caranya bikin paspor di Malang",
        "anak saya mau magang ke Jepang umur 17 boleh?",
        "potongan 9 bulan itu wajar tidak",
        "mbak admin bilang gratis",
        "kak welder gajinya berapa",
        "bu bagaimana cara daftar",
    ],
)
def test_the_question_itself_stays(redactor: Redactor, typed: str) -> None:
    assert redactor(typed) == typed
