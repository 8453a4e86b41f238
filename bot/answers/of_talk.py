"""Small talk, questions back, the quiz, and what is said when something is off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from actions.acknowledge_worry import AcknowledgeWorry
from actions.base import StoreAction
from actions.confirm import Affirm, Cancel, Deny
from actions.context import (
    ASKED_COUNTRY,
    ASKED_PROVINCE,
    ASKED_QUIZ,
    COVERED,
    PENDING,
    QUIZ,
    UNSURE,
)
from actions.cover import CoverTalk
from actions.crisis_talk import CrisisTalk
from actions.explain import nothing_before
from actions.follow_up import FollowUp
from actions.harmless import CHAT, RECIPE, SAFE_WORD
from actions.off_topic import RUDE, OffTopic
from actions.pictures.wording import READ_IN_PICTURE
from actions.quiz import AnswerQuiz, StartQuiz
from actions.quiz_answers import ANSWERS, TITLES
from actions.render.bubbles import Choice
from actions.small_talk import Greet, SayGoodbye
from actions.talk_to_person import TalkToPerson
from actions.unsure import AnswerWhenUnsure, answer_open_question
from bot import phrases
from bot.answers.said import QUIZ as QUIZ_KIND
from bot.answers.said import TALK, Item, Said, plain, said
from bot.answers.world import World, answered, turn
from bot.cover import Cover
from bot.paths import DOMAIN
from bot.trouble import Trouble
from knowledge.model import QuizItem

# id of the item, title, action, intent, what is remembered.
_SIMPLE: tuple[tuple[str, str, type[StoreAction], str, Mapping[str, Any]], ...] = (
    ("sapa", "Sapaan", Greet, "sapa", {}),
    ("pamit", "Pamit", SayGoodbye, "pamit", {}),
    ("curhat", "Bercerita", AcknowledgeWorry, "curhat", {}),
    ("di_luar_topik", "Di luar topik", OffTopic, "di_luar_topik", {}),
    ("kasar", "Kata kasar", OffTopic, RUDE, {}),
    ("setuju", "Ya, tanpa pertanyaan", Affirm, "setuju", {}),
    ("tolak", "Tidak, tanpa pertanyaan", Deny, "tolak", {}),
    ("batal", "Batal", Cancel, "batal", {}),
    ("bicara_manusia", "Bicara dengan orang", TalkToPerson, "bicara_manusia", {}),
    ("belum_mengerti", "Belum mengerti, pertama", AnswerWhenUnsure, "nlu_fallback", {}),
    ("masih_belum", "Belum mengerti, lagi", AnswerWhenUnsure, "nlu_fallback", {UNSURE: 1}),
    ("negara_mana", "Menanyakan negara", FollowUp, "lanjutan", {}),
)


def talk(world: World) -> Iterator[Said]:
    """Everything that states no fact."""
    store = world.store
    for name, title, action, intent, slots in _SIMPLE:
        item = Item(TALK, name, title)
        yield said(item, "Jawaban", answered(action(store), turn(intent, **slots)))
    yield said(Item(TALK, "belum_ada_topik", "Belum ada jawaban"), "Jawaban", nothing_before())
    for pending, kind in ((ASKED_COUNTRY, "negara"), (ASKED_PROVINCE, "provinsi")):
        open_question: dict[str, Any] = {PENDING: pending}
        asked = turn("nlu_fallback", "Antah Berantah", **open_question)
        found = answer_open_question(store, asked)
        if found:
            item = Item(TALK, f"{kind}_tidak_dikenal", f"Nama {kind} tidak dikenal")
            yield said(item, "Jawaban", found[0])
    unsure = turn("nlu_fallback", ranking=[("biaya_dimuka", 0.4), ("cek_p3mi", 0.35)])
    item = Item(TALK, "belum_yakin", "Belum yakin")
    yield said(item, "Jawaban", answered(AnswerWhenUnsure(store), unsure))
    yield from _responses()
    yield from _off(world)
    yield from _covered(world)


def quiz(world: World) -> Iterator[Said]:
    """Every question with every answer."""
    store = world.store
    item = Item(QUIZ_KIND, "mulai", "Mulai kuis")
    yield said(item, "Pertanyaan pertama", answered(StartQuiz(store), turn("kuis")))
    yield said(item, "Belum dimulai", answered(AnswerQuiz(store), turn("jawab_kuis")))
    for question in store.quiz():
        yield from _question(world, question)


def _question(world: World, question: QuizItem) -> Iterator[Said]:
    item = Item(
        QUIZ_KIND,
        question.id,
        question.question.split("\n")[0],
        question.checked_on.isoformat(),
        f"quiz/{question.id}.yml",
    )
    buttons = [Choice(TITLES[each], each) for each in ANSWERS[question.kind]]
    yield plain(item, "Pertanyaan", question.question, choices=buttons)
    # The last of a round: the answer is followed by the score, not by another question.
    others = [each.id for each in world.store.quiz() if each.id != question.id][:4]
    state = {"asked": [*others, question.id], "right": 0, "seen": []}
    for given in (*ANSWERS[question.kind], "entahlah"):
        slots: dict[str, Any] = {QUIZ: state, PENDING: ASKED_QUIZ}
        asked = turn("jawab_kuis", TITLES.get(given, given).lower(), **slots)
        yield said(item, f"Dijawab: {given}", answered(AnswerQuiz(world.store), asked))


def _responses() -> Iterator[Said]:
    """The fixed sentences of the domain."""
    content = yaml.safe_load((DOMAIN / "responses.yml").read_text(encoding="utf-8"))
    for name, forms in content["responses"].items():
        for number, form in enumerate(forms, start=1):
            item = Item(TALK, name, name.removeprefix("utter_").replace("_", " ").capitalize())
            buttons = [Choice(each["title"], each["payload"]) for each in form.get("buttons") or ()]
            yield plain(item, f"Jawaban {number}", form["text"], choices=buttons)


def _off(world: World) -> Iterator[Said]:
    item = Item(TALK, "gangguan", "Ada yang tidak beres")
    nobody_hides = Cover(lambda sender, name: None)
    apology = Trouble(world.store, nobody_hides, None).apology("")
    yield plain(item, "Gangguan", apology.text)
    yield plain(item, "Pesan kosong", phrases.EMPTY)
    # It stands below the words of the card.
    yield Said(item, "Kartu gagal", (phrases.NO_CARD,), is_heard=True)
    yield plain(item, "Pesan panjang", f"{phrases.SHORTENED} {phrases.MISREAD}")
    yield plain(item, "Gambar dibaca", f"{READ_IN_PICTURE}\n\n{phrases.MISREAD}")
    item = Item(TALK, "bahasa_daerah", "Salam bahasa daerah")
    for language in world.knowledge.languages.values():
        note = " ".join(filter(None, (language.greeting, language.answer_note)))
        # It stands above the answer itself.
        yield Said(item, language.name, (note,), is_heard=True)


def _covered(world: World) -> Iterator[Said]:
    """The harmless screen: nothing on it may lead anywhere."""
    item = Item(TALK, "layar_samaran", "Layar samaran")
    for number, text in enumerate((RECIPE, *CHAT), start=1):
        yield Said(item, f"Layar {number}", (text,), is_heard=True)
    slots: dict[str, Any] = {COVERED: True}
    word = turn("nlu_fallback", SAFE_WORD, **slots)
    back = CoverTalk(world.store, CrisisTalk(world.store)).before(word)
    if back:
        yield said(item, "Kembali", back[0])
