"""Pasted chats as sequences of bubbles: who speaks, and who recruits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.screening.conversation import (
    CANDIDATE,
    RECRUITER,
    Bubble,
    bubbles_in,
    recruiters,
    speaker_at,
    without_headers,
)

SPOKEN = ["mau kerja di Penang?", "kerja apa", "jaga toko, 1800 ringgit", "nanti saya kabari"]
NAMES = ["Ijal Penang", "Tomo", "Ijal Penang", "Tomo"]
EXPORTS = {
    "WhatsApp on Android": "12/10/26 19.03 - {}: {}",
    "WhatsApp on Android with a comma": "12/10/2026, 19:03 - {}: {}",
    "WhatsApp in English": "10/12/26, 7:03\u202fPM - {}: {}",
    "WhatsApp on iPhone": "[12/10/26 19.03.22] {}: {}",
    "WhatsApp on iPhone with marks": "\u200e[12/10/26, 19.03.22] {}: \u200e{}",
    "copied from the window of WhatsApp": "[19:03, 12/10/2026] {}: {}",
    "Telegram Desktop": "{}, [12.10.2026 19:03]\n{}",
    "Telegram Desktop with a blank line": "{}, [12/10/2026 19:03]\n{}\n",
    "names before": "{}: {}",
    "names in bold": "*{}:* {}",
    "names above": "{}\n{}",
    "names and time above": "{} 19.03\n{}",
}


def said(text: str) -> list[tuple[str, str]]:
    return [
        (bubble.speaker, text[bubble.start : bubble.end].strip(" \n\u200e"))
        for bubble in bubbles_in(text)
    ]


def who_recruits(text: str) -> list[str]:
    return sorted(recruiters(bubbles_in(text), {}))


@pytest.mark.parametrize("form", EXPORTS.values(), ids=EXPORTS.keys())
def test_each_form_of_chat_is_read(form: str) -> None:
    text = "\n".join(form.format(name, words) for name, words in zip(NAMES, SPOKEN, strict=True))

    assert said(text) == list(zip(NAMES, SPOKEN, strict=True))


def test_a_phone_number_a_bracket_and_a_picture_may_be_a_name() -> None:
    names = ["+62 812-0000-4411", "Bu Ira (PT Tiga Roda Samudra Jaya)", "Loker 🌏"]
    text = "\n".join(f"12/5/26, 19:03 - {name}: halo kak" for name in names)

    assert [speaker for speaker, _ in said(text)] == names


def test_a_bubble_may_have_many_lines() -> None:
    text = "Rudi: syaratnya\nKTP\nijazah: asli\nAni: baik\nRudi: ditunggu"

    assert said(text)[0] == ("Rudi", "syaratnya\nKTP\nijazah: asli")


def test_what_the_programme_says_belongs_to_nobody() -> None:
    text = (
        "03/08/26, 13:20 - Pesan dienkripsi secara end-to-end\n03/08/26, 13:20 - Eko: halo\n"
        "03/08/26, 13:21 - Vira: ya\n03/08/26, 13:22 - Vira memblokir Anda"
    )

    assert said(text) == [("Eko", "halo"), ("Vira", "ya")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "halo",
        "LOWONGAN MALAYSIA\nPosisi: operator\nGaji: RM1.700\nSyarat: SMA\nPosisi: kasir\nGaji: RM1.800",
        "Dibutuhkan segera 20 orang\n- pria\n- sehat\nHubungi 0812 0000 1111\nKuota terbatas",
        "Jadwal hari ini\n08.00 apel\n09.00 - tes\n10.00 pulang\nterima kasih",
        "Pabrik di Taichung\nGaji pokok\nLembur\nGaji pokok\nLembur\nAsrama",
        "T: Gajinya?\nJ: HK$5.100\nT: Liburnya?\nJ: Minggu",
        "KBRI memulangkan 12 orang. Ketua tim berkata: mereka sehat.\nSemua dijemput keluarga.",
    ],
)
def test_other_texts_are_no_chat(text: str) -> None:
    assert bubbles_in(text) == []


def test_bubbles_without_names_are_told_apart_by_what_they_say() -> None:
    text = (
        "Mbak Ina, jadi ikut ke Doha? kerja di salon\n"
        "iya kak, tapi visanya gimana\n"
        "masuk visa turis dulu, nanti diurus di sana\n"
        "oh begitu\n"
        "tiket sudah saya pesan, kamu tinggal bawa koper\n"
        "makasih kak"
    )

    assert [speaker for speaker, _ in said(text)] == [RECRUITER, CANDIDATE] * 3


def test_a_copied_row_of_messages_to_one_person_is_the_recruiters() -> None:
    text = "Dek Sari, ini Mas Anto\nDi Johor ada kerja\nGajinya 2000 ringgit\nKamu minat?"

    assert {speaker for speaker, _ in said(text)} == {RECRUITER}


def test_only_the_time_may_be_left_of_the_headers() -> None:
    text = "09.12  kak jadi ke Dili?\n09.13  jadi\n09.15  bawa paspor ya\n09.16  ok"

    assert [words for _, words in said(text)] == [
        "kak jadi ke Dili?",
        "jadi",
        "bawa paspor ya",
        "ok",
    ]


@pytest.mark.parametrize("self", ["Saya", "Aku", "Anda", "You", "saya"])
def test_who_pastes_the_chat_does_not_recruit(self: str) -> None:
    text = f"Dodo: ada kerja\n{self}: kerja apa ya, saya tertarik sekali dan mau tahu\nDodo: kapal"

    assert who_recruits(text) == ["Dodo"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nila: min, info dong yang Turki, gajinya berapa ya\nAdmin Karir: 600\nNila: ok min", "Admin Karir"),
        ("Made (kandidat): saya lolos ya bu, terima kasih\nBu Dayu: iya\nMade (kandidat): ok", "Bu Dayu"),
        ("Ical: ada kerja di Miri, kebun sawit, upah 60 ringgit\nUcok: ok\nIcal: jadi?", "Ical"),
    ],
)  # fmt: skip
def test_the_recruiter_is_known_by_name_or_by_talking(text: str, expected: str) -> None:
    assert who_recruits(text) == [expected]


def test_words_of_an_offer_weigh_more_than_many_words() -> None:
    text = "Ari: paspor titip ke aku\nBela: aduh aku takut sekali, mama tidak boleh tahu ya, bagaimana ini\nAri: ya"

    assert recruiters(bubbles_in(text), {"Ari": 1.0}) == {"Ari"}


def test_in_a_group_those_who_only_ask_do_not_recruit() -> None:
    text = "\n".join(
        [
            "10/10/26 08.00 - Pak RT: yang ke Sabah kumpul rumah saya, bawa KTP asli semuanya",
            "10/10/26 08.01 - Eni: jam?",
            "10/10/26 08.02 - Koordinator: jam enam, ongkos dua juta dibayar di sini ya ibu-ibu",
            "10/10/26 08.03 - Ros: ok",
        ]
    )

    assert who_recruits(text) == ["Koordinator", "Pak RT"]


def test_each_offset_has_its_speaker() -> None:
    text = "kata pengantar\nRudi: halo\nAni: hai\nRudi: jadi?"
    bubbles = bubbles_in(text)

    assert speaker_at(bubbles, 3) is None
    assert speaker_at(bubbles, text.index("hai")) == "Ani"
    assert speaker_at(bubbles, len(text)) == "Rudi"


def test_without_headers_all_offsets_stay() -> None:
    text = "\n".join(f"12/10/26 19.03 - Rani Loker: bayar {number}" for number in range(3))
    plain = without_headers(text, bubbles_in(text))

    assert len(plain) == len(text)
    assert plain.count("bayar") == 3
    assert "Loker" not in plain
    assert plain.index("bayar") == text.index("bayar")


@pytest.mark.parametrize(
    "piece",
    [
        "12/10/26 19.03 - ", "[12/10/26 19.03] ", "Rani: halo\n", "a: ", ":", "[", "\n", " ", "\u200e", "Rani\n",
        "Rani\nhalo kak\nAyu\nsiapa ya\n", "Rani, [14.11.2026 22:10]\nhalo\n", "09.12 halo kak\n", "kak?\n", "1", "x",
        "12/10/26 19.03 - R: x\n", "kak " * 40 + "\n",
    ],
)  # fmt: skip
def test_a_long_hostile_text_comes_to_an_end(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    bubbles = bubbles_in(text)
    recruiters(bubbles, {})
    without_headers(text, bubbles)


_LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(["Rani: halo", "12/10/26 19.03 - A: b", "[1/1/26 1.01] B:", "C, [1.1.2026 1:01]", "Rani", "09.12 x"]),
    ),
    max_size=20,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(_LINES)
def test_no_text_breaks_it(lines: list[str]) -> None:
    text = "\n".join(lines)
    bubbles = bubbles_in(text)
    end = 0
    for bubble in bubbles:
        assert isinstance(bubble, Bubble)
        assert end <= bubble.header <= bubble.start <= bubble.end <= len(text)
        end = bubble.end
    assert len(without_headers(text, bubbles)) == len(text)
    assert recruiters(bubbles, {}) <= {bubble.speaker for bubble in bubbles}
    assert bool(recruiters(bubbles, {})) == bool(bubbles)
