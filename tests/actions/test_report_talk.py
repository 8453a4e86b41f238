"""The report in the conversation: consent, answers, what comes between, danger, correcting, and the end."""

from __future__ import annotations

import pytest

from actions.context import (
    ASKED_COUNTRY,
    ASKED_DANGER,
    ASKED_REPORT,
    COUNTRY,
    CRISIS,
    PENDING,
    REPORT,
)
from actions.form_words import MOST_ASIDES
from actions.report.case import CONSENT, ReportAnswer, ReportCase
from tests.actions.report.turns import RULES, answered, asking, before, case_in, press, talk, turn


@pytest.mark.parametrize("way", ["typed", "button"])
def test_consent_comes_first_and_says_what_happens(way: str) -> None:
    answer, slots = before("buatkan laporan") if way == "typed" else press("laporan", None)
    said = "\n".join(answer.bubbles)
    assert "tidak mengirimnya ke siapa pun" in said
    assert "hapus percakapan" in said
    assert answer.bubbles[-1].endswith("T untuk tidak.")
    assert (case_in(slots).asking, slots[PENDING]) == (CONSENT, ASKED_REPORT)
    assert case_in(slots).answers == ()


@pytest.mark.parametrize("text", ["t", "tidak", "T. nggak"])
def test_no_consent_keeps_nothing(text: str) -> None:
    answer, slots = before(text, ReportCase(asking=CONSENT), intent="tolak")
    assert slots == {REPORT: None}
    assert "Tidak ada yang dicatat" in answer.bubbles[0]


@pytest.mark.parametrize("text", ["y", "Ya", "iya kak"])
def test_with_consent_the_first_question_comes(text: str) -> None:
    answer, slots = before(text, ReportCase(asking=CONSENT), intent="setuju")
    assert answer.bubbles[0].startswith("1 dari 10. Apa yang paling mendesak?")
    assert answer.choices[0].title == "A. Uang sudah dikirim"
    assert answer.choices[-1].title == "L. Lewati"
    assert case_in(slots).asking == "masalah"


def test_what_is_no_answer_to_consent_is_asked_again() -> None:
    answer, slots = before("hmm", ReportCase(asking=CONSENT))
    assert answer.bubbles == [RULES.texts["again"]]
    assert case_in(slots).asking == CONSENT


def test_a_danger_that_is_handled_answers_the_first_question() -> None:
    slots = {CRISIS: "darurat_paspor", COUNTRY: "KH"}
    _, kept = before("siapkan laporan", **slots)
    case = case_in(kept)
    assert case.answers == (ReportAnswer("masalah", "dokumen"),)
    assert (case.country, case.dangers) == ("KH", ("darurat_paspor",))
    answer, _ = before("y", case, intent="setuju", **slots)
    assert answer.bubbles[0].startswith("2 dari 9. Ini tentang siapa?")


def test_a_country_that_was_only_asked_about_is_not_where_somebody_is() -> None:
    _, kept = before("siapkan laporan", **{COUNTRY: "TW"})
    assert case_in(kept).country is None


def test_an_answer_is_kept_as_the_id_of_its_message() -> None:
    _, slots = before("Rudi, wa 0812-3333-4444", asking("pelaku"), intent="modus_medsos")
    assert case_in(slots).answers[-1] == ReportAnswer("pelaku", None, "m9")
    assert "0812" not in str(slots)


@pytest.mark.parametrize(("text", "choice"), [("B", "keluarga"), ("a.", "saya")])
def test_a_letter_is_an_answer_without_a_message(text: str, choice: str) -> None:
    _, slots = before(text, asking("siapa"))
    assert case_in(slots).answers[-1] == ReportAnswer("siapa", choice)


def test_typed_words_that_mean_a_choice_keep_both() -> None:
    _, slots = before("adik saya yang kedua", asking("siapa"))
    assert case_in(slots).answers[-1] == ReportAnswer("siapa", "keluarga", "m9")


def test_a_pressed_answer() -> None:
    _, slots = press("laporan_siapa.lain", asking("siapa"))
    assert case_in(slots).answers[-1] == ReportAnswer("siapa", "lain")


@pytest.mark.parametrize("text", ["L", "lewati", "ga tau"])
def test_every_question_can_be_left_out(text: str) -> None:
    for id_ in RULES.questions:
        _, slots = before(text, asking(id_, ReportAnswer("masalah", "uang")))
        assert ReportAnswer(id_) in case_in(slots).answers


def test_the_country_of_the_place_is_remembered() -> None:
    case = asking("tempat")
    _, slots = before("Sihanoukville Kamboja", case, intent="lanjutan", countries=("KH",))
    assert case_in(slots).country == "KH"
    _, slots = before("masih di Indonesia", case, intent="lanjutan")
    assert case_in(slots).country == "ID"
    _, slots = press("laporan_tempat.ID", case)
    assert case_in(slots).country == "ID"


