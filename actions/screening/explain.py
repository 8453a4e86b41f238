"""From what screening found to what people read: verdict, reasons, what is missing, what to ask, where to check and report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from actions.screening.missing import Item
from actions.screening.model import HIGH, LOW, MEDIUM, NO_OFFER, Screening
from actions.screening.reasons import Reason, Reasons
from actions.screening.stages import Stage
from actions.screening.wording import Wording
from knowledge.model import Channel, Source, Text
from knowledge.store import Store

_ENOUGH_ALONE = 3
# Channels with one of these take reports; the others only answer questions.
_TAKES_REPORTS = frozenset(("tppo_laporan", "konten_iklan_palsu", "uang_ditipu", "perempuan_anak"))
MOST_HINTS = 3
_FIRST_STAGES = ("umpan", "kepercayaan")
REPORT_TOPIC = "lapor_lowongan"
# Where company and vacancy can be checked in any case.
CHECK_CHANNELS = ("disnaker_setempat", "kp2mi_siskop2mi")


@dataclass(frozen=True)
class Explanation:
    """Everything that people may read about one screening; every text names its sources.

    Attributes:
        risk: one of RISKS.
        headline: the verdict in a line.
        verdict: why it is so.
        next_step: one thing to do now.
        no_accusation: said beside a verdict that may be taken for one; empty elsewhere.
        reasons: the most severe first; empty for a text that is no offer.
        hints: of such a text what its words would show if a recruiter said them.
        missing: what a genuine offer would have said.
        questions: to the recruiter, each once, the most important first.
        stage: of a recruiter's chat.
        checks: what can be checked officially in any case.
        verify: how to check what was found, the most severe first.
        country: whether the country is open, where this is known.
        offices: where to check.
        channels: where to report, the most fitting first.
        sources: of all texts above, each once.
        checked_on: when the oldest of the records was compared with its sources.
    """

    risk: str
    headline: str
    verdict: Text
    next_step: Text
    no_accusation: str
    reasons: tuple[Reason, ...]
    hints: tuple[Reason, ...]
    missing: tuple[Item, ...]
    questions: tuple[str, ...]
    stage: Stage | None
    checks: tuple[Text, ...]
    verify: tuple[Text, ...]
    country: Text | None
    offices: tuple[Channel, ...]
    channels: tuple[Channel, ...]
    sources: tuple[Source, ...]
    checked_on: date


class Explainer:
    """Explains screenings from the records."""

    def __init__(self, store: Store, wording: Wording) -> None:
        """Keep what texts are made of."""
        self._store = store
        self._reasons = Reasons(store, wording)
        self.wording = wording

    def explain(self, screening: Screening) -> Explanation:
        """Put an explanation together.

        Raises:
            LookupError: there is no record for a red flag, something missing or a stage.
        """
        if screening.risk == NO_OFFER:
            return self._no_offer(screening)
        wording = self.wording
        code = screening.facts.country_code
        reasons = self._reasons.of(screening.flags, code, screening.missing)
        missing = tuple(self._item(id_) for id_ in screening.missing)
        stage = self._stage(screening.stage)
        country = self._country(code)
        verdict, next_step = self._verdict(screening), wording.next_steps[screening.risk]
        verify = tuple(
            {reason.record.verify.text: reason.record.verify for reason in reasons}.values()
        )
        texts = [
            verdict,
            next_step,
            *(text for reason in reasons for text in (reason.why, reason.record.genuine)),
            *(item.why for item in missing),
            *((stage.now, stage.next, stage.refuse) if stage else ()),
            *wording.checks,
            *verify,
            *([country] if country else []),
        ]
        return Explanation(
            risk=screening.risk,
            headline=wording.headlines[screening.risk],
            verdict=verdict,
            next_step=next_step,
            no_accusation=wording.no_accusation if screening.risk in (HIGH, MEDIUM) else "",
            reasons=reasons,
            hints=(),
            missing=missing,
            questions=self._questions(reasons, missing),
            stage=stage,
            checks=wording.checks,
            verify=verify,
            country=country,
            offices=tuple(self._store.channels(CHECK_CHANNELS)),
            channels=self._channels(reasons),
            sources=self._sources(texts),
            checked_on=min([wording.checked_on, *(reason.record.checked_on for reason in reasons)]),
        )

    def _no_offer(self, screening: Screening) -> Explanation:
        """Nothing is judged and nothing is asked: there is no offer. A single sentence of a recruiter is none either, so signs are told."""
        wording = self.wording
        code = screening.facts.country_code
        hints = self._reasons.of(screening.hints[:MOST_HINTS], code, ())
        return Explanation(
            risk=NO_OFFER,
            headline=wording.headlines[NO_OFFER],
            verdict=wording.verdicts["domestic" if screening.facts.is_domestic else "no_offer"],
            next_step=wording.next_steps[NO_OFFER],
            no_accusation="",
            reasons=(),
            hints=hints,
            missing=(),
            questions=(),
            stage=None,
            checks=(),
            verify=(),
            country=None,
            offices=(),
            channels=(),
            sources=self._sources(hint.why for hint in hints),
            checked_on=min([wording.checked_on, *(hint.record.checked_on for hint in hints)]),
        )

    def _verdict(self, screening: Screening) -> Text:
        flags = screening.flags
        if screening.risk == HIGH:
            # One flag alone made it, whatever its severity ("enough" in risiko.yml).
            alone = len(flags) == 1 or any(flag.severity >= _ENOUGH_ALONE for flag in flags)
            key = "heavy" if alone else "together"
        elif screening.risk == LOW:
            key = "little" if flags else "nothing"
        else:
            # Where a recruiter asks for money already, more is unclear than the name.
            is_late = screening.stage not in (None, *_FIRST_STAGES)
            key = "unclear" if flags or is_late else "unnamed"
        return self.wording.verdicts[key]

    def _item(self, id_: str) -> Item:
        if id_ not in self.wording.items:
            raise LookupError(f"no item {id_} in kelengkapan.yml")
        return self.wording.items[id_]

    def _stage(self, id_: str | None) -> Stage | None:
        if id_ is None:
            return None
        if id_ not in self.wording.stages:
            raise LookupError(f"no stage {id_} in tahap.yml")
        return self.wording.stages[id_]

    def _country(self, code: str | None) -> Text | None:
        found = self._store.destination(code) if code else None
        return Text(found.status.text, found.status.sources) if found else None

    def _channels(self, reasons: Sequence[Reason]) -> tuple[Channel, ...]:
        """The first of the flags, then where advertisements are reported, then the others; none where nothing was found."""
        if not reasons:
            return ()
        topic = self._store.topic(REPORT_TOPIC)
        own = self._taking_reports(id_ for reason in reasons for id_ in reason.record.channels)
        general = self._taking_reports(topic.channels if topic else ())
        ordered = [*own[:1], *general[:1], *own[1:], *general[1:]]
        return tuple({channel.id: channel for channel in ordered}.values())

    def _taking_reports(self, ids: Iterable[str]) -> list[Channel]:
        return [
            channel
            for channel in self._store.channels(dict.fromkeys(ids))
            if channel.status == "active" and not _TAKES_REPORTS.isdisjoint(channel.handles)
        ]

    def _sources(self, texts: Iterable[Text]) -> tuple[Source, ...]:
        ids = dict.fromkeys(source for text in texts for source in text.sources)
        return tuple(self._store.sources(ids))

    def _questions(self, reasons: Sequence[Reason], missing: Sequence[Item]) -> tuple[str, ...]:
        """Who they are, then what the red flags ask, then what is missing unless a flag's question asks for it already."""
        raised = {reason.record.id for reason in reasons}
        identity = self.wording.ask_first
        first = sorted(reasons, key=lambda reason: reason.record.id not in identity)
        asked = [reason.record.ask_recruiter for reason in first]
        asked += [
            item.ask
            for item in missing
            if raised.isdisjoint(self.wording.asked_by.get(item.id, frozenset()))
        ]
        return tuple(dict.fromkeys(asked))


def stage_line(stage: Stage) -> str:
    """How far a chat has come, as a sentence."""
    return f"Percakapan ini sampai tahap {stage.title[:1].lower()}{stage.title[1:]}."
