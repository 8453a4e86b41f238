"""The report for officers: consent, every question, and the finished text for each danger and place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actions.dates import today
from actions.report.case import CONSENT, INDONESIA, ReportAnswer, ReportCase
from actions.report.rules import PLACE, ReportChoice, ReportQuestion, ReportRules
from actions.report.text import Given, lines_of, report_text
from actions.report_talk import ReportTalk
from bot.answers.said import REPORT, Item, Said, plain, said
from bot.answers.world import World, turn

_ITEM = Item(REPORT, "percakapan", "Menyusun laporan", record="report/laporan.yml")
# Where the order of the contacts differs: abroad with and without missions nearby, at home, not known.
_COUNTRIES = ("KH", None)
_OTHER_COUNTRIES = ("SA", "MY", INDONESIA)


def reports(world: World) -> Iterator[Said]:
    """What is said around a report."""
    rules = ReportRules.load(world.root)
    talk = ReportTalk(world.store)
    yield from _talk(talk, rules)
    for danger in world.knowledge.crisis:
        for country in _COUNTRIES:
            yield from _finished(world, talk, rules, danger, country)


def reports_elsewhere(world: World) -> Iterator[Said]:
    """Finished reports in other places."""
    rules, talk = ReportRules.load(world.root), ReportTalk(world.store)
    for danger in world.knowledge.crisis:
        for country in _OTHER_COUNTRIES:
            yield from _finished(world, talk, rules, danger, country)


def _talk(talk: ReportTalk, rules: ReportRules) -> Iterator[Said]:
    begun = turn("lanjutan", part="laporan")
    yield _pressed(talk, "Mulai?", begun)
    case = ReportCase((), CONSENT)
    for name, choice in (("Tidak", "tidak"), ("Ya", "ya")):
        asked = turn("lanjutan", part=f"laporan_{CONSENT}.{choice}", laporan=case.to_slot())
        yield _pressed(talk, f"Mulai? {name}", asked)
    for question in rules.questions.values():
        opened = replace(_with(rules, question), asking=None)
        asked = turn("lanjutan", part=f"laporan_{question.id}", laporan=opened.to_slot())
        yield _pressed(talk, f"Pertanyaan {question.id}", asked)
    whole = ReportCase(tuple(ReportAnswer(each) for each in rules.questions))
    for name, part in (("Ganti jawaban", "ganti"), ("Yang ditanya petugas", "petugas")):
        yield _pressed(
            talk, name, turn("lanjutan", part=f"laporan_{part}", laporan=whole.to_slot())
        )
    for name in ("nothing", "again", "rests", "stopped", "delete", "watched"):
        yield plain(_ITEM, name, rules.texts[name])


def _finished(
    world: World, talk: ReportTalk, rules: ReportRules, danger: str, country: str | None
) -> Iterator[Said]:
    item = Item(REPORT, danger, world.knowledge.crisis[danger].title, record="report/urutan.yml")
    place = world.store.country(country) if country else None
    where = place.name if place else "Indonesia" if country else "tempat belum diketahui"
    known = rules.means(danger)
    for number in range(max(len(each.choices) for each in rules.questions.values())):
        answers = [ReportAnswer(each.id, _nth(each, number)) for each in rules.questions.values()]
        if known:
            question, choice = known
            answers = [each for each in answers if each.question != question.id]
            answers.append(ReportAnswer(question.id, choice.id))
        case = ReportCase(tuple(answers), country=country, dangers=(danger,))
        asked = turn("lanjutan", part="laporan", laporan=case.to_slot())
        yield _pressed(talk, f"{where}, pilihan {number + 1}", asked, item)
        given = [Given(each.question, each.choice) for each in answers]
        lines = lines_of(rules, given, country, place.name if place else None)
        yield Said(
            item,
            f"{where}, pilihan {number + 1}, isi",
            (report_text(rules, lines, today()),),
            is_heard=True,
        )


def _pressed(talk: ReportTalk, form: str, message, item: Item = _ITEM) -> Said:  # type: ignore[no-untyped-def]
    found = talk.before(message)
    if found is None:
        raise LookupError(f"the report does not answer: {form}")
    return said(item, form, found[0])


def _with(rules: ReportRules, question: ReportQuestion) -> ReportCase:
    """A report in which a question is one of those that are asked."""
    answers = [
        ReportAnswer(each.id, choice.id)
        for each in rules.questions.values()
        for choice in each.choices
        if choice.facts & question.needs and each.id != question.id
    ]
    return ReportCase(tuple(answers))


def _nth(question: ReportQuestion, number: int) -> str | None:
    if question.kind == PLACE or not question.choices:
        return None
    choices: tuple[ReportChoice, ...] = question.choices
    return choices[min(number, len(choices) - 1)].id
