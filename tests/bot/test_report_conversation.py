"""A report with the real assistant: asked for, interrupted, gone back to, and never kept as text."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from rasa.shared.core.events import BotUttered, SlotSet

from actions.said import SAID
from bot.conversation import Conversation
from bot.messages import Turn

Say = Callable[..., Turn]

SECRETS = ("rahasia-cerita", "rahasia-kapan", "Rudi-7351", "BCA-7351", "Yati-7351")


def text_of(turn: Turn) -> str:
    return "\n".join(reply.text for reply in turn.replies)


def ask_all(say: Say, sender: str) -> Turn:
    """The report about money that was just sent, to its end."""
    for text in ("buatkan laporan", "y", "a", "b", "16"):
        say(text, sender=sender)
    say("dijanjikan kerja restoran, rahasia-cerita", sender=sender)
    say("rahasia-kapan tahun 2025", sender=sender)
    say("Mae Sot, Thailand", sender=sender)
    say("namanya Rudi-7351", sender=sender)
    say("ya barusan", sender=sender)
    say("5 juta ke BCA-7351", sender=sender)
    say("c", sender=sender)
    return say("Yati-7351", sender=sender)


def test_a_report_from_consent_to_the_end(say: Say) -> None:
    assert "tidak mengirimnya" in text_of(say("siapkan laporan", sender="r-1"))
    last = ask_all(say, "r-2")
    said = text_of(last)
    for words in (*SECRETS, "Belum 18 tahun", "1. Bank Anda", "2. Pusat Anti Penipuan OJK"):
        assert words in said
    assert last.replies[1].text.startswith("LAPORAN KEJADIAN")
    assert last.channels[0] == "ojk_iasc"
    assert "SAPA 129" in said
    assert last.sources


def test_no_answer_is_kept_in_slots_bubbles_or_logs(
    say: Say, conversation: Conversation, loop: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    ask_all(say, "r-3")
    tracker = loop.run_until_complete(conversation._agent.tracker_store.retrieve("r-3"))
    assert tracker is not None
    # The messages themselves are remembered as long as the conversation; an answer is no second copy of one.
    slots = {name: value for name, value in tracker.current_slot_values().items() if name != SAID}
    kept = json.dumps(slots)
    kept += "".join(
        str(event.value)
        for event in tracker.events
        if isinstance(event, SlotSet) and event.key != SAID
    )
    kept += "".join(
        json.dumps(event.as_dict()) for event in tracker.events if isinstance(event, BotUttered)
    )
    for secret in SECRETS:
        assert secret not in kept
        assert secret not in caplog.text


def test_danger_interrupts_and_the_report_can_be_gone_back_to(say: Say) -> None:
    for text in ("buatkan laporan", "y", "a", "a", "sudah"):
        say(text, sender="r-4")
    turn = say("tolong saya dikurung, tidak boleh keluar gedung", sender="r-4")
    assert turn.crisis
    assert turn.channels
    assert "lanjut laporan" in text_of(turn)
    assert "Sejak kapan?" in text_of(say("lanjut laporan", sender="r-4"))


def test_a_side_question_is_answered_and_the_report_goes_on(say: Say) -> None:
    for text in ("buatkan laporan", "y", "a", "a", "sudah", "L"):
        say(text, sender="r-5")
    turn = say("apa itu tppo?", sender="r-5")
    assert turn.topics
    assert "Sejak kapan?" in turn.replies[-1].text
    assert "Sekarang di mana?" in text_of(say("bulan lalu", sender="r-5"))


@pytest.mark.parametrize("text", ["terima kasih", "pagi, tanggal 3", "dadah katanya lalu pergi"])
def test_what_sounds_like_small_talk_is_an_answer(say: Say, text: str) -> None:
    for words in ("buatkan laporan", "y", "a", "a", "sudah", "L"):
        say(words, sender=f"r-{text}")
    turn = say(text, sender=f"r-{text}")
    assert turn.replies[0].text.startswith("6 dari")


def test_the_conversation_can_be_deleted_in_the_middle(say: Say) -> None:
    for words in ("buatkan laporan", "y", "a"):
        say(words, sender="r-6")
    assert "hapus" in text_of(say("hapus percakapan", sender="r-6"))
    assert "Belum ada laporan" in text_of(say("lanjut laporan", sender="r-6"))


def test_the_button_of_a_danger_begins_with_what_is_known(say: Say) -> None:
    assert say("paspor saya diambil bos, saya di Kamboja", sender="r-7").crisis
    say('/lanjutan{"lihat":"laporan"}', kind="button", sender="r-7")
    turn = say("y", sender="r-7")
    assert "Ini tentang siapa?" in text_of(turn)
    say("/lanjutan" + '{"lihat":"laporan_siapa.saya"}', kind="button", sender="r-7")
    for _ in range(8):
        turn = say("L", sender="r-7")
        if turn.replies[0].text.startswith("Laporan sudah jadi"):
            break
    assert turn.channels[0] == "kbri_phnom_penh"
    assert "Di mana: Kamboja" in turn.replies[1].text
