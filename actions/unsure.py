"""Answers a message that was not understood well enough: ask about danger, offer candidates, or say so honestly."""

from __future__ import annotations

from typing import Any

from actions.answer_topic import answer_topic
from actions.base import StoreAction
from actions.context import (
    ASKED_COUNTRY,
    ASKED_DANGER,
    ASKED_PROVINCE,
    ASKED_QUIZ,
    CRISIS,
    GUIDE,
    PENDING,
    TOPIC,
    UNSURE,
    TurnContext,
)
from actions.crisis import ask_about_danger, open_guide
from actions.dates import today
from actions.decision import Kind, decide
from actions.guide import Guide, asked_danger
from actions.quiz import answer_quiz, given_answer
from actions.render.bubbles import Answer, Choice, choice
from actions.render.channels import channel_texts
from actions.way_back import offer_way_back
from actions.yes_no import is_no
from knowledge.store import Store

# Shown when Mawas does not know: a staffed line that answers general questions.
HUMAN_CHANNEL = "kp2mi_call_center"

# Titles of conversation intents when they are offered as candidates; topics have titles of their own.
CONVERSATION_TITLES = {
    "cek_lowongan": "Memeriksa tawaran kerja",
    "kirim_lowongan": "Memeriksa tawaran kerja",
    "bisa_apa": "Apa yang bisa Mawas bantu",
    "kuis": "Ikut kuis",
    "bicara_manusia": "Bicara dengan orang",
    "privasi": "Data apa yang disimpan",
    "curhat": "Saya ingin bercerita",
}
MENU = (
    choice("Tanda lowongan palsu", "ciri_lowongan_palsu"),
    choice("Langkah kerja resmi", "langkah_aman"),
    choice("Ke mana melapor", "lapor_kemana"),
)


class AnswerWhenUnsure(StoreAction):
    """Runs on `nlu_fallback`."""

    NAME = "action_unsure"

    def answer(self, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
        """Danger first, then an open question of ours, then candidates, then an honest "I do not know" (see parent class)."""
        decision = decide(turn.ranking)
        if not turn.slots.get(CRISIS) and decision.kind is Kind.DANGER_QUESTION:
            return ask_about_danger(self.store, decision.intents[0], turn)
        candidates = [button for button in map(self._candidate, decision.intents) if button]
        offers = decision.kind is Kind.CANDIDATES and candidates and turn.pending is None
        open_question = None if offers else answer_open_question(self.store, turn)
        if open_question:
            return open_question
        if offers:
            answer = Answer()
            answer.say(
                "Saya belum yakin maksud Anda. Apakah salah satu dari ini? Kalau bukan, tulis lagi dengan kata lain."
            )
            answer.choices = list(dict.fromkeys(candidates))
            return answer, {}
        missed = int(turn.slots.get(UNSURE) or 0) + 1
        return (_ask_back() if missed == 1 else self._unknown()), {UNSURE: missed}

    def _candidate(self, intent: str) -> Choice | None:
        topic = self.store.topic(intent)
        if topic:
            return choice(topic.title, topic.id)
        title = CONVERSATION_TITLES.get(intent)
        return (
            choice(title, intent if intent != "kirim_lowongan" else "cek_lowongan")
            if title
            else None
        )

    def _unknown(self) -> Answer:
        answer = Answer()
        answer.say(
            "Maaf, saya tetap belum mengerti. Saya membantu soal tawaran kerja luar negeri, cara berangkat yang resmi, "
            "hak pekerja, dan tempat melapor. Pilih satu di bawah."
        )
        channel = self.store.channel(HUMAN_CHANNEL)
        if channel:
            answer.say(
                "Untuk bertanya langsung ke petugas:\n" + channel_texts([channel], today(), 2)[0]
            )
            answer.channels.append(channel.id)
        answer.choices = list(MENU)
        return answer


def _ask_back() -> Answer:
    """The first time: ask for other words, and show how a question may look."""
    answer = Answer()
    answer.say(
        "Maaf, saya belum mengerti. Coba tulis lagi dengan kata lain, satu hal saja. "
        'Misalnya: "gaji pabrik di Taiwan berapa" atau "cara cek PT resmi". Atau pilih satu di bawah.'
    )
    answer.choices = list(MENU)
    return answer


def answer_open_question(store: Store, turn: TurnContext) -> tuple[Answer, dict[str, Any]] | None:
    """What a message means that only makes sense as an answer to us; None when nothing is open."""
    asked = asked_danger(turn)
    if asked and turn.pending in (None, ASKED_DANGER):
        # Anything unclear counts as yes.
        return no_danger(store, turn) if is_no(turn.text) else open_guide(store, asked, turn)
    if turn.pending == ASKED_QUIZ:
        return answer_quiz(store, turn, given_answer(turn.text))
    if turn.pending in (ASKED_COUNTRY, ASKED_PROVINCE):
        return _after_place_question(store, turn)
    return None


def _after_place_question(store: Store, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
    topic = store.topic(str(turn.slots.get(TOPIC)))
    if topic and (turn.countries or turn.provinces):
        return answer_topic(store, topic, turn)
    kind = "negara" if turn.pending == ASKED_COUNTRY else "provinsi atau kabupaten"
    answer = Answer()
    answer.say(
        f"Saya belum mengenali nama {kind} itu. Tulis lagi nama {kind} saja, atau tulis batal."
    )
    answer.choices = [choice("Batal", "batal")]
    return answer, {PENDING: turn.pending}


def no_danger(store: Store, turn: TurnContext) -> tuple[Answer, dict[str, Any]]:
    """Nobody is in danger: say that it can be written at any time, and go on, also with what the question interrupted."""
    answer = Answer()
    answer.say("Baik. Kalau keadaan berubah, tulis saja kapan pun. Apa yang ingin Anda tanyakan?")
    answer.choices = list(MENU)
    guide = Guide.of(turn)
    offer_way_back(store, turn, answer, guide.pending, guide.topic)
    return answer, {CRISIS: None, GUIDE: None}
