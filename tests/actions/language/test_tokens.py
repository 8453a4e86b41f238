"""Text is cut in time that grows with its length, and nothing of it is lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.language.tokens import LONGEST_RUN, ChatIndonesian

NLP = ChatIndonesian()


class Counting:
    """Stands before a search of the tokenizer and counts the characters that it has to look through."""

    def __init__(self, search: Any) -> None:
        self.search = search
        self.characters = 0

    def __call__(self, text: str) -> Any:
        self.characters += len(text)
        return self.search(text)


@pytest.mark.parametrize("sign", ["😭", "🙏🏻", "!", "(", "a😭", "…"])
def test_the_work_grows_with_the_text_and_no_faster(
    sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = []
    for length in (1_000, 4_000):
        tokenizer = ChatIndonesian().tokenizer
        searches = [Counting(tokenizer.prefix_search), Counting(tokenizer.suffix_search)]
        tokenizer.prefix_search, tokenizer.suffix_search = searches
        nlp = ChatIndonesian()
        nlp.tokenizer = tokenizer
        nlp.make_doc(sign * (length // len(sign)))
        work.append(sum(search.characters for search in searches))
    assert work[0] > 0
    assert work[1] <= 4.5 * work[0]


def test_a_long_run_keeps_its_text_and_its_offsets() -> None:
    text = f"tolong {'😭' * (3 * LONGEST_RUN)} saya \n\n di {'a' * (LONGEST_RUN + 1)}"
    doc = NLP.make_doc(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert max(map(len, doc)) <= LONGEST_RUN


@pytest.mark.parametrize("length", [LONGEST_RUN - 1, LONGEST_RUN])
def test_a_word_up_to_the_bound_is_one(length: int) -> None:
    assert len(NLP.make_doc(f"kata {'a' * length} kata")) == 3


@given(st.text(alphabet="ab😭!. \n", max_size=60), st.integers(1, 3 * LONGEST_RUN))
def test_any_text_is_kept(text: str, times: int) -> None:
    long = f"{text}{'!' * times}{text}"
    assert NLP.make_doc(long).text == long
