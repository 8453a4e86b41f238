"""Short answers to closed questions: a plain no is a no, everything with more in it is not."""

from __future__ import annotations

import pytest

from actions.yes_no import begins_with_yes, is_no, is_unknown


@pytest.mark.parametrize(
    "text", ["Y", "y", "ya", "Iya pak", "YA!", "betul", "nggih", "ya saya", "iya, saya ditipu"]
)
def test_agreement_is_yes_whatever_follows(text: str) -> None:
    assert begins_with_yes(text)


@pytest.mark.parametrize(
    "text", ["", "?", "123", "T", "tidak", "saya mau pulang", "mau tanya", "yang mana"]
)
def test_anything_else_is_not_yes(text: str) -> None:
    assert not begins_with_yes(text)


@pytest.mark.parametrize(
    "text",
    ["T", "t", "tidak", "Tidak, terima kasih.", "nggak kok", "enggak pak", "bukan",
     "tidak dalam bahaya", "tidak, saya cuma nanya", "henteu"],
)  # fmt: skip
def test_a_plain_refusal_is_no(text: str) -> None:
    assert is_no(text)


@pytest.mark.parametrize(
    "text",
    ["tidak aman", "tidak tahu", "gak bisa keluar", "tidak boleh pulang", "bukan saya", "jangan",
     "bukan saya, teman saya", "tolong", "Y", "", "🙏"],
)  # fmt: skip
def test_a_sentence_that_only_begins_like_a_refusal_is_not_no(text: str) -> None:
    assert not is_no(text)


@pytest.mark.parametrize("text", ["ga tau", "tidak tahu", "Entah", "saya bingung kak"])
def test_not_knowing_is_heard(text: str) -> None:
    assert is_unknown(text)


@pytest.mark.parametrize("text", ["", "tidak", "benar"])
def test_an_answer_is_not_heard_as_not_knowing(text: str) -> None:
    assert not is_unknown(text)