def test_a_country_named_elsewhere_is_not_the_place() -> None:
    _, slots = before("dijanjikan ke Thailand", asking("cerita"), countries=("TH",))
    assert case_in(slots).country is None


def test_a_button_of_a_country_answers_where() -> None:
    _, slots = before('/lanjutan{"negara":"MM"}', asking("tempat"), countries=("MM",))
    case = case_in(slots)
    assert (case.country, case.answers[-1]) == ("MM", ReportAnswer("tempat"))


@pytest.mark.parametrize("text", ["batal", "stop dulu", "K"])
def test_leaving_keeps_nothing(text: str) -> None:
    answer, slots = before(text, asking("kapan"))
    assert slots == {REPORT: None}
    assert "ketik hapus percakapan" in answer.bubbles[0]


def test_a_question_of_ones_own_is_answered_and_the_report_goes_on() -> None:
    case = asking("kapan")
    asked = turn("apa itu IASC?", case, "uang_tertipu")
    assert talk().before(asked) is None
    answer, slots = talk().after(asked, answered(), {})
    assert answer.bubbles[0] == "Jawaban lain."
    assert "Sejak kapan?" in answer.bubbles[1]
    assert (case_in(slots).asides, slots[PENDING]) == (1, ASKED_REPORT)


def test_after_some_asides_the_report_waits() -> None:
    asked = turn("apa itu IASC?", asking("kapan", asides=MOST_ASIDES), "uang_tertipu")
    answer, slots = talk().after(asked, answered(), {})
    assert "lanjut laporan" in answer.bubbles[-1]
    assert answer.choices[0].title == "Lanjut laporan"
    assert PENDING not in slots
    assert case_in(slots).asking == "kapan"


def test_another_question_of_ours_goes_first() -> None:
    asked = turn("kontak kbri?", asking("kapan"), "kontak_kbri")
    answer, slots = talk().after(asked, answered(), {PENDING: ASKED_COUNTRY})
    assert slots[PENDING] == ASKED_COUNTRY
    assert "lanjut laporan" in answer.bubbles[-1]


def test_danger_interrupts_keeps_the_answer_and_says_how_to_go_on() -> None:
    story = "saya dikurung dan tidak boleh keluar"
    asked = turn(story, asking("cerita"), "darurat_disekap")
    assert talk().before(asked) is None
    answer, slots = talk().after(asked, answered(crisis=("darurat_disekap", True)), {})
    assert answer.bubbles[-1] == RULES.texts["rests"]
    case = case_in(slots)
    assert (case.answers[-1], case.dangers) == (
        ReportAnswer("cerita", None, "m9"),
        ("darurat_disekap",),
    )
    assert PENDING not in slots
    later = turn("lanjut laporan", case, "cara_lapor", **{PENDING: None})
    found = talk().before(later)
    assert found
    assert "Sejak kapan?" in found[0].bubbles[0]


def test_danger_told_as_the_last_answer_leads_to_the_end() -> None:
    asked = turn("tolong saya dikurung", asking("kontak"), "darurat_disekap")
    _, slots = talk().after(asked, answered(crisis=("darurat_disekap", True)), {})
    answer, _ = before("lanjut laporan", case_in(slots), **{PENDING: None})
    assert answer.bubbles[0] == RULES.texts["ready"]


def test_the_danger_that_the_report_is_about_is_an_answer() -> None:
    case = asking("cerita", dangers=("darurat_disekap",))
    _, slots = before("saya dikurung terus", case, intent="darurat_disekap")
    assert case_in(slots).answers[-1].message == "m9"


def test_danger_told_as_the_first_answer_is_the_choice_as_well() -> None:
    asked = turn("paspor saya diambil bos", asking("masalah"), "darurat_paspor")
    _, slots = talk().after(asked, answered(crisis=("darurat_paspor", True)), {})
    assert case_in(slots).answers[-1] == ReportAnswer("masalah", "dokumen", "m9")


def test_a_cry_for_help_is_no_answer_where_a_choice_was_asked_for() -> None:
    asked = turn("tolong saya dikurung di sini", asking("uang"), "darurat_disekap")
    _, slots = talk().after(asked, answered(crisis=("darurat_disekap", True)), {})
    case = case_in(slots)
    assert "uang" not in [each.question for each in case.answers]
    assert (case.asking, case.dangers) == ("uang", ("darurat_disekap",))


def test_no_to_the_question_about_danger_leads_back() -> None:
    said = turn("tidak", asking("kapan"), "tolak", **{PENDING: ASKED_DANGER})
    answer, slots = talk().after(said, answered(), {CRISIS: None})
    assert "Sejak kapan?" in answer.bubbles[-1]
    assert slots[PENDING] == ASKED_REPORT


def test_a_report_that_waits_adds_nothing_to_other_answers() -> None:
    asked = turn("biaya ke korea?", asking("kapan"), "biaya", **{PENDING: None})
    answer, slots = talk().after(asked, answered(), {})
    assert (answer.bubbles, slots) == (["Jawaban lain."], {})
    assert talk().before(asked) is None
