"""A screening as a report for a terminal: readable in black and white, with colours where they are wanted."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator, Sequence

from actions.dates import in_words
from actions.pictures.model import PictureText
from actions.pictures.wording import READ_IN_PICTURE, picture_remarks
from actions.render.channels import channel_text
from actions.screening.explain import Explanation, stage_line
from actions.screening.model import HIGH, LOW, MEDIUM, NO_OFFER, Facts, Salary
from actions.screening.quoting import quoted, visible
from actions.screening.reasons import Reason
from knowledge.model import Channel

WIDEST = 88
NARROWEST = 40
_QUOTES, _CHANNELS = 3, 4
_HINTS = "Kalau ini kata orang yang menawari Anda kerja, cek dulu"
_INDENT = "  "
# Blue, not green, for "rendah": green would be read as "safe".
_COLOURS = {HIGH: "1;31", MEDIUM: "1;33", LOW: "1;34", NO_OFFER: "1"}
_BOLD, _QUOTE, _FAINT = "1", "36", "2"


class TerminalReport:
    """Writes reports of one width, with or without colours."""

    def __init__(self, width: int, colours: bool, today: datetime.date) -> None:
        """Keep how to write.

        Args:
            width: columns of the terminal.
            colours: False for files, pipes and people who set NO_COLOR.
            today: decides which contacts are old.
        """
        self._width = max(NARROWEST, min(width, WIDEST))
        self._colours = colours
        self._today = today

    def report(
        self,
        name: str,
        facts: Facts,
        explanation: Explanation,
        picture: PictureText | None = None,
    ) -> str:
        """Everything about one input.

        Args:
            name: of the input; the report begins with it.
            facts: what the offer says of itself.
            explanation: what people read.
            picture: where the text was read from; what was read is shown, so that mistakes are seen.
        """
        sections = [self._verdict(name, explanation)]
        if picture:
            sections.append(self._picture(picture))
        if explanation.risk != NO_OFFER:
            sections += [
                self._reasons(explanation.reasons),
                self._facts(facts, explanation),
                self._listed(
                    "Belum disebut",
                    [f"{item.name}. {item.why.text}" for item in explanation.missing],
                ),
                self._listed("Tanyakan kepada perekrut (salin saja)", explanation.questions),
                self._listed(
                    "Cara mengecek",
                    [text.text for text in (*explanation.checks, *explanation.verify)],
                ),
                self._channels(explanation),
                self._next_step(explanation),
                self._sources(explanation),
            ]
        return "\n\n".join("\n".join(lines) for lines in map(list, sections) if lines) + "\n"

    def _verdict(self, name: str, explanation: Explanation) -> Iterator[str]:
        title = f"── {visible(name)} "
        yield self._paint(title + "─" * max(0, self._width - len(title)), _FAINT)
        yield from self._wrap(explanation.headline, code=_COLOURS[explanation.risk])
        yield from self._wrap(explanation.verdict.text)
        if explanation.no_accusation and explanation.reasons:
            yield from self._wrap(explanation.no_accusation)
        if explanation.stage:
            stage = explanation.stage
            yield from self._wrap(stage_line(stage), code=_BOLD)
            for text in (stage.now, stage.next, stage.refuse):
                yield from self._wrap(text.text, 1)
        if explanation.risk == NO_OFFER:
            yield from self._wrap(explanation.next_step.text)
            yield from self._listed(
                _HINTS,
                [f"{hint.record.title}: {hint.shown(_QUOTES)}" for hint in explanation.hints],
            )

    def _picture(self, picture: PictureText) -> Iterator[str]:
        yield from self._wrap(READ_IN_PICTURE, code=_BOLD)
        for line in picture.text.split("\n"):
            yield from self._wrap(visible(line), 1, _QUOTE)
        for remark in (
            *picture_remarks(picture),
            "Ada yang salah baca? Salin teks ini ke berkas .txt, betulkan, lalu periksa berkas itu.",
        ):
            yield from self._wrap(remark, code=_FAINT)

    def _reasons(self, reasons: Sequence[Reason]) -> Iterator[str]:
        if reasons:
            yield from self._wrap(f"Tanda yang ditemukan ({len(reasons)})", code=_BOLD)
        for number, reason in enumerate(reasons, start=1):
            record = reason.record
            yield from self._wrap(f"{number}. {record.title} [{reason.label}]", code=_BOLD)
            yield from self._wrap(reason.shown(_QUOTES, "Tertulis: "), 2, _QUOTE)
            yield from self._wrap(f"Mengapa: {reason.why.text}", 2)
            yield from self._wrap(f"Seharusnya: {record.genuine.text}", 2)

    def _facts(self, facts: Facts, explanation: Explanation) -> Iterator[str]:
        rows = [
            ("Negara", facts.country.text if facts.country else None),
            ("Pekerjaan", facts.position.text if facts.position else None),
            ("Perusahaan", facts.company.text if facts.company else None),
            ("Nomor izin", facts.licence.text if facts.licence else None),
            ("Gaji", facts.salary.evidence.text if facts.salary else None),
        ]
        said = [
            f"{label}: {quoted(words)}{_read_as(label, facts)}" for label, words in rows if words
        ]
        contacts = dict.fromkeys(quoted(contact.evidence.text) for contact in facts.contacts)
        if contacts:
            said.append(f"Kontak: {', '.join(contacts)}")
        yield from self._listed("Yang disebut tawaran ini (belum diperiksa)", said)
        if explanation.country and facts.country:
            yield from self._wrap(explanation.country.text, 1)

    def _channels(self, explanation: Explanation) -> Iterator[str]:
        for heading, channels in (
            ("Tempat bertanya", explanation.offices),
            ("Tempat melapor", explanation.channels[:_CHANNELS]),
        ):
            if channels:
                yield from self._wrap(heading, code=_BOLD)
            yield from self._contacts(channels)

    def _contacts(self, channels: Sequence[Channel]) -> Iterator[str]:
        for channel in channels:
            for number, line in enumerate(channel_text(channel, self._today).split("\n")):
                yield from self._wrap(line, 1 if number == 0 else 2)

    def _next_step(self, explanation: Explanation) -> Iterator[str]:
        yield from self._wrap(f"Lakukan sekarang: {explanation.next_step.text}", code=_BOLD)

    def _sources(self, explanation: Explanation) -> Iterator[str]:
        if not explanation.sources:
            return
        # Short names: with titles and addresses they would be longer than the report.
        labels = "; ".join(source.label for source in explanation.sources)
        checked = in_words(explanation.checked_on)
        yield from self._wrap(f"Sumber (dicek {checked}): {labels}.", code=_FAINT)

    def _listed(self, heading: str, lines: Sequence[str]) -> Iterator[str]:
        if lines:
            yield from self._wrap(heading, code=_BOLD)
        for line in lines:
            yield from self._wrap(f"• {line}", 1)

    def _wrap(self, text: str, depth: int = 0, code: str = "") -> Iterator[str]:
        # Addresses and numbers are never broken: people copy them.
        lines = textwrap.wrap(
            text,
            self._width,
            initial_indent=_INDENT * depth,
            subsequent_indent=_INDENT * (depth + 1),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines:
            yield self._paint(line, code)

    def _paint(self, words: str, code: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self._colours and code else words


def _read_as(label: str, facts: Facts) -> str:
    """How we read the pay, so that a wrong reading is seen."""
    if label != "Gaji" or facts.salary is None:
        return ""
    return f", dibaca {pay_in_words(facts.salary)}"


def pay_in_words(salary: Salary) -> str:
    """The pay as we read it: "IDR 8.000.000 sampai 12.000.000 per bulan"."""
    amounts = _amount(salary.low)
    if salary.high is None:
        amounts += " ke atas"
    elif salary.high != salary.low:
        amounts += f" sampai {_amount(salary.high)}"
    return f"{salary.currency} {amounts}" + (f" per {salary.period}" if salary.period else "")


def _amount(value: float) -> str:
    """Indonesian figures: points between thousands, a comma before decimals."""
    digits = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
    return digits.translate(str.maketrans(",.", ".,"))
