"""What all forms understand alike."""

import pytest

from actions.form_words import letter_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a", 0),
        ("B.", 1),
        ("jawab c", 2),
        ("h)", 7),
        ("i", None),
        ("ab", None),
        ("", None),
        ("5", None),
    ],
)
def test_a_letter_is_the_number_of_a_choice(text: str, number: int | None) -> None:
    assert letter_number(text) == number
