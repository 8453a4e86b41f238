"""Questions about contacts: what happens afterwards, which are free or always open."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer_topic import AnswerTopic
from actions.follow_up import FollowUp
from actions.what_next import asks_what_next
from knowledge.store import Store
from tests.actions.fakes import make_store, make_topic, run, small_world
from tests.knowledge.builders import make_channel, make_contact, make_mission, make_text

STEP = {"kind": "sesudah", **make_text("Anda didata.", "iom")}


@pytest.fixture
def offices() -> Store:
    """The small world, in which the hotline says what happens next, and the police answer day and night."""
    world = small_world()
    channels = [
        make_channel(id="kp2mi_call_center", name="Pusat Panggilan"),
        make_channel(id="kemlu_pwni_hotline", name="Hotline Kemlu", next=[STEP]),
        make_channel(
            id="polri_110",
            name="Polisi",
            contacts=[make_contact(value="110", reach="indonesia", cost="gratis", opening="24/7")],
        ),
        make_mission(
            id="kbri_phnom_penh",
            name="KBRI Phnom Penh",
            contacts=[make_contact(value="+85523217934", opening="24/7")],
        ),
    ]
    kept = [row for row in world["channel"] if row["id"] in ("darurat_kh", "bp3mi_aceh")]
    topics = [
        make_topic("cara_lapor", group="bantuan", channels=["kp2mi_call_center", "kemlu_pwni_hotline"]),
        make_topic("lapor_kemana", group="bantuan", lookup="mission"),
    ]  # fmt: skip
    return make_store(channel=[*channels, *kept], topic=[*world["topic"], *topics])


@pytest.mark.parametrize(
    "text",
    [
        "habis lapor apa yang terjadi?",
        "abis lapor trs gmn",
        "apa yang terjadi setelah melapor",
        "kalo udah nelpon kedutaan terus gimana",
        "setelah menghubungi KBRI selanjutnya apa",
        "nanti ditanya apa kalau telepon ke sana",
        "berapa lama laporan diproses",
        "lapor itu berapa lama",
    ],
)
def test_the_question_what_comes_next_is_noticed(text: str) -> None:
    assert asks_what_next(text)


@pytest.mark.parametrize(
    "text",
    [
        "lapor kemana ya",
        "nomor telepon KBRI apa",
        "setelah pulang dari Malaysia apa ada bantuan",
        "apa bukti yang dibawa buat lapor",
        "",
    ],
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert not asks_what_next(text)


def test_what_is_known_of_the_first_channel_is_told_with_its_sources(offices: Store) -> None:
    said = run(AnswerTopic(offices), intent="cara_lapor", text="habis lapor apa yang terjadi")
    assert said.bubbles[0] == "Setelah menghubungi Hotline Kemlu:\n• Anda didata."
    assert said.about["topics"] == ["cara_lapor"]
    assert said.about["sources"] == ["iom"]
    assert said.slots["topik"] == "cara_lapor"
    assert "Sumber: IOM 2024." in said.text


def test_the_usual_answer_stays_for_the_usual_question(offices: Store) -> None:
    said = run(AnswerTopic(offices), intent="cara_lapor", text="cara lapor gimana")
    assert "Pendek cara_lapor." in said.text


def test_the_offices_of_the_place_come_first(offices: Store) -> None:
    turn: dict[str, Any] = {"text": "habis lapor terus gimana", "countries": ["KH"]}
    said = run(AnswerTopic(offices), intent="cara_lapor", **turn)
    # of the mission nothing is known, so the hotline is told
    assert said.about["channels"] == ["kemlu_pwni_hotline"]


def test_the_button_below_a_contact_asks_about_that_contact(offices: Store) -> None:
    shown = run(AnswerTopic(offices), intent="kontak_kbri", countries=["KH"])
    assert shown.buttons["Setelah menghubungi?"] == (
        '/lanjutan{"lihat": "sesudah.kbri_phnom_penh"}'
    )


def press(store: Store, part: str, **slots: Any) -> Any:
    from actions.context import TurnContext

    turn = TurnContext("lanjutan", "/lanjutan", (), (), (), slots, offer_part=part)
    return FollowUp(store).answer(turn)


def test_pressing_it_tells_what_happens(offices: Store) -> None:
    answer, _ = press(offices, "sesudah.kemlu_pwni_hotline")
    assert answer.bubbles[0] == "Setelah menghubungi Hotline Kemlu:\n• Anda didata."


def test_pressing_it_leaves_an_open_question_open(offices: Store) -> None:
    _, slots = press(offices, "sesudah.kemlu_pwni_hotline", tanya="bahaya")
    assert slots == {"tanya": "bahaya"}


def test_a_button_about_a_channel_that_is_gone_asks_for_the_country(offices: Store) -> None:
    answer, _ = press(offices, "sesudah.tidak_ada")
    assert answer.bubbles == ["Untuk negara mana? Pilih atau tulis nama negaranya."]


@pytest.mark.parametrize(
    ("part", "channels"), [("kontak.gratis", ["polri_110"]), ("kontak.24jam", ["polri_110"])]
)
def test_the_buttons_choose_contacts_in_indonesia(
    offices: Store, part: str, channels: list[str]
) -> None:
    answer, _ = press(offices, part)
    assert answer.channels == channels


def test_abroad_the_mission_that_always_answers_is_chosen(offices: Store) -> None:
    answer, _ = press(offices, "kontak.24jam", negara_terakhir="KH")
    assert answer.channels == ["kbri_phnom_penh"]


def test_where_nothing_fits_that_is_said_and_the_hotline_shown(offices: Store) -> None:
    answer, _ = press(offices, "kontak.gratis", negara_terakhir="KH")
    assert answer.bubbles[0].startswith("Belum ada nomor di sini yang menurut sumber gratis.")
    assert answer.channels == ["kemlu_pwni_hotline"]


@pytest.mark.parametrize("text", ["lapor kemana yang gratis", "yang 24 jam ke mana"])
def test_typed_words_choose_as_well(offices: Store, text: str) -> None:
    said = run(AnswerTopic(offices), intent="lapor_kemana", text=text)
    assert said.about["channels"] == ["polri_110"]


def test_where_to_report_offers_both_choices(offices: Store) -> None:
    said = run(AnswerTopic(offices), intent="lapor_kemana", text="lapor kemana")
    assert {"Yang buka 24 jam", "Yang gratis"} <= set(said.buttons)
