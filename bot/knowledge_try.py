"""`mawas knowledge try`: shows an editor which red flags and dangers a sentence raises, and why."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from actions.danger.trial import DangerTrial
from actions.language.lexicon import lexicon
from actions.language.pipeline import indonesian
from actions.screening.pattern_lint import shown
from actions.screening.pattern_trace import Matched, PatternPlace, PatternTrace
from actions.screening.pattern_why import FlagWhy, Sum, Why, why
from actions.screening.screener import Screener
from bot import screening_build, training
from bot.errors import SettingsError, UnreadableError
from bot.evaluation.trained import trained_detector
from bot.paths import KNOWLEDGE, SENTENCES
from bot.settings import Settings
from knowledge.corpus import Corpus
from knowledge.findings import did_you_mean
from knowledge.load import load

DONE = 0
STDIN = "-"
# Flags that follow from facts -> what the fact is.
FACTS = {
    "negara_rawan": "negara tujuan (knowledge/screening/negara.yml)",
    "moratorium": "kerja rumah tangga di negara yang ditutup (knowledge/screening/negara.yml)",
    "gaji_tidak_wajar": "gaji jauh di atas yang terbit (knowledge/screening/gaji.yml)",
    "tanpa_p3mi": "tidak ada nama PT atau izin",
    "rekrut_medsos": "hanya kontak pribadi, tanpa PT atau izin",
}


def run(
    settings: Settings,
    sentence: str | None,
    *,
    flag: str | None = None,
    file: str | None = None,
    out: TextIO | None = None,
) -> int:
    """Show what each sentence raises.

    Args:
        settings: where the screener stands.
        sentence: one sentence; may be None when there is a file.
        flag: show this flag or danger only, also where it is not raised.
        file: a file with a sentence a line, "-" for standard input.
        out: where it is shown.

    Raises:
        SettingsError: there is nothing to try, or no such flag.
        UnreadableError: the file cannot be read.
    """
    corpus = load(KNOWLEDGE)
    known = {**corpus.ids("red_flag"), **corpus.ids("crisis")}
    if flag is not None and flag not in known:
        tip = did_you_mean(flag, known, "lihat nama berkas di red_flags/ dan crisis/.")
        raise SettingsError(f"Tanda bahaya '{flag}' tidak ada. Saran: {tip}")
    texts = [*_given(sentence), *_lines(file)]
    if not texts:
        raise SettingsError(
            'Kalimat mana? Saran: mawas knowledge try "kalimatnya", atau --file BERKAS.'
        )
    return Trial(settings, corpus, out or sys.stdout).run(texts, flag)


def _given(sentence: str | None) -> list[str]:
    return [sentence] if sentence and sentence.strip() else []


def _lines(file: str | None) -> list[str]:
    if file is None:
        return []
    try:
        text = sys.stdin.read() if file == STDIN else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(
            f"{file} tidak bisa dibaca ({type(error).__name__})."
            " Saran: berkas teks UTF-8, satu kalimat satu baris."
        ) from error
    return [line.strip() for line in text.splitlines() if line.strip()]


class Trial:
    """Tries sentences one after the other."""

    def __init__(self, settings: Settings, corpus: Corpus, out: TextIO) -> None:
        """Load what is needed, the trained screener if there is one."""
        self._corpus = corpus
        self._out = out
        self._flags = corpus.knowledge.red_flags
        self._trace = PatternTrace(self._flags.values())
        self._changed = screening_build.changed_parts(settings)
        self._screener: Screener | None = None
        if not self._trace.unreadable:
            try:
                self._screener = Screener.load(settings.screening, KNOWLEDGE)
            except (OSError, ValueError, KeyError):
                # Nothing was trained, or by a version that kept something else: patterns are shown all the same.
                self._screener = None
        is_fresh = self._screener is not None and not self._changed
        # Words that were just written into knowledge/concepts count at once.
        self._nlp = (
            self._screener.nlp
            if self._screener is not None and is_fresh
            else indonesian(lexicon(KNOWLEDGE, SENTENCES))
        )
        self._dangers = DangerTrial(
            corpus,
            self._nlp,
            trained_detector(settings),
            is_fresh=not training.changed_parts(settings),
        )

    def run(self, texts: Sequence[str], flag: str | None) -> int:
        """Show each text with its flags."""
        for line in [*self._remarks(), *self._dangers.remarks()]:
            self._say(line)
        for text in texts:
            self._say(f'\n"{text}"')
            for line in self._dangers.lines(text, flag):
                self._say(f"  {line}")
            if flag in self._corpus.ids("crisis"):
                continue
            found = why(text, self._nlp, self._trace, self._screener, [flag] if flag else ())
            flags = [each for each in found.flags if flag in (None, each.flag)]
            for each in flags:
                self._show(each)
            if not flags:
                self._say("  tidak ada tanda yang naik, dan tidak ada pola yang cocok")
            self._show_kind(found)
        return DONE

    def _say(self, line: str) -> None:
        print(line, file=self._out)

    def _remarks(self) -> list[str]:
        lines = [
            f"Pola tidak terbaca dan tidak ikut dicoba: {self._where(place)}. Saran: ./mawas knowledge check."
            for place in self._trace.unreadable
        ]
        if self._screener is None:
            lines.append(
                "Hanya pola yang ditunjukkan: pemeriksa tawaran belum dilatih. Saran: ./mawas train."
            )
        elif self._changed:
            lines.append(
                f"Berubah sejak dilatih: {', '.join(self._changed)}. Pola sudah yang baru,"
                " angka hasil belajar masih yang lama. Saran: ./mawas train."
            )
        return lines

    def _show(self, flag: FlagWhy) -> None:
        verdict = "NAIK" if flag.is_raised else "tidak naik"
        self._say(f"  {verdict}: {flag.flag} ({self._flags[flag.flag].title})")
        for match in flag.matches:
            self._say(f"    {self._match(match)}")
        if not flag.matches and flag.sum is None:
            self._say("    tidak ada pola yang cocok")
        for fact in flag.facts:
            self._say(
                f'    fakta: {FACTS.get(flag.flag, "dari isi tawaran")}, dari kata "{fact.text}"'
            )
        if flag.sum:
            self._say(f"    {_sum(flag.sum)}")
        if flag.told and flag.is_softened:
            self._say(
                "    diperlunak: pola dan pengenal kalimat melihatnya, isi lain tawaran menariknya kembali;"
                f" tampil dengan bobot {flag.told.severity}"
            )

    def _match(self, match: Matched) -> str:
        line = f'pola {shown(match.pattern.text)} cocok dengan "{match.evidence.text}" ({self._where(match.pattern)})'
        if match.excuses:
            excuse = match.excuses[0]
            return f"{line}, tetapi dibatalkan unless {shown(excuse.text)} ({self._where(excuse)})"
        if match.denied:
            return f"{line}, tetapi tidak berlaku: ada kata ingkar, atau bukan kata perekrut"
        return line

    def _where(self, place: PatternPlace) -> str:
        document = self._corpus.ids("red_flag")[place.flag]
        return f"{document.path}:{document.line((place.key, place.position))}"

    def _show_kind(self, found: Why) -> None:
        if found.offer is not None and not found.is_offer:
            margin, needed = found.offer
            self._say(
                f"  Sendirian, teks ini dibaca sebagai bukan tawaran ({_number(margin)}, perlu {_number(needed)}):"
                " tanda di atas baru tampil bila ia bagian dari tawaran."
            )


def _sum(found: Sum) -> str:
    parts = [f"hasil belajar {_number(found.learned)}"]
    parts += [
        f"{name} {value:+.2f}".replace(".", ",")
        for name, value in (
            ("pola", found.said),
            ("fakta", found.derived),
            ("isi lain tawaran", found.context),
        )
        if value
    ]
    total, needed = _number(found.total), _number(found.needed)
    if total == needed and not found.is_enough:
        total = f"sedikit di bawah {total}"
    return f"{', '.join(parts)}: jumlah {total}, perlu {needed}"


def _number(value: float) -> str:
    if value == float("-inf"):
        return "tidak ada"
    return f"{value:.2f}".replace(".", ",").replace("-0,00", "0,00")
