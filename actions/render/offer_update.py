"""What is said around the verdict on an offer that goes on: a question of the form, and what an answer or a message changed."""

from __future__ import annotations

from collections.abc import Sequence

from actions.context import OFFER_PART
from actions.render.bubbles import Answer, Choice, choice
from actions.render.offer import BUTTON_INTENT, numbered_checks
from actions.render.sources import source_line
from actions.screening.explain import Explanation
from actions.screening.form import FormChoice, FormQuestion, FormRules
from actions.screening.model import LOW, Screening
from actions.screening.quoting import quotable, quotes
from knowledge.store import Store

# Parts that buttons ask for: the form, the end of it, an answer ("jawab_visa.turis"), the last message as an offer of its
# own, the verdict once more, and room for an offer that is still to be sent.
FORM, ENOUGH, ANSWER, ANOTHER, VERDICT = "isi", "cukup", "jawab", "baru", "hasil"
NEXT = "lain"
CORRECTED = "Saya menilai ulang dengan teks ini sebagai ganti yang sebelumnya."
_QUOTES = 1
_SIGNS = 3


def form_button(number: int, begun: bool = False) -> Choice:
    """The button that starts the form, or goes on with it."""
    title = f"Lanjut isi ({number} lagi)" if begun else f"Lengkapi: {number} pertanyaan"
    return _button(title, FORM)


def another_button() -> Choice:
    """The button that takes the last message for an offer of its own."""
    return _button("Ini tawaran baru", ANOTHER)


def next_button(title: str) -> Choice:
    """The button that forgets the offer and asks for another."""
    return _button(title, NEXT)


def verdict_button() -> Choice:
    """The button that shows the verdict again."""
    return _button("Hasil tawaran tadi", VERDICT)


def remind(answer: Answer, told: Explanation) -> None:
    """Add the verdict in a line and what to do now: who ends the talk may leave with the wrong conclusion."""
    answer.cite(told.next_step.sources)
    checks = [numbered_checks(answer, told.checks)] if told.risk == LOW else []
    cited = [source for source in told.sources if source.id in answer.sources]
    answer.say(
        f"Ingat hasil tawaran tadi: {told.headline}",
        *checks,
        f"Lakukan sekarang: {told.next_step.text}",
        source_line(cited, told.checked_on),
    )
    answer.choices = [verdict_button(), *answer.choices]


def ask(answer: Answer, form: FormRules, question: FormQuestion, number: int, total: int) -> None:
    """Add a question in a bubble of its own, with its buttons.

    Args:
        answer: what is said before it.
        form: the questions.
        question: the one asked.
        number: which it is, from 1.
        total: how many there are.
    """
    how = form.texts["how" if number == 1 else "stop"]
    answer.bubbles.append(f"Pertanyaan {number} dari {total}:\n{question.ask}\n\n{how}")
    answer.choices = [
        _button(each.title, f"{ANSWER}_{question.id}.{each.id}") for each in question.choices
    ]
    if number > 1:
        answer.choices.append(_button("Cukup", ENOUGH))


def answer_of(part: str) -> tuple[str, str] | None:
    """Question and choice of the part that an answer's button asks for; None for another part."""
    kind, _, rest = part.partition("_")
    question, _, given = rest.partition(".")
    return (question, given) if kind == ANSWER and given else None


def joined_line(messages: int) -> str:
    """That several messages were read as one offer."""
    return f"Saya gabung dengan pesan sebelumnya ({messages} pesan dibaca bersama)."


def answers_line(choices: Sequence[FormChoice]) -> str:
    """What the person answered, in one sentence."""
    return f"Dari jawaban Anda: {', '.join(each.told for each in choices)}."


def change_lines(store: Store, before: Screening, now: Screening) -> list[str]:
    """Whether the risk changed, and the strongest signs that came to those there were, with the words that raised them."""
    changed = before.risk != now.risk
    risk = f"{before.risk} → {now.risk}" if changed else now.risk
    known = {flag.id for flag in before.flags}
    signs = [
        f"• {': '.join([record.title, *quotes(quotable(flag.evidence), _QUOTES)])}"
        for flag in now.flags
        if flag.id not in known and (record := store.red_flag(flag.id))
    ]
    more = [f"dan {len(signs) - _SIGNS} lainnya."] if len(signs) > _SIGNS else []
    listed = "\n".join(["Tanda baru:", *signs[:_SIGNS], *more])
    return [f"Hasil {'berubah' if changed else 'tetap'}: {risk}.", *([listed] if signs else [])]


def _button(title: str, part: str) -> Choice:
    return choice(title, BUTTON_INTENT, **{OFFER_PART: part})
