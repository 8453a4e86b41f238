"""Offers: the verdict for each risk, everything that each red flag says, the form, and the picture to forward.

What screening finds is set, not searched: every flag at each severity that the rules may give it. The sentences are made by what
answers a real offer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial

from actions.check_offer import CheckOffer
from actions.offer_desk import OfferDesk
from actions.offer_talk import another
from actions.render.bubbles import Answer
from actions.render.card import card_answer
from actions.render.card_words import CardMaker
from actions.render.offer import OfferAnswer
from actions.render.offer_update import (
    answers_line,
    ask,
    change_lines,
    form_button,
    joined_line,
    remind,
)
from actions.screening.case import Case
from actions.screening.model import (
    HIGH,
    LOW,
    MEDIUM,
    NO_OFFER,
    STAGES,
    Evidence,
    Facts,
    Flag,
    Screening,
)
from actions.screening.reading import Reading
from bot.answers.card_words import written
from bot.answers.said import FLAG, OFFER, Item, Said, plain, said
from bot.answers.world import World, turn
from knowledge.model import RedFlag

SEVERITIES = (3, 2, 1)
RISK_TITLES = {
    HIGH: "Risiko tinggi",
    MEDIUM: "Risiko sedang",
    LOW: "Risiko rendah",
    NO_OFFER: "Bukan tawaran",
}


class SetScreener:
    """Screens nothing: what it is to find is set."""

    def __init__(self) -> None:
        """Nothing is set yet."""
        self.finds = Screening("", NO_OFFER, 0, (), Facts())

    def screen(self, text: str) -> Screening:
        """What was set, for this text."""
        return replace(self.finds, text=text)

    def read(self, text: str) -> Reading:
        """Nobody types in the walk."""
        raise NotImplementedError(text)


class Offers:
    """Says what is said of offers."""

    def __init__(self, world: World) -> None:
        """Keep what explains."""
        self._world = world
        self._desk = OfferDesk(world.store, SetScreener())
        self._check = CheckOffer(self._desk)
        self._cards = CardMaker(world.store, self._desk.explainer)

    @cached_property
    def _missing(self) -> tuple[str, ...]:
        return tuple(self._desk.explainer.wording.items)

    def all(self) -> Iterator[Said]:
        """Everything."""
        for record in self._world.store.red_flags():
            yield from self._flag(record)
        yield from self._verdicts()
        yield from self._stages()
        yield from self._form()
        yield from self._around()

    def in_countries(self) -> Iterator[Said]:
        """The red flags whose reason depends on the country, and one for all others, in each country that is known as a destination."""
        store = self._world.store
        flags = {record.id: record for record in store.red_flags()}
        topics = filter(None, map(store.topic, flags))
        shown = {topic.id for topic in topics if topic.country_section} | {next(iter(flags))}
        for record in (flags[id_] for id_ in sorted(shown)):
            for destination in store.destinations():
                screening = self._found([record], HIGH, country=destination.country)
                yield from self._parts(flag_item(record), screening, f", {destination.name}")

    def _flag(self, record: RedFlag) -> Iterator[Said]:
        item = flag_item(record)
        for severity in SEVERITIES:
            for risk in (HIGH, MEDIUM, LOW):
                screening = self._found([record], risk, severity=severity)
                name = f"{RISK_TITLES[risk]}, {self._desk.explainer.wording.severities[severity]}"
                yield said(item, name, self._words(screening).verdict())
        yield from self._parts(item, self._found([record], HIGH), "")
        hint = Screening(
            _words(record), NO_OFFER, 0, (), Facts(), hints=(_flag(record, record.severity),)
        )
        yield said(item, "Satu kalimat saja", self._words(hint).no_offer())

    def _parts(self, item: Item, screening: Screening, suffix: str) -> Iterator[Said]:
        told = self._desk.explainer.explain(screening)
        words = partial(self._desk.words, told)
        yield said(item, f"Semua tanda{suffix}", words().signs())
        yield said(item, f"Yang perlu ditanyakan{suffix}", words().questions())
        yield said(item, f"Cara mengecek{suffix}", words().checks())
        yield said(item, f"Laporkan{suffix}", words().report())
        card = self._cards.card(screening, self._world.day)
        if card:
            answer = words().card(card_answer(card, self._cards.caption))
            # Sources and their date stand on the picture.
            yield plain(item, f"Kartu{suffix}", *answer.bubbles, choices=answer.choices)
            yield Said(
                item,
                f"Gambar kartu{suffix}",
                (written(card),),
                sources=card.cited,
                states_facts=True,
                is_heard=True,
            )

    def _verdicts(self) -> Iterator[Said]:
        records = self._world.store.red_flags()
        mild = [record for record in records if record.severity == 1][:3]
        wholes: dict[str, Screening] = {
            "berat": self._found(records[:1], HIGH, severity=3),
            "bersama": self._found(mild, HIGH, severity=1),
            "banyak": self._found(records, HIGH),
            "belum jelas": self._found(mild[:1], MEDIUM, severity=1),
            "tanpa nama": self._found([], MEDIUM),
            "tanpa nama, sudah sampai biaya": replace(self._found([], MEDIUM), stage="biaya"),
            "sedikit": self._found(mild[:1], LOW, severity=1),
            "tidak ada": self._found([], LOW, missing=()),
        }
        for name, screening in wholes.items():
            item = offer_item(screening.risk)
            yield said(item, f"Hasil: {name}", self._words(screening).verdict())
            yield from self._parts(item, screening, f": {name}")
            case = Case(screening)
            yield said(item, f"Ditanya lagi: {name}", self._desk.again(case)[0])
            reminded = Answer(bubbles=["Sama-sama."])
            remind(reminded, self._desk.explainer.explain(screening))
            yield said(item, f"Saat pamit: {name}", reminded)
        for domestic in (False, True):
            none = Screening("halo", NO_OFFER, 0, (), Facts(is_domestic=domestic))
            name = "kerja di Indonesia" if domestic else "bukan tawaran"
            yield said(offer_item(NO_OFFER), f"Hasil: {name}", self._words(none).no_offer())

    def _stages(self) -> Iterator[Said]:
        first = self._world.store.red_flags()[0]
        for stage in STAGES:
            for risk in (HIGH, MEDIUM, LOW):
                screening = replace(self._found([first], risk), stage=stage)
                yield said(offer_item(risk), f"Tahap {stage}", self._words(screening).verdict())

    def _form(self) -> Iterator[Said]:
        form = self._desk.form
        checked = form.checked_on.isoformat()
        item = Item(OFFER, "isian", "Pertanyaan tentang tawaran", checked, "screening/formulir.yml")
        total = len(form.questions)
        for number, question in enumerate(form.questions.values(), start=1):
            answer = Answer()
            ask(answer, form, question, number, total)
            yield said(item, f"Pertanyaan {number}", answer)
            for choice in question.choices:
                told = Answer([answers_line([choice])], [form_button(1, begun=True)])
                yield said(item, f"Jawaban {question.id}.{choice.id}", told)
        for name in ("not_understood", "rests"):
            yield plain(item, name, form.texts[name], choices=[form_button(total, begun=True)])
        case = Case(self._found([], MEDIUM))
        stopped, _ = self._check.answer(turn("cek_lowongan", part="cukup", tawaran=case.to_slot()))
        yield said(item, "Berhenti", stopped)

    def _around(self) -> Iterator[Said]:
        item = Item(OFFER, "ajakan", "Mengirim tawaran", record="screening/kalimat.yml")
        store, check = self._world.store, self._check
        yield said(item, "Cara mengirim", check.answer(turn("cek_lowongan"))[0])
        yield said(item, "Tawaran lain", another(self._desk)[0])
        yield said(item, "Belum ada", check.answer(turn("cek_lowongan", part="tanda"))[0])
        little, much = (self._found(store.red_flags()[:1], risk) for risk in (MEDIUM, HIGH))
        none = self._found([], LOW)
        for before, now in ((little, much), (none, little), (much, much), (none, none)):
            lines = change_lines(store, before, now)
            yield plain(
                item,
                f"Berubah dari {before.risk} ke {now.risk}",
                joined_line(2),
                *lines,
                choices=[form_button(1)],
            )

    def _found(
        self,
        records: Sequence[RedFlag],
        risk: str,
        *,
        severity: int | None = None,
        country: str | None = None,
        missing: tuple[str, ...] | None = None,
    ) -> Screening:
        flags = tuple(_flag(record, severity or record.severity) for record in records)
        score = sum(flag.severity for flag in flags)
        text = " ".join(map(_words, records)) or "Lowongan kerja."
        lacks = self._missing if missing is None else missing
        return Screening(text, risk, score, flags, Facts(country_code=country), lacks)

    def _words(self, screening: Screening) -> OfferAnswer:
        return self._desk.words(self._desk.explainer.explain(screening))


def flag_item(record: RedFlag) -> Item:
    """A red flag as it is reviewed."""
    checked = record.checked_on.isoformat()
    return Item(FLAG, record.id, record.title, checked, f"red_flags/{record.id}.yml")


def offer_item(risk: str) -> Item:
    """The verdicts of a risk as they are reviewed."""
    return Item(OFFER, risk, RISK_TITLES[risk], record="screening/kalimat.yml")


def _words(record: RedFlag) -> str:
    return record.phrases[0] if record.phrases else record.title


def _flag(record: RedFlag, severity: int) -> Flag:
    words = _words(record)
    return Flag(record.id, severity, (Evidence(words, 0, len(words)),))
