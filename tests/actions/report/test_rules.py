"""The questions of the report, and what a short answer means."""

from __future__ import annotations

import pytest

from actions.render.bubbles import BUBBLE_LIMIT, BUTTON_TITLE_LIMIT
from knowledge.rules.readability import HIGHEST_AVERAGE, LONGEST_SENTENCE, sentences
from tests.actions.report.turns import RULES


@pytest.mark.parametrize(
    ("question", "text", "choice"),
    [
        ("siapa", "anak saya", "keluarga"),
        ("siapa", "Saya sendiri kak", "saya"),
        ("siapa", "temen kampung", "lain"),
        ("umur", "17", "anak"),
        ("umur", "umurnya 16 tahun", "anak"),
        ("umur", "25", "dewasa"),
        ("umur", "sudah", "dewasa"),
        ("umur", "iya", "dewasa"),
        ("umur", "belum 18", "anak"),
        ("umur", "udah 17", "anak"),
        ("umur", "ga", "anak"),
        ("uang", "iya barusan", "baru"),
        ("uang", "udah transfer", "baru"),
        ("uang", "sudah, kemarin", "lama"),
        ("uang", "belum transfer", "tidak"),
        ("uang", "tidak", "tidak"),
        ("dokumen", "disita bos", "orang"),
        ("dokumen", "hilang di jalan", "tidak"),
        ("kapan", "kemarin", None),
    ],
)
def test_typed_words_mean_a_choice(question: str, text: str, choice: str | None) -> None:
    found = RULES.questions[question].typed(text)
    assert (found.id if found else None) == choice


def test_a_story_means_no_choice() -> None:
    story = "saya dan anak saya berangkat lewat Batam lalu naik kapal malam sekali"
    assert RULES.questions["siapa"].typed(story) is None


def test_letters_choose_and_others_do_not() -> None:
    question = RULES.questions["siapa"]
    assert [question.lettered(text) is not None for text in ("a", "B.", "c)", "d", "ab")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_danger_answers_the_first_question() -> None:
    found = RULES.means("darurat_tebusan")
    assert found
    assert (found[0].id, found[1].id) == ("masalah", "bayar")
    assert RULES.means("darurat_jiwa") is None
    assert RULES.means(None) is None


def test_amounts_are_asked_only_when_money_was_sent() -> None:
    def ids(facts: set[str]) -> list[str]:
        return [each.id for each in RULES.relevant(facts, ())]

    assert "jumlah" not in ids(set())
    assert "jumlah" in ids({"uang_terkirim"})
    assert "dokumen" not in ids({"dokumen_dipegang"})
    assert len(ids(set())) <= 10


def test_no_question_asks_for_what_only_an_officer_should_hear() -> None:
    for question in RULES.questions.values():
        for words in ("lengkap", "paspor nomor", "nomor paspor", "ktp"):
            assert words not in question.ask.casefold()


def test_every_sentence_is_short() -> None:
    texts = [*RULES.texts.values(), *(each.ask for each in RULES.questions.values())]
    counts = [len(sentence.split()) for text in texts for sentence in sentences(text)]
    assert max(counts) <= LONGEST_SENTENCE
    assert sum(counts) / len(counts) <= HIGHEST_AVERAGE
    assert all(len(text) <= BUBBLE_LIMIT for text in texts)


def test_every_button_fits_with_its_letter() -> None:
    titles = [choice.title for each in RULES.questions.values() for choice in each.choices]
    assert all(len(f"A. {title}") <= BUTTON_TITLE_LIMIT for title in titles)


def test_what_others_may_see_on_the_screen_is_neutral() -> None:
    shown = [*RULES.texts.values(), *(each.ask for each in RULES.questions.values())]
    shown += [choice.title for each in RULES.questions.values() for choice in each.choices]
    for words in ("korban", "disekap", "tppo", "darurat", "tebusan"):
        assert not [text for text in shown if words in text.casefold()]
