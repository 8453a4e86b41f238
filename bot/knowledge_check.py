"""`mawas knowledge check`: the rules of knowledge/, and the proof that patterns do what they are written for.

The proof needs the language pipeline, seconds instead of one; its result is kept in the data folder until something that it
depends on has changed.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from bot import screening_build, training
from bot.digests import Parts, digests_of
from bot.paths import KNOWLEDGE, ROOT, SENTENCES
from bot.settings import Settings
from knowledge import cli
from knowledge.corpus import Corpus
from knowledge.findings import Finding

MEMORY_NAME = "knowledge-check.json"
# All that screening is made of, and the code that words the findings; whole parts, so that nothing is forgotten.
PARTS: Parts = {
    **screening_build.PARTS,
    "kata bahaya": (KNOWLEDGE / "crisis", ROOT / "actions" / "danger"),
    "adegan": (
        KNOWLEDGE / "scenes",
        KNOWLEDGE / "roleplays",
        KNOWLEDGE / "quiz",
        KNOWLEDGE / "hall.py",
        ROOT / "actions" / "hall",
    ),
    "kode pemeriksaan": (Path(__file__), KNOWLEDGE / "document.py", KNOWLEDGE / "findings.py"),
}
# Key beside the digests: whether what was learned is up to date and took part.
LEARNED, LEARNED_DANGER = "learned", "learned_danger"


@dataclass(frozen=True)
class Proven:
    """What the proof found, and what it could not prove."""

    findings: Sequence[Finding]
    notes: Sequence[str]


def run(settings: Settings, out: TextIO | None = None) -> int:
    """Print every finding and a count; return 1 when there is an error, else 0."""

    def proof(corpus: Corpus) -> tuple[Sequence[Finding], Sequence[str]]:
        proven = proven_or_remembered(settings, corpus)
        return proven.findings, proven.notes

    return cli.check(KNOWLEDGE, out, proof)


def proven_or_remembered(
    settings: Settings, corpus: Corpus, parts: Parts = PARTS, base: Path = ROOT
) -> Proven:
    """Prove the patterns, unless nothing changed since this was last done.

    Args:
        settings: where the result is kept.
        corpus: the knowledge folder.
        parts: what the result depends on.
        base: the folder in which the parts are named.
    """
    state = {
        **digests_of(parts, base),
        LEARNED: str(not screening_build.changed_parts(settings)),
        LEARNED_DANGER: str(not training.changed_parts(settings)),
    }
    memory = settings.home / MEMORY_NAME
    known = _remembered(memory, state)
    if known is None:
        known = _prove(settings, corpus, is_learned=state[LEARNED] == str(True))
        # A folder that cannot be written only costs time.
        with contextlib.suppress(OSError):
            _remember(memory, state, known)
    return known


def _prove(settings: Settings, corpus: Corpus, *, is_learned: bool) -> Proven:
    # Heavy: spaCy and the lexicon.
    from actions.danger.proof import prove_dangers
    from actions.decision import is_crisis
    from actions.hall.proof import wrong_in_hall
    from actions.language.lexicon import lexicon
    from actions.language.pipeline import indonesian
    from actions.screening.labelled import Sentence, sentences
    from actions.screening.pattern_lint import wrong_patterns
    from actions.screening.pattern_proof import LearnedFlags, PatternProof
    from actions.screening.screener import Screener
    from bot.bar import Bar
    from bot.evaluation.sets import labelled
    from bot.evaluation.trained import trained_detector
    from knowledge.rules.screening_tables import tables_in

    data = ROOT / "nlu_data"
    with Bar("Membuktikan pola tanda bahaya") as bar:
        bar.advance("", 0, 3)
        flags = corpus.ids("red_flag")
        documents = [*flags.values(), *tables_in(corpus)]
        findings = [each for document in documents for each in wrong_patterns(document, corpus)]
        # `Screener.load` would stop at a pattern that cannot be read.
        is_usable = is_learned and not any(each.level == "error" for each in findings)
        screener = Screener.load(settings.screening, corpus.root) if is_usable else None
        nlp = screener.nlp if screener else indonesian(lexicon(corpus.root, data / "nlu"))
        bar.advance("", 1, 3)
        learned = LearnedFlags(screener) if screener else None
        offers = sentences(data / "offers", ())
        proof = PatternProof(corpus.knowledge.red_flags, flags, nlp, offers, learned)
        wrong = {(each.path, each.field) for each in findings}
        # A pattern that cannot work has no example either; it is told once.
        findings += [each for each in proof.findings() if (each.path, each.field) not in wrong]
        bar.advance("", 2, 3)
        told = [
            Sentence(text, frozenset((intent,)))
            for intent, text in labelled(SENTENCES)
            if is_crisis(intent)
        ]
        if screener:
            findings += wrong_in_hall(corpus, screener)
        detector = None if training.changed_parts(settings) else trained_detector(settings)
        in_danger, unproven = prove_dangers(corpus, nlp, told, detector)
        bar.advance("", 3, 3)
    return Proven(sorted([*findings, *in_danger]), _notes(proof.unproven + unproven))


def _notes(unproven: int) -> list[str]:
    if not unproven:
        return []
    return [
        f"{unproven} phrases tidak cocok dengan pola apa pun dan hanya dikenali lewat contoh yang dipelajari."
        " Itu baru dibuktikan sesudah ./mawas train."
    ]


def _remembered(memory: Path, state: dict[str, str]) -> Proven | None:
    try:
        kept = json.loads(memory.read_text(encoding="utf-8"))
        if kept["state"] != state:
            return None
        return Proven([Finding(**row) for row in kept["findings"]], list(kept["notes"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remember(memory: Path, state: dict[str, str], proven: Proven) -> None:
    memory.parent.mkdir(parents=True, exist_ok=True)
    findings = [asdict(finding) for finding in proven.findings]
    with tempfile.TemporaryDirectory(dir=memory.parent, prefix=".check-") as folder:
        fresh = Path(folder) / memory.name
        fresh.write_text(
            json.dumps({"state": state, "findings": findings, "notes": list(proven.notes)}),
            encoding="utf-8",
        )
        fresh.replace(memory)
